# SPDX-License-Identifier: Apache-2.0
"""Where in a source file a picture of the built page is written.

Generators rename pictures (`panel.jpg` is built as `panel_hu8f3a_640x0.webp`
or `panel-0a1b2c3d.jpg`), so the address is looked for as it stands, then by
its file name, then by its stem. If all fail, the credit's words may stand there.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from licaudit.reports.excerpt import CAP

Json = dict[str, Any]
# The markup around an address, so that the whole picture is marked and not only its name.
_MARKUP = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)|<img\b[^>]*>|\{\{[<%][^\n]*?[%>]\}\}|\{%[^\n]*?%\}|\.\. (?:image|figure)::[^\n]*")
# Hugo `_hu…`, Docusaurus and bundlers `-<hash>` or `.<hash>`, sizes `-640x480`, `-640w`, `@2x`.
_BUILT = re.compile(r"(?:_hu_?[0-9a-f].*|[-._][0-9a-f]{6,64}|-\d+x\d+|-\d+w|@\dx)$")
AROUND = 2000
"""The markup around an address is looked for within so many characters: a minified page is one line."""

WORDS = 24
"""A quote shorter than so many characters is no sign that the credit stands here."""


class Text:
    """A source file, read once; empty if it cannot be had."""

    def __init__(self, path: Path) -> None:
        self._text = ""
        try:
            if path.stat().st_size <= CAP:
                self._text = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            self._text = ""

    def place(self, path: str, image: str, quotes: Sequence[str], turn: int) -> Json:
        """The place of the `turn`-th (from 0) mention of `image`, else of a quote; line 0 where neither is found."""
        span = next((hits[min(turn, len(hits) - 1)] for name in _names(image) if (hits := self._mentions(name))), None)
        span = span or next((hits[0] for quote in quotes if len(quote) >= WORDS and (hits := self._spoken(quote))), None)
        if span is None:
            return {"path": path, "line": 0, "column": 0, "start": 0, "end": 0}
        before = self._text[: span[0]]
        start = len(before.encode())
        size = len(self._text[span[0] : span[1]].encode())
        lines = re.split(r"\r\n|\n|\r", before)
        return {"path": path, "line": len(lines), "column": len(lines[-1]) + 1, "start": start, "end": start + size}

    def _mentions(self, name: str) -> list[tuple[int, int]]:
        """Spans of the markup that names what the pattern `name` matches as a whole, in order, each once."""
        found: dict[tuple[int, int], None] = {}
        for hit in re.finditer(rf"(?<![\w.-]){name}(?![\w-])", self._text):
            line, end = self._text.rfind("\n", 0, hit.start()) + 1, self._text.find("\n", hit.end())
            first, last = max(line, hit.start() - AROUND), min(end if end >= 0 else len(self._text), hit.end() + AROUND)
            at = hit.start() - first
            whole = next((m for m in _MARKUP.finditer(self._text[first:last]) if m.start() <= at < m.end()), None)
            found[(first + whole.start(), first + whole.end()) if whole else hit.span()] = None
        return list(found)

    def _spoken(self, quote: str) -> list[tuple[int, int]]:
        """Where the words of a quote stand, whatever white space and emphasis is between them."""
        words = [re.escape(w) for w in re.findall(r"\w+", quote)[:12]]
        pattern = r"[^\w\n]{1,4}\n?[^\w\n]{0,4}".join(words)
        return [m.span() for m in re.finditer(pattern, self._text)] if words else []


def _names(image: str) -> list[str]:
    """Patterns to look for, best first: the address as written, decoded, the file name, the name before it was built."""
    if image.startswith("data:"):
        return []
    bare = image.split("?")[0].split("#")[0]
    name = unquote(bare).rpartition("/")[2]
    names = [re.escape(n) for n in (image, bare, unquote(bare), name) if n]
    stem = name.rpartition(".")[0]
    while stem and (short := _BUILT.sub("", stem)) != stem:
        stem = short
        if stem:
            names.append(re.escape(stem) + r"\.\w{2,5}")
    return list(dict.fromkeys(names))
