# SPDX-License-Identifier: Apache-2.0
"""The words of a credit between its marks, and what each stretch looks like: a name, a provider, a title, a date."""

import re
from functools import cache, lru_cache

import msgspec
from msgspec.structs import replace

from licaudit.credits.items import Item
from licaudit.credits.names import kind_of
from licaudit.credits.stretch import CJK_LANGS, EAST, YEARS, begins_a_name, is_shortened
from licaudit.credits.tokens import words
from licaudit.credits.vocabulary import leads_on, vocabulary

_PARTICLES = frozenset(
    [
        "de",
        "von",
        "van",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "del",
        "della",
        "la",
        "der",
        "den",
        "af",
        "av",
        "du",
        "le",
        "y",
        "e",
        "of",
        "the",
        "for",
        "and",
        "und",
        "et",
        "i",
        "bin",
        "ibn",
        "al",
        "el",
        "ten",
        "ter",
        "zu",
        "zur",
    ]
)
_SOURCE_WORD = re.compile(
    r"source|quelle|来源|來源|来自|來自|出典|出处|出處|출처|fuente|fonte|źródł|zdroj|bron|källa|kilde|lähde|источник|джерело|orige[nm]|kayna|πηγή|forrás|sursa|sumber|font de|مصدر|取自|源|写真提供|画像提供|사진 ?제공",
    re.I,
)
_EAST_INNER = frozenset(["label", "site", "ui", "licensed", "on", "and", "source"])
"""Marks that inside a word of a script without spaces are part of a name."""
_INNER = frozenset("·・.'’+&")
"""Separators that may stand within a name."""
_ORGANISATION = re.compile(
    r"\b(?:Inc|Ltd|LLC|GmbH|AG|University|Universität|Université|Universidad|Museum|Musée|Museo|Institut\w*|Foundation|Stiftung|Fondation|Gallery|Galerie|"
    r"Agency|Agentur|Agence|Agencia|Department|Ministry|Ministerium|Government|Press|Archive?s?|Archiv|Library|Bibliothek|Biblioteca|Service|Office|"
    r"Police|Polizei|Kantonspolizei|Team|Staff|Association|Society|Council|Administration|Bureau|Committee|Company|Studio|Media|News|Magazine|Verlag|"
    r"Films?|Pictures|Entertainment|Games|Group|Center|Centre|Zentrum|Verein|Photography|Fotografie)\b"
)


class Chunk(msgspec.Struct, frozen=True, gc=False):
    """A stretch of words, a provider or an address. `lead` is the mark before it, `sep` the separator before it."""

    kind: str
    text: str
    start: int
    end: int
    lead: str
    sep: str
    value: str = ""


_PAGE = frozenset(["site", "ui"])
_ALONE = frozenset(["provider", "url", "licence", "junk", "own", "unknown", "ai", "changed", "unchanged", "arr", "permission"])
"""Marks that are a chunk by themselves."""
_CHAINING = frozenset(["/", ",", "&", "and", ", and", ", &", "and the"])
_INITIALS = re.compile(r"[A-Z][A-Za-z-]{0,6}[A-Z][A-Za-z-]{0,6}")
_EDGE = " '\"`*・"
_BEHIND = {"creator": "by", "courtesy": "courtesy"}
"""Marks that stand behind the name in East Asian languages, and what they make lead to it."""
_GOES_ON = frozenset(["words", "and", "on", "by", "via", "source", "label", "site", "ui", "licensed", "junk", "creator"])
"""Marks that may be part of a name, as some separators may."""


def chunks(text: str, items: list[Item]) -> list[Chunk]:
    """Split marked items into chunks."""
    out: list[Chunk] = []
    lead = sep = ""
    index, count = 0, len(items)
    lines = "\n" in text
    makers = False
    while index < count:
        item = items[index]
        kind = item.kind
        if lines and index and "\n" in text[items[index - 1].end : item.start]:
            sep += "\n"
        index += 1
        if kind == "sep":
            sep += item.value
        elif kind == "words" or (kind in _PAGE and _named_so(text, items, index - 1)):
            if index < count and ((follower := items[index]).kind in _GOES_ON or (follower.kind == "sep" and follower.value in _INNER)):
                index = _run(text, items, index - 1)
            end = items[index - 1].end
            if (
                sep
                and out
                and sep.strip() == ","
                and not lead
                and out[-1].kind == "words"
                and text[item.start : end].strip(".").lower() in _forms()
            ):
                out[-1] = replace(out[-1], text=text[out[-1].start : end].strip(_EDGE), end=end)  # "Example Pictures, Inc."
                sep = ""
                continue
            out.append(Chunk("words", text[item.start : end].strip(_EDGE), item.start, end, lead, sep))
            lead = sep = ""
        elif kind == "quote":
            out.append(Chunk("quote", item.value.strip(_EDGE), item.start, item.end, lead, sep))
            lead = sep = ""
        elif kind in _ALONE:
            value = item.value
            if kind == "provider":
                value = f"{value}\t{item.lang}"
                makers = makers or item.lang == "maker"
            out.append(Chunk(kind, text[item.start : item.end], item.start, item.end, lead, sep, value))
            lead = "courtesy" if kind == "permission" and leads_on(text[item.start : item.end]) else ""
            sep = ""
        elif kind == "and":
            sep += "&"
        elif kind in _BEHIND and item.lang in CJK_LANGS and out and out[-1].kind == "words" and _is_behind(text, items, index - 1):
            out[-1] = replace(out[-1], lead=_BEHIND[kind])
            lead = sep = ""
        elif kind not in _PAGE or index == count or items[index].kind != "sep":
            lead = _credit_lead(text[item.start : item.end]) if kind == "credit" else kind
    return _institutions(text, out) if makers else out


