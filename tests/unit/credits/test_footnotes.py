# SPDX-License-Identifier: Apache-2.0
"""Credits in footnotes: the mark on the picture or its caption leads to them."""

from licaudit.credits.record import page_record
from licaudit.model.page import Document, ImageUse

PROSE = "The ferry has sailed from the harbour since Monday and carries two hundred people. " * 3


def uses(text: str, form: str = "markdown") -> tuple[ImageUse, ...]:
    return page_record(Document(f"page.{form}", text.encode(), form)).uses  # type: ignore[arg-type]


def test_a_mark_on_the_picture() -> None:
    (use,) = uses(f"![Ferry](ferry.jpg)[^1]\n\n{PROSE}\n\n[^1]: Photo by [Ada Example](https://example.org/ada), CC BY 4.0\n")
    assert use.credit and use.attached == "footnote"
    assert [p.name for p in use.credit.creators] == ["Ada Example"] and use.credit.licence == "CC-BY-4.0"


def test_a_mark_on_the_caption_and_a_way_back() -> None:
    note = '<ol><li id="fn:1"><p>Foto: Bo Muster, CC BY 4.0 <a href="#fnref:1">↩</a></p></li></ol>'
    figure = '<figure><img src="ferry.jpg"><figcaption>The ferry <sup id="fnref:1"><a href="#fn:1">1</a></sup></figcaption></figure>'
    (use,) = uses(f"<html><body>{figure}<p>{PROSE}</p>{note}</body></html>", "html")
    assert use.credit and use.attached == "footnote" and use.credit.text == "Foto: Bo Muster, CC BY 4.0"


def test_a_note_of_the_text_credits_no_picture() -> None:
    (use,) = uses(f"![Ferry](ferry.jpg)\n\n{PROSE}[^1] {PROSE}\n\n[^1]: Photo by Ada Example, CC BY 4.0\n")
    assert use.attached != "footnote"


def test_a_note_that_is_no_credit() -> None:
    (use,) = uses(f"![Ferry](ferry.jpg)[^1]\n\n{PROSE}\n\n[^1]: See the timetable of the harbour.\n")
    assert use.credit is None


def test_a_mark_that_leads_nowhere() -> None:
    (use,) = uses('<p><img src="ferry.jpg"><a href="#none">1</a></p>', "html")
    assert use.credit is None


def test_a_mark_that_leads_to_a_part_of_the_article_is_no_footnote() -> None:
    section = '<div id="more"><h2>More</h2><figure><img src="tower.jpg"><figcaption>Photo: Bo Muster</figcaption></figure></div>'
    first, _ = uses(f'<html><body><p><img src="ferry.jpg"><a href="#more">1</a></p><p>{PROSE}</p>{section}</body></html>', "html")
    assert first.attached != "footnote"


def test_a_credit_late_in_a_note_is_found() -> None:
    note = "<p>One.</p><p>Two words.</p><p>Three more words.</p><p>Photo: Ada Example, CC BY 4.0</p>"
    (use,) = uses(
        f'<html><body><p><img src="ferry.jpg"><a href="#n1">1</a></p><p>{PROSE}</p><div id="n1">{note}</div></body></html>', "html"
    )
    assert use.credit and use.attached == "footnote" and use.credit.licence == "CC-BY-4.0"
