# SPDX-License-Identifier: Apache-2.0
"""Formats for code hosts name files from the top of the repository, wherever the audit was started and however the path was given."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = '<article><p>{}</p>\n<p>ä <img src="a.jpg"\nwidth="600" height="400"> x</p></article>\n'
TEXT = "The ferry made its first crossing on Monday. " * 9


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "repo/site/news").mkdir(parents=True)
    (tmp_path / "repo/.git").mkdir()
    (tmp_path / "repo/site/news/ä b.html").write_text(PAGE.format(TEXT), "utf-8")
    return tmp_path / "repo"


def scan(cwd: Path, path: str, name: str) -> str:
    command = [sys.executable, "-P", "-m", "licaudit", "scan", path, "--no-report", "--format", name, "-q"]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize(
    ("where", "path"), [(".", "."), (".", "site"), ("site", "news"), ("site/news", "."), ("site/news", "ABSOLUTE"), ("..", "repo")]
)
def test_paths_start_at_the_top(repository: Path, where: str, path: str) -> None:
    cwd = repository / where
    path = str(repository / "site") if path == "ABSOLUTE" else path
    run = json.loads(scan(cwd, path, "sarif"))["runs"][0]
    places = [r["locations"][0]["physicalLocation"] for r in run["results"] if r["ruleId"] == "credit-missing"]
    assert [p["artifactLocation"]["uri"] for p in places] == ["site/news/%C3%A4%20b.html"]
    region = places[0]["region"]
    assert {k: region[k] for k in ("startLine", "startColumn", "endLine", "endColumn")} == {
        "startLine": 2,
        "startColumn": 6,
        "endLine": 3,
        "endColumn": 26,
    }
    data = (repository / "site/news/ä b.html").read_bytes()
    assert data[region["byteOffset"] :][: region["byteLength"]].startswith(b"<img") and region["byteLength"] == 42
    assert "::error file=site/news/ä b.html,line=2,endLine=3,title=" in scan(cwd, path, "github")
    assert json.loads(scan(cwd, path, "gitlab"))[0]["location"] == {"path": "site/news/ä b.html", "lines": {"begin": 2, "end": 3}}
    (item,) = [d for d in json.loads(scan(cwd, path, "rdjson"))["diagnostics"] if d["code"]["value"] == "credit-missing"]
    assert item["location"] == {
        "path": "site/news/ä b.html",
        "range": {"start": {"line": 2, "column": 7}, "end": {"line": 3, "column": 26}},
    }


def test_people_see_paths_as_they_gave_them(repository: Path) -> None:
    assert scan(repository / "site", "news", "concise").startswith("news/ä b.html:2:6: error")


def test_the_same_alert_has_the_same_name_from_everywhere(repository: Path) -> None:
    (repository / "licaudit.toml").write_text("")
    names = set()
    for where, path in ((".", "site"), ("site", "."), ("site/news", "..")):
        (result,) = [
            r for r in json.loads(scan(repository / where, path, "sarif"))["runs"][0]["results"] if r["ruleId"] == "credit-missing"
        ]
        names.add(json.dumps(result["partialFingerprints"]))
    assert len(names) == 1


def test_a_reviewer_is_offered_the_edit_and_it_is_right(repository: Path) -> None:
    """rdjson: the range counts lines and bytes of the line, and putting the text there mends the page."""
    caption = "<figcaption>Größe. Photo: Zoë Sample, CC BY-SA 2.5</figcaption>"
    page = repository / "site/news/b.html"
    page.write_text(PAGE.format(TEXT).replace("<img", "<figure><img").replace("> x</p>", f">\n{caption}</figure></p>"), "utf-8")
    items = json.loads(scan(repository, "site", "rdjson"))["diagnostics"]
    (offer,) = [o for d in items for o in d.get("suggestions", ())]
    start, end = offer["range"]["start"], offer["range"]["end"]
    line = page.read_bytes().split(b"\n")[start["line"] - 1]
    assert start["line"] == end["line"] and line[start["column"] - 1 : end["column"] - 1] == b"CC BY-SA 2.5"
    mended = line[: start["column"] - 1] + offer["text"].encode() + line[end["column"] - 1 :]
    page.write_bytes(page.read_bytes().replace(line, mended))
    left = json.loads(scan(repository, "site", "rdjson"))["diagnostics"]
    assert [d["code"]["value"] for d in left] == [d["code"]["value"] for d in items if "suggestions" not in d]
