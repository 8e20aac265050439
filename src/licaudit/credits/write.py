# SPDX-License-Identifier: Apache-2.0
"""The composer: a credit line that holds all the licence asks for, or the question to answer before one can be written.

A line is written only if creator and licence are both certain. The version of a licence is never changed nor guessed.
"""

import re
from functools import cache

import msgspec

from licaudit.credits.parts import Part, as_html, as_markdown, clean, joined, plain, web
from licaudit.model.credit import CreditLine
from licaudit.model.evidence import Claim, RightsRecord
from licaudit.model.finding import CreditFix
from licaudit.model.licence import Licence
from licaudit.model.policy import HouseStyle
from licaudit.rulebook.cache import compiled
from licaudit.rulebook.licences import get
from licaudit.rulebook.locate import rules_dir
from licaudit.rulebook.schema import read

_LABEL = re.compile(r"\s*([^\W\d_]{3,20})(?:\s?:|\s(?:by|von|par|de|di|por|door|van|aut\.))\s")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?\s")
_MARKS = {"zero": "CC0 1.0", "mark": "Public Domain Mark 1.0"}
_FREE = ("no", "recommended")
_OPENS = re.compile(r"\s*(?:©|\(c\)|copyright\b|[^\W\d_]{3,20}\s?:\s|(?:photo|foto|image|bild|picture|courtesy)\b)", re.I)
_HOLDER = re.compile(r"©|\(c\)|\bcopyright\b|\ball rights reserved\b|\b(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?\b|\bby\b", re.I)


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
    separator: str = ", "


class Wording(msgspec.Struct, frozen=True):
    """What the licensor asks for: a line, and a notice to keep. `agreed`: the publisher's register says that the line is enough."""

    line: str = ""
    notice: str = ""
    agreed: bool = False


def asked_for(rights: RightsRecord) -> Wording:
    """The wording that others than the credit itself tell of; nothing where the strongest of them disagree."""
    lines, notices = (
        [c for c in rights.of(field) if c.origin != "credit-line" and clean(c.value)] for field in ("creditLine", "copyrightNotice")
    )
    line, notice = (found[0] if found and _agree(found) else None for found in (lines, notices))
    agreed = line is not None and line.origin in ("register", "sidecar")
    return Wording(clean(line.value) if line else "", clean(notice.value) if notice else "", agreed)


def _agree(claims: list[Claim]) -> bool:
    return len({clean(c.value).casefold() for c in claims if c.strength == claims[0].strength}) == 1


@cache
def languages() -> dict[str, Words]:
    """The words of every language; RulebookError with file and line for what is wrong."""
    path = rules_dir() / "compose.toml"
    return compiled("compose", [path], dict[str, Words], lambda: read(path, dict[str, Words]))


def words(lang: str) -> Words:
    """The words for a BCP 47 tag; English where there are none."""
    known = languages()
    return known.get(lang.replace("_", "-").split("-")[0].lower()) or known["en"]


def fix(credit: CreditLine, lang: str = "", style: HouseStyle | None = None, *, wording: Wording | None = None) -> CreditFix:
    """The credit as it should read, as plain text, HTML and Markdown; or only the question that must be answered first.

    `style` is the publisher's way of writing; the parts that a licence asks for are there in any style.
    `wording` is what the licensor asks for besides: it comes word for word, before everything else.
    """
    licences = [get(name.strip()) for name in (credit.licence or "").split(" OR ") if name.strip()]
    known = [licence for licence in licences if licence]
    if question := _open(credit, known, len(licences)):
        return CreditFix(question=question)
    parts = joined(_line(credit, known, _in_style(words(lang or credit.lang), style), wording or Wording()))
    return CreditFix(
        text=plain(parts),
        html="".join(map(as_html, parts)),
        markdown="".join(map(as_markdown, parts)),
        safety="unsafe",
    )


def _in_style(say: Words, style: HouseStyle | None) -> Words:
    if not style:
        return say
    prefix, labels = (style.prefix, ()) if style.prefix else (say.prefix, say.labels)
    return msgspec.structs.replace(say, prefix=prefix, labels=labels, separator=style.separator)


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
    if credit.confidence == "low" or any(_cut(p.text, credit.text) for p in _creators(credit)):
        return f"Who made this picture, and under which licence is it given? The credit cannot be read for sure. {where}"
    return ""


def _cut(name: str, line: str) -> bool:
    """True where the name goes on in the line ("Stand" of "Stand-In"): half a name is nobody's."""
    found = [line[at.end() : at.end() + 2] for at in re.finditer(re.escape(name), line)]
    return bool(found) and all(re.match(r"[-‐‑]?[A-Za-zÀ-ÿ]", rest) for rest in found)


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


