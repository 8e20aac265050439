# SPDX-License-Identifier: Apache-2.0
"""The zip for counsel holds what it says, can be checked, and never claims more than is so."""

import gzip
import hashlib
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PAGE = '<html lang="en"><body><article><p>{}</p><figure><img src="/img/m.jpg" width="640" height="400"><figcaption>Photo: Ada Sample, CC BY-SA 2.5</figcaption></figure></article></body></html>'
TEXT = "The town has waited for the new ferry since spring, and on Monday it made its first crossing with two hundred people aboard. " * 3


def run(folder: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", "-m", "licaudit", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, **env})


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site/news").mkdir(parents=True)
    (tmp_path / "site/img").mkdir()
    (tmp_path / "site/news/a b.html").write_text(PAGE.format(TEXT))
    (tmp_path / "site/img/m.jpg").write_bytes(b"\xff\xd8\xff\xd9")
    (tmp_path / "licaudit.toml").write_text('[site]\nname = "x"\n')
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-q", "-m", "Publish the ferry"]):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True, capture_output=True)
    assert run(tmp_path, "scan", "site").returncode == 1
    return tmp_path


def fingerprint(site: Path) -> str:
    found = json.loads((site / "reports/report.json").read_text("utf-8"))["findings"]
    return str(next(f["fingerprint"] for f in found if f["rule"] == "licence-link-missing"))


def test_everything_is_there_and_every_hash_is_right(site: Path) -> None:
    name = fingerprint(site)
    done = run(site, "evidence", name[:10], SOURCE_DATE_EPOCH="1700000000")
    assert (done.returncode, done.stdout) == (0, f"evidence-{name}.zip\n"), done.stderr
    with zipfile.ZipFile(site / f"evidence-{name}.zip") as archive:
        files = {n: archive.read(n) for n in archive.namelist()}
    assert set(files) == {
        "README.txt",
        "SHA256SUMS",
        "explanation.txt",
        "facts.json",
        "finding.json",
        "page/a b.html",
        "picture/m.jpg",
        "settings/licaudit.toml",
    }
    assert files["page/a b.html"] == (site / "site/news/a b.html").read_bytes()
    sums = dict(reversed(line.split("  ", 1)) for line in files["SHA256SUMS"].decode().splitlines())
    assert sums == {n: hashlib.sha256(data).hexdigest() for n, data in files.items() if n != "SHA256SUMS"}
    facts = json.loads(files["facts.json"])
    assert facts["made"] == "2023-11-14T22:13:20+00:00" and facts["finding_still_there"] is True
    assert [c["subject"] for c in facts["git"]["commits_of_the_page"]] == ["Publish the ferry"] and not facts["git"][
        "page_differs_from_head"
    ]
    assert json.loads(files["finding.json"])["finding"]["fingerprint"] == name
    text = files["explanation.txt"].decode()
    assert "Photo: Ada Sample, CC BY-SA 2.5" in text and "Clause: 4(a)" in text and "What is" not in files["README.txt"].decode()
    assert "still there" in files["README.txt"].decode()
    first = (site / f"evidence-{name}.zip").read_bytes()
    run(site, "evidence", name, SOURCE_DATE_EPOCH="1700000000")
    assert (site / f"evidence-{name}.zip").read_bytes() == first


def test_a_page_that_changed_is_said_to_have_changed(site: Path) -> None:
    name = fingerprint(site)
    (site / "site/news/a b.html").write_text(PAGE.format(TEXT).replace("CC BY-SA 2.5", "private"))
    done = run(site, "evidence", name, "-o", "x.zip")
    assert done.returncode == 1 and "not on the page any more" in done.stderr
    with zipfile.ZipFile(site / "x.zip") as archive:
        assert "NOT THERE ANY MORE" in archive.read("README.txt").decode()
        facts = json.loads(archive.read("facts.json"))
    assert facts["finding_still_there"] is False and facts["git"]["page_differs_from_head"] is True


@pytest.mark.parametrize(("name", "words"), [("abc", "six letters"), ("0" * 16, "no finding"), ("\x1b[2J", "no finding")])
def test_what_is_no_finding_is_told(site: Path, name: str, words: str) -> None:
    done = run(site, "evidence", name)
    assert done.returncode == 2 and words in done.stderr and "\x1b" not in done.stderr
    assert not list(site.glob("*.zip"))


def test_a_packed_report_is_read_too(site: Path) -> None:
    name = fingerprint(site)
    packed = gzip.compress((site / "reports/report.json").read_bytes())
    (site / "reports/report.json").unlink()
    (site / "reports/report.json.gz").write_bytes(packed)
    assert run(site, "evidence", name).returncode == 0 and run(site, "explain", name).returncode == 0
    for broken in (packed[:-20], b"x", packed[:30] + b"\0" * 40):
        (site / "reports/report.json.gz").write_bytes(broken)
        for command in ("evidence", "explain"):
            done = run(site, command, name)
            assert done.returncode == 2 and "no report of licaudit" in done.stderr, done.stderr


def test_a_report_without_page_or_no_report_is_told(site: Path) -> None:
    name = fingerprint(site)
    (site / "site/news/a b.html").unlink()
    assert "cannot be read any more" in run(site, "evidence", name).stderr
    assert run(site, "evidence", name, "--report", "nowhere").returncode == 2
