# SPDX-License-Identifier: Apache-2.0
"""Pictures in the extensions of Markdown, each with the words that stand with it."""

import pytest

from licaudit.model.page import Document, Page
from licaudit.readers import read


def page(markdown: str) -> Page:
    return read(Document("a.mdx", markdown.encode(), "markdown"))


@pytest.mark.parametrize(
    ("markdown", "src", "words"),
    [
        ('<Image src="/img/a.jpg" alt="x" caption="Photo by Ada Example" />', "/img/a.jpg", "Photo by Ada Example"),
        ('<Figure src={photo} caption="Photo: Ada Example" />', "{photo}", "Photo: Ada Example"),
        ('{{< figure src="b.jpg" source="Ada Example/dpa" >}}', "b.jpg", "Ada Example/dpa"),
        (":::note Photo: Ada Example\n![q](a.jpg)\n:::", "a.jpg", "Photo: Ada Example"),
        ('<Figure src="a.jpg" caption="The harbour" credit="Ada Example/dpa" />', "a.jpg", "Ada Example/dpa"),
        ("import quay from './quay.jpg'\n\n<Image src={quay} caption=\"Foto: Ada Example\" />", "./quay.jpg", "Foto: Ada Example"),
        ('{{< figure src="b.jpg" caption="Harbour" attr="Ada Example" attrlink="https://example.org/ada" >}}', "b.jpg", "Ada Example"),
        ('{% image "./c.jpg", "the quay", "Photo by Ada Example" %}', "./c.jpg", "Photo by Ada Example"),
        ('{{ image(src="d.jpg", caption="Photo: Ada Example") }}', "d.jpg", "Photo: Ada Example"),
        ('[caption id="a" width="300"]<img src="e.jpg"> Photo: Ada Example[/caption]', "e.jpg", "Photo: Ada Example"),
        ("[caption id=\"a\"]![q](f.jpg) Quay by [Ada](https://example.org)[/caption]", "f.jpg", "Quay by Ada"),
        ('{% figure caption:"Photo: Ada Example" %}\n![x](g.jpg)\n{% endfigure %}', "g.jpg", "Photo: Ada Example"),
        ('```{r, fig.cap="Photo by Ada Example"}\nknitr::include_graphics("h.jpg")\n```', "h.jpg", "Photo by Ada Example"),
    ],
)  # fmt: skip
def test_pictures_and_their_words(markdown: str, src: str, words: str) -> None:
    found = page(markdown)
    assert [i.src for i in found.images] == [src]
    assert words in " ".join(b.text for b in found.blocks)


@pytest.mark.parametrize(
    ("markdown", "src"),
    [
        ("![[quay.jpg|300]]", "quay.jpg"),
        ("<img src={require('./i.jpg').default} alt=\"y\" />", "./i.jpg"),
        ('{% picture j.jpg alt="x" %}', "j.jpg"),
    ],
)
def test_pictures_without_words(markdown: str, src: str) -> None:
    found = page(markdown)
    assert [i.src for i in found.images] == [src]


@pytest.mark.parametrize(
    "markdown",
    [
        "A <Tooltip text='harbour.jpg'>word</Tooltip> in the text.",
        "Write `[caption]<img src='a.jpg'> words[/caption]` in the editor.",
        "<Map places={harbours} />",
        "A generic type <T> and a link to [[quay]].",
        "![[a note|its name]]",
        "The value {{ page.title }} and {{ date(format='%Y') }} stay out.",
        '```{r}\nplot(cars)\n```',
        "`[caption]` is how WordPress writes captions.",
    ],
)  # fmt: skip
def test_what_shows_no_picture(markdown: str) -> None:
    assert not page(markdown).images


def test_a_credit_of_a_shortcode_stands_by_itself() -> None:
    found = page('{{< figure src="b.jpg" caption="Harbour" attr="Ada Example" >}}')
    assert "Ada Example" in [b.text for b in found.blocks]


@pytest.mark.parametrize(
    "markdown",
    [
        "::: {.column-margin}\n![q](a.jpg)\n:::\n",
        '<figure markdown="span">\n  ![q](a.jpg)\n  <figcaption>Ada Example, CC BY 4.0</figcaption>\n</figure>',
    ],
)
def test_what_is_set_apart_is_read(markdown: str) -> None:
    found = page(markdown)
    assert [i.src for i in found.images] == ["a.jpg"]
    assert not [b.text for b in found.blocks if ":::" in b.text]


def test_everything_else_in_a_tag_is_kept() -> None:
    found = page("<img src={require('i.jpg').default} title=\"Photo: Ada Example\" width={300} className={styles.wide} alt=\"{'q'}\" />")
    assert [(i.src, i.title, i.width, i.alt) for i in found.images] == [("i.jpg", "Photo: Ada Example", 300, "{'q'}")]


@pytest.mark.parametrize(
    ("fence", "words"),
    [
        (":::tip[Ada Example]", ["[Ada Example]"]),
        ("::: photo: Ada Example", ["photo: Ada Example"]),
        ("::: {.wide #one}", []),
        (":::: columns ::::", []),
        (":::", []),
    ],
)
def test_a_fence_takes_no_words_away(fence: str, words: list[str]) -> None:
    assert [b.text for b in page(fence + "\n").blocks] == words


def test_the_address_of_a_picture_is_no_part_of_its_credit() -> None:
    found = page('<Image source={require("./a.jpg")} credit="Ada Example" />')
    assert [i.src for i in found.images] == ["./a.jpg"]
    assert [b.text for b in found.blocks] == ["Ada Example"]
