# SPDX-License-Identifier: Apache-2.0
"""The baseline: it marks and removes nothing, survives edits around the picture, and grows only when told to."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from licaudit import audit, settings
from licaudit.cli import baseline as command
from licaudit.errors import BaselineError, UsageError
from licaudit.model.finding import Finding
from licaudit.verdict import baseline

TEXT = "The town has waited for the new ferry since spring, and on Monday it made its first crossing with two hundred people aboard. " * 3
FIGURE = '<figure><img src="{src}" alt="{alt}" width="640" height="400"><figcaption>{caption}</figcaption></figure>'
BAD = "Photo: Ada Sample, CC BY-SA 2.5"


def page(*figures: str, before: str = "", after: str = "") -> str:
    return f'<html lang="en"><head><title>Ferry</title></head><body><article><h1>Ferry</h1>{before}<p>{TEXT}</p>{"".join(figures)}{after}</article></body></html>'


def figure(src: str = "a.jpg", caption: str = BAD, alt: str = "Ferry") -> str:
    return FIGURE.format(src=src, caption=caption, alt=alt)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("news", "sport"):
        (tmp_path / "site" / name).mkdir(parents=True)
        (tmp_path / "site" / name / "a.html").write_text(page(figure()), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    run("site")
    return tmp_path


def run(*arguments: str) -> str:
    return CliRunner().invoke(command.command, list(arguments), catch_exceptions=False, standalone_mode=False).output


def scan(*paths: str) -> tuple[list[Finding], tuple[str, ...]]:
    result = audit.run(settings.load(paths or ("site",), {"no_report": True}))
    return [f for f in result.findings if f.severity != "note"], result.messages


def held(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / ".licaudit-baseline.json").read_bytes())["findings"]
    return found


def test_entries_say_rule_and_page(site: Path) -> None:
    assert {(e["rule"], e["document"], e["count"]) for e in held(site).values()} == {
        ("licence-link-missing", "site/news/a.html", 1),
        ("licence-link-missing", "site/sport/a.html", 1),
    }


@pytest.mark.parametrize(
    "edited",
    [
        page(figure(), before=f"<p>New first paragraph.</p>\n\n<p>{TEXT}</p>"),
        page(f"<section>\n  {figure()}\n</section>", after=f"<p>{TEXT}</p>"),
        page(figure(alt="The new ferry")),
        page(figure(src="./a.jpg?v=2")),
        page(figure(src="b.jpg", caption="Photo: Jo Muster/AFP"), figure()),
        page(figure(caption=f"The ferry on Monday. {BAD}")),
    ],
)
def test_it_survives_edits_around_the_picture(site: Path, edited: str) -> None:
    (site / "site/news/a.html").write_text(edited, encoding="utf-8")
    found, messages = scan()
    assert [(f.rule, f.status) for f in found] == [("licence-link-missing", "baseline")] * 2
    assert not messages


def test_another_picture_or_another_fault_is_new(site: Path) -> None:
    (site / "site/news/a.html").write_text(page(figure(), figure(src="b.jpg"), figure(src="a.jpg")), encoding="utf-8")
    (site / "site/sport/a.html").write_text(page(figure(caption="Photo: CC BY-SA 2.5")), encoding="utf-8")
    new = sorted((f.rule, f.image, f.document) for f in scan()[0] if f.status == "new" and f.rule != "credit-unattached")
    assert ("licence-link-missing", "a.jpg", "site/news/a.html") in new
    assert ("licence-link-missing", "b.jpg", "site/news/a.html") in new
    assert ("creator-missing", "a.jpg", "site/sport/a.html") in new
    assert len([f for f in scan()[0] if f.status == "baseline"]) == 2


def test_it_only_shrinks_unless_told_to_accept(site: Path) -> None:
    before = held(site)
    (site / "site/news/a.html").write_text(page(figure(), figure(src="b.jpg")), encoding="utf-8")
    assert "1 findings are new and not accepted" in run("site")
    assert held(site) == before
    assert "3 findings accepted (before: 2)" in run("site", "--accept-new")
    assert len(held(site)) == 3


def test_prune_takes_out_what_is_gone_and_adds_nothing(site: Path) -> None:
    (site / "site/news/a.html").write_text(page(figure(caption="Photo: Jo Muster/AFP"), figure(src="b.jpg")), encoding="utf-8")
    assert any("1 entries are no longer found" in m for m in scan()[1])
    run("site", "--prune")
    assert {e["document"] for e in held(site).values()} == {"site/sport/a.html"}
    assert not scan()[1]


def test_what_is_not_scanned_is_neither_stale_nor_taken_out(site: Path) -> None:
    assert not scan("site/news")[1]
    before = held(site)
    run("site/news", "--prune")
    assert held(site) == before
    (site / "site/sport/a.html").unlink()
    run("site/news", "--prune")
    assert held(site) == before
    run("site", "--prune")
    assert {e["document"] for e in held(site).values()} == {"site/news/a.html"}


def test_what_makes_no_sense_is_told(site: Path) -> None:
    with pytest.raises(UsageError, match="give one of them"):
        run("site", "--prune", "--accept-new")
    (site / ".licaudit-baseline.json").unlink()
    with pytest.raises(UsageError, match="no baseline"):
        run("site", "--prune")
    assert not (site / ".licaudit-baseline.json").exists()
    (site / "licaudit.toml").write_text("baseline = false\n", encoding="utf-8")
    with pytest.raises(UsageError, match="--file"):
        run("site")
    run("site", "--file", "other.json")
    assert (site / "other.json").exists()


def test_notes_are_held_only_where_they_would_fail_the_run(site: Path) -> None:
    (site / "site/news/a.html").write_text(page(figure(caption="Photo: Jo Muster/AFP")), encoding="utf-8")
    run("site", "--accept-new")
    assert "grant-missing" not in {e["rule"] for e in held(site).values()}
    (site / "licaudit.toml").write_text('[policy]\nfail-on = "note"\n', encoding="utf-8")
    run("site", "--accept-new")
    assert "grant-missing" in {e["rule"] for e in held(site).values()}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("{", 1, "not valid JSON"),
        ("[]", 1, "licaudit-baseline/1"),
        ('{"schema": "licaudit-baseline/1",\n "findings": {\n"ab": 0}}', 3, "above 0"),
        ('{"schema": "licaudit-baseline/1", "findings": {\n"ab": {"count": true}}}', 2, "above 0"),
        ('{"schema": "licaudit-baseline/1", "findings": {\n"ab": {"count": 1, "rules": "x"}}}', 2, "something else"),
    ],
)
def test_a_malformed_one_names_file_and_line(text: str, line: int, said: str) -> None:
    with pytest.raises(BaselineError, match=said) as caught:
        baseline.parse(text.encode(), "b.json")
    assert (caught.value.path, caught.value.line) == ("b.json", line)


def test_bare_counts_of_an_older_file_are_read() -> None:
    assert baseline.parse(b'{"schema": "licaudit-baseline/1", "findings": {"ab": 2}}', "b") == {"ab": baseline.Entry(2)}
