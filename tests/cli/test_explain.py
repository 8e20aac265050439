# SPDX-License-Identifier: Apache-2.0
"""`licaudit explain`, `rules` and `credit` say what they know, and what is nearest to what they do not."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from licaudit import audit, settings
from licaudit.cli import credit, explain, rules
from licaudit.errors import RulebookError, UsageError

PLACE = {"path": "a.html", "line": 3, "column": 5, "start": 0, "end": 1}
FINDING = {
    "rule": "licence-link-missing", "severity": "error", "confidence": "high", "message": "No link.\x1b[31m", "fingerprint": "abcdef0123",
    "document": "a.html", "image": "a.jpg", "use": "u1", "place": PLACE, "quotes": [{"text": "Photo: Ada", "label": "credit", "place": PLACE}],
    "clause": {"licence": "CC-BY-2.5", "clause": "4(a)", "quote": "include a copy"}, "risk": None, "remedy": "Link it.", "fix": None,
}  # fmt: skip
USE = {
    "id": "u1",
    "verdict": "fix",
    "claims": [
        {"field": "creator", "value": "Ada", "origin": "credit-line", "place": PLACE},
        {"field": "creator", "value": "Jo", "origin": "exif", "place": {"path": "a.jpg", "line": 0, "column": 0, "start": 0, "end": 0}},
    ],
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
        shown.index(word)
        for word in (
            "Read: (a.html:3:5, bytes 0 to 1)",
            "Understood: Photo: Ada",
            "Known besides:",
            "exif says creator: Jo (a.jpg)",
            "Clause: CC-BY-2.5 4(a)",
            "Verdict: fix",
            "Remedy: ",
        )
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


OWN = """+++
id = "says-photo-internet"
check = "text-pattern"
severity = "warning"
aliases = ["photo-internet"]

[params]
says = "We do not write this"
patterns = { "“from the internet”" = "(?i)\\\\binternet\\\\b" }
+++
# A source of our own list

**What is asked.** Say whose picture it is.

**How to put it right.** Ask the picture desk.
"""
CONFIG = '[rules]\nown = ["house"]\n\n[severity]\nsays-photo-internet = { level = "error", reason = "the desk asked for it" }\ntitle-missing = "off"\n'


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "says-photo-internet.md").write_text(OWN, encoding="utf-8")
    (tmp_path / "house" / "README.md").write_text("# Our rules\n", encoding="utf-8")
    (tmp_path / "licaudit.toml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_rules_of_the_publishers_own_are_listed_and_explained(house: Path) -> None:
    lines = {line.split()[0]: line for line in CliRunner().invoke(rules.command, ["--why"], catch_exceptions=False).output.splitlines()}
    assert lines["says-photo-internet"].split()[1] == "error"
    assert "[warning by itself; licaudit.toml:5: the desk asked for it]" in lines["says-photo-internet"]
    assert lines["title-missing"].split()[1] == "off"
    shown = said("says-photo-internet")
    assert shown.startswith("says-photo-internet (error): A source of our own list\n")
    assert "The rule itself says warning; licaudit.toml:5 says error: the desk asked for it" in shown
    assert said("photo-internet") == shown
    plain = CliRunner().invoke(rules.command, ["--no-config"], catch_exceptions=False).output
    assert "says-photo-internet" not in plain


def test_rules_of_the_publishers_own_find_and_stay_silent(house: Path) -> None:
    (house / "a.md").write_text("# Boats\n\n![Boats](a.jpg)\n\n*Photo: Ada Sample / Internet*\n", encoding="utf-8")
    (house / "b.md").write_text("# Boats\n\n![Boats](b.jpg)\n\n*Photo: Ada Sample / Intranet*\n", encoding="utf-8")
    found = [f for f in audit.run(settings.load([str(house)], {})).findings if f.rule == "says-photo-internet"]
    assert [(Path(f.document).name, f.severity) for f in found] == [("a.md", "error")]
    assert "“from the internet”" in found[0].message


def test_a_broken_rule_of_ones_own_ends_every_command(house: Path) -> None:
    path = house / "house" / "says-photo-internet.md"
    path.write_text(OWN.replace("(?i)", "(?=i)"), encoding="utf-8")
    for command, arguments in ((rules.command, []), (explain.command, ["title-missing"])):
        with pytest.raises(RulebookError, match=r"says-photo-internet\.md:9: "):
            CliRunner().invoke(command, arguments, catch_exceptions=False)
