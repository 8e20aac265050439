# SPDX-License-Identifier: Apache-2.0
"""What a picture is for: pictures of the article that look like furniture, and furniture that looks like pictures."""

import pytest

from licaudit.credits.record import page_record
from licaudit.model.page import Document, PageRecord

PROSE = "<p>" + "The ferry has sailed from the harbour since Monday and carries two hundred people. " * 4 + "</p>"


def html(body: str) -> PageRecord:
    return page_record(
        Document("page.html", f"<html><body><article><h1>Ferry</h1>{PROSE}{body}{PROSE}</article></body></html>".encode(), "html")
    )


def markdown(body: str) -> PageRecord:
    prose = "The ferry has sailed from the harbour since Monday and carries two hundred people. " * 4
    return page_record(Document("page.md", f"# Ferry\n\n{prose}\n\n{body}\n\n{prose}\n".encode(), "markdown"))


@pytest.mark.parametrize(
    "body",
    [
        '<figure><a href="https://photos.example/1"><img src="ferry.jpg"></a><figcaption>The ferry</figcaption></figure>',
        '<p><img src="whatsapp-image-2023-04-01.jpeg" alt="The ferry at the pier"></p>',
    ],
)
def test_pictures_of_the_article(body: str) -> None:
    assert [u.role for u in html(body).uses] == ["content"]


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="/other-article"><img src="teaser.jpg"></a></p>',
        '<p><img src="bullet.png">one</p><p><img src="bullet.png">two</p><p><img src="bullet.png">three</p><p><img src="bullet.png">four</p>',
        '<p><img src="whatsapp.png"></p>',
        '<p><img src="logo-fig-app-banner.0de9.svg"></p>',
        '<div class="article__author"><figure><img src="ada.jpg"></figure></div>',
    ],
)
def test_furniture_in_the_article(body: str) -> None:
    assert {u.role for u in html(body).uses}.isdisjoint({"content"})


def test_a_linked_picture_in_markdown_belongs_to_the_text() -> None:
    assert [u.role for u in markdown("[![Ferry](ferry.jpg)](https://photos.example/ferry)").uses] == ["content"]


@pytest.mark.parametrize(
    "body",
    ["[![Build](https://img.shields.io/badge/build-ok.svg)](https://ci.example/build/1)", "[![Shop](shop.png)](https://shop.example/)"],
)
def test_badges_and_links_to_a_front_page_do_not(body: str) -> None:
    assert [u.role for u in markdown(body).uses] != ["content"]


def test_a_picture_that_is_shown_again_and_again_with_its_caption_is_content() -> None:
    figure = '<figure><img src="ferry.jpg"><figcaption>The ferry</figcaption></figure>'
    assert {u.role for u in html(figure * 5).uses} == {"content"}


def test_a_picture_with_words_that_is_shown_again_and_again_is_not_passed_over() -> None:
    assert {u.role for u in html('<p><img src="ferry.jpg" alt="The ferry at the pier"></p>' * 5).uses} == {"content"}
