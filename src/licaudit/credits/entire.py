# SPDX-License-Identifier: Apache-2.0
"""Lines that are a credit as a whole: title, author and licence, or an address of a picture's page."""

import re
from collections.abc import Sequence

from licaudit.credits.items import Item
from licaudit.credits.licences import by_url
from licaudit.credits.names import kind_of
from licaudit.credits.stretch import EAST, NONE, Region, capital
from licaudit.credits.vocabulary import vocabulary
from licaudit.credits.whole import read_whole
from licaudit.model.credit import LicenceMention, Link

_FROM = frozenset(["source", "on", "via", "provider", "sep"])
_WORD = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(r"https?://\S+")
_ITEM = re.compile(r"/(?:photos?|wiki|fotos?|w|users?|es|en|de|fr|it|pt|@[\w.-]+|pic-\d+|p)\b.{3,}")


def entire(text: str, items: list[Item], mentions: Sequence[LicenceMention], links: Sequence[Link]) -> Region:
    """Lines that are a credit as a whole: title, author and licence, or an address of a picture's page."""
    if not items or not (mentions or links or items[0].kind in ("source", "on")):
        return NONE
    first, kinds = items[0].kind, {i.kind for i in items}
    pictures = bool(links) and _show_pictures(links)
    if first in ("source", "credit") and len(items) == 1 and pictures and any(_is_item(k.href) for k in links):
        return Region(0, len(text), 0, 0.65, "a word that links to a picture's page", "source")
    if first in ("source", "on") and "provider" in kinds and kinds <= _FROM:
        if next(i for i in items if i.kind == "provider").lang in ("platform", "maker"):
            return Region(0, len(text), 0, 0.6, "from a platform")
    words = sum(len(text[i.start : i.end].split()) for i in items if i.kind == "words")
    if mentions and len(text) < 500:
        named = next((m for m in mentions if m.via == "text"), mentions[0])
        score, reason = _licensed(text, items, named, kinds, words, pictures)
        if score:
            return Region(0, len(text), 0, score, reason)
    if pictures and words <= 12 and len(text) < 300 and any(_is_item(k.href) for k in links):
        printed = any(k.kind == "text" for k in links)
        if (words or printed) and (printed or kinds & {"provider", "label", "creator"}):
            return Region(0, len(text), 0, 0.6, "page of a picture")
    return NONE


def _licensed(text: str, items: list[Item], named: LicenceMention, kinds: set[str], words: int, pictures: bool) -> tuple[float, str]:
    """How surely a short line that names a licence is a credit as a whole, and why."""
    follower = next((n for n, i in enumerate(items) if i.start >= named.end), len(items))
    if follower + 1 < len(items) and items[follower].kind in ("by", "creator") and capital(text, items[follower + 1]):
        return 0.7, "name and licence"
    if "provider" in kinds and "via" in kinds:
        return 0.9, "licence and platform"
    if "provider" in kinds or pictures:
        return (0.75 if words < 40 else 0.45), "licence and platform"
    label = not kinds.isdisjoint(("label", "creator"))
    if words < 30 and not kinds.isdisjoint(("by", "quote")):
        if label or any(i.kind == "quote" for i in items[:2]) or text[:3].lower() == "by ":
            return 0.65, "title, author and licence"
    if 0 < words <= 16 and named.id != "CC" and _ends_soon(text, named.end):
        if _maker(text, items, named) or _authored(text, items):
            return 0.65, "name and licence"
    return (0.6, "picture and licence") if label and words < 30 else (0.0, "")


def _ends_soon(text: str, behind: int) -> bool:
    """Whether few words follow the licence, addresses aside."""
    return len(_WORD.findall(_ADDRESS.sub("", text[behind:]))) <= 12


def _show_pictures(links: Sequence[Link]) -> bool:
    """Whether a link leads to a place for pictures."""
    host = vocabulary().host
    return any(host(k.href)[2] in ("platform", "stock") for k in links if not by_url(k.href))


def _authored(text: str, items: list[Item]) -> bool:
    """Whether a person's or an account's name opens the line and the licence follows."""
    author = read_whole(text, items, 0)
    if not author.names or author.names[0][0] > 3 or EAST.search(author.names[0][1]):
        return False
    kind = kind_of(author.names[0][1])
    return kind in ("person", "account") or (kind == "name" and len(author.names[0][1].split()) == 2)


def _maker(text: str, items: list[Item], named: LicenceMention) -> bool:
    """Whether a name stands right before the licence, or right behind it: "Ada Example (CC BY 4.0)"."""
    near: Item | None = None
    for item in items:
        if item.kind == "sep" or item.start < named.end and item.end > named.start:
            continue
        if item.kind in ("licensed", "source", "copy", "url"):
            return False
        if near is None or item.end <= named.start:
            near = item
    if near is None or near.kind not in ("words", "provider", "quote", "own") or not capital(text, near) or text[near.start].isdigit():
        return False
    before = text[: named.start]
    if text[:1] in "-*#" or ":" in before or before.rstrip().endswith(("under", "unter", "sous", "bajo")):
        return False
    return not EAST.search(text, near.start, near.end)


def _is_item(href: str) -> bool:
    return bool(_ITEM.search(href))
