# SPDX-License-Identifier: Apache-2.0
"""What leaves the report: credits on the clipboard in every form, tables, register rows, a selection."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import asdict, replace
from opening import kinds, opened
from sample import sample

from hostile import STRINGS
from licaudit.credits.write import fix
from licaudit.model.credit import CreditLine, Party, SourceRef
from licaudit.reports.html import write
from licaudit.settings.decisions import COLUMNS, read_decisions
from licaudit.settings.register import read_register

pytestmark = pytest.mark.browser
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
READ = "navigator.clipboard.readText()"
BY_SA = "https://creativecommons.org/licenses/by-sa/2.5/"
PAGE = "https://commons.wikimedia.org/wiki/File:Harbour_(night).jpg"
KNOWN = CreditLine(
    text="x", licence="CC-BY-SA-2.5", creators=(Party("Ada Sample"),), title="Harbour", confidence="high", source=SourceRef("Commons", PAGE)
)


def with_credits(known: list[CreditLine], folder: Path) -> Path:
    """A report in which the pictures with a credit to use have these, in order."""
    report = sample(1 + len(known), 5)
    left = iter(known)
    kept = []
    for finding in report["findings"]:
        if finding["rule"] == "licence-link-missing":
            credit = next(left, None)
            if credit is None:
                continue
            finding["fix"] = asdict(fix(credit, "en"))
            finding["licence"] = credit.licence
            next(u for u in report["uses"] if u["id"] == finding["use"])["credit"]["licence"] = credit.licence
        kept.append(finding)
    report["findings"] = kept
    write(report, folder, roots=(), thumbnails=False)
    return folder


def pressed(page: Any, card: Any, name: str) -> str:
    page.evaluate("document.getElementById('said').textContent = ''")
    card.get_by_role("button", name=name, exact=True).click()
    page.locator("#said:not(:empty)").wait_for()
    return str(page.evaluate(READ))


def test_every_form_holds_all_addresses(chromium: Any, tmp_path: Path) -> None:
    report = with_credits([KNOWN], tmp_path)
    for path in (report / "index.html", kinds(report)["pages"]):
        page = opened(chromium, path, **CLIPBOARD)
        card = page.locator(".card", has=page.locator(".copy")).first
        made = fix(KNOWN, "en")
        assert pressed(page, card, "Copy credit") == made.text
        rich = "navigator.clipboard.read().then(i => i[0].getType('text/html')).then(b => b.text())"
        assert f'<a href="{BY_SA}">CC BY-SA 2.5</a>' in page.evaluate(rich)
        assert pressed(page, card, "HTML") == made.html
        assert pressed(page, card, "Markdown") == made.markdown
        assert pressed(page, card, "Plain") == made.text
        assert pressed(page, card, "Print") == f"Photo: “Harbour” by Ada Sample, via Commons, CC BY-SA 2.5 · {PAGE} · {BY_SA}"
        card.get_by_label("We edited the picture").check()
        assert pressed(page, card, "Plain") == made.text + " (modified)"
        assert page.problems == []
        page.context.close()


def test_edited_is_not_offered_where_it_is_said_or_forbidden(chromium: Any, tmp_path: Path) -> None:
    report = with_credits([replace(KNOWN, modified=True), replace(KNOWN, licence="CC-BY-ND-4.0")], tmp_path)
    page = opened(chromium, report / "index.html")
    assert page.locator(".copy").count() == 2
    assert page.get_by_label("We edited the picture").count() == 0
    page.context.close()


def test_forms_made_in_the_browser_are_the_composers_own(chromium: Any, tmp_path: Path) -> None:
    """The report carries one form and makes the others: for five hundred hostile names they are what the composer would write."""
    known = [replace(KNOWN, creators=(Party(s),), title=STRINGS[-n]) for n, s in enumerate(STRINGS)]
    known = [c for c in known if fix(c, "en").text]
    assert len(known) > 400
    report = with_credits(known, tmp_path)
    page = opened(chromium, report / "index.html", part="#r=licence-link-missing")
    while page.locator("#more").is_visible():
        page.evaluate("document.getElementById('more').click()")
    page.evaluate(
        "window.copied = []; const put = (t) => { window.copied.push(t); return Promise.resolve(); };"
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: put, write: () => Promise.resolve() } })"
    )
    press = "(n) => document.querySelectorAll('.copy').forEach(b => b.querySelectorAll('button')[n].click())"
    for number in (1, 2, 3):
        page.evaluate(press, number)
    copied = page.evaluate("window.copied")
    made = [fix(c, "en") for c in known]
    assert sorted(copied) == sorted([m.html for m in made] + [m.markdown for m in made] + [m.text for m in made])
    assert page.evaluate("window.fired") is None
    page.context.close()


def test_ticked_pictures_leave_as_table_rows_register_and_selection(chromium: Any, report: Path, tmp_path: Path) -> None:
    page = opened(chromium, report / "index.html", **CLIPBOARD)
    page.get_by_role("button", name="Tick all 8").click()
    assert page.locator("#tray strong").inner_text() == "8 ticked"
    page.get_by_role("button", name="Copy all credits").click()
    page.locator("#said:not(:empty)").wait_for()
    lines = page.evaluate(READ).split("\n")
    assert len(lines) == 4
    assert {line.split("\t")[2] for line in lines} == {f"Photo: Milan Exemplar, CC BY-SA 2.5 ({BY_SA})"}
    page.evaluate("document.getElementById('said').textContent = ''")
    page.get_by_role("button", name="Register rows").click()
    (tmp_path / "licaudit.register.toml").write_text(page.evaluate(READ), encoding="utf-8")
    rows = read_register(tmp_path / "licaudit.register.toml").rows
    assert {row.creators for row in rows} == {("Milan Exemplar",), ()}
    with page.expect_download() as download:
        page.get_by_role("button", name="Selection").click()
    chosen = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert chosen["schema"] == "licaudit-selection/1"
    assert len(chosen["uses"]) == 8
    assert "licence-link-missing-1" in chosen["uses"][0]["fingerprints"]
    page.get_by_role("button", name="Untick").click()
    assert not page.locator("#tray").is_visible()
    page.context.close()


def test_the_table_for_decisions_comes_back(chromium: Any, report: Path, tmp_path: Path) -> None:
    page = opened(chromium, report / "index.html")
    page.get_by_role("button", name="Tick all 8").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV for decisions").click()
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(text, newline="")))
    assert tuple(table[0]) == COLUMNS
    for row in table:
        row["decision"], row["reason"] = "accept", "agreed with the museum"
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, delimiter=";")
    writer.writeheader()
    writer.writerows(table)
    (tmp_path / "decisions.csv").write_text(out.getvalue(), encoding="utf-8")
    read = read_decisions(tmp_path / "decisions.csv")
    assert len(read) == 8
    assert {r.rules for r in read} == {("licence-link-missing",), ("credit-missing",)}
    page.context.close()


def test_no_cell_of_an_exported_table_is_a_formula(chromium: Any, tmp_path: Path) -> None:
    formulas = ["=1+1", "+x", "-x", "@x", "\t=1", "|x", "%x", "＝1", ' "=1', "'=1"]
    report = sample(4)
    for use, formula in zip(report["uses"], formulas, strict=False):
        use["src"] = use["resolved"] = formula
    write(report, tmp_path, roots=())
    page = opened(chromium, tmp_path / "index.html")
    page.get_by_role("button", name=re.compile("Tick all")).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV for decisions").click()
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    cells = [cell for row in list(csv.reader(io.StringIO(text, newline="")))[1:] for cell in row]
    assert not [c for c in cells if re.match(r"[=+\-@|%\t＝＋－＠]", c)]
    page.context.close()


def test_a_group_is_ticked_at_once_and_marks_stay_with_their_site(chromium: Any, report: Path, tmp_path: Path) -> None:
    page = opened(chromium, report / "index.html", part="#g=rule")
    page.locator(".grouphead button").first.click()
    count = page.locator("#tray strong").inner_text()
    assert count == "4 ticked"
    page.reload()
    assert page.locator("#tray strong").inner_text() == count
    other = {**sample(), "roots": ["another"]}
    write(other, tmp_path, roots=())
    page.goto((tmp_path / "index.html").as_uri())
    assert not page.locator("#tray").is_visible()
    page.context.close()
