# SPDX-License-Identifier: Apache-2.0
"""Words of a credit that no field explains, counted by item."""

from licaudit.credits.items import Item
from licaudit.credits.loose import loose_words


def count(text: str, *spans: tuple[int, int], kind: str = "words") -> int:
    return sum(words for _, words in loose_words(text, [Item(kind, 0, len(text))], spans))


def test_words_are_counted_where_no_span_explains_them() -> None:
    assert count("the old bridge at noon") == 5
    assert count("die Brücke über dem Fluß") == 5
    assert count("a bridge of 1908, no. 7") == 3  # letters and numbers alone are no words


def test_what_a_span_explains_is_not_counted() -> None:
    assert count("Ada Example", (0, 11)) == count("Ada Example", (0, 40)) == 0
    assert count("Ada Example in Musterstadt", (0, 11)) == 2
    assert count("with Ada Example", (5, 16), (0, 16)) == 0


def test_two_characters_without_spaces_are_a_word() -> None:
    assert count("橋の上の見本") == 3
    assert count("橋の上の見本 by Ada", (0, 6)) == 2


def test_only_items_that_want_an_explanation_are_looked_at() -> None:
    assert count("some agency", kind="provider") == 0
    assert loose_words("on the bridge / at noon", [Item("on", 0, 2), Item("sep", 14, 15), Item("words", 16, 23)], ()) == [(2, 1), (23, 2)]
