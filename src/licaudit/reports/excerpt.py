# SPDX-License-Identifier: Apache-2.0
"""Source lines read back from the files that were audited, for reports that show them."""

import os
import re
import stat
from pathlib import Path
from typing import Any, NamedTuple

CAP = 20_000_000
"""Larger files (bytes) are not read back; the reader of articles does not read them either."""

KEPT = 16
HELD = 40_000_000
"""So many files, and bytes of them, are held at a time: findings come sorted by severity, so files come back."""


NEAR = 40
"""So many characters of a quote are looked for: later ones may stand in markup."""


class Excerpt(NamedTuple):
    """A line cut into what stands before the marked span, the span, and what stands after it. Untrusted text."""

    before: str
    marked: str
    after: str


class Span(NamedTuple):
    """Where a place ends: line and column (1-based, code points), both just after its last character."""

    line: int
    column: int


class Sources:
    """Files read back lazily; the last few are kept, since findings come sorted by severity or by file."""

    def __init__(self, base: Path | None = None) -> None:
        self._base = base or Path()
        self._kept: dict[str, _Source] = {}

    def excerpt(self, place: dict[str, Any] | None, words: str = "") -> Excerpt | None:
        """The line of `place` with its span marked, or None where there is nothing to show.

        A place may be that of the element which holds the `words` meant; then
        these are marked, if they stand on its line.
        """
        if not place or place["line"] < 1 or place["column"] < 1:
            return None
        lines = self._read(place["path"]).lines
        if place["line"] > len(lines):
            return None
        line, at = lines[place["line"] - 1], place["column"] - 1
        if at > len(line):
            return None
        length = _characters(line[at:], max(0, place["end"] - place["start"]))
        if words and line.startswith("<", at) and (inside := line.find(words[:NEAR], at)) > 0:
            at = inside
        if words and line.startswith(words[:NEAR], at):
            length = len(words) if line.startswith(words, at) else max(length, min(NEAR, len(words)))
        return Excerpt(line[:at], line[at : at + max(1, length)], line[at + max(1, length) :])

    def end(self, place: dict[str, Any] | None) -> Span | None:
        """Where the span of `place` ends; None where it has none, or the file is not as it was read."""
        if not place or place["line"] < 1 or place["column"] < 1 or place["end"] <= place["start"]:
            return None
        source = self._read(place["path"])
        if place["end"] > len(source.data) or place["line"] > len(source.lines):
            return None
        parts = _split(source.decode(source.data[place["start"] : place["end"]]))
        line, column = place["line"] + len(parts) - 1, len(parts[-1]) + (place["column"] if len(parts) == 1 else 1)
        if line > len(source.lines) or column > len(source.lines[line - 1]) + 1:
            return None
        return Span(line, column)

    def byte_column(self, path: str, line: int, column: int) -> int:
        """The column in UTF-8 bytes (1-based) of one that counts code points; 0 where the file has no such line."""
        lines = self._read(path).lines
        return len(lines[line - 1][: column - 1].encode("utf-8", "surrogatepass")) + 1 if 0 < line <= len(lines) else 0

    def _read(self, path: str) -> "_Source":
        if path not in self._kept:
            while self._kept and (len(self._kept) >= KEPT or sum(len(s.data) for s in self._kept.values()) > HELD):
                del self._kept[next(iter(self._kept))]
            self._kept[path] = _Source(_bytes(self._base / path))
        return self._kept[path]


class _Source:
    """One file's bytes, how they decode, and its lines as editors count them; nothing if it cannot be had any more."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        try:
            self.lines = _split(data.decode("utf-8-sig"))
            self.encoding = "utf-8"
        except UnicodeDecodeError:
            self.lines = _split(data.decode("cp1252", "replace"))
            self.encoding = "cp1252"

    def decode(self, part: bytes) -> str:
        """Part of the file as text."""
        return part.decode(self.encoding, "replace")


def _split(text: str) -> list[str]:
    return re.split(r"\r\n|\n|\r", text)


def _bytes(path: Path) -> bytes:
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError):
        return b""
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return b""
        data = file.read(CAP + 1)
    return data if len(data) <= CAP else b""


def _characters(text: str, size: int) -> int:
    """How many code points of `text` its first `size` UTF-8 bytes hold."""
    return len(text[:size].encode("utf-8", "surrogatepass")[:size].decode("utf-8", "ignore"))
