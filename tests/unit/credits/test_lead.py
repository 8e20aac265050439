# SPDX-License-Identifier: Apache-2.0
"""The picture of the share card: one picture under several addresses, and content wherever it stands."""

import pytest

from licaudit.credits.lead import identity
from licaudit.credits.record import page_record
from licaudit.model.page import Document, PageRecord

PROSE = "<p>" + "The ferry has sailed from the harbour since Monday and carries two hundred people. " * 4 + "</p>"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://img.example/2024/harbour-bridge-1200x630.jpg", "/2024/harbour-bridge-300x200.jpg?fit=1"),
        ("https://cdn.example/7xQaLt5YnA4-1200-80.jpg", "https://cdn.example/7xQaLt5YnA4-320-80.jpg"),
        ("https://img.example/1736701_400_300_0_1.jpg", "https://img.example/1736701_605_0_0_0.jpg"),
        ("https://img.example/the-old-harbour-bridge/wide__822x462", "https://img.example/the-old-harbour-bridge/wide__1300x731"),
        ("https://proxy.example/?url=https%3A%2F%2Fimg.example%2Ft%2Fold-harbour.jpg&w=30", "https://img.example/big/old-harbour.jpg"),
        (
            "https://x.example/?id=f8206868-7407-4677-9df0-c282dc96c02f&w=3",
            "https://x.example/?id=f8206868-7407-4677-9df0-c282dc96c02f&w=9",
        ),
    ],
)
def test_renditions_of_one_picture(one: str, other: str) -> None:
    assert identity(one) == identity(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/DSC_0123.jpg", "a/DSC_0124.jpg"),
        ("a/harbour-bridge-1.jpg", "a/harbour-bridge-2.jpg"),
        ("a/IMG_20240403_123456.jpg", "a/IMG_20240403_123457.jpg"),
        ("a/photo-123.jpg", "a/photo-124.jpg"),
    ],
)
def test_pictures_that_are_two(one: str, other: str) -> None:
    assert identity(one) != identity(other)


@pytest.mark.parametrize("address", ["a/header.jpg", "logo.png", "", "https://example.org/"])
def test_a_name_that_tells_nothing(address: str) -> None:
    assert identity(address) == ""


def page(body: str, card: str = "https://img.example/harbour-ferry-1200x630.jpg") -> PageRecord:
    head = f'<head><meta property="og:image" content="{card}"></head>'
    text = f"<html>{head}<body><h1>Ferry</h1>{body}<article>{PROSE * 2}</article></body></html>"
    return page_record(Document("page.html", text.encode(), "html"))


TEASER = '<div class="teaser"><a href="/ferry"><img src="https://img.example/harbour-ferry-300x200.jpg"></a><h3><a href="/ferry">Ferry sails</a></h3></div>'


def test_the_share_card_tells_the_lead_picture() -> None:
    (use, _) = page(TEASER).uses
    assert use.role == "content" and "share card" in use.role_reason


def test_another_teaser_stays_one() -> None:
    (use, _) = page(TEASER, card="https://img.example/quite-another-picture.jpg").uses
    assert use.role != "content"


def test_only_one_rendition_is_content() -> None:
    shown = '<figure><img src="https://img.example/harbour-ferry-800x600.jpg"><figcaption>Photo: Ada Example</figcaption></figure>'
    roles = [u.role for u in page(TEASER + f"<article>{PROSE}{shown}{PROSE}</article>").uses if u.image.origin != "meta"]
    assert roles.count("content") == 1


def test_a_logo_on_the_card_is_no_picture_of_the_article() -> None:
    logo = '<div class="header"><img src="https://img.example/site-logo-large.png"></div>'
    assert page(logo, card="https://img.example/site-logo-large.png").uses[0].role != "content"


def test_addresses_that_want_to_be_read_for_ever() -> None:
    wrapped = "https://a.example/?url=https%3A%2F%2Fb.example%2F%3Furl%3Dhttps%253A%252F%252Fimg.example%252Fold-harbour.jpg"
    assert identity(wrapped) == "old-harbour"
    assert identity("https://x.example/?url=a/" * 5000) == ""
    assert identity("data:image/png;base64,iVBORw0KGgoAAAANSUhEUg") == ""


def test_two_cards_are_taken_in_the_order_of_the_page() -> None:
    cards = "".join(
        f'<meta property="og:image" content="https://img.example/{n}-1200x630.jpg">' for n in ("harbour-ferry", "harbour-tower")
    )
    teaser = TEASER.replace("harbour-ferry-300x200.jpg", "harbour-tower-300x200.jpg")
    text = f"<html><head>{cards}</head><body><h1>Ferry</h1>{TEASER}{teaser}<article>{PROSE * 2}</article></body></html>"
    uses = page_record(Document("page.html", text.encode(), "html")).uses
    assert [u.role for u in uses if u.image.origin != "meta"] == ["content", "content"]
