# SPDX-License-Identifier: Apache-2.0
"""Whether a line is a credit of a picture: everything that speaks for and against it, and how probable that makes it.

The weights of what is observed here are in `rules/scores/credit.toml`.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from licaudit.credits.licences import by_url
from licaudit.credits.names import kind_of
from licaudit.credits.scores import Together, scores
from licaudit.credits.stretch import YEARS, Line, Region
from licaudit.credits.vocabulary import host_of
from licaudit.model.credit import LicenceMention

if TYPE_CHECKING:
    from licaudit.credits.assemble import Fields

_QUOTED = re.compile(r"“[^”]*”")
_CODE = re.compile(r"[{}=`<>\\_(:](?:(?<![(:])|(?<=\w\()|(?<=:)//.*://)")
"""All that it finds begins with one of a few characters, which are looked for fast."""
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
_VALUE = attrgetter("value")
_OPENING = frozenset(["label", "credit", "creator", "source"])


def credible(line: Line, region: Region, fields: "Fields", doubts: Sequence[str]) -> float:
    """How probable it is, 0 to 1, that `region` of the line credits a picture; `doubts` names what was found against it."""
    if region.score <= 0:
        return NO_CANDIDATE
    sure = scores("credit").probability(observed(line, region, fields, doubts))
    return sure if _DECISIVE.isdisjoint(doubts) else min(sure, 0.3)


def observed(line: Line, region: Region, fields: "Fields", doubts: Sequence[str]) -> list[Together]:
    """What is observed of a line and its likeliest credit."""
    text, form, kinds = line.text, region.form, line.kinds
    count = len(text.split()) if " " in text.strip() else len(text) // 3
    before = len(text[: region.start].split()) if region.start else 0
    loose = sum([words for _, words in fields.loose]) if fields.loose else 0
    made, sourced = len(fields.creators), len(fields.sources)
    terms = _terms(line.mentions, fields)
    found = [
        _opened(form, region.score, line.setting, region.reason),
        _told(form, terms, made if made < 2 else 2, sourced if sourced < 2 else 2, _LOOSE_AS[loose if loose < 26 else 26]),
        _placed(form, _BEFORE_AS[before if before < 31 else 31], _LENGTH_AS[count if count < 81 else 81]),
        _marked(kinds, fields.kinds),
    ]
    _parties(found, text, region, fields)
    _written(found, line, form)
    for doubt in doubts:
        if doubt:
            found.append(_one("against: ", doubt))
    if "provider" in kinds:
        found += [_one("provider ", k) for k in sorted({i.lang for i in line.items if i.kind == "provider"})]
    if line.links:
        hosts = {host_of(k.href)[2] or "unknown" for k in line.links if "//" in k.href and not by_url(k.href)}
        found += [_one("host ", h) for h in sorted(hosts)]
        if any(k.kind == "img" for k in line.links):
            found.append(_one("a badge"))
    return found


# A look-up costs more time than a sum: what follows from values that come together again and again is looked up together.
@lru_cache(maxsize=2048)
def _opened(form: str, score: float, setting: str, reason: str) -> Together:
    return _both(_candidate(form, score, setting), _reason(reason))


@cache
def _told(form: str, terms: str, made: int, sourced: int, loose: int) -> Together:
    return _both(_named(form, terms, made, sourced), _loose(form, terms, loose))


@cache
def _placed(form: str, before: int, words: int) -> Together:
    return _both(_before(form, before), _length(form, words))


@lru_cache(maxsize=2048)
def _marked(kinds: frozenset[str], inside: frozenset[str]) -> Together:
    return _both(_kinds("has", kinds), _kinds("inside", inside))


def _both(one: Together, other: Together) -> Together:
    return Together((*one.names, *other.names))


def _alike(*steps: int) -> list[int]:
    """For each number up to one beyond the steps, one that is told as it is: so that few different ones are looked up."""
    return [next((s for s in sorted(steps) if number <= s), max(steps) + 1) for number in range(max(steps) + 2)]


_BEFORE, _LENGTH, _ROUGH, _LOOSE, _MANY = (0, 3, 10, 30), (3, 6, 12, 20, 40, 80), (6, 15, 30, 60), (0, 2, 4, 7, 12, 25), (0, 4, 12)
"""Steps in which words are counted: before the credit, in the line (alone, and with the form), and loose ones (likewise)."""
_BEFORE_AS, _LENGTH_AS, _LOOSE_AS = _alike(*_BEFORE), _alike(*_LENGTH, *_ROUGH), _alike(*_LOOSE, *_MANY)


@cache
def _candidate(form: str, score: float, setting: str) -> Together:
    rank = f"score {score:.1f}"
    return Together((f"form {form}", f"{form} + {rank}", rank, f"set {setting}", f"{form} + set {setting}"))


@cache
def _named(form: str, terms: str, made: int, sourced: int) -> Together:
    told = f"made {made} sourced {sourced}"
    return Together((told, f"{form} + {told}", f"terms {terms}", f"{terms} + {told}", f"{terms} + {form}"))


@cache
def _before(form: str, words: int) -> Together:
    step = f"before {_step(words, *_BEFORE)}"
    return Together((step, f"{form} + {step}"))


@cache
def _length(form: str, words: int) -> Together:
    return Together((f"length {_step(words, *_LENGTH)}", f"{form} + length {_step(words, *_ROUGH)}"))


@cache
def _loose(form: str, terms: str, words: int) -> Together:
    step = f"loose {_step(words, *_LOOSE)}"
    return Together((step, f"{form} + {step}", f"{terms} + loose {_step(words, *_MANY)}"))


@lru_cache(maxsize=1024)
def _reason(reason: str) -> Together:
    return Together((f"reason {_QUOTED.sub('', reason)}",))


@lru_cache(maxsize=2048)
def _kinds(where: str, kinds: frozenset[str]) -> Together:
    return Together([f"{where} {k}" for k in sorted(kinds)])


@lru_cache(maxsize=1024)
def _one(sort: str, value: str = "") -> Together:
    return Together((sort + value,))


def _parties(found: list[Together], text: str, region: Region, fields: "Fields") -> None:
    """What the first party looks like, how far behind the opening words it stands, and how much follows the last one."""
    form, inside, parties = region.form, fields.inside, fields.parties
    if inside and inside[0].kind in _OPENING:
        opening = text[inside[0].start : inside[0].end].lower()
        if len(opening) <= 20:
            found.append(_one("word ", opening))
    if not parties:
        found.append(_one(form, " + nobody"))
        return
    start, end, label, _ = fields.spans[0]
    last = end
    if len(parties) > 1:
        start, end, label, _ = min(fields.spans)
        last = max([e for _, e in parties])
    stop = inside[-1].end if inside else region.end
    gap = len(text[region.start : start].split()) if start > region.start else 0
    rest = len([w for w in text[last:stop].split() if w[0].isalpha()]) if stop > last else 0
    shown = text[start:end].strip(" .,;:()")
    kind = "provider" if _provided(fields, start) else kind_of(shown)
    if form in _BARE:
        found.append(_one("mere names after ", _mark_before(text, region.start)))
        found.append(_one("mere names joined by ", _joint(text[region.start : region.end])))
        if shown.isupper() and len(shown) > 4 and " " in shown and not text.isupper():
            found.append(_one("mere names in capitals"))
    found += _first(form, label, kind), _around(form, gap if gap < 9 else 9, rest if rest < 13 else 13)


def _provided(fields: "Fields", start: int) -> bool:
    if "provider" in fields.kinds:
        for item in fields.inside:
            if item.end > start:
                return item.kind == "provider" and item.start <= start
    return False


@cache
def _first(form: str, label: str, kind: str) -> Together:
    first = f"first {label} {kind}"
    return Together((first, f"{form} + {first}"))


@cache
def _around(form: str, gap: int, rest: int) -> Together:
    return Together((f"{form} + gap {_step(gap, 1, 2, 4, 8)}", f"{form} + rest {_step(rest, 0, 1, 3, 6, 12)}"))


def _joint(stretch: str) -> str:
    """The sign that joins the names of a credit, the plainest one first."""
    return next((sign for sign in "/|–-," if sign in stretch), "nothing")


def _mark_before(text: str, start: int) -> str:
    """The mark that stands before the credit: "start", "word", or the mark itself."""
    before = text[max(0, start - 3) : start].rstrip(" ")[-1:]
    return "start" if not before.strip("\n ") and start < 4 else "line" if before == "\n" else "word" if before.isalnum() else before


def _terms(mentions: Sequence[LicenceMention], fields: "Fields") -> str:
    if not mentions:
        return fields.licence or "none"
    said = "text" if mentions[0].via == "text" or any(m.via == "text" for m in mentions) else "link"
    return f"{said} {fields.licence}" if fields.licence in _UNSAID else said


def _written(found: list[Together], line: Line, form: str) -> None:
    """How the line is written: its first marks, its end, its sentences."""
    text, items = line.text, line.items
    end = text.rstrip()[-1:]
    bullet = text.lstrip()[:1] in "-*#>|"
    year = ("19" in text or "20" in text) and bool(YEARS.search(text))
    sentences = 0
    if "." in text or "。" in text:
        signs = list(map(_VALUE, items))
        sentences = signs.count(".") + signs.count("。")
    close = "." if end in ".!?。" else ")" if end in ")]）】" else ""
    found += (
        _looks(form, close, bullet, year, bool(_CODE.search(text)), sentences if sentences < 4 else 4),
        _first_marks(items[0].kind if items else "-", items[1].kind if len(items) > 1 else ""),
    )


@cache
def _looks(form: str, close: str, bullet: bool, year: bool, code: bool, sentences: int) -> Together:
    return _both(_ending(form, close == ".", close == ")"), _signs(bullet, year, code, sentences))


def _ending(form: str, sentence: bool, bracket: bool) -> Together:
    found = ["ends a sentence", f"{form} + ends a sentence"] if sentence else []
    return Together([*found, "ends in a bracket"] if bracket else found)


def _signs(bullet: bool, year: bool, code: bool, sentences: int) -> Together:
    found = [f"sentences {_step(sentences, 0, 1, 3)}"]
    found += ["a bullet"] if bullet else []
    found += ["a year"] if year else []
    return Together([*found, "signs of code"] if code else found)


@cache
def _first_marks(first: str, second: str) -> Together:
    return Together((f"opens {first}", f"opens {first}/{second}" if second else f"opens {first}"))


def _step(number: int, *steps: int) -> str:
    return next((str(s) for s in steps if number <= s), "more")
