# SPDX-License-Identifier: Apache-2.0
"""Credits without a word that says so, and captions that look like them but credit nobody."""

import pytest

from licaudit.credits.parse import parse_line


@pytest.mark.parametrize(
    ("text", "creators", "source"),
    [
        ("Lena Sampleton/AFP", ["Lena Sampleton"], "AFP"),
        ("The old bridge was closed on Monday. Lena Sampleton/AFP", ["Lena Sampleton"], "AFP"),
        ("Lena Sampleton/Reuters The old bridge was closed on Monday", ["Lena Sampleton"], "Reuters"),
        ("The old bridge, closed since Monday (Lena Sampleton/dpa)", ["Lena Sampleton"], "dpa"),
        ("旧桥周一关闭。（王小样摄）", ["王小样"], None),
        ("Shutterstock", [], "Shutterstock"),
        ("The old bridge was closed on Monday (Getty Images)", [], "Getty Images"),
        ("Lena Sampleton—Getty Images", ["Lena Sampleton"], "Getty Images"),
    ],
)
def test_names_and_providers_in_a_caption(text: str, creators: list[str], source: str | None) -> None:
    credit = parse_line(text, setting="caption")
    assert credit.is_credit
    assert [p.name for p in credit.creators] == creators
    assert (credit.source.name if credit.source else None) == source


@pytest.mark.parametrize("setting", ["", "caption", "attribute"])
@pytest.mark.parametrize(
    "text",
    [
        "Dann ist Ruhe.",
        "Lena Sampleton",
        "Lena Sampleton and Peter Muster in Sampletown",
        "Dr. Lena Sampleton (left) with Peter Muster",
        "Harbour Museum",
        "The old bridge was closed on Monday.",
        "From left: Lena Sampleton, Peter Muster, Ada Beispiel",
        "Figure 3. Harbour at dusk",
        "Lena Sampleton speaks. The old bridge was closed on Monday.",
        "!",
        "()",
        "(/////)",
        "The old bridge [| | | |]",
        "",
    ],
)
def test_captions_that_credit_nobody(text: str, setting: str) -> None:
    assert not parse_line(text, setting=setting).is_credit  # type: ignore[arg-type]


def test_a_choice_of_licences_has_both_addresses() -> None:
    credit = parse_line(
        "By Lena Sampleton [GFDL (http://www.gnu.org/copyleft/fdl.html) or CC-BY-SA-3.0 "
        "(http://creativecommons.org/licenses/by-sa/3.0/)], via Wikimedia Commons"
    )
    assert credit.licence == "GFDL OR CC-BY-SA-3.0"
    assert credit.licence_url == "http://creativecommons.org/licenses/by-sa/3.0/ http://www.gnu.org/copyleft/fdl.html"


def test_a_rule_with_exceptions_is_no_credit() -> None:
    assert not parse_line("Photos: Example GmbH, unless otherwise noted").is_credit
    assert not parse_line("Fotos: © Beispiel Verlag, sofern nicht anders angegeben").is_credit
