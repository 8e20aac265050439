# SPDX-License-Identifier: Apache-2.0
"""Who is who: creators, sources and titles in the forms that credits take. All names here are made up."""

import pytest

from licaudit.credits.parse import parse_line

CASES = [
    ("Photo: Maria Sampleton/AFP via Getty Images", ["Maria Sampleton"], "AFP/Getty Images"),
    ("Photo: AFP/Maria Sampleton", ["Maria Sampleton"], "AFP"),
    ("Bild: Peter Muster, Anna Beispiel / dpa", ["Peter Muster", "Anna Beispiel"], "dpa"),
    ("(Foto: picture alliance/dpa | Peter Muster)", ["Peter Muster"], "picture alliance/dpa"),
    ("Image: Beispiel Motors AG", [], "Beispiel Motors AG"),
    ("Photo: NASA/Peter Sampleton", ["Peter Sampleton"], "NASA"),
    ("Photo: NASA", ["NASA"], None),
    ("Foto: Handout/Musterwerke/dpa", [], "Musterwerke/dpa"),
    ("Photo by sample_shots on Unsplash", ["sample_shots"], "Unsplash"),
    ("Foto: gettyimages/anna muster", ["anna muster"], "gettyimages"),
    ("Photo: Peter Sampleton for Sample Herald", ["Peter Sampleton"], "Sample Herald"),
    ("Photo: Peter Sampleton / Peter Sampleton", ["Peter Sampleton"], None),
    ("图片来自 Unsplash 上的 Peter Sampleton", ["Peter Sampleton"], "Unsplash"),
    ("Photo montage by Anna Sampleton, Photo: Peter Muster/AP", ["Anna Sampleton", "Peter Muster"], "AP"),
    ("Bild: Midjourney", [], "Midjourney"),
]


@pytest.mark.parametrize(("line", "creators", "source"), CASES)
def test_chains(line: str, creators: list[str], source: str | None) -> None:
    credit = parse_line(line)
    assert credit.is_credit
    assert [p.name for p in credit.creators] == creators
    assert (credit.source.name if credit.source else None) == source


WHOLE = [
    ("By Anna Sampleton - Own work, CC BY-SA 3.0, https://commons.wikimedia.org/w/index.php?curid=1", ["Anna Sampleton"], None),
    ("“Harbour” by Peter Muster, CC BY 2.0", ["Peter Muster"], "Harbour"),
    ("Sunset over Sampletown - Anna Sampleton - CC BY-SA 4.0", ["Anna Sampleton"], "Sunset over Sampletown"),
    ("Office of Samples, Muster University — GFDL, via Wikimedia Commons", ["Office of Samples, Muster University"], None),
    ("Anna Sampleton from Sampletown, Texas, USA [CC BY-SA 2.0], via Wikimedia Commons", ["Anna Sampleton"], None),
    ("A view of the harbour. CC BY-SA 2.5 by Anna Sampleton", ["Anna Sampleton"], None),
]


@pytest.mark.parametrize(("line", "creators", "title"), WHOLE)
def test_whole_lines(line: str, creators: list[str], title: str | None) -> None:
    credit = parse_line(line)
    assert credit.is_credit
    assert [p.name for p in credit.creators] == creators
    assert title is None or credit.title == title


SILENT = [
    "Image: The new minister has agreed a deal to become leader of the whole party",
    "Foto: Wikimedia Commons / Unsplash / Pexels",
    "Von dpa",
    "© Beispiel Medien GmbH",
    "Copyright © Muster, a.s. Copyright © Muster.cz, a.s.",
    "Harbour song, CC BY 4.0, free music archive",
    "showImage('+ FOTO: Anna oder Peter?');",
    "This answer is licensed under CC BY-SA 2.5 by Sample Exchange Inc.",
    "Source: Sample Herald",
    "La bella foto di una piazza nel centro della città",
]


@pytest.mark.parametrize("line", SILENT)
def test_what_is_no_credit(line: str) -> None:
    assert not parse_line(line).is_credit


def test_the_year_of_a_notice_is_no_name() -> None:
    credit = parse_line("© 2012 Anna Sampleton / Magnum Photos")
    assert [p.name for p in credit.creators] == ["Anna Sampleton"]
    assert "© 2012" in credit.notices


def test_the_line_is_told_with_its_caption() -> None:
    credit = parse_line("A bridge at dawn. Photo: Anna Sampleton / Flickr")
    assert (credit.text, credit.line) == ("Photo: Anna Sampleton / Flickr", "A bridge at dawn. Photo: Anna Sampleton / Flickr")
    assert parse_line("A bridge. " * 60 + "Photo: Anna Sampleton / Flickr").line == "Photo: Anna Sampleton / Flickr"
