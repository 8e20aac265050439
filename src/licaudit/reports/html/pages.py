# SPDX-License-Identifier: Apache-2.0
"""Draw the pages: Jinja with autoescape, every value through the sinks, undefined names are errors."""

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from markupsafe import Markup

from licaudit.credits import write
from licaudit.model.credit import CreditLine, Party, SourceRef
from licaudit.reports import sinks
from licaudit.reports.html import texts
from licaudit.reports.html.view import VERDICTS, Entry, Fields, Json, View, slug

TEMPLATES = Path(__file__).parent / "templates"
CSP = (
    "default-src 'none'; img-src 'self' data:; style-src {style}; script-src {script}; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
)
_CODE = re.compile(r"`([^`\n]{1,200})`")
_STRESS = re.compile(r"\*([^*\n]{1,200})\*")
_READY = re.compile(r'(?:<a href="[^"<>]*">[^<>]*</a>|[^<>])*')
"""What the composer writes: text and plain links, nothing else."""


class Pages:
    """The templates, bound to one report and one language. `csp` and `inline` differ for the single file."""

    def __init__(self, view: View, lang: str, inline: Json | None = None) -> None:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        self.view, self.lang, self.inline = view, lang, inline
        self.shared = {k: (slug(k), len({e.document for e in v})) for k, v in view.shared.items()}
        env = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_shown,
        )
        env.filters |= {
            "safe_url": safe_url,
            "slug": slug,
            "prose": prose,
            "ready_html": ready_html,
            "n": lambda value: texts.number(lang, value),
            "part": lambda key: texts.part(lang, str(key)),
            "named": lambda key, group: texts.name(lang, group, str(key)),
            "label": lambda text: label(lang, str(text)),
        }
        words = texts.catalogue(lang)
        env.globals |= {
            "t": lambda key, **values: texts.fill(lang, words[key], values),
            "lang": lang,
            "view": view,
            "shared": self.shared,
            "verdicts": VERDICTS,
            "duties": self.duties,
            "duty": self.duty,
            "credit_line": credit_line,
            "csp": Markup(inline["csp"] if inline else CSP.format(style="'self'", script="'self'")),
            "inline": inline,
            "tool": view.report.get("tool") or Fields(),
            "policy": view.report.get("policy") or "",
            "accepted": [(e, f) for e in view.entries for f in e.findings if f.get("status", "new") != "new"],
        }
        self.env = env

    def index(self, scripts: list[str], data: str = "") -> bytes:
        """The first screen. `data` is the name of the JSON report beside it."""
        view = self.view
        return self._draw(
            "index.jinja", up="", scripts=scripts, jobs=view.first_jobs(), pages=view.pages, changes=view.changes(), data=data
        )

    def article(self, document: str, entries: list[Entry]) -> bytes:
        """One article with full cards."""
        facts = self.view.document(document)
        return self._draw("article.jinja", up="../", path=document, document=facts, entries=entries)

    def image(self, key: str, entries: list[Entry]) -> bytes:
        """One picture that stands on several pages."""
        lead = next((e for e in entries if e.ready), next((e for e in entries if e.fix), next(e for e in entries if e.findings)))
        return self._draw("image.jinja", up="../", key=key, entries=entries, lead=lead)

    def credits(self) -> bytes:
        """The appendix: every picture with its credit as it should read."""
        return self._draw("credits.jinja", up="", entries=[e for e in self.view.entries if e.use])

    def duties(self, entry: Entry) -> list[Json]:
        """What the licence asks for: "met" with what is given, "unmet" (a finding says so) or "open" (nobody knows).

        Only the unmet where the licence is not known.
        """
        missing = dict.fromkeys(entry.missing)
        licence = self.view.licence(entry.licence)
        rows = []
        for duty in licence.get("obligations") or ():
            name = duty["part"]
            if name in SEEN and str(duty["level"]).startswith("MUST"):
                given = SEEN[name](entry.credit)
                state = "unmet" if name in missing else "met" if given else "open"
                rows.append({"part": name, "state": state, "clause": duty["clause"], "given": str(given) if state == "met" else ""})
        listed = {row["part"] for row in rows}
        return rows + [{"part": name, "state": "unmet", "clause": "", "given": ""} for name in missing if name not in listed]

    def duty(self, entry: Entry) -> str:
        """How a credit stands to the law here: "must", "courtesy", "maynot", or "" where nobody can say."""
        if any(self.view.rule(f["rule"]).get("group") == "use" and f.get("severity") == "error" for f in entry.open):
            return "maynot"
        attribution = self.view.licence(entry.licence).get("attribution")
        return {"yes": "must", "no": "courtesy", "recommended": "courtesy"}.get(str(attribution), "")

    def _draw(self, name: str, **values: Any) -> bytes:
        return self.env.get_template(name).render(**values).encode("utf-8", "backslashreplace")


