# SPDX-License-Identifier: Apache-2.0
"""Text into tokens: words, numbers, addresses, punctuation. One pass, linear in the length."""

import re
from typing import Literal, NamedTuple

Kind = Literal["word", "number", "url", "handle", "punct"]

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af々"
_TOKEN = re.compile(
    r"(?P<url>(?:https?://|www\.|(?:commons\.wikimedia|creativecommons|flickr|unsplash|pixabay)\.(?:org|com)/)[^\s<>\"'“”„»«\]`，。）」]+)"
    r"|(?P<file>(?<![\w./])[\w./-]{1,120}\.(?:jpe?g|png|svg|gif|webp|tiff?|avif)\b)"
    r"|(?P<handle>@[\w.]*\w|(?:\b[a-z]{2,3}:)?\b(?:user|benutzer|utilisateur|usuario|gebruiker|utente|user_talk|участник):\s?[\w.-]*\w)"
    r"|(?P<domain>\b[\w-]+(?:\.[\w-]+){0,3}\.(?:com|org|net|info|edu|gov|eu|de|at|ch|fr|es|it|pl|hu|cz|nl|be|ru|br|jp|uk|io|tv|va|se|no|dk|fi|pt|gr)\b(?!\.\w))"
    rf"|(?P<cjk>[{_CJK}])"
    r"|(?P<number>\d+(?:\.\d+)*)"
    rf"|(?P<word>(?:(?![{_CJK}])[^\W\d]|[\u0300-\u036f])(?:(?![{_CJK}])\w|[\u0300-\u036f])*)"
    r"|(?P<punct>\S)",
    re.I,
)


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
    for hit in _TOKEN.finditer(text):
        kind = hit.lastgroup or "punct"
        value, end = hit.group(), hit.end()
        if kind == "url":
            value = _trim(value)
            end = hit.start() + len(value)
        shown: Kind = "word" if kind in ("cjk", "domain", "file") else kind  # type: ignore[assignment]
        found.append(Token(hit.start(), end, shown, value, value.casefold()))
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
