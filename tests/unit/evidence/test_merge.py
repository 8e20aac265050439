# SPDX-License-Identifier: Apache-2.0
"""Claims of all origins stand side by side."""

from licaudit.evidence.merge import record
from licaudit.model.credit import CreditLine, Party
from licaudit.model.evidence import Claim
from licaudit.model.page import Fact, Image, ImageUse, PageRecord
from licaudit.model.register import Register, RegisterRow

USE = ImageUse(
    "a.html",
    Image(0, 0, "img/lake.jpg"),
    "content",
    credit=CreditLine("Photo: Ada", is_credit=True, creators=(Party("Ada"),), confidence="high"),
)


def test_disagreement_is_kept_strongest_first() -> None:
    page = PageRecord(
        "a.html", facts=(Fact("https://example.org/img/lake.jpg", "creator", "Paula", "json-ld"), Fact("", "author", "Editor", "json-ld"))
    )
    register = Register((RegisterRow(pictures=("img/lake.jpg",), creators=("Jonas",), own=True, file="r.toml", line=3),))
    rights = record(USE, page, register, (Claim("creator", "Eva", "xmp", 0.6),))
    assert [(c.value, c.origin) for c in rights.of("creator")] == [
        ("Jonas", "register"),
        ("Ada", "credit-line"),
        ("Eva", "xmp"),
        ("Paula", "json-ld"),
    ]
    assert rights.best("own") == "true"


def test_a_fact_about_another_picture_says_nothing() -> None:
    page = PageRecord("a.html", facts=(Fact("other.jpg", "creator", "Paula", "json-ld"),))
    assert [c.value for c in record(USE, page, Register()).of("creator")] == ["Ada"]


def test_what_is_no_credit_claims_nothing() -> None:
    use = ImageUse("a.html", Image(0, 0, "x.jpg"), "content", credit=CreditLine("Boats", creators=(Party("Ada"),)))
    assert record(use, PageRecord("a.html"), Register()).claims == ()
