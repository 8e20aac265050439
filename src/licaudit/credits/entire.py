# SPDX-License-Identifier: Apache-2.0
"""Lines that are a credit as a whole: title, author and licence, or an address of a picture's page."""

import re
from collections.abc import Sequence

from licaudit.credits.items import Item
from licaudit.credits.licences import by_url
from licaudit.credits.names import kind_of
from licaudit.credits.stretch import EAST, Region, capital
from licaudit.credits.vocabulary import vocabulary
from licaudit.credits.whole import read_whole
from licaudit.model.credit import LicenceMention, Link


def entire(text: str, items: list[Item], mentions: Sequence[LicenceMention], links: Sequence[Link]) -> Region:
    """Lines that are a credit as a whole: title, author and licence, or an address of a picture's page."""
    named = [m for m in mentions if m.via == "text"] or list(mentions)
    vocab = vocabulary()
    platforms = [i for i in items if i.kind == "provider"]
    hosts = [vocab.host(k.href) for k in links if not by_url(k.href)]
    pictures = any(kind in ("platform", "stock") for _, _, kind in hosts)
    label = any(i.kind in ("label", "creator") for i in items)
    words = sum(len(text[i.start : i.end].split()) for i in items if i.kind == "words")
    if len(items) == 1 and items[0].kind in ("source", "credit") and pictures and any(_is_item(k.href) for k in links):
        return Region(0, len(text), 0, 0.65, "a word that links to a picture's page", "source")
    if (
        len(items) > 1
        and items[0].kind in ("source", "on")
        and platforms
        and platforms[0].lang in ("platform", "maker")
        and {i.kind for i in items} <= {"source", "on", "via", "provider", "sep"}
    ):
        return Region(0, len(text), 0, 0.6, "from a platform")
    if named and len(text) < 500:
        follower = next((n for n, i in enumerate(items) if i.start >= named[0].end), len(items))
        if follower + 1 < len(items) and items[follower].kind in ("by", "creator") and capital(text, items[follower + 1]):
            return Region(0, len(text), 0, 0.7, "name and licence")
        if any(i.kind in ("via",) for i in items) and platforms:
            return Region(0, len(text), 0, 0.9, "licence and platform")
        if pictures or platforms:
            return Region(0, len(text), 0, 0.75 if words < 40 else 0.45, "licence and platform")
        if (
            any(i.kind in ("by", "quote") for i in items)
            and words < 30
            and (label or any(i.kind == "quote" for i in items[:2]) or text[:3].lower() == "by ")
        ):
            return Region(0, len(text), 0, 0.65, "title, author and licence")
        rest = re.findall(r"[^\W\d_]{2,}", re.sub(r"https?://\S+", "", text[named[0].end :]))
        if 0 < words <= 16 and len(rest) <= 12 and named[0].id != "CC" and (_maker(text, items, named[0]) or _authored(text, items)):
            return Region(0, len(text), 0, 0.65, "name and licence")
        if label and words < 30:
            return Region(0, len(text), 0, 0.6, "picture and licence")
        if 0 < words <= 16 and len(rest) <= 12 and named[0].id != "CC" and _names_a_maker(text, items):
            return Region(0, len(text), 0, 0.5, "a maker and a licence")
    if (
        pictures
        and words <= 12
        and len(text) < 300
        and (words >= 1 or any(k.kind == "text" for k in links))
        and any(_is_item(k.href) for k in links)
        and (platforms or any(k.kind == "text" for k in links) or label)
    ):
        return Region(0, len(text), 0, 0.6, "page of a picture")
    return Region(0, len(text), 0, 0.0, "")


def _authored(text: str, items: list[Item]) -> bool:
    """Whether a person's or an account's name opens the line and the licence follows."""
    author = read_whole(text, items, 0)
    if not author.names or author.names[0][0] > 3 or EAST.search(author.names[0][1]):
        return False
    kind = kind_of(author.names[0][1])
    return kind in ("person", "account") or (kind == "name" and len(author.names[0][1].split()) == 2)


def _names_a_maker(text: str, items: list[Item]) -> bool:
    """Whether the part before the licence tells a person or an account as its author."""
    return any(kind_of(name) in ("person", "account") for _, name in read_whole(text, items, 0).names)


def _maker(text: str, items: list[Item], named: LicenceMention) -> bool:
    """Whether a name stands right before the licence, or right behind it: "Ada Example (CC BY 4.0)"."""
    before = [i for i in items if i.end <= named.start and i.kind != "sep"]
    after = [i for i in items if i.start >= named.end and i.kind != "sep"]
    if any(i.kind in ("licensed", "source", "copy", "url") for i in before + after):
        return False
    near = before[-1] if before else after[0] if after else None
    if text[: named.start].rstrip().endswith(("under", "unter", "sous", "bajo")) or (near and EAST.search(text[near.start : near.end])):
        return False
    return bool(
        near
        and not text[near.start].isdigit()
        and near.kind in ("words", "provider", "quote", "own")
        and capital(text, near)
        and text[:1] not in "-*#"
        and ":" not in text[: named.start]
    )


def _is_item(href: str) -> bool:
    return bool(re.search(r"/(?:photos?|wiki|fotos?|w|users?|es|en|de|fr|it|pt|@[\w.-]+|pic-\d+|p)\b.{3,}", href))
