# SPDX-License-Identifier: Apache-2.0
"""Every ordinary construction of a credit is understood, with names that the scores were not fitted to. Needs no corpus."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

from licaudit.credits.fragment import parse_markup

FILE = Path(__file__).parents[2] / "benchmarks" / "made_up_lines.py"
OTHER_SEED = 99
DRAWS = 12
"""Lines of each construction: with few, what names are drawn decides more than what is understood."""


def lines() -> list[dict[str, Any]]:
    spec = importlib.util.spec_from_file_location("made_up_lines", FILE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["made_up_lines"] = module
    spec.loader.exec_module(module)
    return list(module.rows(DRAWS, seed=OTHER_SEED))


def share(good: int, of: int) -> float:
    return good / of


def test_constructions_are_understood() -> None:
    found = [(row, parse_markup(row["raw_markup"], "html" if row["raw_markup"][:1] == "<" else "text")) for row in lines()]
    told = [(row, got) for row, got in found if row["is_credit"]]
    silent = [got for row, got in found if not row["is_credit"] and row["kind"] != "hard"]
    hard = [got for row, got in found if row["kind"] == "hard"]
    assert len(told) > 400 and len(silent) > 150
    assert share(sum(got.is_credit for _, got in told), len(told)) >= 0.93
    assert share(sum(not got.is_credit for got in silent), len(silent)) >= 0.98
    assert share(sum(not got.is_credit for got in hard), len(hard)) >= 0.75
    makers = sum([p.name for p in got.creators] == row["creators"] for row, got in told)
    assert share(makers, len(told)) >= 0.83
