# SPDX-License-Identifier: Apache-2.0
"""Patterns that are written so that searching is fast find what they find when written plainly."""

import random
import re
from collections.abc import Iterator

import pytest

from licaudit.credits import makers, signals, whole

PLAIN = {
    "_DASH": r"\s+(?:[-–—|·•]|--)\s+|\s+[–—]|;\s|\s*\|\s*",
    "_PARTS": r"\s+[-–—|·•]\s+|\s+[–—](?=\S)|(?<=\S)[–—]\s+|,\s+|(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_])|\s*\|\s*|;\s+|:\s+|^File:|[，。、：；]",
    "_SENTENCE": r"(?<=[^\W\d_]{3})(?<!Sgt)(?<!Capt)(?<!Gen)(?<!Col)(?<!Maj)(?<!Cpl)(?<!Pvt)(?<!Spc)(?<!Prof)(?<!Inc)(?<!Ltd)\.\s"
    r"|\s(?:by|auf|on|from|using|at|via) ",
}
PIECES = ["Ada", "Example", "Sgt.", "noon.", "A.", "by", "on", "via", "File:", "x.jpg", "12", "橋", "，", "。", ":", ";", ",", "|", "·"]
JOINTS = [" ", " ", " ", "", "\n", "  ", " – ", " - ", "—", " --", "--", " |", "| ", " –"]


def lines() -> Iterator[str]:
    chance = random.Random(20)
    for _ in range(3000):
        yield "".join(chance.choice(PIECES) + chance.choice(JOINTS) for _ in range(chance.randint(0, 8)))


@pytest.mark.parametrize("name", PLAIN)
def test_separators_are_found_where_the_plain_pattern_finds_them(name: str) -> None:
    plain, fast = re.compile(PLAIN[name]), getattr(whole, name)
    found = 0
    for line in lines():
        spans = [hit.span() for hit in plain.finditer(line)]
        assert [hit.span() for hit in fast.finditer(line)] == spans, line
        found += len(spans)
    assert found > 100


@pytest.mark.parametrize("text", ["f(x)", "a_b", "a = b", "{name}", "<b>", "back`tick", "\\n", "http://a http://b"])
def test_signs_of_code(text: str) -> None:
    assert signals._CODE.search(text)


@pytest.mark.parametrize("text", ["Photo: Ada Example (AFP)", "http://a.example", "Bild: (c) Ada Example", "Ada: Bo"])
def test_brackets_colons_and_one_address_are_no_code(text: str) -> None:
    assert not signals._CODE.search(text)


def test_whatever_stands_behind_a_name_begins_with_one_of_its_signs() -> None:
    for words in (
        "Ada (talk)",
        "Ada, 2014",
        "Ada from Berlin",
        "Ada, representing Bo",
        "Ada on 3 May",
        "Ada at en Wikipedia",
        "Ada 12:30, May",
    ):
        assert makers.untailed(words) == "Ada", words
    assert makers.untailed("Ada Example") == "Ada Example"
