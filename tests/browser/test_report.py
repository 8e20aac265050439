# SPDX-License-Identifier: Apache-2.0
"""The editors' report in a real Chromium, opened from disk."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from opening import kinds, opened
from sample import FIX, poison, sample

from hostile import STRINGS
from licaudit.reports.html import write

PICTURES = Path(__file__).parents[1] / "sites" / "demo"

pytestmark = pytest.mark.browser


def test_first_screen_search_and_filter(chromium: Any, report: Path) -> None:
    page = opened(chromium, report / "index.html")
    assert page.locator("#filters").bounding_box()["y"] < 700
    assert page.locator(".card").count() == 8
    page.keyboard.press("/")
    page.keyboard.type("without a link")
    assert page.locator(".card").count() == 4
    assert "q=without" in page.url
    page.fill("#q", "nothing has these words")
    assert page.locator(".card").count() == 0
    page.fill("#q", "")
    page.select_option("#s-v", "look")
    assert page.locator(".card").count() == 2
    page.context.close()
    again = opened(chromium, report / "index.html")
    again.goto((report / "index.html").as_uri() + "#v=fine")
    again.reload()
    assert again.locator(".card").count() == 7
    assert again.problems == []
    again.context.close()


@pytest.mark.parametrize("group", ["rule", "article", "image", "author"])
def test_groups_hold_every_picture_once_and_the_worst_come_first(chromium: Any, report: Path, group: str) -> None:
    page = opened(chromium, report / "index.html")
    before = sorted(page.evaluate("[...document.querySelectorAll('.row')].map(r => r.dataset.id)"))
    page.select_option("#s-g", group)
    assert f"g={group}" in page.url
    assert sorted(page.evaluate("[...document.querySelectorAll('.row')].map(r => r.dataset.id)")) == before
    heads = page.locator(".grouphead h3").all_inner_texts()
    assert len(set(heads)) == len(heads) > 1
    first = "[...document.querySelectorAll('.grouphead')].map(h => h.nextElementSibling.classList.contains('look') ? 1 : 0)"
    order = page.evaluate(first)
    assert order == sorted(order)
    page.context.close()


def test_every_filter_narrows_and_show_all_undoes(chromium: Any, german: Path) -> None:
    page = opened(chromium, german / "index.html")
    everything = page.locator("#count").inner_text()
    for key in ("s", "v", "r", "l", "d", "c", "o"):
        value = page.locator(f"#s-{key} option").nth(1).get_attribute("value")
        page.select_option(f"#s-{key}", value)
        assert page.locator("#count").inner_text() != everything, key
        assert f"{key}=" in page.url
        page.get_by_role("button", name="Alle zeigen").first.click()
        assert page.locator("#count").inner_text() == everything, key
    page.get_by_label("Nur neue").check()
    assert "n=1" in page.url
    assert 0 < page.locator(".row").count() <= 20
    page.context.close()


def test_new_and_put_right_are_told_and_can_be_followed(chromium: Any, german: Path) -> None:
    page = opened(chromium, german / "index.html")
    said = page.locator(".changes").inner_text()
    assert re.search(r"Seit dem letzten Bericht: \d+ Bilder mit Neuem · \d+ Befunde erledigt", said)
    page.locator(".changes a").first.click()
    assert page.get_by_label("Nur neue").is_checked()
    page.locator(".changes a").nth(1).click()
    assert page.locator("#fixed").is_visible()
    page.context.close()


def test_the_german_report_is_german_but_for_what_was_read_and_the_law(german: Path) -> None:
    """Nothing of ours is left in English: every text of rules, findings and questions of the site that shows every rule."""
    english = ("The credit", "Picture ", "Find out", "licence is", "Who made", "Which ", "ends automatically", "permission", "Open the")
    pages = [german / "index.html", *sorted((german / "pages").glob("*.html"))]
    assert len(pages) > 100
    for path in pages:
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for read in soup.select("[lang=en], q, blockquote, dd, .ready, code, .src, h1, a, .parts"):
            read.decompose()
        text = soup.get_text(" ")
        assert not [w for w in english if w in text], (path.name, [w for w in english if w in text])


def test_copied_credit_is_on_the_clipboard(chromium: Any, report: Path) -> None:
    page = opened(chromium, report / "index.html", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Plain").first.click()
    assert page.evaluate("navigator.clipboard.readText()") == FIX["text"]
    page.get_by_label("We edited the picture").first.check()
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Markdown").first.click()
    assert page.evaluate("navigator.clipboard.readText()") == FIX["markdown"] + " (modified)"
    page.get_by_role("button", name="Copy credit").first.click()
    # The words for screen readers stand there from the copy before; only the clipboard itself tells that the new one is done.
    page.wait_for_function("navigator.clipboard.read().then(i => i[0].types.includes('text/html'))")
    read = "navigator.clipboard.read().then(i => i[0].getType('text/html')).then(b => b.text())"
    assert 'href="https://creativecommons.org/licenses/by-sa/2.5/"' in page.evaluate(read)
    page.context.close()


def test_ticked_pictures_are_kept_and_exported(chromium: Any, report: Path) -> None:
    page = opened(chromium, report / "index.html")
    page.locator(".row input").first.check()
    page.reload()
    assert page.locator(".row input").first.is_checked()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    rows = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 2
    assert FIX["text"] in rows[1]
    page.context.close()


def test_uncertain_pictures_have_a_question_and_no_line(chromium: Any, report: Path) -> None:
    page = opened(chromium, report / "index.html")
    card = page.locator(".card", has_text="No credit stands").first
    assert card.locator(".copy").count() == 0
    assert "Find out\nWho took this picture?" in card.inner_text()
    page.context.close()


def test_article_prints_and_reads_without_script(chromium: Any, report: Path, tmp_path: Path) -> None:
    article = next((report / "pages").iterdir())
    page = opened(chromium, article, java_script_enabled=False)
    assert "What readers see now" in page.inner_text("main")
    page.pdf(path=tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    page.goto((report / "index.html").as_uri())
    assert "Licence named but not linked" in page.inner_text("main")
    page.context.close()


HOSTILE = frozenset(
    [
        "text",
        "name",
        "title",
        "message",
        "question",
        "caption",
        "alt",
        "src",
        "value",
        "detail",
        "label",
        "remedy",
        "risk_text",
        "reason",
        "status_reason",
        "html",
        "markdown",
        "author",
        "why",
        "asked",
        "references",
        "quote",
        "clause",
        "licence_url",
        "resolved",
    ]
)
"""Every text that may come from a page, a picture, a register or somebody's report."""
PAYLOADS = [
    '"><img src=x onerror=window.fired=1>',
    "</script><script>window.fired=1</script>",
    "</title><svg onload=window.fired=1>",
    "<!--<script>window.fired=1",
    "javascript:window.fired=1",
    "{{ 7*7 }}' onmouseover='window.fired=1",
]


