# SPDX-License-Identifier: Apache-2.0
"""Patterns of rule files: the same answers as `re`, in time that grows with the text alone; the rest is refused."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from licaudit.rulebook.linear import PatternError, Patterns
from licaudit.rulebook.load import rulebook

ATOMS = st.sampled_from(
    [
        "a",
        "b",
        "1",
        "_",
        " ",
        ".",
        "[ab]",
        "[^a]",
        "[a-c1]",
        r"\d",
        r"\w",
        r"\s",
        r"\W",
        r"\D",
        r"\b",
        r"\B",
        "^",
        "$",
        r"\.",
        r"[\d_]",
        "-",
    ]
)
PIECES = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{1,3}", "{2,}", "*?"])).map(lambda two: f"(?:{two[0]}){two[1]}"),
    ),
    max_leaves=8,
)


@settings(max_examples=1500, deadline=None)
@given(pattern=PIECES, text=st.text(alphabet="abcAB1_ .-", min_size=1, max_size=12), fold=st.booleans())
def test_the_same_answer_as_re(pattern: str, text: str, fold: bool) -> None:
    # An empty text is left out: before 3.14 `re` denied that \\B stands in it.
    whole = f"(?i){pattern}" if fold else pattern
    expected = re.search(whole.replace("$", r"\Z"), text) is not None
    assert (Patterns({"it": whole}).first(text) == "it") is expected


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?=a)b",
        r"(?<!a)b",
        r"(a)\1",
        r"(?P<n>a)",
        "(a",
        "a)",
        "[a",
        "*a",
        r"a\q",
        "a{3,1}",
        "a{x}",
        "(?:a{1,100}){1,100}",
        "a*+",
        "[z-a]",
        "\\",
        "(" * 60 + ")" * 60,
    ],
)
def test_what_needs_backtracking_or_is_broken_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError, match="it: "):
        Patterns({"it": pattern})


def test_the_first_pattern_wins_whatever_comes_first_in_the_text() -> None:
    both = Patterns({"late": "z$", "early": "^a"})
    assert both.first("abz") == "late"
    assert both.first("ab") == "early"
    assert both.first("b") is None
    assert Patterns({}).first("anything") is None


@pytest.mark.parametrize("pattern", [r"(?:a+)+$", r"(?:a|aa)*b", r"(?:\w+\s*)+by\s", r".*.*.*.*=", r"(?:a*)*b"])
def test_time_grows_with_the_text_alone(pattern: str) -> None:
    machine = Patterns({"it": pattern})
    spent = []
    for length in (4_000, 16_000):
        start = time.perf_counter()
        assert machine.first("a" * length) is ("it" if pattern.endswith("+$") else None) or pattern.endswith("+$")
        spent.append(time.perf_counter() - start)
    assert spent[1] < 1.0


def test_the_shipped_patterns_say_the_same_in_both() -> None:
    rule = rulebook().rules["origin-suggests-agency"]
    names = [
        "gettyimages-123456789-612x612.jpg",
        "AP_12345678.jpg",
        "ap_12345678.jpg",
        "istock-1234567.jpg",
        "alamy stock photo.jpg",
        "lake.jpg",
    ]
    machine = Patterns(rule.params["patterns"])
    for name in names:
        expected = next((who for who, pattern in rule.params["patterns"].items() if re.search(pattern, name)), None)
        assert machine.first(name) == expected


def test_many_patterns_are_searched_for_at_once() -> None:
    many = Patterns({f"s{number}": f"^supplier{number}_[0-9]{{5,}}" for number in range(400)})
    assert many.first("supplier399_12345.jpg") == "s399"
    assert many.first("supplier400_12345.jpg") is None
