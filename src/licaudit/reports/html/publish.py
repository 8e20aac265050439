# SPDX-License-Identifier: Apache-2.0
"""Put a set of files into a folder: each one whole or not at all, unchanged ones untouched, stale ones of ours removed.

`status.json` lists what we wrote, with half their SHA-256. It says `complete: false`
while files are being replaced: hashes of a run that was cut off are not
believed, its names still are, so the next run repairs and tidies.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

STATUS = "status.json"
SCHEMA = "licaudit-html/1"


class Published(NamedTuple):
    """How many files were written, left as they were, and removed; bytes of the whole report."""

    written: int
    unchanged: int
    removed: int
    size: int


def publish(folder: Path, files: Mapping[str, bytes], keep: Mapping[str, int] | None = None) -> Published:
    """Make `folder` hold `files` (names `/`-separated, relative).

    `keep` names files of an earlier run that stay as they are, with their
    size. Files that no earlier report of ours wrote are never removed. Raises
    OSError when the folder cannot be written; the old report is then whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    old = read_status(folder)
    kept = dict(keep or {})
    # Half a SHA-256 tells two versions of one file apart as surely, and a large report lists many files.
    hashes = {name: hashlib.sha256(data).hexdigest()[:32] for name, data in files.items()}
    changed = [name for name in files if not _same(folder, name, files[name], hashes[name], old)]
    stale = [name for name in old if name not in files and name not in kept]
    final = {**{k: old.get(k, "") for k in kept}, **hashes}
    if changed or stale or not (folder / STATUS).exists():
        _replace(folder / STATUS, _status({**dict.fromkeys(old, ""), **final}, complete=False))
        for name in changed:
            _replace(folder / name, files[name])
        for name in stale:
            _remove(folder, name)
        os.sync()
        _replace(folder / STATUS, _status(final, complete=True))
    size = sum(map(len, files.values())) + sum(kept.values())
    return Published(len(changed), len(files) - len(changed), len(stale), size)


def read_status(folder: Path) -> dict[str, str]:
    """Names that an earlier report wrote, with their hash ("" where that run was cut off); {} when there is none."""
    try:
        found = json.loads((folder / STATUS).read_bytes())
        files = found["files"] if found.get("schema") == SCHEMA else {}
        done = found.get("complete") is True
        return {k: v if done else "" for k, v in files.items() if isinstance(k, str) and isinstance(v, str) and _ours(k)}
    except (OSError, ValueError, KeyError, AttributeError, TypeError, RecursionError):
        return {}


def _ours(name: str) -> bool:
    """A status file may have been tampered with: only plain relative names are believed."""
    path = PurePosixPath(name)
    return (
        not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name and "\0" not in name and bool(path.parts)
    )


def _same(folder: Path, name: str, data: bytes, digest: str, old: Mapping[str, str]) -> bool:
    if old.get(name) != digest:
        return False
    try:
        return (folder / name).lstat().st_size == len(data)
    except OSError:
        return False


def _status(hashes: Mapping[str, str], *, complete: bool) -> bytes:
    value = {"schema": SCHEMA, "complete": complete, "files": dict(sorted(hashes.items()))}
    return (json.dumps(value, indent=0, ensure_ascii=True) + "\n").encode()


def _replace(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.parent / f".licaudit-{os.getpid()}-{target.name}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    try:
        with os.fdopen(os.open(temporary, flags, 0o644), "wb") as out:
            out.write(data)
            if target.name == STATUS:
                out.flush()
                os.fsync(out.fileno())
        temporary.replace(target)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise


def _remove(folder: Path, name: str) -> None:
    path = folder / name
    if not path.parent.resolve().is_relative_to(folder.resolve()):
        return
    with suppress(OSError):
        path.unlink()
    parent = path.parent
    while parent != folder:
        try:
            parent.rmdir()
        except OSError:
            return
        parent = parent.parent


def _sweep(folder: Path) -> None:
    """Remove what a run that was killed left behind."""
    for place in (folder, folder / "pages", folder / "images", folder / "data", folder / "assets"):
        with suppress(OSError):
            for entry in list(place.glob(".licaudit-*.tmp")):
                entry.unlink()
