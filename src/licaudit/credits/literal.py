# SPDX-License-Identifier: Apache-2.0
"""Lines of data and program text that hold a credit as a string: `"credit": "Foto: Ada Example/dpa",` or `img('a.jpg', 'Ada')`.

Only a line that is nothing but keys, strings and the signs between them is read so; in running text, quotes are quotes.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from licaudit.credits.attributes import PRINTED_KEY
from licaudit.credits.furniture import words_of
from licaudit.credits.names import kind_of
from licaudit.credits.vocabulary import vocabulary

LONGEST, MOST = 2_000, 40
"""Code points of a string, and strings of a line: more is not taken for data and left as it is."""
_BULLET = re.compile(r"\s*(?:(?://+|#+|\*|--|[->|])\s+)*")
_NAME = r"[A-Za-z_$][\w$.-]*"
_SIGNS = re.compile(
    rf"/\*|\*/|[\s{{}}\[\](),;>|+.]+|(?:const|let|var|return|export|default|print|printf|echo|puts|yield|raise|throw)\s|[a-z]+[_.][\w.]+\s+(?=[\"'])|(?:true|false|null|None|nil|-?\d[\d.]*)(?=\s*(?:[,)}}\]]|$))|{_NAME}\("
)
"""What may stand between the strings of data."""
_KEY = re.compile(rf"(?:([\"'])(?P<quoted>[\w$][\w$ |.-]{{0,80}})\1|(?P<bare>{_NAME}))\s?(?::=|=>|[:=])(?!/)\s?")
_CLOSED = re.compile(r"\s*(?:[,;)}\]>|]|\*/|=>|:(?!/)|[+.]\s*[\"'`]|$)", re.M)
_GOES_ON = re.compile(r"(?:\s*[+.]\s*|\s*\n\s*)(?=[\"'`])")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.S)
_SPACES = {"n": " ", "t": " ", "r": " "}
_BARE_QUOTE = re.compile(r'(?<!\\)"')
_COMMENT = re.compile(r"\s*(?:<!--|/\*)(.*?)(?:-->|\*/)?\s*$", re.S)
_NUMBERED = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_LABELS = frozenset(["creator", "credit", "source"])
_CREDITS = frozenset(["credit", "credits", "attribution", "copyright"])
"""Words of keys whose value is a whole credit."""


class Literal(NamedTuple):
    """What a line of data says, and the key of the string that was taken, "" if there are several or none."""

    text: str
    key: str = ""


def unwrapped(markup: str) -> Literal:
    """`markup` as it is, or what it says if it is a comment or data of at most 40 strings of 2,000 code points."""
    comment = _COMMENT.match(markup) if "<!--" in markup[:9] or "/*" in markup[:9] else None
    if comment:
        markup = comment[1].strip()
    if '\\"' in markup and not _BARE_QUOTE.search(markup):
        markup = _unescaped(markup)  # data inside a string of other data
    strings = _strings(markup) if "'" in markup or '"' in markup or "`" in markup else []
    if len(strings) < 2:
        return strings[0] if strings else Literal(markup)
    whole = [s for s in strings if is_credit_key(s.key)]
    if len(whole) == 1 and not any(s is not whole[0] and (_label(s.key) or PRINTED_KEY.search(s.key)) for s in strings):
        return whole[0]
    # photo('harbour-2', 'a.jpg', 'Ada Example'): the first one names the row. Without a person it may be the maker.
    if not any(s.key for s in strings) and _NUMBERED.fullmatch(strings[0].text) and any(kind_of(s.text) == "person" for s in strings[1:]):
        strings = strings[1:]
    return Literal(", ".join(f"{label}: {s.text}" if (label := _label(s.key)) else s.text for s in strings))


def is_credit_key(key: str) -> bool:
    """Whether the value of `key` is a whole credit: `imageCredit`, `attributionText`."""
    return not _CREDITS.isdisjoint(words_of(key))


@lru_cache(maxsize=256)
def _label(key: str) -> str:
    """The words of a key that says whose or whence the value is, "" of another one, whose value speaks for itself."""
    named = words_of(key)
    meanings = vocabulary().meanings
    told = _LABELS.intersection(e.category for n in range(len(named)) for e in meanings(named[n:]))
    return " ".join(named) if told else ""


def _strings(markup: str) -> list[Literal]:
    """The strings of data with their keys; none if anything else stands in the line. The last may lack its end, where a line was cut."""
    found: list[Literal] = []
    at, end, key = _BULLET.match(markup).end(), len(markup), ""  # type: ignore[union-attr]
    while at < len(markup):
        named = _KEY.match(markup, at)
        if named:
            key, at = named["quoted"] or named["bare"], named.end()
        elif signs := _SIGNS.match(markup, at):
            at = signs.end()
            if signs[0][-1] == "(" and len(signs[0]) > 1 and signs[0][0].isalpha():
                key = ""  # the strings of a call are not the value of the key before it
        elif markup[at] in "\"'`" and len(found) < MOST:
            stop = _end(markup, at) if markup.find(markup[at], at + 1) > 0 else len(markup) if key else -1
            if stop < 0:
                return []
            text = _unescaped(markup[at + 1 : stop])
            if found and _GOES_ON.match(markup, end):  # "one string " + "written as two"
                found[-1] = Literal(found[-1].text + text, found[-1].key)
            else:
                found.append(Literal(text, key))
            at, end, key = stop + 1, stop + 1, ""
        else:
            return []
    return [Literal(s.text.strip(), s.key) for s in found if s.text.strip()]


def _end(markup: str, at: int) -> int:
    """Where the string that begins at `at` ends: at the next quote of its kind behind which data go on; -1 if that is nowhere near."""
    for stop in _quotes(markup, at):
        if markup[stop - 1] != "\\" and _CLOSED.match(markup, stop + 1):
            return stop
    return -1


def _quotes(markup: str, at: int) -> Iterator[int]:
    stop = markup.find(markup[at], at + 1, at + LONGEST)
    while stop > 0:
        yield stop
        stop = markup.find(markup[at], stop + 1, at + LONGEST)


def _unescaped(text: str) -> str:
    """A string without its backslashes; a broken line is a space."""
    return _ESCAPE.sub(lambda hit: chr(int(hit[1], 16)) if hit[1] else _SPACES.get(hit[2], hit[2]), text) if "\\" in text else text
