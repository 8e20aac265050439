# SPDX-License-Identifier: Apache-2.0
"""Footnotes of pictures: a mark on the picture or its caption leads to a note elsewhere on the page, and the note is the credit."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from licaudit.model.page import Block, Page

_BACK = " ↩↑⏎^\ufe0e"
"""What leads back from a note to its mark."""
_MARK = 12
"""Code points of a link that may be a footnote mark: "1", "[2]", "(Bild 3)"."""
_CAPTION = 120
"""A mark in a longer text belongs to a statement of the text, not to the picture above it."""


def notes_of(page: Page, blocks: Iterable[Block]) -> Iterator[Block]:
    """The text of the notes that short `blocks` at a picture lead to; each block of a note by itself, marks left out."""
    for block in blocks:
        if len(block.text) > _CAPTION:
            continue
        for link in block.links:
            if link.kind == "a" and link.href.startswith("#") and link.end - link.start <= _MARK:
                yield from _behind(page, link.href[1:], block)


def _behind(page: Page, anchor: str, mark: Block) -> Sequence[Block]:
    box = next((c for c in page.containers if c.id and c.id == anchor), None)
    if box is None or not box.first or box.first <= mark.order < box.last:
        return ()
    found = [b for b in page.blocks if box.first <= b.order < box.last and not b.hidden and len(b.text) > 3][:3]
    return [msgspec.structs.replace(b, text=b.text.rstrip(_BACK)) for b in found]
