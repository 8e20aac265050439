# SPDX-License-Identifier: Apache-2.0
"""Constructions that were misread once; all written for this test, with names that no list knows among them."""

import pytest

from licaudit.credits.parse import parse_line
from licaudit.model.credit import Setting


@pytest.mark.parametrize(
    ("line", "makers", "source"),
    [
        ("Photo: Anna van der Beispiel", ["Anna van der Beispiel"], None),
        ("Photo: Lotte van der Beispiel/Harbour News", ["Lotte van der Beispiel"], "Harbour News"),
        ("Uncredited/AP/dpa", [], "AP/dpa"),
        (
            "The Old Customs House, December 2005, Mailer muster, CC BY-SA 3.0, via Wikimedia Commons",
            ["Mailer muster"],
            "Wikimedia Commons",
        ),
        ("photo: { author: “Adasample”, source: “Wikimedia Commons”, license: “CC BY-SA 3.0” }", ["Adasample"], "Wikimedia Commons"),
        (
            "https://nl.wikipedia.org/wiki/Voorbeeld#/media/Bestand:A.svg Door Adaf 04:22, 8 July 2006 (UTC) - Eigen werk, CC BY 2.5",
            ["Adaf"],
            "Wikipedia",
        ),
        ("FILE PHOTO: Traders work on the floor in the new hall, November 18, 2019. REUTERS/Ada Sample", ["Ada Sample"], "REUTERS"),
        ("Bild: Die neuen sind ab heute im alten Haus zu sehen. / Quelle: ARD/Christof Muster", ["Christof Muster"], "ARD"),
        ("Gruppe. Nicht im Bild: Till Muster, Eva Beispiel. Foto: Ada Probe", ["Ada Probe"], None),
        ("© mit frdl. Gen. von Ada Muster", ["Ada Muster"], None),
        ("Image by photofan2001", ["photofan2001"], None),
        ("La tour par Ada E. Exemplaire, sous licence CC0", ["Ada E. Exemplaire"], None),
        ("撮影 試験一郎", ["試験一郎"], None),
        ("图片来源：摄图网", [], "摄图网"),
        ("Russell y PÃ©rez en el desfile. EFE", [], "EFE"),
        ("Der Hafen am Abend. cristianmuster – stock.adobe.com", ["cristianmuster"], "Adobe Stock"),
        ("Ada Muster / Wikipedia / CC BY-SA 4.0", ["Ada Muster"], "Wikipedia"),
        ("Photo (c) Karthan Muster", ["Karthan Muster"], None),
        ("Photo: Wille du Muster*)", ["Wille du Muster"], None),
        ("Photo by Bérénice Muster available at https://flic.kr/p/abc", ["Bérénice Muster"], "Flickr"),
        ("cristianmuster - stock.adobe.com", ["cristianmuster"], "Adobe Stock"),
        ("La bâche est prête. bodam21 / stock.adobe.com", ["bodam21"], "Adobe Stock"),
    ],
)
def test_who_and_where_from(line: str, makers: list[str], source: str | None) -> None:
    credit = parse_line(line)
    assert credit.is_credit
    assert [p.name for p in credit.creators] == makers
    assert (credit.source.name if credit.source else None) == source


@pytest.mark.parametrize(
    "line", ["Submitted photo", "(Courtesy photo)", "Handout photo", "Own photo", "Eigene Aufnahme (Juli 2024 in Musterstadt)"]
)
def test_credits_that_name_nobody(line: str) -> None:
    credit = parse_line(line)
    assert credit.is_credit and not credit.creators


@pytest.mark.parametrize(
    "line",
    [
        "На фото: судья Анна Примерова читает.",
        "Pie de foto: Redes de agua en la ciudad",
        "Im Bild: Ada Muster",
        "In this photo Bo Sample opens the fair.",
    ],
)
@pytest.mark.parametrize("setting", ["", "caption"])
def test_words_that_open_a_caption(line: str, setting: Setting) -> None:
    assert not parse_line(line, setting=setting).is_credit


@pytest.mark.parametrize(
    "line",
    [
        "Harbour screenshot",
        "Ada Muster - Harbour Analytics Limited",
        "bottom: Ada Sample, Bo Muster, Cleo Probe",
        "right: the smoothed lines and the raw ones.",
        "map.feature(lang)",
        "See the map. Ada Sample drew it.",
    ],
)
@pytest.mark.parametrize("setting", ["", "caption", "attribute"])
def test_what_is_to_be_seen_is_no_credit(line: str, setting: Setting) -> None:
    assert not parse_line(line, setting=setting).is_credit


@pytest.mark.parametrize("setting", ["", "caption", "prose"])
def test_three_persons_after_a_sentence_are_those_to_be_seen(setting: Setting) -> None:
    assert not parse_line("The board met on Monday. Ada Sample, Bo Muster, Cleo Probe", setting=setting).is_credit


def test_how_the_maker_made_the_work_is_no_change_of_it() -> None:
    line = (
        "By Ada Sample. Vectorised and modified by Bo Muster - Own work, Public domain, https://commons.wikimedia.org/w/index.php?curid=1"
    )
    assert parse_line(line).modified is None
    assert parse_line("By Ada Sample - Own work, CC BY 4.0, cropped").modified is True


