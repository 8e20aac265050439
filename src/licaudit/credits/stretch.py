# SPDX-License-Identifier: Apache-2.0
"""The stretch of a line that may be a credit, and what its finders share."""

import re
from collections.abc import Sequence

import msgspec

from licaudit.credits.items import Item
from licaudit.credits.vocabulary import vocabulary
from licaudit.model.credit import LicenceMention, Link, Setting

CJK_LANGS = ("zh", "ja", "ko")
EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_INITIAL = re.compile(r"(?<!\w)[A-ZÀ-ÞА-Я]$")
_SHORTENED = re.compile(
    r"(?<!\w)(?:[A-ZÀ-ÞА-Я]|Dr|St|Jr|Sr|Mr|Mrs|Ms|Prof|Inc|INC|Ltd|Co|al|No|vs|Sgt|Lt|Capt|Cpl|Pvt|Gen|Col|Maj|Spc|Pfc)$"
)
"""Nothing that it finds has more than four characters."""
YEARS = re.compile(r"(?:19|20)\d\d")


class Author(msgspec.Struct, frozen=True, gc=False):
    """Names of authors with the offset where they start, and the title of the work, as far as the line tells them."""

    names: list[tuple[int, str]]
    title: str | None


class Line(msgspec.Struct, frozen=True, gc=False):
    """A line with what was marked in it, and where it stands.

    `kinds` are those of its items. `told` keeps who made the work as far as the whole line tells it, once that was read.
    """

    text: str
    items: list[Item]
    mentions: Sequence[LicenceMention]
    links: Sequence[Link]
    setting: Setting
    kinds: frozenset[str]
    told: list[Author] = []


class Region(msgspec.Struct, frozen=True, gc=False):
    """The stretch that credits a picture; `first` is the index of its first item; `score` 0 to 1; `reason` for people."""

    start: int
    end: int
    first: int
    score: float
    reason: str
    form: str = "whole"


NONE = Region(0, 0, 0, 0.0, "")
"""No stretch at all."""


def capital(text: str, item: Item) -> bool:
    """Whether an item begins like a name: a capital, a digit, an account or a script without capitals."""
    head = text[item.start : item.start + 1]
    return head.isupper() or head == "@" or head.isdigit() or (head.isalpha() and head.lower() == head.upper())


def begins_a_name(text: str, item: Item) -> bool:
    """Whether an item begins like a name, be it behind an article: "the Example Museum"."""
    article, _, rest = text[item.start : item.end].partition(" ")
    return rest[:1].isupper() if article in vocabulary().names.article else capital(text, item)


def is_initial(text: str, dot: int) -> bool:
    """Whether the dot at `dot` ends an initial."""
    return bool(_INITIAL.search(text, max(0, dot - 1), dot))


def is_shortened(text: str, dot: int) -> bool:
    """Whether the dot at `dot` ends an initial or a shortened word ("Jr.", "et al."), not a sentence."""
    return bool(_SHORTENED.search(text, max(0, dot - 4), dot))