@pytest.mark.parametrize("single", [False, True])
@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_does_not_run(chromium: Any, tmp_path: Path, payload: str, single: bool) -> None:
    write(poison(sample(2), payload), tmp_path, roots=(), single_file=single, lang="de")
    asked: list[str] = []
    for path in sorted(tmp_path.rglob("*.html")):
        page = chromium.new_page()
        page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else asked.append(r.url))
        page.goto(path.as_uri())
        assert page.evaluate("window.fired") is None
        links = page.evaluate("[...document.links].map(a => a.protocol)")
        assert set(links) <= {"file:", "http:", "https:", "mailto:"}
        page.close()
    assert asked == []


def test_the_trap_would_fire(chromium: Any, tmp_path: Path) -> None:
    trap = tmp_path / "trap.html"
    trap.write_text(f'<!doctype html><title>x</title><p title="{PAYLOADS[0]}">', encoding="utf-8")
    page = chromium.new_page()
    page.goto(trap.as_uri())
    page.wait_for_function("window.fired === 1")
    assert page.evaluate("window.fired") == 1
    page.close()


def test_script_uses_no_html_sink() -> None:
    import licaudit.reports.html.report as module

    script = (module.ASSETS / "report.js").read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", script)


def test_single_file_works_from_disk(chromium: Any, tmp_path: Path) -> None:
    write(json.loads(json.dumps(sample())), tmp_path, roots=(), single_file=True)
    page = opened(chromium, tmp_path / "index.html")
    assert page.locator(".row").count() == 8
    assert page.problems == []
    page.context.close()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_in_the_address_does_not_run(chromium: Any, report: Path, payload: str) -> None:
    for key in ("q", "v", "g", "r", "nonsense", "__proto__", "constructor"):
        page = opened(chromium, report / "index.html", part=f"#{key}={payload}")
        page.locator("#count").wait_for()
        assert page.evaluate("window.fired") is None
        assert page.problems == []
        page.context.close()


@pytest.mark.parametrize("single", [False, True])
def test_the_policy_of_the_page_is_never_broken(chromium: Any, tmp_path: Path, single: bool) -> None:
    write(sample(), tmp_path, roots=(PICTURES,), single_file=single)
    for kind, path in kinds(tmp_path).items():
        page = opened(chromium, path)
        policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        page.keyboard.press("?")
        page.keyboard.press("Escape")
        if kind == "index":
            page.locator(".row input").first.check()
            page.select_option("#s-g", "article")
        assert page.evaluate("[...document.images].every(i => !i.src.startsWith('http'))")
        assert page.evaluate("window.refused") == []
        assert page.problems == []
        page.context.close()


def test_the_policy_would_refuse(chromium: Any, report: Path) -> None:
    page = opened(chromium, report / "index.html")
    page.evaluate("(() => { const s = document.createElement('iframe'); s.src = 'https://evil.example/'; document.body.append(s); })()")
    page.evaluate("(() => { const i = new Image(); i.src = 'https://evil.example/x.png'; document.body.append(i); })()")
    page.wait_for_timeout(200)
    assert page.evaluate("window.refused.length") >= 1
    page.context.close()


@pytest.mark.parametrize("single", [False, True])
def test_five_hundred_hostile_strings_stay_text(chromium: Any, tmp_path: Path, single: bool) -> None:
    """Each text of a large report is another of the strings; all of them are written, none runs, none asks for anything."""
    left = iter(STRINGS)
    used: list[str] = []

    def spoil(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {k: spoil(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [spoil(v, key) for v in value]
        if isinstance(value, str) and key in HOSTILE:
            used.append(next(left, value))
            return used[-1]
        return value

    report = spoil(sample(70))
    assert set(STRINGS) <= set(used)
    write(report, tmp_path, roots=(), single_file=single)
    asked: list[str] = []
    for path in [
        tmp_path / "index.html",
        *sorted(tmp_path.glob("pages/*.html"))[:20],
        tmp_path / "credits.html",
    ]:
        if not path.exists():
            continue
        page = chromium.new_page()
        page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else asked.append(r.url))
        page.goto(path.as_uri())
        assert page.evaluate("window.fired") is None, path
        assert set(page.evaluate("[...document.links].map(a => a.protocol)")) <= {"file:", "http:", "https:", "mailto:"}
        page.close()
    assert asked == []
