# SPDX-License-Identifier: Apache-2.0
"""Whether a line is a credit of a picture: everything that speaks for and against it, and how probable that makes it.

The weights of what is observed here are in `rules/scores/credit.toml`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from licaudit.credits.items import Item
from licaudit.credits.licences import by_url
from licaudit.credits.names import kind_of
from licaudit.credits.scores import scores
from licaudit.credits.stretch import YEARS, Region
from licaudit.credits.vocabulary import vocabulary
from licaudit.credits.weigh import loose_words
from licaudit.model.credit import LicenceMention, Link, Setting

if TYPE_CHECKING:
    from licaudit.credits.assemble import Fields

_QUOTED = re.compile(r"“[^”]*”")
_CODE = re.compile(r"[{}=`<>\\_]|\w\(|://.*://")
_UNSAID = frozenset(["CC", "PD", "ARR", "PERMISSION"])
_DECISIVE = frozenset(
    [
        "a placeholder",
        "a form to be filled in",
        "a sound or a film",
        "a list of platforms",
        "a notice for all pictures of a site",
        "a call in program text",
    ]
)
"""Doubts that no other observation outweighs."""
_BARE = frozenset(["tail", "end", "lone", "head"])
"""Forms of credits without a word that says so."""
NO_CANDIDATE = 0.0
"""Probability of a line in which nothing stands that could be a credit."""


class Line(NamedTuple):
    """A line with what was marked in it, and where it stands."""

    text: str
    items: Sequence[Item]
    mentions: Sequence[LicenceMention]
    links: Sequence[Link]
    setting: Setting


def credible(line: Line, region: Region, fields: "Fields", doubts: Sequence[str]) -> float:
    """How probable it is, 0 to 1, that `region` of the line credits a picture; `doubts` names what was found against it."""
    if region.score <= 0:
        return NO_CANDIDATE
    sure = scores("credit").probabilities(observed(line, region, fields, doubts))[1]
    return min(sure, 0.3) if _DECISIVE.intersection(doubts) else sure


def observed(line: Line, region: Region, fields: "Fields", doubts: Sequence[str]) -> list[str]:
    """What is observed of a line and its likeliest credit."""
    text, items, mentions, links, setting = line
    form = region.form
    told = f"made {min(2, len(fields.creators))} sourced {min(2, len(fields.sources))}"
    terms = _terms(mentions, fields)
    count = len(text.split()) if " " in text.strip() else len(text) // 3
    before = _step(len(text[: region.start].split()), 0, 3, 10, 30)
    parties = [(s, e) for s, e, label, _ in fields.spans if label in ("creator", "source")]
    loose = sum(loose_words(text, i, parties) for i in fields.inside if i.kind in ("words", "on", "by", "and", "site"))
    score = f"score {region.score:.1f}"
    found = [
        f"form {form}", f"{form} + {score}", score, f"reason {_QUOTED.sub('', region.reason)}", f"set {setting}", f"{form} + set {setting}",
        told, f"{form} + {told}", f"terms {terms}", f"{terms} + {told}", f"{terms} + {form}", f"before {before}", f"{form} + before {before}",
        f"length {_step(count, 3, 6, 12, 20, 40, 80)}", f"{form} + length {_step(count, 6, 15, 30, 60)}",
        f"loose {_step(loose, 0, 2, 4, 7, 12, 25)}", f"{form} + loose {_step(loose, 0, 2, 4, 7, 12, 25)}",
        f"{terms} + loose {_step(loose, 0, 4, 12)}",
    ]  # fmt: skip
    found += _parties(text, region, fields)
    found += [f"against: {d}" for d in doubts if d]
    found += [f"has {k}" for k in {i.kind for i in items}]
    found += [f"inside {k}" for k in {i.kind for i in fields.inside}]
    found += [f"provider {k}" for k in {i.lang for i in items if i.kind == "provider"}]
    found += _written(text, form, items)
    hosts = {vocabulary().host(k.href)[2] or "unknown" for k in links if "//" in k.href and not by_url(k.href)}
    found += [f"host {h}" for h in hosts]
    if any(k.kind == "img" for k in links):
        found.append("a badge")
    return found


def _parties(text: str, region: Region, fields: "Fields") -> Iterator[str]:
    """What the first party looks like, how far behind the opening words it stands, and how much follows the last one."""
    form = region.form
    opening = next((text[i.start : i.end].lower() for i in fields.inside[:1] if i.kind in ("label", "credit", "creator", "source")), "")
    if opening and len(opening) <= 20:
        yield f"word {opening}"
    spans = sorted((s, e, label) for s, e, label, _ in fields.spans if label in ("creator", "source"))
    if not spans:
        yield f"{form} + nobody"
        return
    start, end, label = spans[0]
    shown = text[start:end].strip(" .,;:()")
    kind = "provider" if any(i.kind == "provider" and i.start <= start < i.end for i in fields.inside) else kind_of(shown)
    yield f"first {label} {kind}"
    yield f"{form} + first {label} {kind}"
    if form in _BARE:
        yield f"mere names after {_mark_before(text, region.start)}"
        if shown.isupper() and len(shown) > 4 and " " in shown and any(c.islower() for c in text):
            yield "mere names in capitals"
    yield f"{form} + gap {_step(len(text[region.start : start].split()), 1, 2, 4, 8)}"
    last = max(e for _, e, _ in spans)
    stop = max((i.end for i in fields.inside), default=region.end)
    rest = len([w for w in text[last:stop].split() if w[:1].isalpha()])
    yield f"{form} + rest {_step(rest, 0, 1, 3, 6, 12)}"


def _mark_before(text: str, start: int) -> str:
    """The mark that stands before the credit: "start", "word", or the mark itself."""
    before = text[max(0, start - 3) : start].rstrip(" ")[-1:]
    return "start" if not before.strip("\n ") and start < 4 else "line" if before == "\n" else "word" if before.isalnum() else before


def _terms(mentions: Sequence[LicenceMention], fields: "Fields") -> str:
    if not mentions:
        return fields.licence or "none"
    said = "text" if any(m.via == "text" for m in mentions) else "link"
    return f"{said} {fields.licence}" if fields.licence in _UNSAID else said


def _written(text: str, form: str, items: Sequence[Item]) -> Iterator[str]:
    """How the line is written: its first marks, its end, its sentences."""
    end = text.rstrip()[-1:]
    if end in ".!?。":
        yield "ends a sentence"
        yield f"{form} + ends a sentence"
    if end in ")]）】":
        yield "ends in a bracket"
    if text.lstrip()[:1] in "-*#>|":
        yield "a bullet"
    if YEARS.search(text):
        yield "a year"
    if _CODE.search(text):
        yield "signs of code"
    sentences = sum(i.kind == "sep" and i.value in ".。" for i in items)
    yield f"sentences {_step(sentences, 0, 1, 3)}"
    yield "opens " + (items[0].kind if items else "-")
    yield "opens " + "/".join(i.kind for i in items[:2])


def _step(number: int, *steps: int) -> str:
    return next((str(s) for s in steps if number <= s), "more")
