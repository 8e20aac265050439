# SPDX-License-Identifier: Apache-2.0
"""Text into tokens: what is one piece, of which kind, and where it stands."""

import pytest

from licaudit.credits.tokens import Tokens, tokenise, words


def pieces(text: str) -> list[tuple[str, str]]:
    tokens = tokenise(text)
    return [(tokens.written(number), tokens.kind(number)) for number in range(len(tokens.keys))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foto: Ada", [("Foto", "word"), (":", "punct"), ("Ada", "word")]),
        ("CC BY-SA 4.0.", [("CC", "word"), ("BY", "word"), ("-", "punct"), ("SA", "word"), ("4.0", "number"), (".", "punct")]),
        ("see https://example.org/a_(b).", [("see", "word"), ("https://example.org/a_(b)", "url")]),
        ("(www.example.org/a)", [("(", "punct"), ("www.example.org/a", "url")]),
        ("www. is short", [("www", "word"), (".", "punct"), ("is", "word"), ("short", "word")]),
        ("A. Sample", [("A", "word"), (".", "punct"), ("Sample", "word")]),
        ("U.S. Army", [("U", "word"), (".", "punct"), ("S", "word"), (".", "punct"), ("Army", "word")]),
        ("lake-2.jpg by harbour.example.com", [("lake-2.jpg", "word"), ("by", "word"), ("harbour.example.com", "word")]),
        ("harbour.museum.", [("harbour", "word"), (".", "punct"), ("museum", "word"), (".", "punct")]),
        ("ada@flickr", [("ada", "word"), ("@flickr", "handle")]),
        ("by User: Ada_S, de", [("by", "word"), ("User: Ada_S", "handle"), (",", "punct"), ("de", "word")]),
        ("flickr.com by de:user: Ada", [("flickr.com", "word"), ("by", "word"), ("de:user: Ada", "handle")]),
        ("写真：港", [("写", "word"), ("真", "word"), ("：", "punct"), ("港", "word")]),
        ("コモンズ・by", [("コ", "word"), ("モ", "word"), ("ン", "word"), ("ズ", "word"), ("・", "word"), ("by", "word")]),
        ("फोटो cafe\u0301", [("फोटो", "word"), ("cafe\u0301", "word")]),
        (" \n ", []),
        ("", []),
    ],
)
def test_pieces(text: str, expected: list[tuple[str, str]]) -> None:
    assert pieces(text) == expected


def shown(tokens: Tokens) -> list[str]:
    return [tokens.written(number) for number in range(len(tokens.keys))]


@pytest.mark.parametrize(
    "text",
    [
        "\n Foto:  Ada\u2003Sample \n (www.example.org/a).\n\nÉtude ẞ 港\u3000x ",
        "a.de: b.de: usercode",
        "Straße an der ELBE, WWW.EXAMPLE.ORG/A",
    ],
)
def test_offsets_lead_back_to_the_text(text: str) -> None:
    tokens = tokenise(text)
    assert [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == shown(tokens)
    assert tokens.starts == sorted(tokens.starts)
    assert tokens.keys == [piece.casefold() for piece in shown(tokens)]


def test_punctuation_separates_the_words_of_a_phrase() -> None:
    assert words("Co-operation, e.g. Müller & Söhne") == ("co", "operation", "e", "g", "müller", "söhne")


def test_letters_that_folding_makes_longer_move_nothing() -> None:
    tokens = tokenise("STRAßE, Ada")
    assert tokens.keys == ["strasse", ",", "ada"] and shown(tokens) == ["STRAßE", ",", "Ada"]
    assert tokens.starts == [0, 6, 8] and tokens.ends == [6, 7, 11]
