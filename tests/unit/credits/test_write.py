# SPDX-License-Identifier: Apache-2.0
"""The composer writes a credit only where nothing is guessed."""

import re

import pytest
from msgspec.structs import replace

from licaudit.credits.fragment import parse_markup
from licaudit.credits.write import clean, fix, languages, web
from licaudit.model.credit import CreditLine, Party, SourceRef
from licaudit.rulebook.licences import facts, get

PAGE = "https://commons.wikimedia.org/wiki/File:Harbour_(night).jpg"
KNOWN = CreditLine(text="x", is_credit=True, licence="CC-BY-SA-2.5", creators=(Party("Ada Example"),), title="Harbour", confidence="high")
BY_SA = "https://creativecommons.org/licenses/by-sa/2.5/"


def test_a_ready_line_has_title_creator_licence_and_its_address() -> None:
    made = fix(KNOWN, lang="en")
    assert made.text == f"Photo: “Harbour” by Ada Example, CC BY-SA 2.5 ({BY_SA})"
    assert made.html == f'Photo: “Harbour” by Ada Example, <a href="{BY_SA}">CC BY-SA 2.5</a>'
    assert made.markdown == f"Photo: “Harbour” by Ada Example, [CC BY-SA 2.5]({BY_SA})"
    assert made.question == ""


def test_the_source_is_linked_on_the_title() -> None:
    made = fix(replace(KNOWN, source=SourceRef("Wikimedia Commons", PAGE)), lang="en")
    assert f'<a href="{PAGE}">“Harbour”</a> by Ada Example, via Wikimedia Commons' in made.html
    assert "[“Harbour”](https://commons.wikimedia.org/wiki/File:Harbour_%28night%29.jpg)" in made.markdown
    assert f"“Harbour” ({PAGE})" in made.text


def test_without_title_the_source_is_linked_on_the_creator() -> None:
    made = fix(replace(KNOWN, title=None, source=SourceRef(None, PAGE)))
    assert f'<a href="{PAGE}">Ada Example</a>, ' in made.html


def test_a_creator_keeps_the_link_that_the_credit_has() -> None:
    made = fix(replace(KNOWN, title=None, creators=(Party("Ada", "https://ada.example/"),), source=SourceRef(None, PAGE)))
    assert '<a href="https://ada.example/">Ada</a>' in made.html
    assert f'<a href="{PAGE}">source</a>' in made.html


def test_modified_is_said_and_only_then() -> None:
    assert fix(replace(KNOWN, modified=True)).text.endswith(" (modified)")
    assert "modified" not in fix(KNOWN).text
    assert fix(replace(KNOWN, modified=True), lang="de-AT").text.endswith(" (bearbeitet)")


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es", "it", "pt", "nl", "pl"])
def test_every_language_has_its_words(lang: str) -> None:
    made = fix(replace(KNOWN, modified=True), lang=lang)
    say = languages()[lang]
    assert made.text.startswith(say.prefix + say.quotes[0] + "Harbour" + say.quotes[1])
    assert "Ada Example" in made.text
    assert f"CC BY-SA 2.5 ({BY_SA})" in made.text
    assert say.modified in made.text


def test_a_language_without_words_gets_english() -> None:
    assert fix(KNOWN, lang="eo").text == fix(KNOWN, lang="en").text


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        ({"licence": None}, "Under which licence"),
        ({"licence": "CC-BY-SA"}, "Which version of CC BY-SA?"),
        ({"licence": "CC"}, "Which Creative Commons licence"),
        ({"licence": "CC-BY-SA-2.7"}, "There is none of this name"),
        ({"licence": "ARR"}, "By what right"),
        ({"licence": "Agency-AP"}, "Which contract"),
        ({"licence": "CC-BY-ND-4.0", "modified": True}, "unmodified"),
        ({"licence": "CC-BY-4.0 OR CC-BY-SA"}, "Which version of CC BY-SA?"),
        ({"creators": ()}, "Who made this picture?"),
        ({"creators": (Party(" \u200b "),)}, "Who made this picture?"),
        ({"conflicts": ("two licences",)}, "contradicts itself (two licences)"),
        ({"confidence": "low"}, "cannot be read for sure"),
    ],
)
def test_what_is_not_certain_is_asked_and_never_written(change: dict[str, object], asked: str) -> None:
    made = fix(replace(KNOWN, source=SourceRef("Flickr", "https://www.flickr.com/photos/ada/1"), **change))
    assert (made.text, made.html, made.markdown, made.safety) == ("", "", "", "none")
    assert asked in made.question
    assert made.question.endswith("The picture's page at Flickr says so: https://www.flickr.com/photos/ada/1")


