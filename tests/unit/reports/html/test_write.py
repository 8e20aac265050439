# SPDX-License-Identifier: Apache-2.0
"""The report on disk: unchanged files stay, stale ones go, foreign ones are never touched."""

import importlib.util
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from licaudit.errors import OutputError
from licaudit.reports import stored
from licaudit.reports.html import data as data_module
from licaudit.reports.html import labels, texts, write
from licaudit.reports.html import publish as publishing
from licaudit.reports.html import report as report_module
from licaudit.reports.html.pages import ready_html, safe_url
from licaudit.reports.html.thumbs import read, shrink

ROOT = Path(__file__).parents[4]
SPEC = importlib.util.spec_from_file_location("html_sample", ROOT / "tests" / "browser" / "sample.py")
assert SPEC
assert SPEC.loader
html_sample: Any = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(html_sample)
SITE = ROOT / "tests" / "sites" / "demo"


def test_a_second_run_rewrites_nothing_that_is_the_same(tmp_path: Path) -> None:
    first = write(html_sample.sample(), tmp_path, roots=(SITE,))
    write(html_sample.sample(), tmp_path, roots=(SITE,))
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.is_file()}
    third = write(html_sample.sample(), tmp_path, roots=(SITE,))
    assert first.written > 10
    assert (third.written, third.removed) == (0, 0)
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.is_file()} == before
    assert list((tmp_path / "thumbs").rglob("*.webp"))


def test_stale_pages_go_and_foreign_files_stay(tmp_path: Path) -> None:
    write(html_sample.sample(6), tmp_path, roots=())
    (tmp_path / "pages" / "mine.html").write_text("mine", encoding="utf-8")
    pages = len(list((tmp_path / "pages").iterdir()))
    done = write(html_sample.sample(2), tmp_path, roots=())
    assert done.removed > 0
    assert len(list((tmp_path / "pages").iterdir())) < pages
    assert (tmp_path / "pages" / "mine.html").read_text(encoding="utf-8") == "mine"


def test_a_status_file_cannot_make_us_remove_others(tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("x", encoding="utf-8")
    folder = tmp_path / "report"
    folder.mkdir()
    status = {"schema": publishing.SCHEMA, "complete": True, "files": {"../victim.txt": "0", "/etc/hostname": "0"}}
    (folder / "status.json").write_text(json.dumps(status), encoding="utf-8")
    write(html_sample.sample(1), folder, roots=())
    assert victim.exists()


def test_a_failed_write_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(html_sample.sample(2), tmp_path, roots=())
    old = (tmp_path / "index.html").read_bytes()

    def full(source: Any, target: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="No space"):
        write(html_sample.sample(3), tmp_path, roots=())
    assert (tmp_path / "index.html").read_bytes() == old
    assert not list(tmp_path.rglob("*.tmp"))


def test_new_and_fixed_since_last_time(tmp_path: Path) -> None:
    write(html_sample.sample(2), tmp_path, roots=())
    assert "since the last" not in (tmp_path / "index.html").read_text(encoding="utf-8")
    write(html_sample.sample(3), tmp_path, roots=())
    assert "1 image with something new" in (tmp_path / "index.html").read_text(encoding="utf-8")
    write(html_sample.sample(2), tmp_path, roots=())
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert ">1 finding put right</a>" in index
    assert "Put right since the last report" in index


def test_text_of_pages_is_escaped(tmp_path: Path) -> None:
    write(html_sample.poison(html_sample.sample(2), "<b>&\u202e"), tmp_path, roots=())
    for path in tmp_path.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<b>&" not in text
        assert "\u202e" not in text


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JaVaScRiPt:x", "java\tscript:x", "\x01javascript:x", "data:text/html,x", "//x", ""]
)
def test_only_web_and_mail_addresses_are_linked(url: str) -> None:
    assert safe_url(url) == ""
    assert safe_url("https://example.org/a?b=1&c") == "https://example.org/a?b=1&c"


def test_a_single_file_that_grows_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_module, "SINGLE_LIMIT", 1000)
    with pytest.raises(report_module.ReportTooLargeError, match="leave out"):
        write(html_sample.sample(), tmp_path, roots=(), single_file=True)
    assert not (tmp_path / "index.html").exists()


