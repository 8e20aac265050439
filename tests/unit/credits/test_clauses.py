# SPDX-License-Identifier: Apache-2.0
"""Statements of a credit: where they are cut, and what each tells of its members."""

import pytest

from licaudit.credits.chunks import Chunk
from licaudit.credits.elements import clauses


def chunk(text: str, lead: str = "", sep: str = "", kind: str = "words", value: str = "") -> Chunk:
    return Chunk(kind, text, 0, len(text), lead, sep, value)


def told(*parts: Chunk) -> list[list[tuple[str, str]]]:
    return [[(e.kind, e.text) for e in clause] for clause in clauses(list(parts))]


def test_a_new_label_or_a_strong_separator_starts_another_statement() -> None:
    ada, bo = ("person", "Anna Example"), ("person", "Peter Muster")
    assert told(chunk("Anna Example"), chunk("Peter Muster", sep="/")) == [[ada, bo]]
    assert told(chunk("Anna Example"), chunk("Peter Muster", sep=";")) == [[ada], [bo]]
    assert told(chunk("Anna Example"), chunk("Peter Muster", lead="label")) == [[ada], [bo]]
    assert told(chunk(" "), chunk("…", kind="arr")) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Anna Example & Peter Muster", ["Anna Example", "Peter Muster"]),
        ("Anna Example for Harbour News", ["Anna Example", "Harbour News"]),
        ("Anna Example", ["Anna Example"]),
        ("Example & Sons", ["Example & Sons"]),
        ("见本晚报记者 王见本", ["见本晚报", "王见本"]),
    ],
)
def test_names_that_stand_together(words: str, names: list[str]) -> None:
    assert [text for clause in told(chunk(words)) for _, text in clause] == names


def test_a_clause_counts_its_members() -> None:
    parts = [chunk("Anna Example", "by"), chunk("AFP", sep="/", kind="provider", value="AFP\tagency"), chunk("Peter Muster", sep="/")]
    (clause,) = clauses(parts)
    crowd = clause.counted()
    assert (crowd.persons, crowd.names, crowd.providers) == (2, 0, 1)
    assert (crowd.last_person, crowd.last_provider, crowd.last_maker) == (2, 1, 0)
    assert clause.crowd is crowd
