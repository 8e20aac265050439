# SPDX-License-Identifier: Apache-2.0
"""Footnotes of pictures: a mark on the picture or its caption leads to a note elsewhere on the page, and the note is the credit."""

from collections.abc import Iterable, Iterator

import msgspec

from licaudit.model.page import Block, Container, Page

_BACK = " ↩↑⏎^\ufe0e"
"""What leads back from a note to its mark."""
_MARK = 12
"""Code points of a link that may be a footnote mark: "1", "[2]", "(Bild 3)"."""
_CAPTION = 120
"""A mark in a longer text belongs to a statement of the text, not to the picture above it."""


_NOTE = 1500
"""Code points of a note; what is longer, or shows a picture, is a part of the article, and a mark that leads there a link within the page."""


class Footnotes:
    """The notes of one page, each read once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.boxes: dict[str, Container] = {c.id: c for c in reversed(page.containers) if c.id and c.first}
        self._notes: dict[str, tuple[Block, ...]] = {}

    def of(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The text of the notes that short `blocks` at a picture lead to; each block of a note by itself, marks left out."""
        for block in blocks:
            if len(block.text) > _CAPTION:
                continue
            for link in block.links:
                box = self.boxes.get(link.href[1:]) if link.kind == "a" and link.href[:1] == "#" else None
                if box and link.end - link.start <= _MARK and not box.first <= block.order < box.last:
                    yield from self._behind(box)

    def _behind(self, box: Container) -> tuple[Block, ...]:
        if box.id not in self._notes:
            found = [b for b in self.page.blocks if box.first <= b.order < box.last and not b.hidden]
            shows = any(box.first <= i.order < box.last for i in self.page.images)
            whole = not shows and sum(len(b.text) for b in found) <= _NOTE
            self._notes[box.id] = tuple(msgspec.structs.replace(b, text=b.text.rstrip(_BACK)) for b in found) if whole else ()
        return self._notes[box.id]
