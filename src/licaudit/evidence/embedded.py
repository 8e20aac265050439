# SPDX-License-Identifier: Apache-2.0
"""What a picture file says of itself: metadata blocks as claims, read only from inside the site's folder."""

import os
import stat
from pathlib import Path
from urllib.parse import unquote

from licaudit.evidence import metadata
from licaudit.evidence.containers import blocks
from licaudit.model.evidence import Claim, Origin
from licaudit.model.place import Place
from licaudit.rulebook import licences

READERS = {"exif": metadata.exif, "iim": metadata.iim, "xmp": metadata.xmp}
FIELDS: dict[str, tuple[str, float]] = {
    "EXIF:Artist": ("creator", 0.5),
    "EXIF:XPAuthor": ("creator", 0.4),
    "EXIF:Copyright": ("copyrightNotice", 0.5),
    "EXIF:XPTitle": ("title", 0.4),
    "IPTC:By-line": ("creator", 0.6),
    "IPTC:Credit": ("creditLine", 0.6),
    "IPTC:Source": ("source", 0.5),
    "IPTC:CopyrightNotice": ("copyrightNotice", 0.6),
    "IPTC:ObjectName": ("title", 0.4),
    "IPTC:SpecialInstructions": ("usageTerms", 0.4),
    "XMP:dc:creator": ("creator", 0.6),
    "XMP:dc:rights": ("copyrightNotice", 0.6),
    "XMP:dc:title": ("title", 0.5),
    "XMP:photoshop:Credit": ("creditLine", 0.6),
    "XMP:photoshop:Source": ("source", 0.5),
    "XMP:photoshop:Instructions": ("usageTerms", 0.4),
    "XMP:xmpRights:UsageTerms": ("usageTerms", 0.6),
    "XMP:xmpRights:WebStatement": ("webStatement", 0.7),
    "XMP:cc:license": ("licenceUrl", 0.7),
    "XMP:cc:attributionName": ("creditLine", 0.7),
    "XMP:cc:attributionURL": ("workUrl", 0.7),
    "XMP:Iptc4xmpExt:DigitalSourceType": ("digitalSourceType", 0.8),
}
RIGHTS = frozenset({"creator", "creditLine", "copyrightNotice", "licence", "licenceUrl", "usageTerms", "webStatement"})
"""Fields that say whose a picture is or how it may be used."""
PNG_TEXT = {"text:Author": "creator", "text:Copyright": "copyrightNotice", "text:Source": "source"}


def fields(path: str) -> dict[str, str]:
    """Every rights field of a picture file by its own name; each stage that fails is left out. Raises OSError."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return {}
        found: dict[str, str] = {}
        for kind, data in blocks(file):
            if kind.startswith("text:"):
                found.setdefault(kind, data.decode("utf-8", "replace").strip()[: metadata.MOST_TEXT])
                continue
            for key, value in READERS[kind](data).items():
                found.setdefault(key, value)
    return found


def claims(path: str, shown: str = "") -> tuple[Claim, ...]:
    """The claims of one file, `shown` being its name for people; () if it cannot be opened."""
    try:
        found = fields(path)
    except OSError:
        return ()
    place = Place(shown or path)
    made: list[Claim] = []
    for key, value in found.items():
        field, strength = FIELDS.get(key, (PNG_TEXT.get(key, ""), 0.4))
        if not field or value.startswith("FBMD"):
            continue
        origin: Origin = "xmp" if key.startswith("XMP") else "iim" if key.startswith("IPTC") else "exif"
        detail = key.split(":", 1)[1].rsplit(":", 1)[-1]
        made.append(Claim(field, value, origin, strength, detail, place))
        if field in ("licenceUrl", "webStatement") and (known := licences.by_url(value).id):
            made.append(Claim("licence", known, origin, strength, value, place))
    return tuple(made)


def inside(root: str, page: str, address: str) -> str:
    """The file that `address` (as written in the page file `page`) means, if it lies in `root`; "" otherwise.

    Site-absolute addresses start from `root`. Addresses of other servers,
    data addresses, escapes by `..` or links, and absent files yield "".
    """
    if not root or not address or "//" in address[:8] or ":" in address.split("/", 1)[0] or "\0" in address:
        return ""
    path = unquote(address.split("?", 1)[0].split("#", 1)[0])
    if not path or "\0" in path:
        return ""
    base = Path(root) if path.startswith("/") else Path(page).parent if page else Path(root)
    try:
        whole = os.path.realpath(base / path.lstrip("/"))
        top = os.path.realpath(root)
        return whole if os.path.commonpath([whole, top]) == top and Path(whole).is_file() else ""
    except (OSError, ValueError):
        return ""
