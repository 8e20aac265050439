# SPDX-License-Identifier: Apache-2.0
"""Everybody can use the report: axe on every kind of page in every look, keyboard alone, 320 px, 400 % zoom, paper."""

from pathlib import Path
from typing import Any

import pytest
from opening import kinds, opened
from sample import sample

from licaudit.reports.html import write

pytestmark = pytest.mark.browser
LOOKS = [("light", 1280, "screen"), ("dark", 1280, "screen"), ("light", 320, "screen"), ("dark", 320, "screen"), ("light", 794, "print")]


def faults(page: Any, axe: str) -> list[tuple[str, list[str]]]:
    page.evaluate(axe)
    found = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})")["violations"]
    return [(v["id"], [n["html"][:200] for n in v["nodes"][:2]]) for v in found]


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("single")
    write(sample(), folder, roots=(), single_file=True)
    return folder


@pytest.mark.parametrize(
    ("which", "scheme", "width", "media"),
    [*(("report", *look) for look in LOOKS), *(("german", *look) for look in LOOKS), ("single", *LOOKS[0]), ("single", *LOOKS[3])],
)
def test_axe_finds_nothing(
    chromium: Any, axe: str, request: pytest.FixtureRequest, which: str, scheme: str, width: int, media: str
) -> None:
    for kind, path in kinds(request.getfixturevalue(which)).items():
        page = opened(chromium, path, width=width, color_scheme=scheme, bypass_csp=True)
        if kind == "index":
            page.select_option("#s-g", "rule")
            page.locator(".row input").first.check()
        for summary in page.locator("summary").all()[:6]:
            if summary.is_visible():
                summary.click()
        page.emulate_media(media=media, color_scheme=scheme)
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), (kind, which)
        assert faults(page, axe) == [], (kind, which)
        assert page.locator("h1").count() == 1
        page.context.close()


def test_axe_would_find_a_fault(chromium: Any, report: Path, axe: str) -> None:
    page = opened(chromium, report / "index.html", bypass_csp=True)
    page.evaluate("document.querySelector('h1').style.color = '#ddd'; document.querySelector('.thumb').removeAttribute('alt')")
    assert {name for name, _ in faults(page, axe)} >= {"color-contrast", "image-alt"}
    page.context.close()


def test_the_help_is_accessible_in_both_schemes(chromium: Any, german: Path, axe: str) -> None:
    for scheme in ("light", "dark"):
        page = opened(chromium, german / "index.html", color_scheme=scheme, bypass_csp=True)
        page.keyboard.press("?")
        assert page.locator("dialog[open] h2").inner_text() == "Tastatur"
        assert faults(page, axe) == []
        page.keyboard.press("Escape")
        assert page.locator("dialog").count() == 0
        page.context.close()


def test_at_400_percent_everything_fits_the_width(chromium: Any, german: Path) -> None:
    """1280×800 at 400 % is a window of 320×200: one direction of scrolling, and nothing floats over the text."""
    for path in kinds(german).values():
        page = opened(chromium, path, width=320, height=200)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.evaluate("[...document.querySelectorAll('main *')].every(e => getComputedStyle(e).position !== 'sticky')")
        page.context.close()


def test_keyboard_alone_reaches_and_does_everything(chromium: Any, report: Path) -> None:
    page = opened(chromium, report / "index.html", permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    focused = "[document.activeElement.className, getComputedStyle(document.activeElement).outlineStyle]"
    page.keyboard.press("j")
    name, outline = page.evaluate(focused)
    assert "card" in name
    assert outline == "solid"
    first = page.evaluate("document.activeElement.dataset.id")
    page.keyboard.press("c")
    page.locator("#said:not(:empty)").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Photo: Milan Exemplar, CC BY-SA 2.5 (https://")
    page.keyboard.press("x")
    assert page.locator("#tray").is_visible()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.dataset.id") != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.dataset.id") == first
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("jx/?")
    assert page.input_value("#q") == "jx/?"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement === document.body")
    page.context.close()


def test_every_stop_of_the_keyboard_is_seen(chromium: Any, report: Path) -> None:
    for kind, path in kinds(report).items():
        page = opened(chromium, path)
        for _ in range(40):
            page.keyboard.press("Tab")
            shown = page.evaluate(
                "(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle + ' ' + s.outlineWidth; })()"
            )
            if page.evaluate("document.activeElement === document.body"):
                break
            assert shown == "solid 3px", (kind, page.evaluate("document.activeElement.outerHTML")[:120])
        page.context.close()


def test_cards_keys_work_on_article_pages(chromium: Any, report: Path) -> None:
    page = opened(chromium, kinds(report)["pages"], permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("j")
    assert "card" in page.evaluate("document.activeElement.className")
    page.keyboard.press("?")
    assert "next and previous picture" in page.locator("dialog").inner_text()
    assert page.problems == []
    page.context.close()


def test_print_hides_what_paper_cannot_do_and_splits_no_card(chromium: Any, report: Path, tmp_path: Path) -> None:
    for kind, path in kinds(report).items():
        page = opened(chromium, path)
        page.emulate_media(media="print")
        for hidden in (".copy", "#filters", ".skip", "nav", ".row input", "#more"):
            assert not page.locator(hidden).first.is_visible(), (kind, hidden)
        rules = "[...document.querySelectorAll('.card, tr')].every(e => getComputedStyle(e).breakInside === 'avoid')"
        assert page.evaluate(rules), kind
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        page.pdf(path=tmp_path / f"{kind}.pdf", format="A4")
        data = (tmp_path / f"{kind}.pdf").read_bytes()
        assert data.startswith(b"%PDF")
        assert data.count(b"/Type /Page\n") + data.count(b"/Type /Page/") + data.count(b"/Type /Page ") >= 1
        page.context.close()
