# SPDX-License-Identifier: Apache-2.0
"""Quality on the labelled corpus does not fall under its floors; runs where the corpus is at hand."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "evaluate.py"


@pytest.mark.skipif(not CORPUS.exists(), reason="the labelled corpus is not part of the project")
def test_figures_of_lines_hold_their_floors():
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["lines"]
    command = [sys.executable, str(CORPUS), "lines", "--json", "--licaudit", f"{sys.executable} -m licaudit"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    figures = json.loads(done.stdout)
    low = {k: figures[k] for k, (p, r) in floors.items() if figures[k]["precision"] < p or figures[k]["recall"] < r}
    assert low == {}
