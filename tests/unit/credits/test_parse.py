# SPDX-License-Identifier: Apache-2.0
"""Lines that must be understood, and lines that must stay silent. All written for this test."""

import tomllib

import pytest

from licaudit.credits.fragment import parse_markup
from licaudit.credits.licences import by_url, find_licences
from licaudit.credits.parse import parse_line
from licaudit.rulebook.locate import rules_dir

FILES = sorted((rules_dir() / "phrases").glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_samples_of_the_phrase_files(path):
    data = tomllib.loads(path.read_text(encoding="utf-8"))["samples"]
    wrong = [s for s in data["match"] if not parse_line(s, lang=path.stem).is_credit]
    alarms = [s for s in data["silent"] if parse_line(s, lang=path.stem).is_credit]
    assert (wrong, alarms) == ([], [])


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("CC BY-SA 40", "CC-BY-SA-4.0"),
        ("CC 3.0, BY-SA", "CC-BY-SA-3.0"),
        ("CC Zero", "CC0-1.0"),
        ("CC BY-SA 3.0 DE", "CC-BY-SA-3.0-DE"),
        ("Creative Commons Attribution-Share Alike 2.5 Generic license", "CC-BY-SA-2.5"),
    ],
)
def test_licence_notations(text, licence):
    assert [m.id for m in find_licences(text)] == [licence]


def test_a_version_that_never_existed_stays_as_written():
    (mention,) = find_licences("CC BY-SA 5.0")
    assert (mention.id, mention.issue) == ("CC-BY-SA-5.0", "nonexistent")


def test_address_of_a_port():
    assert by_url("http://creativecommons.org/licenses/by-sa/2.5/ar/").id == "CC-BY-SA-2.5-AR"


def test_text_wins_over_link_and_the_conflict_is_kept():
    credit = parse_markup('Photo: Ada Example, <a href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY 4.0</a>', "html")
    assert credit.licence == "CC-BY-4.0" and credit.conflicts


def test_fields_of_a_plain_credit():
    credit = parse_line("A bridge at dawn. Photo: Ada Example / Flickr")
    assert (credit.text, credit.creators[0].name, credit.source.name) == ("Photo: Ada Example / Flickr", "Ada Example", "Flickr")


@pytest.mark.parametrize("text", ["© 2019-2024 Example Press. All rights reserved.", "This website is licensed under CC BY 4.0.", ""])
def test_silence(text):
    assert not parse_line(text).is_credit
