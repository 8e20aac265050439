# SPDX-License-Identifier: Apache-2.0
"""Source lines read back from the files that were audited, for reports that show them."""

import os
import re
import stat
from pathlib import Path
from typing import Any, NamedTuple

CAP = 20_000_000
"""Larger files (bytes) are not read back; the reader of articles does not read them either."""


class Excerpt(NamedTuple):
    """A line cut into what stands before the marked span, the span, and what stands after it. Untrusted text."""

    before: str
    marked: str
    after: str


class Sources:
    """Files read back lazily; the last one is kept, findings come sorted by file."""

    def __init__(self, base: Path | None = None) -> None:
        self._base = base or Path()
        self._path, self._lines = "", [""]

    def excerpt(self, place: dict[str, Any] | None) -> Excerpt | None:
        """The line of `place` with its span marked, or None where there is nothing to show."""
        if not place or place["line"] < 1 or place["column"] < 1:
            return None
        lines = self._read(place["path"])
        if place["line"] > len(lines):
            return None
        line, at = lines[place["line"] - 1], place["column"] - 1
        if at > len(line):
            return None
        length = _characters(line[at:], max(0, place["end"] - place["start"]))
        return Excerpt(line[:at], line[at : at + max(1, length)], line[at + max(1, length) :])

    def _read(self, path: str) -> list[str]:
        if path != self._path:
            self._path, self._lines = path, _lines(self._base / path)
        return self._lines


def _lines(path: Path) -> list[str]:
    """Lines as editors count them, or none if the file cannot be had any more."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError):
        return []
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return []
        data = file.read(CAP + 1)
    if len(data) > CAP:
        return []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return re.split(r"\r\n|\n|\r", text)


def _characters(text: str, size: int) -> int:
    """How many code points of `text` its first `size` UTF-8 bytes hold."""
    return len(text[:size].encode("utf-8", "surrogatepass")[:size].decode("utf-8", "ignore"))
