# SPDX-License-Identifier: Apache-2.0
"""The commands as a user runs them: exit codes, files written, nothing half-written."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = '<html lang="en"><body><article><p>{text}</p><figure><img src="m.jpg" width="640" height="400"><figcaption>{caption}</figcaption></figure></article></body></html>'
TEXT = "The town has waited for the new ferry since spring, and on Monday it made its first crossing with two hundred people aboard. " * 3
BAD = "Photo: Ada Sample, CC BY-SA 2.5"
GOOD = 'Photo: “Ferry” by Ada Sample, <a href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a>'


def run(folder: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "licaudit", *arguments], cwd=folder, capture_output=True, text=True, input=stdin, check=False
    )


def site(folder: Path, caption: str) -> Path:
    (folder / "site").mkdir()
    (folder / "site" / "a.html").write_text(PAGE.format(text=TEXT, caption=caption), encoding="utf-8")
    return folder


def test_findings_make_the_exit_code_1_and_name_clause_and_place(tmp_path: Path) -> None:
    done = run(site(tmp_path, BAD), "scan", "site", "--format", "full")
    assert done.returncode == 1
    assert "error[licence-link-missing]" in done.stdout
    assert "4(a)" in done.stdout
    assert (tmp_path / "reports" / "index.html").exists()


def test_a_credit_in_order_is_silent(tmp_path: Path) -> None:
    done = run(site(tmp_path, GOOD), "scan", "site", "--no-report", "--format", "json")
    assert done.returncode == 0
    assert not [f for f in json.loads(done.stdout)["findings"] if f["severity"] == "error"]
    assert not (tmp_path / "reports").exists()


@pytest.mark.parametrize("arguments", [["scan", "nowhere"], ["scan", "site", "--policy", "lax"], ["scan", "site", "--format", "pdf"]])
def test_wrong_use_is_exit_2_with_a_remedy(tmp_path: Path, arguments: list[str]) -> None:
    done = run(site(tmp_path, GOOD), *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_a_broken_configuration_names_file_line_and_the_nearest_key(tmp_path: Path) -> None:
    site(tmp_path, GOOD)
    (tmp_path / "licaudit.toml").write_text('[site]\nname = "x"\ncomercial = true\n', encoding="utf-8")
    done = run(tmp_path, "scan", "site")
    assert done.returncode == 2
    assert "licaudit.toml:3" in done.stderr
    assert "commercial" in done.stderr
    assert not (tmp_path / "reports").exists()


@pytest.mark.parametrize(
    ("config", "line"),
    [
        ('[severity]\ncredit-mising = "off"\n', 2),
        ('[policy]\nname = "blog"\n\n[[ignore]]\nrules = ["credit-mising"]\nreason = "ours"\n', 5),
        ('[[overrides]]\npaths = ["old/"]\nseverity = { credit-mising = "off" }\n', 3),
        ('[[overrides]]\npaths = ["old/"]\n\n[overrides.severity]\ncredit-missing = "off"\ncredit-mising = "off"\n', 6),
        ('[[ignore]]\nrules = [\n  "credit-missing",\n  "credit-mising",\n]\nreason = "ours"\n', 4),
    ],
)
def test_a_rule_that_does_not_exist_is_told_with_the_nearest(tmp_path: Path, config: str, line: int) -> None:
    (site(tmp_path, GOOD) / "licaudit.toml").write_text(config, encoding="utf-8")
    done = run(tmp_path, "scan", "site", "--no-report")
    assert done.returncode == 2
    assert f"licaudit.toml:{line}: " in done.stderr
    assert "credit-missing" in done.stderr


def test_former_ids_and_groups_are_known(tmp_path: Path) -> None:
    (site(tmp_path, GOOD) / "licaudit.toml").write_text('[severity]\n"provenance/*" = "off"\n', encoding="utf-8")
    assert run(tmp_path, "scan", "site", "--no-report").returncode == 0


def test_an_unreadable_document_is_exit_3_and_said(tmp_path: Path) -> None:
    site(tmp_path, GOOD)
    (tmp_path / "site" / "b.html").write_bytes("<p>Photo".encode("utf-16-le"))
    done = run(tmp_path, "scan", "site", "--no-report")
    assert done.returncode == 3
    assert "b.html" in done.stderr
    assert run(tmp_path, "scan", "site", "--no-report", "--allow-incomplete").returncode == 0


def test_a_baseline_accepts_what_is_there_and_only_that(tmp_path: Path) -> None:
    site(tmp_path, BAD)
    assert run(tmp_path, "baseline", "site").returncode == 0
    assert run(tmp_path, "scan", "site", "--no-report").returncode == 0
    assert run(tmp_path, "scan", "site", "--no-report", "--no-baseline").returncode == 1
    (tmp_path / "site" / "new.html").write_text(PAGE.format(text=TEXT, caption="Photo: Jo Muster, CC BY 4.0"), encoding="utf-8")
    assert run(tmp_path, "scan", "site", "--no-report").returncode == 1
    before = (tmp_path / ".licaudit-baseline.json").read_bytes()
    run(tmp_path, "baseline", "site")
    assert (tmp_path / ".licaudit-baseline.json").read_bytes() == before
    (tmp_path / ".licaudit-baseline.json").write_text("{", encoding="utf-8")
    assert run(tmp_path, "scan", "site", "--no-report").returncode == 2


def test_an_ignore_needs_a_reason(tmp_path: Path) -> None:
    site(tmp_path, BAD)
    page = tmp_path / "site" / "a.html"
    words = page.read_text(encoding="utf-8")
    page.write_text(words.replace("<figure>", "<!-- licaudit: ignore[licence-link-missing] --><figure>"), encoding="utf-8")
    assert run(tmp_path, "scan", "site", "--no-report").returncode == 1
    page.write_text(words.replace("<figure>", "<!-- licaudit: ignore[licence-link-missing] -- contract 7 --><figure>"), encoding="utf-8")
    assert run(tmp_path, "scan", "site", "--no-report").returncode == 0


def test_parse_says_what_it_does_not_read(tmp_path: Path) -> None:
    done = run(tmp_path, "parse", "Photo: Ada Sample / Flickr. " + "and so on " * 300)
    assert "first 2,000" in done.stderr
    assert run(tmp_path, "parse", "Photo: Ada Sample / Flickr").stderr == ""


def test_parse_answers_one_object_a_line_and_refuses_nonsense(tmp_path: Path) -> None:
    row = json.dumps({"id": "1", "markup": "Foto: Ada Beispiel, CC BY 4.0", "format": "text", "lang": "de"})
    answer = json.loads(run(tmp_path, "parse", "--jsonl", stdin=row + "\n").stdout)
    assert (answer["id"], answer["licence"]) == ("1", "CC-BY-4.0")
    assert [c["name"] for c in answer["creators"]] == ["Ada Beispiel"]
    broken = run(tmp_path, "parse", "--jsonl", stdin="{\n")
    assert broken.returncode == 2
    assert "line 1" in broken.stderr


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = run(site(tmp_path, BAD), "scan", "site", "--report", "file/report")
    assert done.returncode == 2
    assert "licaudit: the report could not be written into file/report: Not a directory." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_single_file_is_told_by_its_name_and_holds_everything(tmp_path: Path) -> None:
    done = run(site(tmp_path, BAD), "scan", "site", "--single-file")
    assert "Report for editors: reports/index.html" in done.stderr
    page = (tmp_path / "reports" / "index.html").read_text(encoding="utf-8")
    assert "Ada Sample" in page
    assert "assets/" not in page
    assert run(tmp_path, "scan", "site", "--report-lang", "xx").returncode == 2
