# SPDX-License-Identifier: Apache-2.0
"""The original that a published rendition was made of, where it lies beside it or is offered by the page."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

_SIZE = re.compile(r"(?:[-_]\d{2,5}x\d{2,5}|[-_]\d{2,5}w|-scaled|@[23]x|[-_](?:small|medium|large|thumb|thumbnail))\Z", re.I)
ENDINGS = (".jpg", ".jpeg", ".JPG", ".JPEG", ".png", ".webp", ".tif", ".tiff")


def originals(path: str, offered: Sequence[str]) -> Iterator[str]:
    """Files that `path` may be a rendition of, likely ones first: those `offered` by the page that are larger, then by name."""
    shown = Path(path)
    try:
        size = shown.stat().st_size
    except OSError:
        return
    for other in offered:
        if other != path and Path(other).stat().st_size > size and stem(other) == stem(path):
            yield other
    plain = _SIZE.sub("", shown.stem)
    if plain == shown.stem:
        return
    for ending in dict.fromkeys((shown.suffix, *ENDINGS)):
        other_path = shown.with_name(plain + ending)
        if other_path.is_file() and not other_path.is_symlink():
            yield str(other_path)


def stem(path: str) -> str:
    """The file's name without ending and without what tells the size of a rendition, folded."""
    return _SIZE.sub("", Path(path).stem).casefold()
