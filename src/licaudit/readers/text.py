# SPDX-License-Identifier: Apache-2.0
"""Plain text to Page: paragraphs, with printed addresses as links."""

import re

from licaudit.model.credit import Link
from licaudit.model.page import Block, Container, Document, Page
from licaudit.readers.encoding import decode
from licaudit.readers.lines import LineTable

_ADDRESS = re.compile(r"https?://[^\s<>\"'\]]{1,2000}")


def read_text(document: Document) -> Page:
    """Each line with words is a block: editors write one paragraph a line; raises ReadError for bytes that are no text."""
    text, codec, shift = decode(document.data, declared=False)
    table = LineTable(document.path, text, codec, shift)
    blocks: list[Block] = []
    for number, line in enumerate(table.lines, 1):
        words = " ".join(line.split())
        if words:
            links = tuple(
                Link(m.start(), m.start() + len(m[0].rstrip(".,;)")), m[0].rstrip(".,;)"), kind="text") for m in _ADDRESS.finditer(words)
            )
            blocks.append(Block(len(blocks) + 1, 0, words, links, place=table.place(number, 0, number, len(line))))
    return Page(
        document.path, "text", encoding=codec, containers=(Container(-1, "#document", first=1, last=len(blocks) + 1),), blocks=tuple(blocks)
    )