SEEN: dict[str, Callable[[Json], Any]] = {
    "author": lambda c: ", ".join(p.get("name") or "" for p in c.get("creators") or ()),
    "title": lambda c: c.get("title"),
    "licence_uri_or_text": lambda c: c.get("licence_url"),
    "licence_uri": lambda c: c.get("licence_url"),
    "licence_name": lambda c: c.get("licence"),
    "work_uri": lambda c: (c.get("source") or {}).get("url"),
    "source_uri": lambda c: (c.get("source") or {}).get("url"),
    "indicate_changes": lambda c: "✓" if c.get("modified") else "",
    "copyright_notice": lambda c: ", ".join(c.get("notices") or ()),
}
"""Parts that a reader can see, and what a credit gives of them."""


def _shown(value: Any) -> Any:
    """What cannot be seen is written out before autoescape makes it harmless."""
    return sinks.visible(value, "\n\t\u200c\u200d") if type(value) is str else value


def safe_url(url: str | None) -> str:
    """The address if it may be linked, else "". Autoescape quotes it for the attribute."""
    return (url or "").strip() if url and sinks.html_url(url) else ""


def label(lang: str, text: str) -> str:
    """The label of a quote: a field of the evidence and its origin by the names that people know them under."""
    field, _, origin = text.partition(" in ")
    words = texts.catalogue(lang)
    known = words.get(f"field.{field}"), words.get(f"origin.{origin.removeprefix('the ')}")
    return f"{known[0]}: {known[1]}" if all(known) else text


def prose(text: str | None) -> Markup:
    """The text of a rule: `code` and *stress* become elements, all else is escaped."""
    safe = sinks.html_text(text or "")
    return Markup(_STRESS.sub(r"<em>\1</em>", _CODE.sub(r"<code>\1</code>", safe)))


def credit_line(entry: Entry) -> Markup | str:
    """The credit as it should read, linked; "" where something is open.

    A credit in order is written anew from what was read in it, for its links
    are not in its words; what cannot be written anew stays as it stands.
    """
    if entry.ready:
        return Markup(ready_html(entry.fix or {}))
    if entry.verdict not in ("fine", "accepted") or not entry.credit.get("text"):
        return ""
    made = _written(entry.credit)
    return Markup(ready_html(made)) if made else str(entry.credit.get("part") or entry.credit["text"])


def _written(credit: Json) -> Json | None:
    if not credit.get("licence"):
        return None
    source = credit.get("source") or {}
    line = CreditLine(
        text=credit.get("part") or credit["text"],
        licence=credit["licence"],
        creators=tuple(Party(c["name"], c.get("url") or None) for c in credit.get("creators") or () if c.get("name")),
        title=credit.get("title") or None,
        source=SourceRef(source.get("name") or None, source.get("url") or None) if source else None,
        modified=credit.get("modified") or None,
        notices=tuple(credit.get("notices") or ()),
        conflicts=tuple(credit.get("conflicts") or ()),
        confidence=credit.get("confidence") or "high",
    )
    made = write.fix(line, credit.get("lang") or "")
    return {"text": made.text, "html": made.html} if made.text else None


def ready_html(fix: Json) -> str:
    """The credit to use as the script of the report takes it: text and plain links, or the text alone where it is anything else."""
    made = str(fix.get("html") or "")
    if made and _READY.fullmatch(made) and all(safe_url(html.unescape(u)) for u in re.findall(r'href="([^"]*)"', made)):
        return sinks.visible(made, "\u200c\u200d")
    return sinks.html_text(str(fix.get("text") or "")).replace("{", "&#123;").replace("}", "&#125;")
