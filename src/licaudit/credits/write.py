# SPDX-License-Identifier: Apache-2.0
"""The composer: a credit line that holds all the licence asks for, or the question to answer before one can be written.

A line is written only if creator and licence are both certain. The version of a licence is never changed nor guessed.
"""

import html
import re
import unicodedata
from functools import cache

import msgspec

from licaudit.model.credit import CreditLine
from licaudit.model.finding import CreditFix
from licaudit.model.licence import Licence
from licaudit.rulebook.cache import compiled
from licaudit.rulebook.licences import get
from licaudit.rulebook.locate import rules_dir
from licaudit.rulebook.schema import read

_WEB = re.compile(r"https?://[^\s/?#<>\"\\^`{|}]+(?:[/?#][^\s<>\"\\^`{|}]*)?\Z", re.I)
_LABEL = re.compile(r"\s*([^\W\d_]{3,20})\s?:\s")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?\s")
_MARKDOWN = re.compile(r"([\\`*_\[\]#|~$^]|\A[-+=])")
_ADDRESS = {ord(c): f"%{ord(c):02X}" for c in "()[]*'"}
_MARKS = {"zero": "CC0 1.0", "mark": "Public Domain Mark 1.0"}
_FREE = ("no", "recommended")


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"and_": "and", "or_": "or"}):
    """One language of `rules/compose.toml`."""

    prefix: str
    labels: tuple[str, ...]
    quotes: tuple[str, str]
    titled: str
    via: str
    source: str
    modified: str
    public_domain: str
    and_: str
    or_: str


class Part(msgspec.Struct, frozen=True):
    """A stretch of the line; `url` is "" or an http(s) address that it links to."""

    text: str
    url: str = ""


@cache
def languages() -> dict[str, Words]:
    """The words of every language; RulebookError with file and line for what is wrong."""
    path = rules_dir() / "compose.toml"
    return compiled("compose", [path], dict[str, Words], lambda: read(path, dict[str, Words]))


def words(lang: str) -> Words:
    """The words for a BCP 47 tag; English where there are none."""
    known = languages()
    return known.get(lang.replace("_", "-").split("-")[0].lower()) or known["en"]


def fix(credit: CreditLine, lang: str = "") -> CreditFix:
    """The credit as it should read, as plain text, HTML and Markdown; or only the question that must be answered first."""
    licences = [get(name.strip()) for name in (credit.licence or "").split(" OR ") if name.strip()]
    known = [licence for licence in licences if licence]
    if question := _open(credit, known, len(licences)):
        return CreditFix(question=question)
    parts = _joined(_line(credit, known, words(lang or credit.lang)))
    return CreditFix(
        text="".join(f"{p.text} ({p.url})" if p.url else p.text for p in parts),
        html="".join(_html(p) for p in parts),
        markdown="".join(_markdown(p) for p in parts),
        safety="unsafe",
    )


def _open(credit: CreditLine, licences: list[Licence], named: int) -> str:
    """What must be found out before a line can be written, and where; "" if nothing."""
    where = _where(credit)
    if not named:
        return f"Under which licence is this picture given? {where}"
    if len(licences) < named:
        return f"Which licence is meant by “{clean(credit.licence or '')}”? There is none of this name. {where}"
    if credit.conflicts:
        return f"Which is right? The credit contradicts itself ({clean('; '.join(credit.conflicts))}). {where}"
    for licence in licences:
        if question := _unfit(licence, credit):
            return f"{question} {where}"
    if not _creators(credit) and any(x.attribution not in _FREE for x in licences):
        return f"Who made this picture? {where}"
    if credit.confidence == "low":
        return f"Who made this picture, and under which licence is it given? The credit cannot be read for sure. {where}"
    return ""


def _unfit(licence: Licence, credit: CreditLine) -> str:
    """Why nothing can be written under this licence alone, as a question."""
    if licence.family == "CC" and not licence.version:
        return f"Which version of {licence.short_name}? Do not guess it."
    if licence.id == "CC":
        return "Which Creative Commons licence, and which version? Do not guess it."
    if licence.attribution == "contract":
        return f"Which contract allows this picture ({licence.short_name}), and which credit does it ask for?"
    if licence.id != "PD" and (
        licence.attribution in ("unknown", "conditional") or licence.kind in ("claim", "statement", "rightsstatement")
    ):
        return f"By what right is this picture shown? “{licence.short_name}” is no licence that can be named in a credit."
    if licence.family == "CC" and not licence.verbatim:
        return f"May this picture be shown at all? {licence.short_name} does not cover the unmodified work."
    if licence.derivatives == "no" and credit.modified:
        return f"Where is the unmodified picture? {licence.short_name} does not allow a modified one to be shared."
    return ""


def _where(credit: CreditLine) -> str:
    name = clean(credit.source.name or "") if credit.source else ""
    url = web(credit.source.url if credit.source else None)
    page = f"The picture's page at {name}" if name else "The picture's page at its source"
    return f"{page} says so{f': {url}' if url else '.'}"


