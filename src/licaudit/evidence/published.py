# SPDX-License-Identifier: Apache-2.0
"""Which picture files lie in the scanned folders, and which names anything there speaks of."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from licaudit.evidence.original import stem
from licaudit.evidence.tree import TooManyFiles, below
from licaudit.model.page import PageRecord

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".tif", ".tiff"})
SPEAKING = frozenset({".css", ".scss", ".js", ".mjs", ".json", ".webmanifest", ".xml", ".svg", ".txt", ".yml", ".yaml", ".toml", ".csv"})
"""Files that are no articles and may use a picture: style sheets, manifests, feeds, data."""
MOST = 1_000_000
MOST_BYTES = 4 * 1024 * 1024
_NAME = re.compile(rb"[^\s\"'()<>/\\=,;:]{1,200}\.(?:jpe?g|png|webp|gif|avif|tiff?)(?![A-Za-z0-9])", re.I)
_ICON = re.compile(r"(?:favicon|apple-touch-icon|android-chrome|mstile|safari-pinned|icon|logo)(?![a-z])", re.I)


class Published(NamedTuple):
    """Picture files that nothing speaks of, sorted by path; `whole` is False where there were too many files to look at."""

    unused: tuple[str, ...]
    whole: bool


def unused(paths: Sequence[str], records: Iterable[PageRecord]) -> Published:
    """Look through the folders in `paths`. A name counts as used wherever it stands, so that what is said to be unused surely is."""
    used = _shown(records)
    pictures: list[str] = []
    try:
        for file in below(paths, MOST):
            ending = file.suffix.lower()
            if ending in PICTURES and not _ICON.match(file.name):
                pictures.append(file.as_posix())
            elif ending in SPEAKING:
                used |= _names(file)
    except TooManyFiles:
        return Published((), False)
    known = {stem(name) for name in used if name}  # an original and its renditions are one picture
    return Published(tuple(path for path in pictures if stem(name_of(path)) not in known), True)


def name_of(address: str) -> str:
    """The file's name in an address, folded; "" for data addresses."""
    return "" if address.startswith("data:") else unquote(address.split("?", 1)[0].split("#", 1)[0]).rsplit("/", 1)[-1].casefold()


def _shown(records: Iterable[PageRecord]) -> set[str]:
    """Names that pages speak of: pictures, what they link to, and what is said to machines."""
    names: set[str] = set()
    for record in records:
        for use in record.uses:
            names |= {name_of(one) for one in (use.image.src, *use.image.candidates, use.image.link)}
        for fact in record.facts:
            names |= {name_of(fact.subject), name_of(fact.value)}
    return names


def _names(path: Path) -> set[str]:
    """Picture names in a file that is no article; nothing of one that is too large or cannot be read."""
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > MOST_BYTES:
            return set()
        return {name_of(found.decode("utf-8", "replace")) for found in _NAME.findall(path.read_bytes())}
    except OSError:
        return set()
