# SPDX-License-Identifier: Apache-2.0
"""The words of a credit that no field explains."""

import re
from collections.abc import Sequence

from licaudit.credits.items import Item

_WORDS = re.compile(r"[A-Za-zªµº²³¹¼½¾À-ÖØ-öø-ÿ]{2,}+(?![^\x00-\xff])|[^\W\d_]{2,}")
"""Letters in a row; those of Latin are found faster by themselves."""
_ASCII_WORDS = re.compile(r"[A-Za-z]{2,}")
"""The same for text without other letters, where it is faster still."""
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_KINDS = frozenset(["words", "on", "by", "and", "site"])
"""Items whose words want an explanation: the others explain themselves."""


def loose_words(text: str, inside: Sequence[Item], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where items of a credit end, with the number of their words that lie in none of `spans`; items without such words are left out."""
    plain: re.Pattern[str] | None = None
    looked = False
    found = []
    for item in inside:
        if item.kind not in _KINDS:
            continue
        start, end = item.start, item.end
        for s, e in spans:
            if s < end and start < e:
                count = 0 if s <= start and end <= e else _outside(text, start, end, spans)
                break
        else:
            if not looked:
                looked, plain = True, _ASCII_WORDS if text.isascii() else None if _EAST.search(text) else _WORDS
            count = len(plain.findall(text, start, end)) if plain else _outside(text, start, end, ())
        if count:
            found.append((end, count))
    return found


def _outside(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> int:
    """Words of a stretch that begin in none of `spans`; where no spaces part them, two characters are one."""
    if any(s <= start and end <= e for s, e in spans):
        return 0
    count = 0
    for hit in _WORDS.finditer(text, start, end):
        if not any(s <= hit.start() < e for s, e in spans):
            count += max(1, len(hit[0]) // 2) if _EAST.match(hit[0]) else 1
    return count
