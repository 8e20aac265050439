# SPDX-License-Identifier: Apache-2.0
"""Lines that are a credit as a whole: title, author and licence, or an address of a picture's page."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from licaudit.credits.items import Item
from licaudit.credits.licences import by_url
from licaudit.credits.names import kind_of
from licaudit.credits.stretch import EAST, NONE, Line, Region, capital
from licaudit.credits.vocabulary import host_of
from licaudit.credits.whole import author_of
from licaudit.model.credit import LicenceMention, Link

_MOST, _MAKER = 0.9, 0.65
"""The highest score that is given here, and the highest of a line that names no place where the picture is."""
_FROM = frozenset(["source", "on", "via", "provider", "sep"])
_START = attrgetter("start")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(r"https?://\S+")
_ITEM = re.compile(r"/(?:photos?|wiki|fotos?|w|users?|es|en|de|fr|it|pt|@[\w.-]+|pic-\d+|p)\b.{3,}")


def entire(line: Line, least: float) -> Region:
    """Lines that are a credit as a whole: title, author and licence, or an address of a picture's page.

    What cannot be likelier than `least` is not looked for.
    """
    items, mentions, links = line.items, line.mentions, line.links
    if least >= _MOST or not items or not (mentions or links or items[0].kind in ("source", "on")):
        return NONE
    text, kinds, first = line.text, line.kinds, items[0].kind
    pictures = bool(links) and _show_pictures(links)
    if first in ("source", "credit") and len(items) == 1 and pictures and any(_is_item(k.href) for k in links):
        return Region(0, len(text), 0, 0.65, "a word that links to a picture's page", "source")
    platform = next((i.lang for i in items if i.kind == "provider"), "") if first in ("source", "on") and kinds <= _FROM else ""
    if platform in ("platform", "maker"):
        return Region(0, len(text), 0, 0.6, "from a platform")
    if mentions and len(text) < 500:
        named = mentions[0]
        if named.via != "text":
            named = next((m for m in mentions if m.via == "text"), named)
        if _author_follows(text, items, named):
            return Region(0, len(text), 0, 0.7, "name and licence")
        if pictures or "provider" in kinds:
            score = (
                0.9
                if "provider" in kinds and ("via" in kinds or _from_a_place(items))
                else 0.75
                if len(text) < 80 or _words(text, items) < 40
                else 0.45
            )
            return Region(0, len(text), 0, score, "licence and platform")
        score, reason = _with_maker(line, named) if least < _MAKER else (0.0, "")
        if score:
            return Region(0, len(text), 0, score, reason)
    if pictures and len(text) < 300 and (words := _words(text, items)) <= 12 and any(_is_item(k.href) for k in links):
        printed = any(k.kind == "text" for k in links)
        if (words or printed) and (printed or kinds & {"provider", "label", "creator"}):
            return Region(0, len(text), 0, 0.6, "page of a picture")
    return NONE


def _author_follows(text: str, items: list[Item], named: LicenceMention) -> bool:
    """Whether "by" and a name follow the licence."""
    number = bisect_left(items, named.end, key=_START)
    if number + 1 >= len(items) or items[number].kind not in ("by", "creator"):
        return False
    follower = items[number + 1]
    return capital(text, follower) or (follower.end == len(text) and kind_of(text[follower.start : follower.end]) == "account")


def _with_maker(line: Line, named: LicenceMention) -> tuple[float, str]:
    """How surely a short line that names a licence is a credit of the maker it names, and why."""
    text, items, kinds = line.text, line.items, line.kinds
    words = _words(text, items)
    label = not kinds.isdisjoint(("label", "creator"))
    led = not kinds.isdisjoint(("by", "quote")) and words < 30
    if led and (label or _quote_opens(items) or items[0].kind == "by"):
        return _MAKER, "title, author and licence"
    short = 0 < words <= 16 and named.id != "CC" and _ends_soon(text, named.end)
    if short and (_maker(text, items, named) or _authored(line)):
        return _MAKER, "name and licence"
    if led and words <= 10 and _by_a_person(text, items):
        return 0.55, "title, person and licence"
    if label and words < 30:
        return 0.6, "picture and licence"
    return (0.5, "a maker and a licence") if short and _names_a_maker(line) else (0.0, "")


def _from_a_place(items: list[Item]) -> bool:
    """Whether a word such as "from" leads to a platform: "By Ada Example [CC BY 4.0], from Wikimedia Commons"."""
    return any(a.kind in ("source", "on") and b.kind == "provider" and b.lang == "platform" for a, b in pairwise(items))


def _by_a_person(text: str, items: list[Item]) -> bool:
    return any(a.kind == "by" and b.kind == "words" and kind_of(text[b.start : b.end]) == "person" for a, b in pairwise(items))


def _quote_opens(items: list[Item]) -> bool:
    """Whether a quoted title is among the first two items, signs aside."""
    solid = 0
    for item in items:
        if item.kind == "quote":
            return True
        if item.kind != "sep":
            solid += 1
            if solid == 2:
                break
    return False


def _words(text: str, items: list[Item]) -> int:
    return sum([len(text[i.start : i.end].split()) for i in items if i.kind == "words"])


_FEW = 36
"""Code points in which thirteen words have no room."""


def _ends_soon(text: str, behind: int) -> bool:
    """Whether few words follow the licence, addresses aside."""
    rest = text[behind:]
    return len(rest) <= _FEW or len(_WORD.findall(_ADDRESS.sub("", rest) if "://" in rest else rest)) <= 12


def _show_pictures(links: Sequence[Link]) -> bool:
    """Whether a link leads to a place for pictures."""
    return any(host_of(k.href)[2] in ("platform", "stock") for k in links if not by_url(k.href))


def _authored(line: Line) -> bool:
    """Whether a person's or an account's name opens the line and the licence follows."""
    author = author_of(line)
    begin = next((i.start for i in line.items if i.kind != "sep"), 0)
    if not author.names or author.names[0][0] > begin + 3 or EAST.search(author.names[0][1]):
        return False
    kind = kind_of(author.names[0][1])
    return kind in ("person", "account") or (kind == "name" and len(author.names[0][1].split()) == 2)


def _names_a_maker(line: Line) -> bool:
    """Whether the part before the licence tells a person or an account as its author."""
    return any(kind_of(name) in ("person", "account") for _, name in author_of(line).names)


def _maker(text: str, items: list[Item], named: LicenceMention) -> bool:
    """Whether a name stands right before the licence, or right behind it: "Ada Example (CC BY 4.0)"."""
    near: Item | None = None
    for item in items:
        if item.kind == "sep" or (item.start < named.end and item.end > named.start):
            continue
        if item.kind == "url" and by_url(item.value):
            continue
        if item.kind in ("licensed", "source", "copy", "url"):
            return False
        if near is None or item.end <= named.start:
            near = item
    if near is None or near.kind not in ("words", "provider", "quote", "own") or not capital(text, near) or text[near.start].isdigit():
        return False
    begin = items[0].start
    before = text[begin : named.start]
    if text[begin] in "-*#" or ":" in before or before.rstrip().endswith(("under", "unter", "sous", "bajo")):
        return False
    return not EAST.search(text, near.start, near.end)


def _is_item(href: str) -> bool:
    return bool(_ITEM.search(href))
