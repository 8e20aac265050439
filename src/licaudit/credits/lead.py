# SPDX-License-Identifier: Apache-2.0
"""The picture that a page names for its share card (`og:image`, `twitter:image`) is the article's lead picture, wherever it stands.

Sites publish one picture in several sizes under several addresses; `identity` is what these addresses have in common.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from licaudit.credits.furniture import words_of

if TYPE_CHECKING:
    from licaudit.credits.roles import Verdict

_NESTED = re.compile(r"[?&](?:url|src|image|img|u|source)=([^&]+)", re.I)
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.I)
_ENDING = re.compile(r"\.(?:jpe?g|png|webp|avif|gif|tiff?|jfif)$", re.I)
_SIZE = re.compile(
    r"\d{2,5}x\d{2,5}|\d{2,5}w|w\d{2,5}|scaled|small|medium|large|thumb|thumbnail|crop|wide|square|orig|original|[23]x", re.I
)
_PART = re.compile(r"[-_.@]+")


_LONGEST = 2000
"""Code points of an address that is compared; pictures drawn inline are longer."""
_WRAPPED = 3
"""How many services may stand around the address of a picture: "https://resize.example/?url=https%3A%2F%2Fsample.example%2Fferry.jpg"."""


def identity(address: str) -> str:
    """What all renditions of a picture have in common: the name of its file without what tells a size; "" if nothing does."""
    return "" if len(address) > _LONGEST or address[:5].lower() == "data:" else _identity(address)


@lru_cache(maxsize=4096)
def _identity(address: str) -> str:
    for _ in range(_WRAPPED):
        nested = _NESTED.search(address)
        if not nested or "/" not in (inner := unquote(nested[1])):
            break
        address = inner
    if found := _UUID.search(address):
        return found[0].lower()
    path = unquote(address.split("?", 1)[0].split("#", 1)[0])
    path = path.split("//", 1)[1].partition("/")[2] if "//" in path else path
    *folders, name = path.rstrip("/").split("/")
    parts = _PART.split(_ENDING.sub("", name))
    plain = "-".join(_without_size(parts)).casefold()
    if len(plain) >= 8 or (len(plain) >= 6 and plain.isdigit()):
        return plain
    folder = folders[-1] if folders else ""
    return f"{folder}/{plain}".casefold() if len(folder) >= 12 else ""


def _without_size(parts: list[str]) -> list[str]:
    """Parts of a name up to those at the end that tell a size: "640x480", "large", two or more short numbers, one of three digits or more."""
    end = len(parts)
    while end and (_SIZE.fullmatch(parts[end - 1]) or not parts[end - 1]):
        end -= 1
    numbers = next((n for n, part in enumerate(reversed(parts[:end])) if not (part.isdigit() and len(part) <= 4)), end)
    if numbers > 1 or (numbers == 1 and len(parts[end - 1]) >= 3 and len("".join(parts[: end - 1])) >= 8):
        end -= numbers
    return parts[:end]


def with_lead(verdicts: list["Verdict"], furniture: frozenset[str]) -> list["Verdict"]:
    """The picture of the share card is content, though it stands in an odd place, unless a rendition of it is already.

    Pictures whose file is named for `furniture` stay what they are: many sites name their logo where an article has no picture.
    """
    shared: dict[str, list[int]] = {key: [] for v in verdicts if v.image.origin == "meta" and (key := identity(v.image.src))}
    if not shared:
        return verdicts
    for number, verdict in enumerate(verdicts):
        if verdict.image.origin != "meta":
            for key in {identity(a): None for a in (verdict.image.src, *verdict.image.candidates)}:
                if key in shared:
                    shared[key].append(number)
    for here in shared.values():
        if any(verdicts[n].role == "content" for n in here):
            continue
        best = next((n for n in sorted(here, key=lambda n: verdicts[n].image.hidden) if not _fixed(verdicts[n], furniture)), None)
        if best is not None:
            verdicts[best] = verdicts[best]._replace(role="content", reason="the picture of the page's share card", confidence="medium")
    return verdicts


def _fixed(verdict: "Verdict", furniture: frozenset[str]) -> bool:
    """Whether the role stands: too small to be a picture, in a menu or footer, or named for a logo."""
    return verdict.confidence == "high" or not furniture.isdisjoint(words_of(verdict.image.src.rsplit("/", 1)[-1]))
