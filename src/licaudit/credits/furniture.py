# SPDX-License-Identifier: Apache-2.0
"""What the names of files and boxes tell: logos and buttons, and small copies of pictures."""

import re

from licaudit.model.page import Image

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+x\d+")
_THUMB_CLASSES = frozenset(["thumbnail", "thumb"])
_THUMB = re.compile(r"(?:thumb(?:nail)?s?|(?:^|[-_ ])crop|square_?\d*|teaser|avatar)(?:[-_ ]?\d+(?:x\d+)?)?$", re.I)


def words_of(text: str) -> list[str]:
    """Lower-case words of a class name, id or file name; camelCase is split."""
    return [w.lower() for w in _WORD.findall(text[:400])]


def file_name(image: Image, vocabulary: dict[str, frozenset[str]]) -> str:
    """The name of the picture's file; where `src` holds a stand-in until the page has loaded, that of the picture to come."""
    names = [a.split("?")[0].rsplit("/", 1)[-1] for a in (image.src, *image.candidates)]
    return next((n for n in names if vocabulary["interface_files"].isdisjoint(words_of(n))), names[0])


def furniture(image: Image, hit: frozenset[str], count: int) -> frozenset[str]:
    """Words of a file name that speak of furniture; a name with a date or number tells of a photograph that was sent."""
    if count > 4 or (hit <= _SENT and re.search(r"\d{4}", image.src.rsplit("/", 1)[-1])):
        return frozenset()
    return hit


def telling(name: frozenset[str]) -> int:
    """How many words tell of the picture; the short ones in the name of a drawing are pieces of a checksum."""
    return sum(len(w) > 2 for w in name - {"svg"}) if "svg" in name else len(name)


_SENT = frozenset(["whatsapp", "youtube", "facebook", "instagram", "twitter", "linkedin"])


def thumbnail(image: Image) -> bool:
    """Whether the file's name, a folder in its address or its class says that it is a small copy."""
    parts = image.src.split("?")[0].split("/")
    named = _THUMB.search(parts[-1].rsplit(".", 1)[0]) or any(re.fullmatch(r"square_?\d+", p) for p in parts[:-1])
    return image.origin not in ("front-matter", "meta") and (bool(named) or not _THUMB_CLASSES.isdisjoint(image.classes.lower().split()))
