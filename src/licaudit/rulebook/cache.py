# SPDX-License-Identifier: Apache-2.0
"""The compiled rulebook: validated structs as msgpack in the user's cache folder. A cache that does not fit is built anew."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from licaudit.version import __version__

T = TypeVar("T")
_CODE = ("schema.py", "cache.py", "build.py", "rulefile.py")


def key(files: Iterable[Path], kind: object) -> bytes:
    """What a compiled table depends on: the files by path, size and times, our version and the code that reads them."""
    digest = hashlib.sha256(f"{__version__}\0{kind!r}\0".encode())
    here = Path(__file__).parent
    for file in (*files, *(here / name for name in _CODE)):
        with suppress(OSError):
            stat = file.stat()
            digest.update(f"{file}\0{stat.st_size}\0{stat.st_mtime_ns}\0{stat.st_ctime_ns}\0".encode(errors="surrogateescape"))
    return digest.digest()


def folder() -> Path:
    """The folder of compiled tables."""
    from platformdirs import user_cache_path

    return user_cache_path("licaudit") / "rulebook"


def compiled(name: str, files: list[Path], kind: type[T], build: Callable[[], T]) -> T:
    """The table `name`: from the cache if it fits its files, else built (errors of the files pass through) and stored."""
    wanted = key(files, kind)
    try:
        store = folder() / f"{name}.msgpack"
        raw = store.read_bytes()
        if raw[:32] == wanted and hashlib.sha256(raw[64:]).digest() == raw[32:64]:
            return msgspec.msgpack.decode(raw[64:], type=kind)
    except (OSError, RuntimeError, msgspec.DecodeError):
        pass  # no cache, or one that does not fit: the files themselves are the truth
    made = build()
    body = msgspec.msgpack.encode(made)
    with suppress(OSError, RuntimeError):
        _write(folder() / f"{name}.msgpack", wanted + hashlib.sha256(body).digest() + body)
    return made


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.stem)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
