# SPDX-License-Identifier: Apache-2.0
"""Pictures that nothing speaks of: only surely unused ones are named."""

from pathlib import Path

import pytest

from licaudit import audit, settings
from licaudit.evidence import published

PAGE = '<html lang="en"><head><link rel="icon" href="/tab.png"></head><body><article><p>{}</p><figure><a href="large.jpg"><img src="a%20b.jpg" srcset="c.webp 2x" width="640" height="400"></a><figcaption>Photo: Ada Sample/AFP</figcaption></figure></article></body></html>'


def unused(folder: Path) -> set[str]:
    loaded = settings.load([str(folder)], {})
    return {Path(f.document).name for f in audit.run(loaded).findings if f.rule == "published-but-unused"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text(PAGE.format("The boats went out early. " * 20), encoding="utf-8")
    for name in ("a b.jpg", "c.webp", "large.jpg", "left.jpg"):
        (tmp_path / name).write_bytes(b"\xff\xd8\xff\xd9")
    return tmp_path


def test_what_no_page_shows_is_told(site: Path) -> None:
    assert unused(site) == {"left.jpg"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("style.css", ".hero { background: url('img/LEFT.jpg?v=1') }"),
        ("manifest.webmanifest", '{"icons": [{"src": "/left.jpg"}]}'),
        ("gallery.json", '["left.jpg"]'),
        ("app.js", "load('/img/left.jpg')"),
        ("licaudit.register.toml", '[[picture]]\npath = "left.jpg"\nown = true\n'),
    ],
)
def test_what_something_else_speaks_of_is_left_alone(site: Path, name: str, text: str) -> None:
    (site / name).write_text(text, encoding="utf-8")
    assert unused(site) == set()


def test_an_original_and_its_renditions_are_one_picture(site: Path) -> None:
    for name in ("large-300x200.jpg", "large.webp", "a b-scaled.jpg"):
        (site / name).write_bytes(b"x")
    assert unused(site) == {"left.jpg"}


def test_icons_and_other_folders_are_left_alone(site: Path) -> None:
    (site / "left.jpg").rename(site / "apple-touch-icon-180.png")
    (site / "node_modules").mkdir()
    (site / "node_modules/x.png").write_bytes(b"x")
    assert unused(site) == set()
    (site / "iconic-view.jpg").write_bytes(b"x")
    assert unused(site) == {"iconic-view.jpg"}


def test_a_tree_that_is_too_large_is_said_not_passed_over(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published, "MOST", 3)
    (told,) = [f for f in audit.run(settings.load([str(site)], {})).findings if f.rule == "published-but-unused"]
    assert "was not looked at" in told.message
