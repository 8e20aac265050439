# SPDX-License-Identifier: Apache-2.0
"""Picture files of the site with the same bytes: one picture under two names."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from licaudit.evidence.embedded import inside
from licaudit.model.page import ImageUse, PageRecord

MOST_BYTES = 64 * 1024 * 1024
LEAST_BYTES = 512
"""Files smaller than this are spacers and dots: that two of them are equal says nothing."""


def twins(records: Iterable[PageRecord], identity: Callable[[ImageUse], str]) -> dict[str, str]:
    """From the identity of a picture to that of its first twin, for pictures that have one. Only files of equal size are read."""
    files: dict[str, str] = {}
    for record in records:
        for use in record.uses if record.file else ():
            if use.role in ("content", "social") and (key := identity(use)) and key not in files:
                files[key] = inside(record.root, record.file, use.image.resolved or use.image.src)
    sizes: dict[int, dict[str, list[str]]] = {}
    for key, path in files.items():
        if path and LEAST_BYTES <= (size := _size(path)) <= MOST_BYTES:
            sizes.setdefault(size, {}).setdefault(path, []).append(key)
    same: dict[str, list[str]] = {}
    for paths in sizes.values():
        if len(paths) > 1:
            for path, keys in paths.items():
                same.setdefault(_digest(path) or path, []).extend(keys)
    return {key: min(keys) for keys in same.values() if len(keys) > 1 for key in keys}


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def _digest(path: str) -> str:
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""
