# SPDX-License-Identifier: Apache-2.0
"""What people see at a terminal."""

from pathlib import Path

import pytest
from report_samples import audit, clean, licence
from rich.cells import cell_len

from licaudit.model.result import AuditResult
from licaudit.reports import json_v1, summary, terminal
from licaudit.reports.registry import Look

PAGE = '  <img src="ü-panel.jpg">  and more\n\t<p>x CC BY-SA 2.5 licence</p>\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site/news").mkdir(parents=True)
    (tmp_path / "site/news/solar.html").write_text(PAGE, "utf-8")
    return tmp_path


def test_full_shows_source_and_carets_below_the_picture(site: Path) -> None:
    out = terminal.render(json_v1.to_report(audit(), licence), look=Look(base=site)).splitlines()
    assert out[0] == "error[licence-link-missing]: Photo: Ada Example, CC BY-SA 2.5"
    assert out[1] == " --> site/news/solar.html:1:3"
    at = next(n for n, line in enumerate(out) if line.startswith("1 | "))
    assert out[at + 1].index("^") == out[at].index("<img")
    assert "this picture" in out[at + 1]
    assert any(line.startswith("  = why:") for line in out)


def test_full_without_the_file_still_names_the_place(tmp_path: Path) -> None:
    out = terminal.render(json_v1.to_report(audit(), licence), look=Look(base=tmp_path))
    assert "--> site/news/solar.html:1:3" in out
    assert "^" not in out


@pytest.mark.parametrize("width", [40, 80, 100, 120])
def test_source_lines_keep_to_the_width(site: Path, width: int) -> None:
    (site / "site/news/solar.html").write_text("漢" * 300 + "<img>" + "\x1b[0m" * 300 + "\n", "utf-8")
    result = json_v1.to_report(audit(), licence)
    for column, length in ((1, 9), (301, 5), (200, 400), (306, 1200)):
        result["findings"][0]["place"] |= {"column": column, "start": 0, "end": length}
        out = terminal.render(result, look=Look(base=site, width=width))
        assert "\x1b" not in out
        assert all(cell_len(line) <= width for line in out.splitlines() if " | " in line)


def test_the_same_finding_on_many_pages_prints_once() -> None:
    out = terminal.render(json_v1.to_report(audit(pages=14), licence))
    assert out.count("error[") == 1
    assert "and 13 more pages" in out
    assert terminal.render(json_v1.to_report(audit(pages=14), licence), "concise").count("\n") == 14


def test_concise_and_grouped() -> None:
    made = json_v1.to_report(audit(), licence)
    assert terminal.render(made, "concise") == "site/news/solar.html:1:3: error licence-link-missing Photo: Ada Example, CC BY-SA 2.5\n"
    assert terminal.render(made, "grouped").startswith("site/news/solar.html\n        1:3  error")


def test_colour_only_when_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    made = json_v1.to_report(audit(), licence)
    assert "\x1b[" in terminal.render(made, look=Look(colour=True))
    assert "\x1b" not in terminal.render(made, look=Look(colour=False))
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert [terminal.wants_colour(*a) for a in (("auto", True), ("auto", False), ("always", False), ("never", True))] == [
        True,
        False,
        True,
        False,
    ]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert terminal.wants_colour("auto", False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not terminal.wants_colour("auto", True)


def test_summary_says_what_was_checked() -> None:
    assert summary.lines(json_v1.to_report(clean(), licence)) == ["1 image use on 1 page passed."]
    lines = summary.lines(json_v1.to_report(audit(), licence))
    assert lines[0] == "1 image use on 2 pages: 1 to fix now."
    assert "Could not be read in full: 1 document." in lines
    assert summary.headline(json_v1.to_report(AuditResult(), licence)) == "Nothing was checked: no article was found."


def test_errors_come_first_then_changed_files_then_the_path() -> None:
    made = json_v1.to_report(audit(pages=3), licence)
    note = {**made["findings"][0], "severity": "note", "document": "site/a.html", "place": None, "message": "a note"}
    made["findings"].insert(0, note)
    look = Look(changed=frozenset({"site/more/3.html", "site/a.html"}))
    shown = [line.split(":")[0] for line in terminal.render(made, "concise", look).splitlines()]
    assert shown == ["site/more/3.html", "site/more/2.html", "site/news/solar.html", "site/a.html"]
    pages = [line for line in terminal.render(made, "grouped", look).splitlines() if line.startswith("site/")]
    assert pages == shown


def test_long_messages_are_broken_between_words_and_cut_lines_say_so(site: Path) -> None:
    made = json_v1.to_report(audit("word " * 30), licence)
    made["findings"][0]["place"] |= {"end": 2000}
    (site / "site/news/solar.html").write_text("  " + "wide " * 60 + "\n", "utf-8")
    out = terminal.render(made, look=Look(base=site, width=60)).splitlines()
    assert out[0].startswith("error[licence-link-missing]: word") and out[1].startswith("  word")
    assert all(cell_len(line) <= 60 for line in out if "help:" not in line)
    assert next(line for line in out if line.startswith("1 | ")).endswith("…")


def test_the_words_of_a_credit_are_marked_not_the_tag_around_them(tmp_path: Path) -> None:
    (tmp_path / "site/news").mkdir(parents=True)
    (tmp_path / "site/news/solar.html").write_text('  <img src="p.jpg">\n  <figcaption>A lake. Photo: Ada</figcaption>\n', "utf-8")
    made = json_v1.to_report(audit(), licence)
    made["findings"][0]["quotes"] = [
        {"text": "Photo: Ada", "label": "credit", "place": {"path": "site/news/solar.html", "line": 2, "column": 3, "start": 22, "end": 34}}
    ]
    out = terminal.render(made, look=Look(base=tmp_path)).splitlines()
    at = next(n for n, line in enumerate(out) if "figcaption" in line)
    assert out[at][out[at + 1].index("-") :].startswith("Photo: Ada")
    assert out[at + 1].count("-") == len("Photo: Ada")


def test_licences_and_parts_are_named_as_people_do() -> None:
    made = json_v1.to_report(audit(), licence)
    made["findings"][0]["missing"] = ["licence_uri_or_text"]
    made["licences"][0]["short_name"] = "CC BY-SA 2.5"
    out = terminal.render(made)
    assert "= why:  CC BY-SA 2.5 4(a): " in out
    assert "= lacks: address or text of the licence" in out
    assert "= note: licaudit fix may do this for you" in out


def test_a_scan_of_changes_says_so() -> None:
    made = json_v1.to_report(AuditResult(since="main\x1b", documents=clean().documents), licence)
    assert summary.headline(made) == "No picture was found on pages that changed since main\\u{1b}."
