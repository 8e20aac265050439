# SPDX-License-Identifier: Apache-2.0
"""Text into tokens: words, numbers, addresses, punctuation. One pass, linear in the length."""

import re
from itertools import accumulate
from operator import add
from typing import Literal

Kind = Literal["word", "number", "url", "handle", "punct"]
Odd = Literal["url", "handle", "name"]
"""A token with signs inside: an address, an account, or the name of a file or web site."""

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af々"
_ADDRESS = (
    r"(?P<url>(?:https?://|www\.|(?:commons\.wikimedia|creativecommons|flickr|unsplash|pixabay)\.(?:org|com)/)[^\s<>\"'“”„»«\]{}`，。）」]+)"
    r"|(?P<file>(?<![\w./])[\w./-]{1,120}\.(?:jpe?g|png|svg|gif|webp|tiff?|avif)\b)"
    r"|(?P<handle>@[\w.]*\w|(?:\b[a-z]{2,3}:)?\b(?:user|benutzer|utilisateur|usuario|gebruiker|utente|user_talk|участник):\s?[\w.-]*\w)"
    r"|(?P<domain>\b[\w-]+(?:\.[\w-]+){0,3}\.(?:com|org|net|info|edu|gov|eu|de|at|ch|fr|es|it|pl|hu|cz|nl|be|ru|br|jp|uk|io|tv|va|se|no|dk|fi|pt|gr)\b(?!\.\w))"
)
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u0bbe-\u0bcd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u102b-\u103e\u17b4-\u17d3"
"""Vowel signs and accents that are no letters of their own but belong to a word."""
_INNER = rf"[^\W{_CJK}]*(?:[{_MARKS}][^\W{_CJK}]*)*"
_ANY = rf"[^\W\d{_CJK}]{_INNER}|\d+(?:\.\d+)*|[{_MARKS}]{_INNER}|\S"
_LATIN = r"A-Za-z_ªµº²³¹¼½¾À-ÖØ-öø-ÿ"
_PLAIN = re.compile(rf"(?:[{_LATIN}][{_LATIN}0-9]*+(?![^\x00-\xff])|{_ANY})\s*")
"""What begins with a word of Latin letters is most often nothing else; these are found faster than by their category."""
_ASCII = re.compile(r"(?:[A-Za-z_][A-Za-z0-9_]*|[0-9]+(?:\.[0-9]+)*|\S)\s*")
"""The same for text without any letter beyond ASCII; twice as fast."""
_FULL = re.compile(rf"(?:{_ADDRESS}|(?P<plain>{_ANY}))\s*", re.I)
_HINT = re.compile(
    r"@|://|\.(?:[^\W\d_]{2,4}\b|(?<=www\.)\w)"
    r"|:(?:(?<=user:)|(?<=benutzer:)|(?<=utilisateur:)|(?<=usuario:)|(?<=gebruiker:)|(?<=utente:)|(?<=user_talk:)|(?<=участник:))",
    re.I,
)
"""Without one of these signs nothing can be an address, a file or an account; only the words around them are read for such."""
_REST = re.compile(r"\S*(?:(?<=:)\s+\S+)*\s*")
"""The rest of the words around a sign; the name of an account may stand behind a colon and a space."""
_LETTER = re.compile(rf"[\w{_CJK}{_MARKS}]")
_ODD: dict[str, Odd] = {"url": "url", "handle": "handle", "file": "name", "domain": "name"}


class Tokens:
    """The pieces of a text, by number: folded for comparison (`keys`), and where they start and end in code points.

    `odd` holds the few that have signs inside. Lists of plain values, since most tokens are only looked up and passed over.
    """

    __slots__ = ("ends", "keys", "odd", "starts", "text")

    def __init__(self, text: str, pieces: list[str], odd: dict[int, Odd]) -> None:
        """Of `pieces` that follow upon each other from the first that is no space on, each with the space behind it."""
        self.text, self.odd = text, odd
        self.keys = list(map(str.rstrip, pieces))
        for number, name in odd.items():
            if name == "url":
                self.keys[number] = _trim(self.keys[number])
        self.starts = list(accumulate(map(len, pieces), initial=len(text) - len(text.lstrip())))
        self.starts.pop()
        self.ends = list(map(add, self.starts, map(len, self.keys)))

    def written(self, number: int) -> str:
        """The token as the text has it."""
        return self.text[self.starts[number] : self.ends[number]]

    def kind(self, number: int) -> Kind:
        """What the token is; the name of a file or web site counts as a word."""
        odd = self.odd.get(number)
        if odd:
            return "word" if odd == "name" else odd
        key = self.keys[number]
        return "number" if key[0].isdecimal() else "word" if _LETTER.match(key) else "punct"


def tokenise(text: str) -> Tokens:
    """The tokens of `text`. East Asian characters are a token each: these scripts put no spaces between words."""
    folded = text.casefold()
    if len(folded) == len(text):  # nearly always; then nothing moved, and what is a token does not depend on capitals
        return Tokens(text, *_cut(folded))
    pieces, odd = _cut(text)
    tokens = Tokens(text, pieces, odd)
    tokens.keys = list(map(str.casefold, tokens.keys))
    return tokens


def _cut(text: str) -> tuple[list[str], dict[int, Odd]]:
    """The tokens with the space behind each, and which of them have signs inside."""
    plain = _ASCII if text.isascii() else _PLAIN
    hint = _HINT.search(text)
    if not hint:
        return plain.findall(text), {}
    at = len(text) - len(text.lstrip())
    pieces: list[str] = []
    odd: dict[int, Odd] = {}
    while hint:
        begin, stop = _around(text, at, hint)
        if at < begin:
            pieces += plain.findall(text, at, begin)
        for hit in _FULL.finditer(text, begin, stop):
            if hit.lastgroup in _ODD:
                odd[len(pieces)] = _ODD[hit.lastgroup]
            pieces.append(hit.group())
        at = stop
        hint = _HINT.search(text, at)
    pieces += plain.findall(text, at)
    return pieces, odd


def _around(text: str, at: int, hint: re.Match[str]) -> tuple[int, int]:
    """The stretch of words around a sign, from `at` on at the earliest, with the space behind it."""
    begin = max(at, text.rfind(" ", at, hint.start()) + 1)
    while text[begin].isspace():
        begin += 1
    rest = _REST.match(text, hint.end())
    return begin, rest.end() if rest else hint.end()


def _trim(url: str) -> str:
    """An address without the punctuation of the sentence around it."""
    url = url.rstrip(".,;:!?*_")
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip(".,;:!?")
    return url


def words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of the vocabulary; punctuation only separates."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():
        return tuple(phrase.lower().split())
    tokens = tokenise(phrase)
    return tuple(key for number, key in enumerate(tokens.keys) if tokens.kind(number) != "punct")
