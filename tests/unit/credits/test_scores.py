# SPDX-License-Identifier: Apache-2.0
"""The tables of weights: well-formed, told apart from broken ones, and read the same whatever their width."""

import math
from pathlib import Path

import pytest

from licaudit.credits.scores import Scores, Together, _read, scores
from licaudit.errors import RulebookError


@pytest.mark.parametrize("name", ["parties", "credit"])
def test_tables_that_come_with_licaudit_are_complete(name: str) -> None:
    table = scores(name)
    assert "" in table.weights and len(table.weights) > 100
    assert all(len(row) == len(table.labels) and all(map(math.isfinite, row)) for row in table.weights.values())


def test_probabilities_add_up_and_what_is_unknown_says_nothing() -> None:
    table = Scores(["a", "b", "c"], {"": [0.0, 1.0, 0.0], "seen": [2.0, 0.0, 0.0]})
    assert sum(table.probabilities(["seen"])) == pytest.approx(1)
    assert table.probabilities(["never seen"]) == table.probabilities([])
    assert table.probabilities(["seen"])[0] > table.probabilities([])[0]


def test_two_labels_are_read_as_many_would_be() -> None:
    two = Scores(["no", "yes"], {"": [0.3, -0.2], "seen": [-1.0, 1.5], "this": [0.5, 0.0]})
    many = Scores(["no", "yes", "never"], {"": [0.3, -0.2, -900.0], "seen": [-1.0, 1.5, 0.0], "this": [0.5, 0.0, 0.0]})
    for groups in ([], [["seen"]], [["seen", "this"]], [["seen"], ["this", "unknown"]]):
        names = [name for group in groups for name in group]
        assert two.probability([Together(group) for group in groups]) == pytest.approx(many.probabilities(names)[1])


def test_what_observations_weigh_together_is_remembered_for_its_table_only() -> None:
    group = Together(["seen"])
    one, other = (Scores(["no", "yes"], {"": [0.0, 0.0], "seen": row}) for row in ([-1.0, 1.0], [1.0, -1.0]))
    first = one.probability([group])
    assert other.probability([group]) == pytest.approx(1 - first) and first > 0.8
    assert one.probability([group]) == first


def test_weights_out_of_bounds_do_no_harm() -> None:
    table = Scores(["no", "yes"], {"": [0.0, -9000.0]})
    assert table.probabilities([]) == [1.0, 0.0] and table.probability([]) == 0.0


@pytest.mark.parametrize(
    "text", ["labels = 3", 'labels = ["a"]\n[weights]\nx = [1]', 'labels = ["a"]\n[weights]\n"" = [1, 2]', "not toml", ""]
)
def test_a_broken_table_is_refused_by_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "parties.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RulebookError, match="parties"):
        _read(path)
