# SPDX-License-Identifier: Apache-2.0
"""`licaudit credits` writes one page, and says what is wrong with a file that is no report."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from licaudit.cli.credits import command
from licaudit.errors import UsageError


def test_it_writes_the_page(tmp_path: Path) -> None:
    use = {"id": "u1", "document": "a.html", "src": "a.jpg", "verdict": "fine", "role": "content", "credit": {"text": "Photo: Ada Sample"}}
    (tmp_path / "r.json").write_text(json.dumps({"uses": [use]}), encoding="utf-8")
    done = CliRunner().invoke(
        command, [str(tmp_path / "r.json"), "-o", str(tmp_path / "c.html")], catch_exceptions=False, standalone_mode=False
    )
    assert done.return_value == 0
    page = (tmp_path / "c.html").read_text(encoding="utf-8")
    assert "Photo: Ada Sample" in page
    assert "<link" not in page


@pytest.mark.parametrize("content", ["not json", "[]", "3"])
def test_what_is_no_report_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "r.json").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError):
        CliRunner().invoke(
            command, [str(tmp_path / "r.json"), "-o", str(tmp_path / "c.html")], catch_exceptions=False, standalone_mode=False
        )
    assert not (tmp_path / "c.html").exists()


def test_a_report_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.json"):
        CliRunner().invoke(command, [str(tmp_path / "none.json")], catch_exceptions=False, standalone_mode=False)
