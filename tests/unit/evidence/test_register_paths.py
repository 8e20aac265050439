# SPDX-License-Identifier: Apache-2.0
"""A row of the register names a file by its path; pages name it as it is seen from them."""

import pytest

from licaudit.evidence.merge import record
from licaudit.model.page import Image, ImageUse, PageRecord
from licaudit.model.register import Register, RegisterRow

REGISTER = Register((RegisterRow(pictures=("news/img/a b.jpg",), own=True, file="r", line=1),), folder="/site", cwd="/")


@pytest.mark.parametrize(
    ("src", "known"),
    [
        ("img/a%20b.jpg", True),
        ("../news/img/a b.jpg", True),
        ("/news/img/a b.jpg?w=100", True),
        ("a b.jpg", False),
        ("https://example.org/news/img/a b.jpg", False),
    ],
)
def test_paths_as_seen_from_the_page(src: str, known: bool) -> None:
    page = PageRecord("site/news/index.html", file="/site/news/index.html", root="/site")
    use = ImageUse(page.path, Image(src=src, order=1, container=0), role="content")
    assert bool(record(use, page, REGISTER).of("own")) is known
