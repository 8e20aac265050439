# SPDX-License-Identifier: Apache-2.0
"""Which files of a folder are articles, and how each is read."""

from pathlib import Path

import pytest

from licaudit.model.policy import Settings
from licaudit.sources.site import collect


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.html", "html"),
        ("a.HTM", "html"),
        ("a.md", "markdown"),
        ("a.mdx", "markdown"),
        ("a.Rmd", "markdown"),
        ("a.qmd", "markdown"),
        ("a.txt", "text"),
    ],
)
def test_an_article_is_read_as_its_name_says(tmp_path: Path, name: str, form: str) -> None:
    (tmp_path / name).write_text("Photo: Ada Example\n")
    assert [d.format for d in collect([str(tmp_path)], Settings())] == [form]


@pytest.mark.parametrize("name", ["a.py", "a.jpg"])
def test_other_files_are_no_articles(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Photo: Ada Example\n")
    assert not list(collect([str(tmp_path)], Settings()))


@pytest.mark.parametrize("name", ["robots.txt", "LICENSE.txt"])
def test_a_text_that_is_no_article_is_passed_over_with_a_word(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Photo: Ada Example\n")
    assert [d.skipped for d in collect([str(tmp_path)], Settings())] == ["not an article by its name"]
