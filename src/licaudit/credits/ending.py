# SPDX-License-Identifier: Apache-2.0
"""Credits without a mark at the end of a caption: "… in Rome. Ada Example/AFP", "(Ada Example for Harbour News)"."""

import re
from itertools import pairwise

from licaudit.credits.items import Item
from licaudit.credits.names import kind_of
from licaudit.credits.stretch import CJK_LANGS, EAST, NONE, Region, capital, is_shortened
from licaudit.model.credit import Setting


def _like_a_name(text: str, items: list[Item], index: int) -> bool:
    """Whether words before a provider may be a name: few, with a capital, or an account that opens the bracket or line."""
    item = items[index]
    count = len(text[item.start : item.end].split())
    if count > 5 or (EAST.search(text, item.start, item.end) and item.end - item.start > 24):
        return False
    account = count == 1 and text[item.end : item.end + 2].strip()[:1] in ("/", ",", "|", "-", "–", "—", "@")
    opens = index == 0 or items[index - 1].value in ("(", "（", "[", ".", "\n", "|")
    return capital(text, item) or (account and opens)


ENDING = 0.75
"""The highest score that is given here."""
_NAMING = frozenset(["provider", "label"])
"""Without one of these nothing at the end names a provider."""
_BEFORE = frozenset("([（|—–")
"""Marks before the first name that tell that the caption ends there."""
_PASSED = frozenset(["ui", "arr", "junk", "changed", "sep"])
"""Marks that may follow the name of a provider."""


def _joins(text: str, items: list[Item], index: int) -> bool:
    """Whether a dash joins two names: without spaces, or with them between an account or person and a stock house."""
    item = items[index]
    if item.value not in "—–":
        return False
    around = text[item.start - 1 : item.end + 1]
    if around.strip() == around:
        return True
    if not 0 < index < len(items) - 1 or items[index + 1].lang not in ("stock", "platform") or items[index - 1].kind != "words":
        return False
    before = text[items[index - 1].start : items[index - 1].end]
    return kind_of(before) == "person" or (" " not in before and _like_a_name(text, items, index - 1))


def _dashed(text: str, items: list[Item], first: int, last: int) -> bool:
    """Whether an account or a person, a dash and a provider are all: "harbourcat – stock.adobe.com"."""
    if first + 2 > last or items[first].kind != "words" or items[first + 1].value not in ("-", "–", "—"):
        return False
    name = text[items[first].start : items[first].end]
    return items[first + 2].kind == "provider" and (kind_of(name) == "person" or (" " not in name and name[:1].islower()))


def tail(text: str, items: list[Item], kinds: frozenset[str], setting: Setting) -> Region:
    """A name and an agency after the caption without any marker: "… in Rome. Ada Example/AFP". `kinds` are those of the items."""
    if kinds.isdisjoint(_NAMING):
        return NONE
    last = len(items) - 1
    while last >= 0 and items[last].kind in _PASSED:
        last -= 1
    if last < 0:
        return NONE
    provider = lithuanian = items[last].kind == "label" and items[last].lang == "lt" and last > 1
    if not provider and "provider" not in kinds:
        return NONE
    last -= provider  # Lithuanian puts the label behind the name: "A. Pavyzdys / LNK nuotr."
    first = last
    while first >= 0:
        item = items[first]
        if item.kind == "provider":
            provider = True
        elif item.kind == "words":
            if not _like_a_name(text, items, first):
                break
        elif item.kind == "sep" and item.value and item.value in ".:。>\n()[]—–":
            if not (item.value == "." and is_shortened(text, item.start)) and not _joins(text, items, first):
                break
        elif (item.kind == "by" and text[item.start : item.end].islower() and items[min(first + 1, last)].kind == "words") or (
            item.kind == "creator" and item.lang in CJK_LANGS
        ):
            pass
        elif item.kind not in ("via", "sep", "on", "junk", "and", "changed") and not (item.kind == "label" and capital(text, item)):
            break
        first -= 1
    first += 1
    if not provider or first > last:
        return NONE
    stretch = text[items[first].start : items[last].end]
    slash = lithuanian or "/" in stretch or " via " in stretch or "|" in stretch or _dashed(text, items, first, last)
    bracket = first > 0 and items[first - 1].value in _BEFORE
    if slash or bracket or setting in ("caption", "field") or (first <= 1 and _hosted(text, items[first : last + 1])):
        return Region(items[first].start, items[last].end, first, ENDING if slash else 0.65, "name and provider at the end", "tail")
    if (
        "," in stretch
        and all(i.kind in ("provider", "words", "sep", "label") for i in items)
        and sum(i.kind == "provider" for i in items) >= 2
    ):
        return Region(items[first].start, items[last].end, first, 0.7, "names of providers", "tail")
    return NONE


def _hosted(text: str, items: list[Item]) -> bool:
    """Whether a name stands "on" a platform: "Ada Example on Flickr"."""
    hosted = any(a.kind in ("on", "source") and b.kind == "provider" and b.lang in ("platform", "stock") for a, b in pairwise(items))
    return hosted and any(i.kind == "words" and capital(text, i) for i in items[:-1])


_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]{5,100})[)\]）][\s.*_]*$")
_BEHIND = ".*_" + "".join(filter(str.isspace, map(chr, range(0x3001))))
"""What may stand behind the closing bracket: some signs and every kind of space."""
_CLOSING = (")", "]", "）")


_SITE = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|edu|gov|eu|de|at|ch|fr|es|it|pl|hu|cz|nl|be|ru|jp|uk|io)")


_HOUSES = re.compile(r"[.!?»”\"]\s([A-ZÀ-Þ]{2,8}(?:/[A-ZÀ-Þ]{2,8}){1,4})\.?\s*$")

_AMONG = re.compile(r"[/|]| for | für ")
_APART = re.compile(r"\s*[/|,]\s*| and | for | für | & ")
_INITIALS = re.compile(r"\b[A-Z]{2,5}\b")


def bracketed(text: str, items: list[Item]) -> Region:
    """Names and a body in brackets at the end, without any mark: "(Ada Example/Bo Muster for Harbour News)"."""
    last = text.rstrip(_BEHIND)[-1:]
    houses = _HOUSES.search(text) if last.isupper() and "/" in text else None
    if houses:
        first = next((n for n, i in enumerate(items) if i.start >= houses.start(1)), 0)
        return Region(houses.start(1), len(text), first, 0.6, "initials of houses at the end", "tail")
    hit = _BRACKETS.search(text) if last in _CLOSING else None
    if not hit:
        return NONE
    inner = hit[1]
    site = hit.start() > 20 and len(text) < 250 and _SITE.fullmatch(inner.strip())
    if not site and not _AMONG.search(inner):
        return NONE
    first = next((n for n, i in enumerate(items) if i.start >= hit.start(1)), 0)
    if site:
        return Region(hit.start(1), hit.end(1), first, 0.6, "a web site in brackets", "tail")
    parts = [p.strip() for p in _APART.split(inner) if p.strip()]
    if len(parts) < 2:
        return NONE
    *names, body = parts
    kinds = [kind_of(n) for n in names]
    if kind_of(body) not in ("company", "public") or any(k not in ("person", "name") for k in kinds):
        return NONE
    if "person" not in kinds and not body.isupper() and not _INITIALS.search(body):
        return NONE
    return Region(hit.start(1), hit.end(1), first, 0.65, "names and a body in brackets", "tail")
