# SPDX-License-Identifier: Apache-2.0
"""From line and column of a parser to bytes of the file: the one line table."""

import re

from licaudit.model.place import Place

_BREAK = re.compile(r"\r\n|\r|\n")


class LineTable:
    """Lines of one decoded source. Columns count code points; offsets count bytes as stored.

    `shift` is the number of bytes before the text (a byte-order mark).
    """

    def __init__(self, path: str, text: str, codec: str = "utf-8", shift: int = 0) -> None:
        self.path, self.codec = path, codec
        self.lines: list[str] = []
        self.starts: list[int] = []
        at, byte = 0, shift
        for hit in _BREAK.finditer(text):
            byte = self._add(text[at : hit.start()], byte) + self._width(hit.group())
            at = hit.end()
        self._add(text[at:], byte)

    def _width(self, text: str) -> int:
        return len(text) if text.isascii() and self.codec == "utf-8" else len(text.encode(self.codec, "replace"))

    def _add(self, line: str, byte: int) -> int:
        self.lines.append(line)
        self.starts.append(byte)
        return byte + self._width(line)

    def byte(self, line: int, column: int) -> int:
        """The byte offset of 1-based `line` and 0-based `column`; past the end it is the end."""
        if not 1 <= line <= len(self.lines):
            return self.starts[-1] + self._width(self.lines[-1])
        return self.starts[line - 1] + self._width(self.lines[line - 1][:column])

    def place(self, line: int, column: int, end_line: int, end_column: int) -> Place:
        """The Place from (line, column) to (end_line, end_column), columns 0-based."""
        return Place(self.path, line, column + 1, self.byte(line, column), self.byte(end_line, end_column))
