# SPDX-License-Identifier: Apache-2.0
"""What words look like: evidence decides, no list alone. All names here are made up."""

import pytest

from licaudit.credits.names import kind_of

CASES = {
    "person": [
        "Maria Beispielova",
        "Jean-Paul Modèle",
        "Q. R. Sample",
        "Anna van den Muster",
        "Peter Placeholder Photography",
        "JOHN EXAMPLESON",
    ],
    "public": ["Muster University", "Ministry of Samples", "Kantonspolizei Musterland", "Friends of Sampletown", "Example Volunteer staff"],
    "company": ["Beispiel GmbH", "Sample Herald", "muster-bilder.de", "XMPL", "Le Specimen", "MBT Sports", "Musterstadt Archiv"],
    "account": ["sample_shots", "muster99", "lightwalker", "Bo.Muster.1", "@sample"],
    "single": ["Mustermann"],
    "name": ["Zorvin Quaddle"],
    "date": ["12 May 2019", "2014", "03.05.2021", "ca. 1890"],
    "text": ["the old bridge", "Die Brücke am Fluss bei Nacht", "bridge.jpg", "with the old one", ""],
}


@pytest.mark.parametrize(("words", "kind"), [(words, kind) for kind, all_words in CASES.items() for words in all_words])
def test_kinds(words: str, kind: str) -> None:
    assert kind_of(words) == kind


def test_a_surname_that_is_a_word_of_bodies() -> None:
    assert kind_of("Daniel Post") == "person"
    assert kind_of("Sampletown Post") == "company"


def test_scripts_without_spaces() -> None:
    assert kind_of("見本太郎") == "person"
    assert kind_of("見本新聞社") == "company" and kind_of("例文市警察") == "public"
    assert kind_of("サンプル・マリア") == "person" and kind_of("김견본") == "person"
    assert kind_of("見本についての短い話") == "name"
    assert kind_of("橋の上から見た夜の町の景色はとても美しいものであると言われていますよね") == "text"