def _creators(credit: CreditLine) -> list[Part]:
    """The creators, without those that are another one with a year of copyright before it."""
    made = [Part(clean(p.name), web(p.url)) for p in credit.creators if clean(p.name)]
    names = {p.text for p in made}
    return [p for p in made if not (_YEAR.match(p.text) and _YEAR.sub("", p.text, count=1) in names)]


_PRINTED = re.compile(r"©\s*((?:19|20)\d\d\S*)")


def _notice(credit: CreditLine) -> str:
    """The copyright sign with its year, if the credit has one: licences ask to keep such a notice as it is."""
    if not any("©" in n for n in credit.notices):
        return ""
    printed = next((year for n in credit.notices if (year := _PRINTED.search(n))), None)
    if printed:
        return f"© {printed[1]} "
    left = {p.text for p in _creators(credit)}
    years = [found[0].strip() for p in credit.creators if clean(p.name) not in left and (found := _YEAR.match(clean(p.name)))]
    return f"© {years[0]} " if len(years) == 1 else "© "


def _line(credit: CreditLine, licences: list[Licence], say: Words) -> list[Part]:
    """The parts of the line in their order."""
    source = web(credit.source.url if credit.source else None)
    name = clean(credit.source.name or "") if credit.source else ""
    creators, title = _creators(credit), clean(credit.title or "")
    parts: list[Part] = []
    if title:
        parts, source = [Part(say.quotes[0] + title + say.quotes[1], source)], ""
    elif len(creators) == 1 and not creators[0].url:
        creators, source = [Part(creators[0].text, source)], ""
    if creators:
        parts = _titled(parts, _listed(creators, say.and_), _notice(credit), say)
    if name and name not in {c.text for c in creators} | {x.id for x in licences}:
        parts += [Part(f"{', ' if parts else ''}{say.via} "), Part(name, source)]
    elif source:
        parts += [Part(", " if parts else ""), Part(say.source, source)]
    parts = [Part(_prefix(credit, say)), *parts]
    for number, licence in enumerate(licences):
        gap = f" {say.or_} " if number else ", " if len(parts) > 1 else ""
        parts += [Part(gap), Part(_name(licence, say), web(licence.url))]
    if credit.modified:
        parts.append(Part(f" ({say.modified})"))
    return [p for p in parts if p.text]


def _joined(parts: list[Part]) -> list[Part]:
    """Neighbours without a link as one: what opens a line is markup only there."""
    made: list[Part] = []
    for part in parts:
        if made and not part.url and not made[-1].url:
            made[-1] = Part(made[-1].text + part.text)
        else:
            made.append(part)
    return made


def _titled(title: list[Part], creators: list[Part], notice: str, say: Words) -> list[Part]:
    if not title or notice:
        return [*title, Part((", " if title else "") + notice), *creators]
    before, rest = say.titled.split("{title}")
    between, after = rest.split("{creator}")
    return [Part(before), *title, Part(between), *creators, Part(after)]


def _listed(creators: list[Part], last: str) -> list[Part]:
    made: list[Part] = []
    for number, creator in enumerate(creators):
        made += [Part("" if not number else f" {last} " if number == len(creators) - 1 else ", "), creator]
    return made


def _prefix(credit: CreditLine, say: Words) -> str:
    found = _LABEL.match(credit.text[:40])
    if found and found[1].lower() in say.labels:
        end = " : " if say.prefix.endswith(" : ") else ": "
        return clean(found[1]) + end
    return say.prefix


def _name(licence: Licence, say: Words) -> str:
    if licence.id == "PD":
        return say.public_domain
    if licence.family == "other" and licence.spdx:
        return licence.id.replace("-", " ")
    return _MARKS.get(licence.unit) or licence.short_name


def clean(text: str) -> str:
    """One line without characters that cannot be seen; joiners stay, scripts need them."""
    line = " ".join(text.split())
    return "".join(c for c in line if c in "\u200c\u200d" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))


def web(url: str | None) -> str:
    """The address if it is one of http or https that can be linked, else ""."""
    bare = (url or "").strip()
    if bare.startswith("//"):
        bare = "https:" + bare
    return bare if len(bare) <= 2048 and bare.isprintable() and _WEB.match(bare) else ""


def _plain_html(text: str) -> str:
    # Braces open a command in the templates of most site builders, so they are written as entities too.
    return html.escape(text, quote=True).replace("{", "&#123;").replace("}", "&#125;")


def _html(part: Part) -> str:
    text = _plain_html(part.text)
    return f'<a href="{html.escape(part.url, quote=True)}">{text}</a>' if part.url else text


def _markdown(part: Part) -> str:
    # Split at our own entities, so that only the text between them is given backslashes.
    pieces = re.split(r"(&(?:#x?\d+|[a-z]+);)", _plain_html(part.text))
    text = "".join(piece if n % 2 else _MARKDOWN.sub(r"\\\1", piece) for n, piece in enumerate(pieces))
    text = re.sub(r"(?i)(www)\.", r"\1&#46;", text.replace("://", "&#58;//"))
    text = re.sub(r"\A(\s*\d+)([.)])", r"\1\\\2", text)
    return f"[{text}]({part.url.translate(_ADDRESS)})" if part.url else text