def _is_behind(text: str, items: list[Item], index: int) -> bool:
    """Whether the East Asian word at `index` says what the name before it did, and does not lead to another one."""
    item = items[index]
    if item.kind == "courtesy" and item.lang != "ko":
        return False  # in Chinese and Japanese whoever provides a picture is as often its maker
    return item.start - items[index - 1].end <= 1 and text[item.end : item.end + 1] not in (":", "：", "=", "＝")


@cache
def _forms() -> frozenset[str]:
    """Legal forms of companies."""
    return vocabulary().names.suffix


def _institutions(text: str, parts: list[Chunk]) -> list[Chunk]:
    """A known maker and the bodies joined to it are one name: "NASA/JPL/USGS", "NASA, ESA, CSA, STScI"."""
    out: list[Chunk] = []
    for part in parts:
        before = out[-1] if out else None
        if before and before.value.endswith("\tmaker") and not part.lead and _belongs(text[before.end : part.start].strip(), part):
            out[-1] = replace(before, end=part.end, text=text[before.start : part.end].strip(_EDGE))
        else:
            out.append(part)
    return out


def _belongs(sign: str, part: Chunk) -> bool:
    """Whether the body `part` goes on with an institution before it, which `sign` joins it to."""
    if sign not in _CHAINING:
        return False
    if part.kind == "provider":
        return part.value.endswith("\tmaker")
    if part.kind != "words" or len(part.text) > 60:
        return False
    if _INITIALS.fullmatch(part.text):
        return True
    return sign != "," and kind_of(part.text) in ("public", "company")


@lru_cache(maxsize=512)
def _credit_lead(label: str) -> str:
    """What a label of credits leads to: the maker if it holds a word for one ("Автор фото:", "Photographer credit:"), or a source."""
    meanings = vocabulary().meanings
    if any(e.category == "creator" for word in words(label) for e in meanings((word,))):
        return "creator"
    return "source" if _SOURCE_WORD.search(label) else "credit"


def _named_so(text: str, items: list[Item], index: int) -> bool:
    """A word of the vocabulary that begins a name: "Code for Sample Town" behind "Photo:"."""
    item = items[index]
    follower = items[index + 1] if index + 1 < len(items) else None
    if item.kind not in ("site", "ui") or not text[item.start].isupper() or not follower or not index:
        return False
    return (
        follower.kind in ("words", "by", "on", "and")
        and text[item.end : follower.start] == " "
        and items[index - 1].kind in ("sep", "label", "creator", "credit", "by", "courtesy")
    )


def _run(text: str, items: list[Item], index: int) -> int:
    """Index behind the run of words that starts at `index`: initials' dots and name particles belong to it."""
    at = index + 1
    while at < len(items):
        item, last = items[at], items[at - 1]
        if item.kind not in _GOES_ON and not (item.kind == "sep" and item.value in _INNER):
            break
        gap = text[last.end : item.start]
        if "\n" in gap:
            break
        follower = items[at + 1] if at + 1 < len(items) else None
        if (
            (item.kind == "words" and not (last.value == "." and YEARS.match(text, item.start)))  # "Example et al. 2020"
            or (not gap and item.kind in _EAST_INNER and EAST.match(text[item.start]) and EAST.match(text[last.end - 1]))
            or (
                item.kind == "sep"
                and item.value in "·・"
                and follower
                and EAST.match(text[last.end - 1])
                and EAST.match(text[follower.start])
            )
            or (item.kind == "sep" and item.value == "." and is_shortened(text, item.start))
            or (item.kind == "sep" and item.value in "'’+&!" and follower and follower.kind == "words" and item.value != "!")
            or (
                gap == " "
                and item.kind in ("label", "site", "junk")
                and text[item.start].isupper()
                and begins_a_name(text, items[index])
                and not text[item.end :].lstrip().startswith((":", "："))
            )
        ):
            at += 1
        elif follower and follower.kind == "words" and gap == " " and _particle(text, item, follower, items[index], last):
            at += 2
        else:
            break
    return at


def _particle(text: str, item: Item, follower: Item, first: Item, last: Item) -> bool:
    word = text[item.start : item.end]
    before = text[first.start : last.end]
    if item.kind == "and" and word == "et" and text[follower.start : follower.end].split()[0].rstrip(".") == "al":
        return True
    if word.lower() in _PARTICLES and word.islower() and item.kind in ("by", "on", "and", "via", "source"):
        if item.kind == "and" and not _ORGANISATION.search(before) and not _ORGANISATION.search(text[follower.start : follower.end]):
            return False
        first_word, *further = text[follower.start : follower.end].split()  # "van der Beispiel" has two
        named = first_word[0].isupper() or (first_word in _PARTICLES and bool(further) and further[0][0].isupper())
        return named and len(before.split()) <= 2 and before[:1].isupper()
    capital = word[:1].isupper() and (len(word) == 1 or word[1:].islower())
    return capital and item.kind in ("label", "by", "on", "via", "and", "junk", "source", "site", "ui", "licensed", "creator")
