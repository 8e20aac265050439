# SPDX-License-Identifier: Apache-2.0
"""Which words are the credit of which picture: below it, above it, in fields, and prose that is none."""

import pytest

from licaudit.credits.record import page_record
from licaudit.model.page import Document, ImageUse

PROSE = "The ferry has sailed from the harbour since Monday and carries two hundred people. " * 4


def only(body: str, head: str = "") -> ImageUse:
    found = page_record(Document("page.md", f"{head}# Ferry\n\n{PROSE}\n\n{body}\n\n{PROSE}\n".encode(), "markdown")).uses
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    "line",
    ["Photo: Lena Sampleton", "Fonte: [Northwind](https://northwind.example/a)", "(Lena Sampleton/dpa)", "*Lena Sampleton / Flickr*"],
)
def test_a_short_line_below_a_picture(line: str) -> None:
    use = only(f"![Ferry](ferry.jpg)\n\n{line}")
    assert use.credit and use.attached == "nearby"


@pytest.mark.parametrize(
    "line",
    [
        "You can find more of my pictures on my Unsplash page, and I am always happy to hear from you about them.",
        "The bank gives credit to small firms, and the harbour has given credit to the ferry since 1990.",
        "Dann ist Ruhe.",
        "Photo:",
    ],
)
def test_prose_below_a_picture_is_no_credit(line: str) -> None:
    assert only(f"![Ferry](ferry.jpg)\n\n{line}").credit is None


def test_a_line_that_speaks_of_the_picture_below_belongs_to_that_one() -> None:
    text = f"# Ferry\n\n{PROSE}\n\n![Ferry](ferry.jpg)\n\n{PROSE}\n\nThe image below: Lena Sampleton, CC BY 4.0, via Wikimedia Commons.\n\n![Map](map.jpg)\n\n{PROSE}\n"
    uses = {u.image.src: u for u in page_record(Document("page.md", text.encode(), "markdown")).uses}
    assert uses["ferry.jpg"].credit is None
    assert uses["map.jpg"].credit is not None


def test_a_lone_caption_field_speaks_of_the_picture_of_the_front_matter() -> None:
    use = page_record(
        Document("page.md", f'---\nimg: ferry.jpg\ncaption: "Photo by Lena Sampleton from Pexels"\n---\n{PROSE}\n'.encode(), "markdown")
    ).uses[0]
    assert use.attached == "front-matter"
    assert use.credit and [p.name for p in use.credit.creators] == ["Lena Sampleton"]


def test_a_stretch_of_a_caption_that_is_named_source_is_the_credit() -> None:
    prose = f"<p>{PROSE}</p>"
    caption = (
        '<div class="caption"><span class="source">Northwind</span><span class="text">The ferry sails to the isle in May.</span></div>'
    )
    page = f'<html><body><article>{prose}<div><img src="ferry.jpg" width="630" height="400">{caption}</div>{prose}</article></body></html>'
    use = page_record(Document("page.html", page.encode(), "html")).uses[0]
    assert use.credit and use.credit.text == "Northwind"


def test_a_source_named_in_running_text_is_no_credit() -> None:
    prose = f"<p>{PROSE}</p>"
    page = f'<html><body><article>{prose}<img src="ferry.jpg" width="630" height="400"><p>So says <span class="source">Northwind</span>.</p>{prose}</article></body></html>'
    assert page_record(Document("page.html", page.encode(), "html")).uses[0].credit is None


def test_entities_in_the_title_of_front_matter_are_read() -> None:
    assert (
        page_record(Document("page.md", f'---\ntitle: "Ferry &#8211; Pier"\n---\n{PROSE}\n'.encode(), "markdown")).title == "Ferry – Pier"
    )


def test_a_line_that_speaks_of_a_picture_below_where_none_is_is_not_lost() -> None:
    use = only("![Ferry](ferry.jpg)\n\nPhoto below: Lena Sampleton, CC BY 4.0")
    assert use.credit and use.credit.licence == "CC-BY-4.0"


def test_a_lone_caption_field_beside_two_pictures_speaks_of_neither() -> None:
    head = '---\nimage: ferry.jpg\ncover: pier.jpg\ncaption: "Photo by Lena Sampleton"\n---\n'
    uses = page_record(Document("page.md", f"{head}{PROSE}\n".encode(), "markdown")).uses
    assert {u.image.src for u in uses} == {"ferry.jpg", "pier.jpg"}
    assert all(u.credit is None for u in uses)


@pytest.mark.parametrize("line", ["Wednesday, 3pm PST / 6pm EST / 9am AEST", "Author: Lena Sampleton", "Lena Sampleton / Harbour News"])
def test_what_opens_the_text_credits_the_picture_of_the_page_only_if_it_says_so(line: str) -> None:
    head = "---\nimage: ferry.jpg\n---\n\n"
    (use,) = page_record(Document("page.md", f"{head}{line}\n\n{PROSE}\n".encode(), "markdown")).uses
    assert use.credit is None


def test_a_labelled_credit_opens_the_text() -> None:
    head = "---\nimage: ferry.jpg\n---\n\n"
    (use,) = page_record(Document("page.md", f"{head}Photo: Lena Sampleton\n\n{PROSE}\n".encode(), "markdown")).uses
    assert use.credit and [p.name for p in use.credit.creators] == ["Lena Sampleton"]


@pytest.mark.parametrize("heading", ["Image credits", "Bildnachweise", "Photo credits:"])
def test_what_stands_under_a_heading_for_credits_of_pictures(heading: str) -> None:
    use = only(f"![Ferry](ferry.jpg)\n\n{PROSE}\n\n## {heading}\n\n- Ferry: Lena Sampleton (CC BY 2.0)\n\n## More\n")
    assert use.credit and [p.name for p in use.credit.creators] == ["Lena Sampleton"]


@pytest.mark.parametrize("heading", ["Credits", "Attribution", "Licence"])
def test_other_headings_credit_no_picture(heading: str) -> None:
    assert only(f"![Ferry](ferry.jpg)\n\n{PROSE}\n\n## {heading}\n\n- The text: Lena Sampleton\n\n## More\n").credit is None


@pytest.mark.parametrize("line", ["Read more", "To the harbour page"])
def test_what_names_nobody_is_no_entry_of_a_list_of_credits(line: str) -> None:
    assert only(f"![Ferry](ferry.jpg)\n\n{PROSE}\n\n## Image credits\n\n{line}\n\n## More\n").credit is None
