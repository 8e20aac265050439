# SPDX-License-Identifier: Apache-2.0
"""`--since` and `--config-ref` on a real repository with two revisions."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from repositories import git

PAGE = '<html lang="en"><body><article><p>{text}</p><figure><img src="{src}" width="640" height="400"></figure></article></body></html>'
TEXT = "The town has waited for the new ferry since spring, and on Monday it made its first crossing with two hundred people aboard. " * 3


def scan(folder: Path, *options: str) -> tuple[int, dict[str, Any]]:
    command = [sys.executable, "-P", "-m", "licaudit", "scan", "site", "--no-report", "--format", "json", *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout)


def page(folder: Path, name: str, src: str) -> None:
    path = folder / "site" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(text=TEXT, src=src), encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    page(tmp_path, "one/index.html", "ferry.jpg")
    page(tmp_path, "two/index.html", "ferry.jpg")
    page(tmp_path, "three/index.html", "/img/boat.jpg")
    for name in ("site/one/ferry.jpg", "site/two/ferry.jpg", "static/img/boat.jpg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"\xff\xd8\xff\xd9")
    (tmp_path / "licaudit.toml").write_text('[severity]\ncredit-missing = "error"\n', encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "Begin")
    return tmp_path


def documents(report: dict[str, Any]) -> set[str]:
    return {f["document"] for f in report["findings"] if f["rule"] == "credit-missing"}


def test_since_takes_pages_that_changed_and_pages_whose_picture_did(repository: Path) -> None:
    assert documents(scan(repository, "--since", "HEAD")[1]) == set()
    (repository / "site/one/ferry.jpg").write_bytes(b"\xff\xd8\xff\xfe\xff\xd9")
    assert documents(scan(repository, "--since", "HEAD")[1]) == {"site/one/index.html"}
    (repository / "static/img/boat.jpg").write_bytes(b"\xff\xd8\xff\xfe\xff\xd9")
    assert documents(scan(repository, "--since", "HEAD")[1]) == {"site/one/index.html", "site/three/index.html"}


def test_config_ref_applies_the_severities_of_the_ref_and_tells_the_change(repository: Path) -> None:
    (repository / "licaudit.toml").write_text('[severity]\ncredit-missing = "off"\n', encoding="utf-8")
    assert scan(repository)[0] == 0
    code, report = scan(repository, "--config-ref", "HEAD")
    assert code == 1
    assert {f["severity"] for f in report["findings"] if f["rule"] == "credit-missing"} == {"error"}
    (told,) = [f for f in report["findings"] if f["rule"] == "settings-changed"]
    assert "licaudit.toml" in told["message"]


def test_config_ref_is_silent_where_nothing_changed(repository: Path) -> None:
    report = scan(repository, "--config-ref", "HEAD")[1]
    assert not [f for f in report["findings"] if f["rule"] == "settings-changed"]


RULE = (
    '+++\nid = "no-boats"\ncheck = "text-pattern"\nseverity = "{level}"\n\n[params]\nsays = "Not here"\nwords = ["boat"]\n+++\n# No boats\n'
)


def test_own_rules_are_those_of_the_ref(repository: Path) -> None:
    (repository / "licaudit.toml").write_text('[rules]\nown = ["house"]\n', encoding="utf-8")
    (repository / "house").mkdir()
    (repository / "house/no-boats.md").write_text(RULE.format(level="error"), encoding="utf-8")
    page(repository, "four/index.html", 'b.jpg"><figcaption>Photo: Ada Sample / boat</figcaption><br class="')
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "Have a rule of our own")
    assert "no-boats" in {f["rule"] for f in scan(repository, "--config-ref", "HEAD")[1]["findings"]}
    (repository / "house/no-boats.md").unlink()
    assert "no-boats" not in {f["rule"] for f in scan(repository)[1]["findings"]}
    found = scan(repository, "--config-ref", "HEAD")[1]["findings"]
    assert "no-boats" in {f["rule"] for f in found}
    assert ["no-boats.md" in f["message"] for f in found if f["rule"] == "settings-changed"] == [True]


def test_pages_left_out_are_those_of_the_ref(repository: Path) -> None:
    (repository / ".licauditignore").write_text("# all of it\nsite/one\n", encoding="utf-8")
    assert len(documents(scan(repository)[1])) == 2
    report = scan(repository, "--config-ref", "HEAD")[1]
    assert len(documents(report)) == 3
    assert [".licauditignore" in f["message"] for f in report["findings"] if f["rule"] == "settings-changed"] == [True]


def test_another_tools_part_of_pyproject_is_no_change_of_settings(repository: Path) -> None:
    (repository / "licaudit.toml").unlink()
    (repository / "pyproject.toml").write_text('[tool.licaudit.severity]\ncredit-missing = "note"\n', encoding="utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "Move the settings")
    (repository / "pyproject.toml").write_text('[tool.licaudit.severity]\ncredit-missing = "note"\n\n[tool.ruff]\n', encoding="utf-8")
    report = scan(repository, "--config-ref", "HEAD")[1]
    assert not [f for f in report["findings"] if f["rule"] == "settings-changed"]
    (repository / "pyproject.toml").write_text('[tool.licaudit.severity]\ncredit-missing = "off"\n', encoding="utf-8")
    report = scan(repository, "--config-ref", "HEAD")[1]
    assert {f["severity"] for f in report["findings"] if f["rule"] == "credit-missing"} == {"note"}
    assert [f for f in report["findings"] if f["rule"] == "settings-changed"]


def test_a_file_beside_a_picture_counts_as_it_stands_at_the_ref(repository: Path) -> None:
    (repository / "site/one/ferry.jpg.license").write_text(
        "SPDX-FileCopyrightText: 2024 Ada\nSPDX-License-Identifier: CC0-1.0\n", encoding="utf-8"
    )
    assert documents(scan(repository)[1]) == {"site/two/index.html", "site/three/index.html"}
    report = scan(repository, "--config-ref", "HEAD")[1]
    assert len(documents(report)) == 3
    assert ["ferry.jpg.license" in f["message"] for f in report["findings"] if f["rule"] == "settings-changed"] == [True]
