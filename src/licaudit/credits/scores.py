# SPDX-License-Identifier: Apache-2.0
"""The scores of the credit grammar: how much each observation speaks for a reading. Data in `rules/scores/*.toml`.

A reading is chosen by the sum of the weights of what was observed; the weights were fitted to labelled lines by
`benchmarks/fit_scores.py`, and each has a name that a person can read.
"""

import math
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from pathlib import Path

import msgspec

from licaudit.errors import RulebookError
from licaudit.rulebook.cache import compiled
from licaudit.rulebook.locate import rules_dir


class Together(msgspec.Struct, gc=False):
    """Observations that follow from the same few values: whoever names them once for all keeps them, and they keep what they weigh."""

    names: Sequence[str]
    table: "Scores | None" = None
    gap: float = 0.0
    sums: Sequence[float] = ()


class Scores(msgspec.Struct, dict=True):
    """`labels`: the readings; `weights`: observation → one weight for each label; "" holds what stands without any observation."""

    labels: list[str]
    weights: dict[str, list[float]]

    @cached_property
    def _gaps(self) -> dict[str, float]:
        """Of two labels, how much more each observation speaks for the second."""
        return {name: yes - no for name, (no, yes) in self.weights.items()}

    def probability(self, observed: Iterable[Together]) -> float:
        """How probable the second of two labels is."""
        gap = sum([g.gap if g.table is self else self._gap(g) for g in observed], self._gaps[""])
        return 1 / (1 + math.exp(-gap)) if gap > -500 else 0.0

    def _gap(self, group: Together) -> float:
        """What a group weighs; it is kept there."""
        group.gap = sum([self._gaps.get(name, 0.0) for name in group.names])
        group.table = self
        return group.gap

    def totals(self, observed: Iterable[Together]) -> list[float]:
        """The sum of the weights for each label; the greatest is that of the most probable one."""
        rows = [group.sums if group.table is self else self._sums(group) for group in observed]
        return [sum(column) for column in zip(self.weights[""], *rows, strict=True)]

    def _sums(self, group: Together) -> Sequence[float]:
        """What a group weighs for each label; it is kept there."""
        rows = list(filter(None, map(self.weights.get, group.names)))
        group.sums = rows[0] if len(rows) == 1 else [sum(column) for column in zip(self._nothing, *rows, strict=True)]
        group.table = self
        return group.sums

    @cached_property
    def _nothing(self) -> list[float]:
        return [0.0] * len(self.labels)

    def probabilities(self, observed: Iterable[str]) -> list[float]:
        """How probable each label is, in the order of `labels`; they add up to 1."""
        totals = self.totals([Together(tuple(observed))])
        top = max(totals)
        shares = [math.exp(t - top) for t in totals]
        whole = sum(shares)
        return [s / whole for s in shares]


@cache
def scores(name: str) -> Scores:
    """The table `rules/scores/<name>.toml`; RulebookError if it cannot be read."""
    path = rules_dir() / "scores" / f"{name}.toml"
    return compiled(f"scores-{name}", [path, Path(__file__)], Scores, lambda: _read(path))


def _read(path: Path) -> Scores:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        labels, weights = [str(x) for x in data["labels"]], {str(k): [float(x) for x in v] for k, v in data["weights"].items()}
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError) as problem:
        raise RulebookError(f"not a table of scores: {problem}", path=str(path)) from None
    if "" not in weights or any(len(row) != len(labels) for row in weights.values()):
        raise RulebookError('a table of scores needs a row "" and one number for each label in every row.', path=str(path))
    return Scores(labels, weights)
