# SPDX-License-Identifier: Apache-2.0
"""The words of a credit that no field explains."""

import re
from collections.abc import Sequence

from licaudit.credits.items import Item

_WORDS = re.compile(r"[^\W\d_]{2,}")
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_KINDS = frozenset(["words", "on", "by", "and", "site"])
"""Items whose words want an explanation: the others explain themselves."""


def loose_words(text: str, inside: Sequence[Item], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where items of a credit end, with the number of their words that lie in none of `spans`; items without such words are left out."""
    found = []
    for item in inside:
        if item.kind in _KINDS and (count := _count(text, item.start, item.end, spans)):
            found.append((item.end, count))
    return found


def _count(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> int:
    crossed = False
    for s, e in spans:
        if s < end and start < e:
            if s <= start and end <= e:
                return 0
            crossed = True
    stretch = text[start:end]
    if not crossed and (stretch.isascii() or not _EAST.search(stretch)):
        return len(_WORDS.findall(stretch))
    count = 0
    for hit in _WORDS.finditer(stretch):
        at = start + hit.start()
        if not any(s <= at < e for s, e in spans):
            count += max(1, len(hit[0]) // 2) if _EAST.match(hit[0]) else 1
    return count
