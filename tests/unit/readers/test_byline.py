# SPDX-License-Identifier: Apache-2.0
"""Who wrote the article: from its data, never from a picture's, never a sentence."""

import pytest

from licaudit.model.page import Document
from licaudit.readers import read
from licaudit.readers.byline import author


def of(text: str, form: str = "html") -> str:
    document = Document("a", text.encode(), form)  # type: ignore[arg-type]
    return author(document, read(document))


def data(value: str) -> str:
    return f'<html><head><script type="application/ld+json">{value}</script></head><body><p>x</p></body></html>'


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('<meta name="author" content="Ada  Sample &amp; Co"><p>x</p>', "Ada Sample & Co"),
        ("<meta content='Ada Sample' property='article:author'><p>x</p>", "Ada Sample"),
        (data('{"@type":"NewsArticle","author":[{"@type":"Person","name":"Ada Sample"},{"name":"Bo"}]}'), "Ada Sample"),
        (data('{"@graph":[{"@type":"WebSite"},{"@type":"BlogPosting","author":"Ada Sample"}]}'), "Ada Sample"),
    ],
)
def test_the_author_is_found(text: str, name: str) -> None:
    assert of(text) == name


def test_front_matter_names_the_author() -> None:
    assert of("---\ntitle: x\nauthor: Ada Sample\n---\n\ntext\n", "markdown") == "Ada Sample"
    assert of("---\nauthors:\n- Ada Sample\n- Bo\n---\n\ntext\n", "markdown") == "Ada Sample"


@pytest.mark.parametrize(
    "text",
    [
        "<p>By Ada Sample</p>",
        '<meta name="description" content="author of books"><p>x</p>',
        '<meta property="article:author" content="https://social.example/ada"><p>x</p>',
        f'<meta name="author" content="{"x" * 200}"><p>x</p>',
        data('{"@type":"ImageObject","author":"Ada Sample"}'),
        data("{not json"),
        data("[" * 5000),
        "plain",
    ],
)
def test_nothing_else_is_an_author(text: str) -> None:
    assert of(text) == ""


def test_hostile_pages_cost_little() -> None:
    import time

    for text in ("<meta " * 60_000, "<script application/ld+json" * 15_000, '<meta name="author" content="' + "x" * 390_000):
        start = time.perf_counter()
        assert of(text) == ""
        assert time.perf_counter() - start < 2
