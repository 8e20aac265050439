# SPDX-License-Identifier: Apache-2.0
"""Credits in data, program text and LaTeX are read as the same words outside."""

import html
from collections.abc import Callable

import pytest

from licaudit.credits.fragment import parse_markup
from licaudit.credits.latex import readable
from licaudit.credits.literal import unwrapped

PLAIN = [
    '"Old Mill" by adaexample is licensed under CC BY 2.0.',
    "Bo Muster, CC BY-SA 4.0, via Wikimedia Commons",
    "By Bo Muster - Own work, CC BY-SA 3.0",
    "Photo by Carla Muster on Unsplash",
    "Foto: Carla Muster/dpa",
    "Photo: NASA/JPL-Caltech",
    "Crédit photo : Julie Modèle (CC BY-NC 2.0)",
    "図：見本太郎 / PIXTA",
    "Photo: Carla d'Exemple / Flickr",
]


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


WRAPPINGS: dict[str, Callable[[str], str]] = {
    "a member of JSON": lambda s: f'  "credit": "{escaped(s)}",',
    "with a long key": lambda s: f'"attributionText": "{escaped(s)}"',
    "JSON inside a string": lambda s: escaped(f'"credit": "{escaped(s)}",'),
    "YAML": lambda s: f'image_credit: "{escaped(s)}"',
    "a script": lambda s: "attribution: '" + s.replace("'", "\\'") + "',",
    "an object": lambda s: "{ src: 'img/a1.jpg', credit: '" + s.replace("'", "\\'") + "' },",
    "a string in two": lambda s: f'credit: (\n  "{escaped(s[:9])}"\n  "{escaped(s[9:])}"\n),',
    "a comment": lambda s: f"// {s}",
    "a comment of HTML": lambda s: f"<!-- {s} -->",
    "an element": lambda s: f'<figcaption class="wp-caption">{html.escape(s, quote=False)}</figcaption>',
    "behind a break": lambda s: f"<figcaption>The old harbour at noon<br>{html.escape(s, quote=False)}</figcaption>",
}


@pytest.mark.parametrize("line", PLAIN)
@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_a_credit_is_the_same_however_it_is_wrapped(line: str, wrapping: str) -> None:
    markup = WRAPPINGS[wrapping](line)
    bare, wrapped = (parse_markup(m, "html" if m[:1] == "<" else "text") for m in (line, markup))
    assert bare.is_credit and wrapped.is_credit, markup
    assert (wrapped.licence, wrapped.source and wrapped.source.name) == (bare.licence, bare.source and bare.source.name)
    assert [p.name for p in wrapped.creators] == [p.name for p in bare.creators]


@pytest.mark.parametrize(
    ("markup", "text", "key"),
    [
        ('"credit": "Foto: Ada Example/dpa",', "Foto: Ada Example/dpa", "credit"),
        ("credit: 'Photo d'Ada',", "Photo d'Ada", "credit"),
        ("img('a.jpg', 'Ada Example', 'CC BY 4.0')", "a.jpg, Ada Example, CC BY 4.0", ""),
        ("photo('harbour-2', 'Ada Example', 'CC BY 4.0')", "Ada Example, CC BY 4.0", ""),
        ("photo('harbourcat99', 'Old Mill', 'CC BY 4.0')", "harbourcat99, Old Mill, CC BY 4.0", ""),
        ("author: 'Ada', license: { name: 'CC BY 4.0' }", "author: Ada, CC BY 4.0", ""),
        ('text: "caf\\u00e9"', "café", "text"),
        ('credit: "cut by the end of the li', "cut by the end of the li", "credit"),
        ("credit: credit('Ada', 'CC BY 4.0')", "Ada, CC BY 4.0", ""),
    ],
)
def test_what_data_say(markup: str, text: str, key: str) -> None:
    assert unwrapped(markup) == (text, key)


def test_a_line_of_very_many_strings_is_left_as_it_is() -> None:
    line = ", ".join(["'Ada Example'"] * 41)
    assert unwrapped(line) == (line, "")
    assert unwrapped(line[15:]) == (", ".join(["Ada Example"] * 40), "")


@pytest.mark.parametrize(
    "line",
    [
        '"Old Mill" by Ada Example is licensed under CC BY 2.0.',
        'Foto: "Old Mill", Ada Example',
        "The harbour ('old' and 'new') at noon. Photo: Ada Example",
        "He said: 'We will come.' Then he left.",
        "",
    ],
)
def test_running_text_keeps_its_quotes(line: str) -> None:
    assert unwrapped(line) == (line, "")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("\\caption{The harbour. \\emph{Photo: Ada Example}, CC BY 4.0}", "The harbour. Photo: Ada Example, CC BY 4.0"),
        ("\\footnote{Image \\copyright~\\href{https://flickr.com/ada}{Ada Example}}", "Image © [Ada Example](https://flickr.com/ada)"),
        ("A path such as C:\\caption is left alone", "A path such as C:\\caption is left alone"),
        ("\\*no emphasis\\*", "\\*no emphasis\\*"),
    ],
)
def test_latex_is_read_as_set(markup: str, text: str) -> None:
    assert readable(markup) == text