def _line(credit: CreditLine, licences: list[Licence], say: Words, wording: Wording) -> list[Part]:
    """The parts of the line in their order."""
    if wording.line:
        return _as_asked(credit, licences, say, wording)
    source = web(credit.source.url if credit.source else None)
    name = clean(credit.source.name or "") if credit.source else ""
    creators, title = _creators(credit), clean(credit.title or "")
    parts: list[Part] = []
    if source in {c.url for c in creators}:
        source = ""  # it is linked on the name
    if title:
        parts, source = [Part(say.quotes[0] + title + say.quotes[1], source)], ""
    elif len(creators) == 1 and not creators[0].url:
        creators, source = [Part(creators[0].text, source)], ""
    if creators:
        parts = _titled(parts, _listed(creators, say.and_), _notice(credit), say)
    if name and name not in {c.text for c in creators} | {x.id for x in licences}:
        parts += [Part(f"{say.separator if parts else ''}{say.via} "), Part(name, source)]
    elif source:
        parts += [Part(say.separator if parts else ""), Part(say.source, source)]
    parts = [Part(_prefix(credit, say)), *parts, *_kept(wording, creators)]
    for number, licence in enumerate(licences):
        gap = f" {say.or_} " if number else say.separator if len(parts) > 1 else ""
        parts += [Part(gap), Part(_name(licence, say), web(licence.url))]
    if credit.modified:
        parts.append(Part(f" ({say.modified})"))
    return [p for p in parts if p.text]


def _kept(wording: Wording, creators: list[Part]) -> list[Part]:
    """A supplied notice, as it stands, unless it says no more than that the creator holds the rights."""
    holder = _HOLDER.sub("", wording.notice).strip(" .,;")
    return [Part(f", {wording.notice}")] if wording.notice and holder.casefold() not in {c.text.casefold() for c in creators} else []


def _as_asked(credit: CreditLine, licences: list[Licence], say: Words, wording: Wording) -> list[Part]:
    """The line that was asked for, with what the licence asks for and it lacks: creator, title, source, the licence with its address."""
    source = web(credit.source.url if credit.source else None)
    title, line = clean(credit.title or ""), wording.line
    parts = [] if _OPENS.match(line) else [Part(_prefix(credit, say))]
    if title and title.casefold() not in line.casefold():
        parts += [Part(say.quotes[0] + title + say.quotes[1], source), Part(", ")]
        source = ""
    absent = [c for c in _creators(credit) if c.text.casefold() not in line.casefold()] if not wording.agreed else []
    named = next((x for x in licences if _name(x, say) in line), None)
    before, name, after = line.partition(_name(named, say)) if named else (line, "", "")
    parts += [Part(before), Part(name, web(named.url) if named and named.url not in line else ""), Part(after)]
    parts += [Part(" / "), *_listed(absent, say.and_)] if absent else []
    if source and source not in line:
        parts += [Part(", "), Part(say.source, source)]
    for licence in licences:
        if licence is not named and licence.url not in line:
            parts += [Part(", "), Part(_name(licence, say), web(licence.url))]
    if credit.modified:
        parts.append(Part(f" ({say.modified})"))
    return [p for p in parts if p.text]


def _titled(title: list[Part], creators: list[Part], notice: str, say: Words) -> list[Part]:
    if not title or notice:
        return [*title, Part((say.separator if title else "") + notice), *creators]
    before, rest = say.titled.split("{title}")
    between, after = rest.split("{creator}")
    return [Part(before), *title, Part(between), *creators, Part(after)]


def _listed(creators: list[Part], last: str) -> list[Part]:
    made: list[Part] = []
    for number, creator in enumerate(creators):
        made += [Part("" if not number else f" {last} " if number == len(creators) - 1 else ", "), creator]
    return made


def _prefix(credit: CreditLine, say: Words) -> str:
    """The page's own word for what is not a photograph, else the word of the language."""
    found = _LABEL.match(credit.text[:40])
    if found and found[1].lower() in _labels():
        end = " : " if say.prefix.endswith(" : ") else ": "
        return clean(found[1]) + end
    return say.prefix


@cache
def _labels() -> frozenset[str]:
    return frozenset(label for say in languages().values() for label in say.labels)


def _name(licence: Licence, say: Words) -> str:
    if licence.id == "PD":
        return say.public_domain
    if licence.family == "other" and licence.spdx:
        return licence.id.replace("-", " ")
    return _MARKS.get(licence.unit) or licence.short_name
