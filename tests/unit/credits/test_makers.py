# SPDX-License-Identifier: Apache-2.0
"""Names of makers as archives, the Commons and papers print them, in lines made up for this."""

import pytest

from licaudit.credits.names import kind_of
from licaudit.credits.parse import parse_line


def makers(text: str) -> list[str]:
    return [party.name for party in parse_line(text).creators]


def source(text: str) -> str | None:
    found = parse_line(text).source
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Original: Ada Exampleson Vector: Bo Muster - Own work, CC BY-SA 4.0", ["Ada Exampleson", "Bo Muster"]),
        ("By Original photo: QuaycatDerivative work: Harbourcat - Own work, CC BY-SA 4.0", ["Quaycat", "Harbourcat"]),
        ("By Ada Exampleson (original), Bo Muster (vector) - Bridge.png, CC BY-SA 4.0", ["Ada Exampleson", "Bo Muster"]),
        ("Harbourcat at en.wikipedia, CC BY-SA 3.0, via Wikimedia Commons", ["Harbourcat"]),
        ("Harbourcat at the English Wikipedia, CC BY-SA 3.0, via Wikimedia Commons", ["Harbourcat"]),
        ("Von Fotograf: Ada Exampleson - Eigenes Werk, CC BY-SA 3.0", ["Ada Exampleson"]),
        ("Attributed to Ada Exampleson, Public domain, via Wikimedia Commons", ["Ada Exampleson"]),
        ("Ada Exampleson and Bo Muster, CC BY-SA 4.0, via Wikimedia Commons", ["Ada Exampleson", "Bo Muster"]),
        ("Ada Exampleson, Bo Muster, Eva Sampleton, CC BY 2.5, via Wikimedia Commons", ["Ada Exampleson", "Bo Muster", "Eva Sampleton"]),
        (
            "Ada Exampleson, Eva Sampleton, Xolqua Probe, CC BY 2.5, via Wikimedia Commons",
            ["Ada Exampleson", "Eva Sampleton", "Xolqua Probe"],
        ),
        ("By Original photo: QuaycatVector version: Harbourcat - Own work, CC BY-SA 4.0", ["Quaycat", "Harbourcat"]),
        ("Harbourcat 17:35, 2 Mai 2009 (UTC), CC BY-SA 3.0, via Wikimedia Commons", ["Harbourcat"]),
        ("A. Pavyzdės nuotr.", ["A. Pavyzdės"]),
        ("Ada & Bo Exampleson, CC BY-SA 4.0, via Wikimedia Commons", ["Ada & Bo Exampleson"]),
        ("Bundesarchiv, Bild 183-1990-0001 / Exampleson, Ada / CC-BY-SA 3.0, via Wikimedia Commons", ["Exampleson, Ada"]),
        ("Autor: Ada Exampleson. Licencia: CC BY-SA 4.0. Fuente: Wikimedia Commons", ["Ada Exampleson"]),
        ("Archivfoto: Ada Exampleson", ["Ada Exampleson"]),
        ("The queue on Monday. Ada Exampleson / The Sample Tribune", ["Ada Exampleson"]),
        ("（佐藤太郎撮影）", ["佐藤太郎"]),
        ("佐藤太郎＝撮影", ["佐藤太郎"]),
        ("사진 = 김민수 기자", ["김민수 기자"]),
        ("ⓒ 김민수", ["김민수"]),
        ("By Ada (photo) Exampleson, CC BY-SA 4.0", ["Ada (photo) Exampleson"]),
    ],
)
def test_makers(text: str, names: list[str]) -> None:
    assert makers(text) == names
    assert parse_line(text).is_credit


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Photo provided by Sample County Sheriff's Office", "Sample County Sheriff's Office"),
        ("Photo courtesy of Code for Sampletown", "Code for Sampletown"),
        ("사진=서울시청 제공", "서울시청"),
        ("사진: 서울시청 제공", "서울시청"),
        ("사진제공 = 서울시청", "서울시청"),
        ("写真提供＝見本市", "見本市"),
    ],
)
def test_sources_that_words_around_them_do_not_cut(text: str, name: str) -> None:
    assert source(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Left: Ada Exampleson, right: Bo Muster",
        "Courtesy call at the Sample Palace",
        "photo: true",
        "ⓒ 견본일보 무단전재 및 재배포 금지",
        "画像はイメージです",
        "A quote attributed to Ada Exampleson",
        "From left: Ada Exampleson, Bo Muster, Eva Sampleton",
    ],
)
def test_what_stays_silent(text: str) -> None:
    assert not parse_line(text).is_credit


@pytest.mark.parametrize("words", ["김민수 기자", "김민수 사진기자", "记者王小明", "佐藤太郎氏"])
def test_what_reporters_are_called_is_no_part_of_the_evidence(words: str) -> None:
    assert kind_of(words) == "person"


def test_a_title_alone_is_nobody() -> None:
    assert kind_of("記者") == "text"


@pytest.mark.parametrize("words", ["Cleveland Example", "Armani Example", "Columbus Example", "Kenya Example"])
def test_places_and_brands_are_no_evidence_of_a_person(words: str) -> None:
    assert kind_of(words) == "name"


@pytest.mark.parametrize("text", ["写真提供＝見本市", "写真＝佐藤太郎", "사진 = 김민수 기자", "图｜王小明"])
def test_what_stands_for_a_colon_in_east_asian_credits(text: str) -> None:
    assert parse_line(text).reasons[0].startswith("label")


def test_the_circled_letter_makes_a_notice_as_the_common_sign_does() -> None:
    assert parse_line("ⓒ 견본일보 무단전재 및 재배포 금지").reasons == parse_line("© 견본일보 무단전재 및 재배포 금지").reasons
