# SPDX-License-Identifier: Apache-2.0
"""The stretch of a line that may be a credit, and what its finders share."""

import re
from collections.abc import Sequence

import msgspec

from licaudit.credits.items import Item
from licaudit.model.credit import LicenceMention, Link, Setting

CJK_LANGS = ("zh", "ja", "ko")
EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CAPITAL = re.compile(r"(?:^|[\s.])[A-ZÀ-ÞА-Я]$")
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


def is_initial(text: str, item: Item) -> bool:
    """Whether a dot ends an initial, not a sentence."""
    return item.value == "." and bool(_CAPITAL.search(text[max(0, item.start - 3) : item.start]))