def test_the_version_is_that_of_the_credit_for_every_licence() -> None:
    for tool in facts().tools.values():
        licence = get(tool.id)
        assert licence is not None
        made = fix(replace(KNOWN, licence=tool.id))
        if made.text:
            assert f"({licence.url})" in made.text
            assert len(re.findall("creativecommons[.]org", made.text)) == 1
        else:
            assert not licence.verbatim


@pytest.mark.parametrize(
    ("licence", "shown"),
    [
        ("CC0-1.0", "CC0 1.0 (https://creativecommons.org/publicdomain/zero/1.0/)"),
        ("CC-PDM-1.0", "Public Domain Mark 1.0 (https://creativecommons.org/publicdomain/mark/1.0/)"),
        ("PD", "public domain"),
        ("Unsplash", "(https://unsplash.com/license)"),
        ("GFDL-1.2", "GFDL 1.2 (https://www.gnu.org/licenses/old-licenses/fdl-1.2.html)"),
    ],
)
def test_other_licences(licence: str, shown: str) -> None:
    assert fix(replace(KNOWN, licence=licence)).text.endswith(shown)


def test_a_dedication_needs_no_creator() -> None:
    assert fix(replace(KNOWN, licence="CC0-1.0", creators=(), title=None)).text.startswith("Photo: CC0 1.0 (")


def test_a_choice_is_kept() -> None:
    assert " or CC BY-SA 2.5 (" in fix(replace(KNOWN, licence="GFDL-1.2 OR CC-BY-SA-2.5")).text


def test_several_creators() -> None:
    names = tuple(Party(n) for n in ("Ada", "Bo", "Cy"))
    assert "by Ada, Bo and Cy, CC" in fix(replace(KNOWN, creators=names)).text


def test_the_copyright_notice_is_kept_once() -> None:
    read = parse_markup("Photo: © 2012 Ada Example, CC BY 4.0", "text", "en")
    assert fix(read).text.startswith("Photo: © 2012 Ada Example, CC BY 4.0 (")
    assert "©" not in fix(KNOWN).text


def test_another_kind_of_picture_keeps_its_label() -> None:
    assert fix(replace(KNOWN, text="Map: Ada Example"), lang="en").text.startswith("Map: “")
    assert fix(replace(KNOWN, text="Yesterday: Ada Example"), lang="en").text.startswith("Photo: “")


def test_nothing_in_a_title_becomes_markup() -> None:
    made = fix(
        replace(KNOWN, title='<script>"x"</script>\n\n# *a* [l](javascript:1) `c` {{ x }} \u202eevil www.x.example http://x.example')
    )
    assert "<script" not in made.html + made.markdown
    assert "\n" not in made.text + made.html + made.markdown
    assert "\u202e" not in made.text
    assert "{{" not in made.html + made.markdown
    assert "\\*a\\* \\[l\\](javascript:1) \\`c\\`" in made.markdown
    assert "http://" not in made.markdown
    assert "www." not in made.markdown


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "http://a b",
        'https://x.example/"onx',
        "ftp://x.example",
        "/x",
        "https://x\u202e.example",
        None,
    ],
)
def test_only_web_addresses_are_linked(url: str | None) -> None:
    assert web(url) == ""
    made = fix(replace(KNOWN, source=SourceRef(None, url)))
    assert made.html.count("<a ") == 1


def test_addresses_without_scheme_get_one() -> None:
    assert web("//x.example/a") == "https://x.example/a"
    assert clean("a\r\n b\u200d\u200e") == "a b\u200d"
