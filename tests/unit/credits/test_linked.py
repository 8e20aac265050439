# SPDX-License-Identifier: Apache-2.0
"""What the address behind a name tells."""

import pytest

from licaudit.credits.linked import sort_of, target
from licaudit.model.credit import Link


@pytest.mark.parametrize(
    ("href", "sort"),
    [
        ("https://unsplash.com/@adasample?utm_source=x", "user"),
        ("https://www.flickr.com/photos/adasample/", "user"),
        ("https://www.flickr.com/photos/adasample/5384299394/", "work"),
        ("https://unsplash.com/photos/4kCGEB7Kt4k", "work"),
        ("https://search.example.org/photos/96213ba5-e9b6-4f2f-91e4-da28b9fcad22", "work"),
        ("https://commons.wikimedia.org/wiki/User:Adasample", "user"),
        ("https://commons.wikimedia.org/wiki/File:Ferry.jpg", "work"),
        ("https://pixabay.com/users/adasample-12/", "user"),
        ("https://unsplash.com/", "home"),
        ("https://harbour.example.org", "home"),
        ("https://harbour.example.org/news/ferry", "page"),
        ("https://creativecommons.org/licenses/by/4.0/", "licence"),
        ("/authors/ada", "inner"),
        ("#note", "inner"),
    ],
)
def test_sorts_of_addresses(href: str, sort: str) -> None:
    assert sort_of(href) == sort


def test_the_link_on_the_words() -> None:
    links = [Link(0, 5, "https://example.org/x"), Link(10, 20, "https://unsplash.com/@adasample")]
    assert target("Ada Sample", 10, 20, links) == ("links user", "link says it")
    assert target("Bo Muster", 12, 18, links) == ("links user", "link says other")
    assert target("Ada Sample", 30, 40, links) == ()


def test_an_address_that_is_printed_is_no_link_on_a_name() -> None:
    assert target("Ada Sample", 0, 10, [Link(0, 10, "https://unsplash.com/@adasample", kind="text")]) == ()
