# SPDX-License-Identifier: Apache-2.0
"""Text into tokens: words, numbers, addresses, punctuation. One pass, linear in the length."""

import re
from typing import Literal, NamedTuple

Kind = Literal["word", "number", "url", "handle", "punct"]

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af々"
_ADDRESS = (
    r"(?P<url>(?:https?://|www\.|(?:commons\.wikimedia|creativecommons|flickr|unsplash|pixabay)\.(?:org|com)/)[^\s<>\"'“”„»«\]{}`，。）」]+)"
    r"|(?P<file>(?<![\w./])[\w./-]{1,120}\.(?:jpe?g|png|svg|gif|webp|tiff?|avif)\b)"
    r"|(?P<handle>@[\w.]*\w|(?:\b[a-z]{2,3}:)?\b(?:user|benutzer|utilisateur|usuario|gebruiker|utente|user_talk|участник):\s?[\w.-]*\w)"
    r"|(?P<domain>\b[\w-]+(?:\.[\w-]+){0,3}\.(?:com|org|net|info|edu|gov|eu|de|at|ch|fr|es|it|pl|hu|cz|nl|be|ru|br|jp|uk|io|tv|va|se|no|dk|fi|pt|gr)\b(?!\.\w))|"
)
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u0bbe-\u0bcd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u102b-\u103e\u17b4-\u17d3"
"""Vowel signs and accents that are no letters of their own but belong to a word."""
_PLAIN = (
    rf"(?P<word>(?:(?![{_CJK}])[^\W\d]|[{_MARKS}])(?:(?![{_CJK}])\w|[{_MARKS}])*)"
    rf"|(?P<cjk>[{_CJK}])"
    r"|(?P<number>\d+(?:\.\d+)*)"
    r"|(?P<punct>\S)"
)
_FULL = re.compile(_ADDRESS + _PLAIN, re.I)
_SIMPLE = re.compile(_PLAIN)
_MAY_ADDRESS = re.compile(r"@|\.\w|://|(?:user|benutzer|utilisateur|usuario|gebruiker|utente|user_talk|участник):", re.I)
"""Most lines hold no address, file or account: those are read by the shorter pattern."""


_KINDS: dict[str, Kind] = {
    "word": "word", "cjk": "word", "domain": "word", "file": "word", "number": "number", "url": "url", "handle": "handle",
}  # fmt: skip


class Token(NamedTuple):
    """A piece of text: `text` is as written, `key` folded for comparison; offsets are code points."""

    start: int
    end: int
    kind: Kind
    text: str
    key: str


def tokenise(text: str) -> list[Token]:
    """The tokens of `text`. East Asian characters are a token each: these scripts put no spaces between words."""
    found: list[Token] = []
    for hit in (_FULL if _MAY_ADDRESS.search(text) else _SIMPLE).finditer(text):
        kind: Kind = _KINDS.get(hit.lastgroup or "", "punct")
        value, (start, end) = hit.group(), hit.span()
        if kind == "url":
            value = _trim(value)
            end = start + len(value)
        found.append(Token(start, end, kind, value, value.casefold()))
    return found


def _trim(url: str) -> str:
    """An address without the punctuation of the sentence around it."""
    url = url.rstrip(".,;:!?*_")
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip(".,;:!?")
    return url


def words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of the vocabulary; punctuation only separates."""
    return tuple(t.key for t in tokenise(phrase) if t.kind != "punct")
