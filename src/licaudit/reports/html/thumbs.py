# SPDX-License-Identifier: Apache-2.0
"""Small pictures for the cards: re-encoded, bounded, and only from inside the folders that were scanned."""

import hashlib
import io
import os
import stat
import warnings
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from licaudit.reports.html.view import Entry

EDGE = 240
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
MAX_PIXELS = 50_000_000
MAX_BYTES = 50_000_000


def draw(
    entries: Iterable[Entry], roots: tuple[Path, ...], folder: Path | None, known: frozenset[str]
) -> tuple[dict[str, bytes], dict[str, int]]:
    """Thumbnails of all entries with findings; sets their `thumb`.

    Returns new files, and those of `known` in `folder` that serve again with
    their size (the name is the hash of the picture, so they need no check).
    """
    new: dict[str, bytes] = {}
    kept: dict[str, int] = {}
    seen: dict[Path, str] = {}
    real_roots = tuple(r.resolve() for r in roots)
    for entry in entries:
        if not entry.findings or not entry.use:
            continue
        path = locate(entry, real_roots)
        if path is None:
            continue
        if path not in seen:
            seen[path] = _one(path, folder, known, new, kept)
        entry.thumb = seen[path]
    return new, kept


def _one(path: Path, folder: Path | None, known: frozenset[str], new: dict[str, bytes], kept: dict[str, int]) -> str:
    data = read(path)
    if data is None:
        return ""
    digest = hashlib.sha256(data).hexdigest()
    name = f"thumbs/{digest[:2]}/{digest}.webp"
    if name in new or name in kept:
        return name
    if folder is not None and name in known and (folder / name).is_file():
        kept[name] = (folder / name).stat().st_size
        return name
    small = shrink(data)
    if small is None:
        return ""
    new[name] = small
    return name


def locate(entry: Entry, roots: tuple[Path, ...]) -> Path | None:
    """The file of a picture, inside one of `roots` (resolved), or None: never a path that leads out of them."""
    for address in (entry.use.get("resolved") or "", entry.use.get("src") or "", *(entry.use.get("candidates") or ())):
        name = unquote(address.split("?", 1)[0].split("#", 1)[0])
        if (
            not name
            or "://" in name
            or name.startswith(("//", "data:"))
            or "\\" in name
            or "\0" in name
            or ":" in name[:3]
            or len(name) > 1024
        ):
            continue
        for root in roots:
            base = root if root.is_dir() else root.parent
            for start in (base, base / Path(entry.document).parent, Path(entry.document).parent):
                try:
                    path = (start / name.lstrip("/")).resolve()
                    if path.is_relative_to(base) and path.is_file():
                        return path
                except (OSError, ValueError, RuntimeError):
                    continue
    return None


def read(path: Path) -> bytes | None:
    """Bytes of a regular file of at most 50 MB; no link is followed, no pipe waited for."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    with os.fdopen(handle, "rb") as source:
        facts = os.fstat(source.fileno())
        if not stat.S_ISREG(facts.st_mode) or facts.st_size > MAX_BYTES:
            return None
        try:
            return source.read(MAX_BYTES + 1)
        except OSError:
            return None


def shrink(data: bytes) -> bytes | None:
    """A WebP of at most 240 px a side, or None for what is no picture of an allowed format, or too large."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    return None
                picture.draft("RGB", (EDGE * 2, EDGE * 2))
                small = ImageOps.exif_transpose(picture)
                small.thumbnail((EDGE, EDGE))
                out = io.BytesIO()
                small.convert("RGBA" if "A" in small.getbands() or small.mode == "P" else "RGB").save(out, "WEBP", quality=62, method=4)
                return out.getvalue()
    except Exception:  # Pillow raises many kinds on broken files; a thumbnail is never worth a report
        return None
