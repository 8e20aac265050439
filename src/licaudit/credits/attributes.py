# SPDX-License-Identifier: Apache-2.0
"""Credits in the attributes of a picture, where few readers see them."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import msgspec

from licaudit.credits.captions import plain, speaks_for_itself
from licaudit.model.credit import CreditLine, Link, Setting
from licaudit.model.page import Image

Parse = Callable[[str, Sequence[Link], str, Setting], CreditLine]
PRINTED_KEY = re.compile(r"credit|attribution|copyright|photographer|fotograf|quelle|source|licen[cs]e|rights|urheber|author|autor", re.I)
CAPTION_KEY = re.compile(r"caption|description|legend|\balt\b|title", re.I)


class Candidate(NamedTuple):
    """A parsed text that may be a picture's credit: how it stands to the picture, and how well that fits."""

    credit: CreditLine
    attached: str
    weight: float
    reason: str
    block: int


def read_attributes(image: Image, lang: str, parse: Parse) -> Iterable[Candidate]:
    """Credits in the title, alternative text and data attributes of `image`."""
    for name, value in (("title", image.title), ("alt", image.alt or ""), *image.attributes):
        if name not in ("title", "alt") and not (name.startswith("data-") and (PRINTED_KEY.search(name) or CAPTION_KEY.search(name))):
            continue
        if not value.strip() or "<" in value[:1] or len(value) > 1000:
            continue
        setting: Setting = "field" if PRINTED_KEY.search(name) else "attribute"
        text, links = plain(value, ())
        credit = parse(text, links, lang, setting)
        if credit.is_credit and (setting == "field" or speaks_for_itself(credit, text)):
            kind = name if name in ("title", "alt") else "hidden"
            yield Candidate(
                msgspec.structs.replace(credit, place=image.place),
                kind,
                0.5 if name == "title" else 0.4,
                f"only in the attribute {name}",
                -1,
            )