@pytest.mark.parametrize(
    ("line", "makers", "source"),
    [
        ("Foto: marisol_fotos", ["marisol_fotos"], None),
        ("Photo credit: lens_and_gull", ["lens_and_gull"], None),
        ("Photo: Yusuf al-Rashidi", ["Yusuf al-Rashidi"], None),
        ("Mateus d’Avelar, CC BY 4.0, via Wikimedia Commons", ["Mateus d’Avelar"], "Wikimedia Commons"),
        ("Some rights reserved by gullwatcher", ["gullwatcher"], None),
        ("(c) David Sampleton, some rights reserved (CC BY-NC-ND)", ["David Sampleton"], None),
        (
            "Bundesarchiv, Bild 183-J0001-0002-010 / Hubert Vorbild / CC BY-SA 3.0 DE, via Wikimedia Commons",
            ["Hubert Vorbild"],
            "Bundesarchiv",
        ),
        ("Von Bundesarchiv, Bild 183-1989-0001-031 / Muster, Jan / CC-BY-SA 3.0", ["Muster, Jan"], "Bundesarchiv"),
        ("Credit: NASA/JPL/USGS", ["NASA/JPL/USGS"], None),
        ("NASA, ESA, CSA, STScI", ["NASA, ESA, CSA, STScI"], None),
        ("Figure adapted from Sampleton et al. (2023)", ["Sampleton et al."], None),
        ("Image from Sampleton et al., CC BY 4.0", ["Sampleton et al."], None),
        ("By A. Sampleton et al. - Own work, CC BY 4.0", ["A. Sampleton et al."], None),
        ("A. Sampleton et al., CC BY 4.0, via Wikimedia Commons", ["A. Sampleton et al."], "Wikimedia Commons"),
        ("Image by Sampleton et al. 2020, CC BY 4.0", ["Sampleton et al."], None),
        ("Photo: Ada Sampleton Jr. (2020)", ["Ada Sampleton Jr."], None),
        ("Photo: Ada Sampleton Jr./dpa", ["Ada Sampleton Jr."], "dpa"),
        ('The harbour. "Old Mill" by adaexample is marked with CC0 1.0.', ["adaexample"], None),
        ("- Di Carla Esempio - Opera propria, CC BY-SA 3.0", ["Carla Esempio"], None),
    ],
)
def test_makers_of_every_sort(line: str, makers: list[str], source: str | None) -> None:
    credit = parse_line(line)
    assert credit.is_credit
    assert [p.name for p in credit.creators] == makers
    assert (credit.source.name if credit.source else None) == source


def test_the_entries_of_a_record_stay_apart() -> None:
    credit = parse_line("* Title: Dusk\n* Author: Bo Muster\n* URL: https://www.flickr.com/photos/muster/1/\n* License: CC BY-NC 2.0")
    assert [p.name for p in credit.creators] == ["Bo Muster"]
    assert credit.licence == "CC-BY-NC-2.0"


@pytest.mark.parametrize(
    "line",
    [
        "The line reads, for example, “Photo: Ada Sampleton, CC BY 4.0”.",
        "Foto: {photo.author} / {{ photo.source }}",
        "© $owner, $licence",
        "Photo: Photographer Name / Agency",
        "The drawing is based on Sampleton's novel (1923), which tells of a harbour.",
    ],
)
def test_examples_and_gaps_are_no_credits(line: str) -> None:
    assert not parse_line(line).is_credit


def test_the_version_of_an_open_government_licence_is_kept() -> None:
    assert parse_line("Photo: Ada Sampleton/MOD, OGL v1.0").licence == "OGL-UK-1.0"
    assert parse_line("Photo: Ada Sampleton/MOD, OGL v3.0").licence == "OGL-UK-3.0"


@pytest.mark.parametrize(
    "line",
    [
        "Reproduced with kind permission of Sampleton Museum",
        "Reproduced by permission of the Sampleton Museum",
        "Avec l’aimable autorisation de Sampleton Museum",
        "Mit freundlicher Genehmigung von Sampleton Museum",
    ],
)
def test_a_permission_that_says_whose_it_is_opens_a_credit(line: str) -> None:
    credit = parse_line(line)
    assert credit.is_credit and credit.licence == "PERMISSION"
    assert "Sampleton Museum" in {*(p.name for p in credit.creators), credit.source and credit.source.name}


@pytest.mark.parametrize(
    "line",
    ["Reproduced with kind permission.", "No part may be used without permission of the editors.", "Used with permission of the editors"],
)
def test_a_permission_of_nobody_opens_none(line: str) -> None:
    assert not parse_line(line).is_credit


@pytest.mark.parametrize(
    ("line", "maker"),
    [
        ("الصورة: Ada Sampleton، CC BY 4.0", "Ada Sampleton"),
        ("फोटो： Ada Sampleton। CC BY 4.0", "Ada Sampleton"),
        ("រូបថត៖ Ada Sampleton, CC BY 4.0", "Ada Sampleton"),
        ("照片：Ada Sampleton，CC BY 4.0", "Ada Sampleton"),
    ],
)
def test_separators_of_many_scripts(line: str, maker: str) -> None:
    credit = parse_line(line)
    assert credit.is_credit and credit.licence == "CC-BY-4.0"
    assert [p.name for p in credit.creators] == [maker]
