# SPDX-License-Identifier: Apache-2.0
"""Draw the pages: Jinja with autoescape, every value through the sinks, undefined names are errors."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from licaudit.reports import sinks
from licaudit.reports.html import texts
from licaudit.reports.html.view import VERDICTS, Entry, Fields, Json, View, slug

TEMPLATES = Path(__file__).parent / "templates"
CSP = (
    "default-src 'none'; img-src 'self' data:; style-src {style}; script-src {script}; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
)


class Pages:
    """The templates, bound to one report and one language. `csp` and `inline` differ for the single file."""

    def __init__(self, view: View, lang: str, inline: Json | None = None) -> None:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        self.view, self.lang, self.inline = view, lang, inline
        self.shared = {k: slug(k) for k in view.shared}
        env = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_shown,
        )
        env.filters |= {"safe_url": safe_url, "slug": slug, "part": lambda key: texts.part(lang, str(key))}
        words = texts.catalogue(lang)
        env.globals |= {
            "t": lambda key, **values: _fill(words[key], values),
            "lang": lang,
            "view": view,
            "shared": self.shared,
            "verdicts": VERDICTS,
            "duties": self.duties,
            "csp": inline["csp"] if inline else CSP.format(style="'self'", script="'self'"),
            "inline": inline,
            "tool": view.report.get("tool") or Fields(),
            "policy": view.report.get("policy") or "",
            "accepted": [(e, f) for e in view.entries for f in e.findings if f.get("status", "new") != "new"],
        }
        self.env = env

    def index(self, scripts: list[str]) -> bytes:
        """The first screen."""
        return self._draw(
            "index.jinja", up="", scripts=scripts, jobs=self.view.first_jobs(), pages=self.view.pages, changes=self.view.changes()
        )

    def article(self, document: str, entries: list[Entry]) -> bytes:
        """One article with full cards."""
        facts = self.view.document(document)
        return self._draw("article.jinja", up="../", document=facts, entries=entries)

    def image(self, key: str, entries: list[Entry]) -> bytes:
        """One picture that stands on several pages."""
        lead = next((e for e in entries if e.fix), next(e for e in entries if e.findings))
        return self._draw("image.jinja", up="../", key=key, entries=entries, lead=lead)

    def credits(self) -> bytes:
        """The appendix: every picture with its credit as it should read."""
        return self._draw("credits.jinja", up="", entries=[e for e in self.view.entries if e.use])

    def duties(self, entry: Entry) -> list[Json]:
        """What the licence asks for: "met", "unmet" (a finding says so) or "open" (nobody knows).

        Only the unmet where the licence is not known.
        """
        missing = dict.fromkeys(entry.missing)
        licence = self.view.licence(entry.licence)
        rows = []
        for duty in licence.get("obligations") or ():
            name = duty["part"]
            if name in SEEN and str(duty["level"]).startswith("MUST"):
                state = "unmet" if name in missing else "met" if SEEN[name](entry.credit) else "open"
                rows.append({"part": name, "state": state, "clause": duty["clause"]})
        listed = {row["part"] for row in rows}
        return rows + [{"part": name, "state": "unmet", "clause": ""} for name in missing if name not in listed]

    def _draw(self, name: str, **values: Any) -> bytes:
        return self.env.get_template(name).render(**values).encode("utf-8", "backslashreplace")


SEEN: dict[str, Callable[[Json], Any]] = {
    "author": lambda c: c.get("creators"),
    "title": lambda c: c.get("title"),
    "licence_uri_or_text": lambda c: c.get("licence_url"),
    "licence_uri": lambda c: c.get("licence_url"),
    "licence_name": lambda c: c.get("licence"),
    "work_uri": lambda c: (c.get("source") or {}).get("url"),
    "source_uri": lambda c: (c.get("source") or {}).get("url"),
    "indicate_changes": lambda c: c.get("modified"),
    "copyright_notice": lambda c: c.get("notices"),
}
"""Parts that a reader can see, and whether a credit has them."""


def _fill(words: str, values: Json) -> str:
    for name, value in values.items():
        words = words.replace("{" + name + "}", str(value))
    return words


def _shown(value: Any) -> Any:
    """What cannot be seen is written out before autoescape makes it harmless."""
    return sinks.visible(value, "\n\t\u200c\u200d") if type(value) is str else value


def safe_url(url: str | None) -> str:
    """The address if it may be linked, else "". Autoescape quotes it for the attribute."""
    return (url or "").strip() if url and sinks.html_url(url) else ""
