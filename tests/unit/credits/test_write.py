# SPDX-License-Identifier: Apache-2.0
"""The composer writes a credit only where nothing is guessed."""

import re

import pytest
from msgspec.structs import replace

from licaudit.credits.fragment import parse_markup
from licaudit.credits.parts import clean, web
from licaudit.credits.write import Wording, asked_for, fix, languages
from licaudit.model.credit import CreditLine, Party, SourceRef
from licaudit.model.evidence import Claim, RightsRecord
from licaudit.model.finding import CreditFix
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


def asked(field: str, value: str, origin: str = "xmp", strength: float = 0.7) -> Claim:
    return Claim(field, value, origin, strength)  # type: ignore[arg-type]


def worded(*claims: Claim, **change: object) -> CreditFix:
    return fix(replace(KNOWN, title=None, **change), "en", wording=asked_for(RightsRecord(claims)))


def test_the_wording_that_the_licensor_asks_for_comes_first_and_word_for_word() -> None:
    agreed = worded(asked("creditLine", "Studio Example, Lakeside", "register", 1.0))
    assert agreed.text == f"Photo: Studio Example, Lakeside, CC BY-SA 2.5 ({BY_SA})"
    # What a file says is not known to be enough: the creator stays.
    assert worded(asked("creditLine", "Studio Example")).text == f"Photo: Studio Example / Ada Example, CC BY-SA 2.5 ({BY_SA})"
    assert worded(asked("creditLine", "Photo by Ada Example")).text == f"Photo by Ada Example, CC BY-SA 2.5 ({BY_SA})"


def test_a_wording_that_names_the_licence_gets_only_its_address() -> None:
    made = worded(asked("creditLine", "Ada Example, CC BY-SA 2.5, Lakeside"))
    assert made.text == f"Photo: Ada Example, CC BY-SA 2.5 ({BY_SA}), Lakeside"
    assert made.html == f'Photo: Ada Example, <a href="{BY_SA}">CC BY-SA 2.5</a>, Lakeside'
    whole = f"Ada Example, CC BY-SA 2.5, {BY_SA}"
    assert worded(asked("creditLine", whole)).text == f"Photo: {whole}"


def test_title_source_and_changes_are_still_told() -> None:
    wording = asked_for(RightsRecord((asked("creditLine", "Ada Example"),)))
    made = fix(replace(KNOWN, source=SourceRef("Commons", PAGE), modified=True), "en", wording=wording)
    assert made.text == f"Photo: “Harbour” ({PAGE}), Ada Example, CC BY-SA 2.5 ({BY_SA}) (modified)"


def test_wordings_that_disagree_are_not_chosen_between() -> None:
    two = (asked("creditLine", "Studio A"), asked("creditLine", "Studio B"))
    assert asked_for(RightsRecord(two)).line == ""
    assert asked_for(RightsRecord((*two, asked("creditLine", "Studio C", "register", 1.0)))).line == "Studio C"
    assert asked_for(RightsRecord((asked("creditLine", "as printed", "credit-line", 1.0),))) == Wording()


def test_a_supplied_notice_is_kept_unless_it_only_names_the_creator() -> None:
    assert worded(asked("copyrightNotice", "© 2021 Studio Example")).text == (
        f"Photo: Ada Example, © 2021 Studio Example, CC BY-SA 2.5 ({BY_SA})"
    )
    assert "©" not in worded(asked("copyrightNotice", "Copyright Ada Example, all rights reserved.")).text


def test_no_wording_makes_a_line_where_something_is_open() -> None:
    assert worded(asked("creditLine", "Studio Example"), licence="CC-BY-SA").text == ""
    assert worded(asked("creditLine", "Studio Example"), licence=None).question


def test_every_medium_of_every_licence_has_its_own_name_version_and_address() -> None:
    """639 tools, every port among them: nothing is ever written under another version, in any language or form."""
    written = 0
    for tool in facts().tools.values():
        licence = get(tool.id)
        assert licence is not None
        for lang in ("en", "pl"):
            made = fix(replace(KNOWN, licence=tool.id), lang=lang)
            if not made.text:
                continue
            written += 1
            assert f'href="{licence.url}"' in made.html
            assert f"]({licence.url})" in made.markdown
            assert f"({licence.url})" in made.text
            if licence.version and licence.family == "CC":
                assert f"{licence.version}" in made.text.split("(")[0], tool.id
            assert set(re.findall(r"\d\.\d", made.text)) <= {licence.version}, tool.id
    assert written > 1000


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("Artwork by Ada Sample, CC BY 4.0", "Artwork: Ada Sample"),
        ("Grafik: Ada Sample, CC BY 4.0", "Grafik: Ada Sample"),
        ("Photograph by Ada Sample, CC BY 4.0", "Photo: Ada Sample"),
    ],
)
def test_what_is_no_photograph_is_not_called_one(line: str, start: str) -> None:
    assert fix(parse_markup(line, "text", "en"), "en").text.startswith(start)


def test_one_address_is_not_given_twice() -> None:
    made = fix(replace(KNOWN, title=None, creators=(Party("Ada", PAGE),), source=SourceRef("Flickr", PAGE)))
    assert made.text == f"Photo: Ada ({PAGE}), via Flickr, CC BY-SA 2.5 ({BY_SA})"
