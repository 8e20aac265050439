# SPDX-License-Identifier: Apache-2.0
"""How the words of a name are written, as the scores know it."""

import re
from functools import lru_cache

from licaudit.credits.vocabulary import vocabulary

_EAST = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
_INITIAL = re.compile(r"[A-Z]\.")
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")


@lru_cache(maxsize=8192)
def traits_of(text: str) -> tuple[str, ...]:
    """How the words of an element are written and which lists of `rules/names/` know them."""
    names = vocabulary().names
    words = [w.strip(".,'’\"()").lower() for w in text.split()]
    found = [f"words {min(len(words), 5)}", "given name" if words and words[0] in names.given else "no given name"]
    for trait, known in (("body", names.public), ("firm", names.company), ("studio", names.studio), ("small word", names.function)):
        if not known.isdisjoint(words):
            found.append(trait)
    if not text.isalpha() and any(map(str.isdigit, text)):
        found.append("digit")
    if text.isupper():
        found.append(f"capitals {min(len(words), 2)}")
    elif text.islower():
        found.append(f"small letters {min(len(words), 3)}")
    if "." in text and _INITIAL.search(text):
        found.append("initial")
    if not text.isascii() and _EAST.search(text):
        found.append(f"east asian {min(len(text) // 4, 4)}")
    if "." in text and " " not in text and "." in text.strip("."):
        found.append("inner dot")
    if "_" in text or text.startswith("@"):
        found.append("handle")
    if not text.istitle() and _INNER_CAPITAL.search(text):
        found.append("inner capital")
    return _shared(tuple(found))


@lru_cache(maxsize=4096)
def _shared(traits: tuple[str, ...]) -> tuple[str, ...]:
    """Equal traits are the same object, which makes it cheaper to compare what was seen."""
    return traits