def test_thumbnails_come_from_inside_the_roots_only(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    picture = (SITE / "img" / "ferry.jpg").read_bytes()
    (tmp_path / "secret.jpg").write_bytes(picture)
    (site / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    report = html_sample.sample(1)
    for use, src in zip(report["uses"], ["../secret.jpg", "/link.jpg", "%2e%2e/secret.jpg"], strict=True):
        use["src"] = use["resolved"] = src
        use["candidates"] = [src]
    write(report, tmp_path / "out", roots=(site,))
    assert not (tmp_path / "out" / "thumbs").exists()


def test_thumbnails_are_small_and_broken_pictures_make_none(tmp_path: Path) -> None:
    small = shrink((SITE / "img" / "ferry.jpg").read_bytes())
    assert small
    assert len(small) < 12_000
    assert shrink(b"<svg onload=alert(1)>") is None
    os.mkfifo(tmp_path / "pipe.jpg")
    assert read(tmp_path / "pipe.jpg") is None


def test_catalogues_have_the_same_keys() -> None:
    assert set(texts.catalogue("en")) == set(texts.catalogue("de"))
    assert texts.catalogue("xx") == texts.catalogue("en")
    with pytest.raises(KeyError):
        texts.text("en", "no.such")


def test_a_picture_is_the_same_only_at_the_same_address(tmp_path: Path) -> None:
    """`images/2.jpg` of two articles in two folders are two pictures; seen from pages of one folder it is one."""
    report = html_sample.sample(4)
    for use in report["uses"]:
        use["src"] = use["resolved"] = "images/2.jpg" if use["id"] != "u1" else "../00001/images/2.jpg"
    write(report, tmp_path, roots=())
    assert len(list((tmp_path / "images").iterdir())) == 1
    page = next((tmp_path / "images").iterdir()).read_text(encoding="utf-8")
    assert "Fix once, for 2 articles" in page
    assert "00001/images/2.jpg" in page


def test_short_names_of_paths_and_titles() -> None:
    assert labels.shared_folders(["a/b/c.html", "a/b/d/e.html"]) == 4
    assert labels.shared_folders(["c.html"]) == labels.shared_folders([]) == 0
    titles = ["Ferry – The Harbour Post", "Roofs – The Harbour Post", "Market - stalls", "Tower – The Harbour Post"]
    assert labels.site_name(titles) == "The Harbour Post"
    assert labels.site_name(titles[:2]) == ""
    assert [labels.without(t, "The Harbour Post") for t in titles] == ["Ferry", "Roofs", "Market - stalls", "Tower"]


@pytest.mark.parametrize(
    ("lang", "n", "said"), [("en", 1, "1 image"), ("en", 0, "0 images"), ("en", 25000, "25,000 images"), ("de", 25000, "25.000 Bilder")]
)
def test_numbers_are_in_sentences(lang: str, n: int, said: str) -> None:
    assert texts.text(lang, "js.count", n=n) == said
    assert texts.fill(lang, "{other} {n}", {"n": "<1>"}) == "{other} <1>"


def test_holes_of_both_languages_are_the_same() -> None:
    hole = re.compile(r"\{(\w+)")
    for key, words in texts.catalogue("en").items():
        assert set(hole.findall(words)) == set(hole.findall(texts.catalogue("de")[key])), key


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ('a <a href="https://example.org/">b</a>', True),
        ("a &lt;b&gt;", True),
        ("a <b>b</b>", False),
        ('<a href="javascript:x">b</a>', False),
        ('<a href="java&#115;cript:x">b</a>', False),
        ('<a href="https://example.org/" onclick="x">b</a>', False),
        ("<img src=x>", False),
    ],
)
def test_only_the_composers_own_markup_reaches_the_page(html: str, kept: bool) -> None:
    """A report may come from a file that somebody wrote."""
    made = ready_html({"html": html, "text": "plain <text>"})
    assert made == (html if kept else "plain &lt;text&gt;")


def test_a_large_report_is_packed_and_compared_with_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "PLAIN_LIMIT", 100)
    write(html_sample.sample(2), tmp_path, roots=())
    assert (tmp_path / "report.json.gz").is_file()
    assert 'href="report.json.gz"' in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert write(html_sample.sample(2), tmp_path, roots=()).removed == 0
    monkeypatch.undo()
    write(html_sample.sample(3), tmp_path, roots=())
    assert not (tmp_path / "report.json.gz").exists()
    assert "1 image with something new" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_data_comes_in_shards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_module, "SHARD", 2000)
    write(html_sample.sample(30), tmp_path, roots=(), thumbnails=False)
    shards = sorted((tmp_path / "data").glob("*-*.js"))
    assert len(shards) > 6
    assert max(p.stat().st_size for p in shards) < 2100
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert all(f'src="data/{p.name}"' in index for p in shards)
    rows = [row for p in shards if p.name.startswith("rows") for row in json.loads(p.read_text(encoding="utf-8").split(",", 1)[1][:-4])]
    assert len(rows) == 90
