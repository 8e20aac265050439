# SPDX-License-Identifier: Apache-2.0
"""The manual cannot lie: generated pages are current, and every rule, option, format and setting is in the docs."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from licaudit.reports.registry import FORMATS
from licaudit.rulebook.load import rulebook

ROOT = Path(__file__).parents[2]


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["configuration.md", "rules.md", "commands.md"])
def test_generated_pages_are_current(page: str) -> None:
    written = (ROOT / "docs" / "reference" / page).read_text(encoding="utf-8")
    assert written == generator().PAGES[page](), "run: python docs/generate.py"


def test_every_rule_and_format_is_documented() -> None:
    rules = (ROOT / "docs" / "reference" / "rules.md").read_text(encoding="utf-8")
    assert not [r for r in rulebook().rules if f"### {r}\n" not in rules]
    formats = (ROOT / "docs" / "reference" / "formats.md").read_text(encoding="utf-8")
    assert not [f for f in FORMATS if f"`{f}`" not in formats]


def test_the_navigation_names_every_page() -> None:
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    pages = [p.relative_to(ROOT / "docs").as_posix() for p in (ROOT / "docs").rglob("*.md")]
    assert not [p for p in pages if p not in nav]
    assert "import pictures.csv" not in "".join((ROOT / "docs" / p).read_text(encoding="utf-8") for p in pages)
