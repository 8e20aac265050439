# SPDX-License-Identifier: Apache-2.0
"""The manual cannot lie: generated pages are current, and every rule, option, format and setting is in the docs."""

import importlib.util
import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from house import manual
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


def test_everything_is_documented() -> None:
    assert [f"{i.kind} {i.name}: not on {i.page} {i.section}" for i in manual.missing(manual.pages(), manual.items())] == []


def test_the_list_of_what_must_be_documented_is_whole() -> None:
    counted = Counter(item.kind for item in manual.items())
    assert counted["rule"] == len(rulebook().rules) > 50
    assert counted["option"] > 40 and counted["setting"] > 60 and counted["format"] >= 12 and counted["preset"] == 7
    options = {item.name for item in manual.items() if item.kind == "option"}
    assert {"scan --format", "scan --config-ref", "baseline --prune", "parse --jsonl"} <= options
    environment = {item.name for item in manual.items() if item.kind == "environment"}
    assert {"LICAUDIT_POLICY", "NO_COLOR", "GITHUB_ACTIONS"} <= environment
    assert {"data-licaudit-ignore", "data-licaudit-reason"} <= {item.name for item in manual.items() if item.kind == "attribute"}


def without(text: str, item: manual.Item) -> str:
    """The page with every mention of the item in its section taken out."""
    part = manual.section(text, item.section)
    return text.replace(part, re.sub(rf"(?<![\w-]){re.escape(item.anchor)}", "", part)) if part else text


def test_each_of_them_would_be_missed() -> None:
    """The test of the test: for every single item, a manual without it is found wanting."""
    docs, wanted = manual.pages(), manual.items()
    for item in wanted:
        poorer = {**docs, item.page: without(docs[item.page], item)}
        assert manual.missing(poorer, [item]) == [item], item
    last = wanted[-1]
    poorer = {**docs, last.page: without(docs[last.page], last)}
    assert manual.missing(poorer, wanted) == [last], "and nothing else is missed"


def test_a_row_that_says_nothing_does_not_count() -> None:
    docs = manual.pages()
    item = next(i for i in manual.items() if i.kind == "setting" and i.name == "staff")
    hollow = re.sub(r"\| `staff` \|.*", "| `staff` |  |  |", docs[item.page])
    assert manual.missing({**docs, item.page: hollow}, [item]) == [item]
    assert manual.missing({}, [item]) == [item]
    invented = manual.Item("format", "pdf", "reference/formats.md", "", "| `pdf` | ")
    assert manual.missing(docs, [invented]) == [invented]


def test_the_navigation_names_every_page() -> None:
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    pages = [p.relative_to(ROOT / "docs").as_posix() for p in (ROOT / "docs").rglob("*.md")]
    assert not [p for p in pages if p not in nav]
