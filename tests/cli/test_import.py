# SPDX-License-Identifier: Apache-2.0
"""Decisions made in a spreadsheet come back: into the register, the configuration and the selection, whole or not at all."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from licaudit.cli.importing import command
from licaudit.cli.main import command as licaudit
from licaudit.errors import SettingsError
from licaudit.settings.decisions import COLUMNS, read_decisions

DEMO = Path(__file__).parents[1] / "sites" / "demo"
HEAD = ",".join(COLUMNS)
GULLS = "news/market.html,/img/gulls.jpg,19,,,,credit-missing,{},{},{},Ada Sample,,{},f1 f2"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    shutil.copytree(DEMO, folder)
    monkeypatch.chdir(folder)
    return folder


def table(*rows: str) -> Path:
    path = Path("decisions.csv")
    path.write_text("\ufeff" + "\r\n".join([HEAD, *rows]) + "\r\n", encoding="utf-8")
    return path


def found() -> set[tuple[str, str]]:
    """(picture, rule) of every finding that counts."""
    done = CliRunner().invoke(licaudit, ["scan", ".", "-q", "--format", "json:out/r.json", "--no-report"], standalone_mode=False)
    assert done.exception is None, done.exception
    report = json.loads(Path("out/r.json").read_text(encoding="utf-8"))
    return {(f["image"], f["rule"]) for f in report["findings"] if f["status"] == "new"}


def run(*arguments: str) -> str:
    done = CliRunner().invoke(command, list(arguments), standalone_mode=False)
    if done.exception:
        raise done.exception
    return done.output


def test_what_was_decided_counts_in_the_next_scan(site: Path) -> None:
    before = found()
    assert {
        ("/img/gulls.jpg", "credit-missing"),
        ("/img/market.jpg", "creator-is-platform"),
        ("/img/festival.jpg", "grant-missing"),
    } <= before
    path = table(
        GULLS.format("own", "", "drawn by us", ""),
        "news/market.html,/img/market.jpg,14,,,,creator-is-platform licence-missing,Annehmen,31.01.2099,asked,,,",
        "news/concert.html,/img/festival.jpg,14,,,,grant-missing,licensed,,,,,contracts/afp.pdf",
    )
    kept = Path("licaudit.toml").read_text(encoding="utf-8")
    assert "1 accept, 1 licensed, 1 own" in run(str(path))
    after = found()
    assert not [f for f in after if f[0] in ("/img/gulls.jpg", "/img/market.jpg", "/img/festival.jpg")]
    assert not [f for f in after if f[1].startswith(("register-", "ignore-"))]
    assert after < before
    config = Path("licaudit.toml").read_text(encoding="utf-8")
    assert config.startswith(kept)
    assert "until = 2099-01-31" in config


def test_a_second_import_adds_nothing_and_comments_stay(site: Path) -> None:
    register = Path("licaudit.register.toml")
    register.write_text('# ours\n[[picture]]\npath = "other.jpg" # kept\nown = true\n', encoding="utf-8")
    path = table(GULLS.format("own", "", "", ""), GULLS.format("own", "", "", ""))
    assert "1 added" in run(str(path))
    once = register.read_text(encoding="utf-8")
    assert once.startswith("# ours\n")
    assert "# kept" in once
    assert "0 added, 1 known already" in run(str(path))
    assert register.read_text(encoding="utf-8") == once


def test_semicolons_and_guarded_cells_are_read(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_text(";".join(COLUMNS) + "\na.html;'-x.jpg;1;;;;r;own;;\"a;b\";'=cmd;;\n;;;;;;;;;;;;\n", encoding="utf-8")
    (row,) = read_decisions(path)
    assert (row.picture, row.reason, row.creator) == ("-x.jpg", "a;b", "=cmd")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (GULLS.format("perhaps", "", "", ""), "decisions.csv:2: the decision 'perhaps' is not known"),
        (GULLS.format("accept", "", "", ""), "accepted without a reason"),
        (GULLS.format("licensed", "", "", ""), "licensed without proof"),
        (GULLS.format("own", "31.02.2027", "", ""), "'31.02.2027' is no day"),
        ("a.html,,,,,,r,own,,,,,", "names no picture"),
        ("a.html,x.jpg,,,,,,accept,,why,,,", "no rule is named"),
        ("a.html,data:image/gif;base64…,,,,,r,accept,,why,,,", "no address that can be written down"),
    ],
)
def test_bad_rows_name_their_line_and_nothing_is_written(site: Path, row: str, words: str) -> None:
    before = {p: p.read_bytes() for p in site.rglob("*.toml")}
    with pytest.raises(SettingsError, match=words.replace("(", "\\(")):
        run(str(table(row)))
    with pytest.raises(SettingsError):
        run(str(table(GULLS.format("own", "", "", ""), row)))
    assert {p: p.read_bytes() for p in site.rglob("*.toml")} == before


def test_a_table_that_is_none_is_told(site: Path) -> None:
    Path("x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="has no column document"):
        read_decisions(Path("x.csv"))
    Path("x.csv").write_bytes(HEAD.encode() + b"\n\xff\xfe\n")
    with pytest.raises(SettingsError, match="is not UTF-8"):
        read_decisions(Path("x.csv"))


def test_names_of_pictures_never_become_patterns(site: Path) -> None:
    run(str(table("news/a[1].html,img/*.jpg,,,,,credit-missing,accept,,why,,,", "a.html,im?.jpg,,,,,r,own,,,,,")))
    assert 'pictures = ["/img/[*].jpg"]' in Path("licaudit.toml").read_text(encoding="utf-8")
    assert 'paths = ["/news/a[[]1].html"]' in Path("licaudit.toml").read_text(encoding="utf-8")


def test_a_picture_written_into_the_page_is_ignored_by_its_fingerprint(site: Path) -> None:
    run(str(table("a.html,data:image/gif;base64…,,,,,credit-missing,accept,,why,,,,90412ffaa8ab5e39")))
    assert 'fingerprints = ["90412ffaa8ab5e39"]' in Path("licaudit.toml").read_text(encoding="utf-8")


def test_selection_and_dry_run(site: Path) -> None:
    path = table(GULLS.format("credit", "", "", ""), GULLS.format("own", "", "", ""))
    run(str(path), "--selection", "s.json", "--dry-run")
    assert not Path("s.json").exists()
    assert not Path("licaudit.register.toml").exists()
    run(str(path), "--selection", "s.json")
    assert json.loads(Path("s.json").read_text(encoding="utf-8")) == {
        "schema": "licaudit-selection/1",
        "uses": [{"document": "news/market.html", "src": "/img/gulls.jpg", "rules": ["credit-missing"], "fingerprints": ["f1", "f2"]}],
    }


def test_the_report_of_an_earlier_run_is_no_article(site: Path) -> None:
    for _ in range(2):
        done = CliRunner().invoke(licaudit, ["scan", ".", "-q", "--format", "json:../r.json"], standalone_mode=False)
        assert done.exception is None
    report = json.loads(Path("../r.json").read_text(encoding="utf-8"))
    assert not [d for d in report["documents"] if d["path"].startswith("reports/")]
    assert (site / "reports" / "index.html").is_file()
