# SPDX-License-Identifier: Apache-2.0
"""Pictures found and credits attached on the labelled articles do not fall under their floors; runs where the corpus is at hand."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "evaluate.py"
FLOORS = tomllib.loads((Path(__file__).parent / "floors_articles.toml").read_text(encoding="utf-8"))["articles"]


@pytest.mark.skipif(not CORPUS.exists(), reason="the labelled corpus is not part of the project")
def test_figures_of_articles_hold_their_floors() -> None:
    command = [sys.executable, str(CORPUS), "articles", "--json", "--licaudit", f"{sys.executable} -P -m licaudit"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
    figures = json.loads(done.stdout)
    low = {k: figures[k] for k, (p, r) in FLOORS.items() if figures[k]["precision"] < p or figures[k]["recall"] < r}
    assert low == {}
    assert figures["errors"]["n"] == 0


@pytest.mark.skipif(not CORPUS.exists(), reason="the labelled corpus is not part of the project")
def test_every_document_of_the_corpus_is_accounted_for(tmp_path: Path) -> None:
    files = CORPUS.parent / "dev" / "files"
    out = tmp_path / "report.json"
    command = [sys.executable, "-P", "-m", "licaudit", "scan", str(files), "--no-report", "--no-config", f"--format=json:{out}"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode in (1, 3)
    assert "Traceback" not in done.stderr
    report = json.loads(out.read_text(encoding="utf-8"))
    expected = sum(1 for p in files.rglob("*") if p.is_file() and p.suffix in (".html", ".md", ".txt", ".htm", ".mdx"))
    assert len(report["documents"]) == expected
    assert expected >= 131
