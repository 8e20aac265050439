# SPDX-License-Identifier: Apache-2.0
"""`licaudit explain`, `rules` and `credit` say what they know, and what is nearest to what they do not."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from licaudit.cli import credit, explain, rules
from licaudit.errors import UsageError

PLACE = {"path": "a.html", "line": 3, "column": 5, "start": 0, "end": 1}
FINDING = {
    "rule": "licence-link-missing", "severity": "error", "confidence": "high", "message": "No link.\x1b[31m", "fingerprint": "abcdef0123",
    "document": "a.html", "image": "a.jpg", "use": "u1", "place": PLACE, "quotes": [{"text": "Photo: Ada", "label": "credit", "place": PLACE}],
    "clause": {"licence": "CC-BY-2.5", "clause": "4(a)", "quote": "include a copy"}, "risk": None, "remedy": "Link it.", "fix": None,
}  # fmt: skip
USE = {
    "id": "u1",
    "verdict": "fix",
    "credit": {"text": "Photo: Ada", "place": PLACE, "creators": [{"name": "Ada"}], "licence": "CC-BY-2.5", "attach_reason": "caption"},
}


def said(*arguments: str) -> str:
    done = CliRunner().invoke(explain.command, list(arguments), catch_exceptions=False)
    return done.output


def test_a_rule_is_explained() -> None:
    assert "title-missing (warning)" in said("title-missing")
    assert "Remedy: " in said("title-missing")


def test_a_licence_is_explained_clause_by_clause() -> None:
    shown = said("CC-BY-SA-2.5")
    assert "Clause: 4(c)" in shown
    assert "What happens on breach" in shown


def test_a_finding_is_explained_as_a_chain(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text(json.dumps({"findings": [FINDING], "uses": [USE]}), encoding="utf-8")
    shown = said("abcdef01", "--report", str(tmp_path))
    order = [
        shown.index(word) for word in ("Read: (a.html:3:5)", "Understood: Photo: Ada", "Clause: CC-BY-2.5 4(a)", "Verdict: fix", "Remedy: ")
    ]
    assert order == sorted(order)
    assert "\x1b" not in shown
    with pytest.raises(UsageError, match="no finding"):
        said("123456ab", "--report", str(tmp_path))


@pytest.mark.parametrize(("name", "meant"), [("CC-BY-SA-2.7", "CC-BY-SA-2.5"), ("titel-missing", "title-missing")])
def test_an_unknown_name_gets_the_nearest(name: str, meant: str) -> None:
    with pytest.raises(UsageError, match=meant):
        said(name)


def test_a_broken_report_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="report"):
        said("abcdef01", "--report", str(tmp_path))
    (tmp_path / "report.json").write_text("[]", encoding="utf-8")
    with pytest.raises(UsageError, match="no report"):
        said("abcdef01", "--report", str(tmp_path))


def test_rules_are_listed_with_severity() -> None:
    shown = CliRunner().invoke(rules.command, [], catch_exceptions=False).output
    assert "title-missing" in shown
    assert "error" in shown


def test_a_credit_is_composed_or_asked_for() -> None:
    run = CliRunner().invoke(credit.command, ["--creator", "Ada", "--licence", "CC-BY-4.0"], standalone_mode=False)
    assert (run.return_value, run.output) == (0, "Photo: Ada, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)\n")
    run = CliRunner().invoke(credit.command, ["Photo: Ada Example, CC BY"], standalone_mode=False)
    assert run.return_value == 1
    assert run.output.startswith("Which version of CC BY?")
