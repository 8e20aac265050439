# SPDX-License-Identifier: Apache-2.0
"""Which entries of front matter name pictures."""

import pytest

from licaudit.model.page import Document
from licaudit.readers import read
from licaudit.readers.frontmatter import shows_picture


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("image", "harbour.jpg"),
        ("cover.image", "https://images.unsplash.com/photo-1?auto=format&w=800"),
        ("hero", "//cdn.example.com/a1b2c3"),
        ("og_image", "https://assets.imgix.net/harbour?w=400"),
        ("bannerCloudinaryId", "unsplash/photo-1"),
        ("image", "https://images.example.org/show.php?id=7"),
    ],
)
def test_entries_that_show_a_picture(key: str, value: str) -> None:
    assert shows_picture(key, value)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("image_credit", "https://images.unsplash.com/photo-1"),
        ("image_link", "https://images.unsplash.com/photo-1"),
        ("canonical", "https://cdn.example.com/posts/harbour"),
        ("image", "https://unsplash.com/photos/abc"),
        ("header", "https://static.example.org/app.js"),
        ("header.script", "https://cdn.example.org/v1.2/header.min.js?v=3"),
        ("featured", "https://media.example.org/talk.mp3"),
        ("banner", "https://static.example.org/banner.html"),
        ("image", "The harbour at noon"),
        ("headerText", "harbour"),
        ("cover", "true"),
        ("image", ""),
    ],
)
def test_entries_that_show_none(key: str, value: str) -> None:
    assert not shows_picture(key, value)


def test_a_picture_without_an_ending_is_found() -> None:
    text = b"---\ntitle: A\nimage: https://images.unsplash.com/photo-1?w=800\n---\nText.\n"
    page = read(Document("a.md", text, "markdown"))
    assert [i.src for i in page.images] == ["https://images.unsplash.com/photo-1?w=800"]
