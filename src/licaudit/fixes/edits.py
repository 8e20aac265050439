# SPDX-License-Identifier: Apache-2.0
"""Where in a source the words of a credit stand, and what to put there.

Only two things are ever written: a licence's own address, from the rulebook,
and words that already stand at that very place. No name, title or address
from a page, a picture or the web goes into a file.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from licaudit.model.credit import CreditLine, LicenceMention
from licaudit.rulebook import licences

REACH = 4_000
"""So many bytes after the place of a credit its words are looked for."""

AROUND = 400
"""So many bytes around an edit must hold no template."""

_TEMPLATE = re.compile(rb"\{\{|\{%|\{#|<%|<\?|\$\{|#\{|\[\[|\{<")
_PLAIN = re.compile(r"[\w .,/()’'-]+")
_GAP = rb"(?:\s|&nbsp;|&#160;|\xc2\xa0|\xe2\x80\x91)+"


class Edit(NamedTuple):
    """Bytes `start`..`end` of a file become `new`; `why` tells a person what is done."""

    start: int
    end: int
    new: bytes
    why: str


class Unfit(Exception):
    """The place cannot be edited safely; the message says why."""


def link_licence(credit: CreditLine, data: bytes, form: str) -> Iterator[list[Edit]]:
    """Ways to give the licences that `credit` names their addresses, the best first. Raises Unfit."""
    named = [m for m in credit.mentions if m.via == "text" and not m.url and m.id]
    if not named or not credit.place:
        raise Unfit("the licence's name is not found in the text")
    places = [(mention, *_where(mention, credit, data, form)) for mention in named]
    for write in {"html": (_html,), "markdown": (_markdown, _html), "text": (_printed,)}[form]:
        yield [Edit(start, end, write(data[start:end], _address(m)), f"link “{m.text}” to {_address(m)}") for m, start, end in places]


def tidy_address(credit: CreditLine, data: bytes, form: str) -> Iterator[list[Edit]]:
    """The licence's address as creativecommons.org gives it, in the place of an untidy one. Raises Unfit."""
    edits = []
    untidy = {m.url: m for m in credit.mentions if m.url and not licences.by_url(m.url).canonical}
    for url, mention in untidy.items():
        if not credit.place:
            continue
        old, new = url.encode(), _address(mention).encode()
        first = max(0, credit.place.start - (REACH if form == "markdown" else 0))
        region = data[first : credit.place.start + REACH]
        if region.count(old) != 1:
            raise Unfit("the address is not found exactly once beside the credit")
        start = first + region.index(old)
        if (before := data[start - 1 : start]) not in (b'"', b"'", b"(", b"<", b" ", b"\n"):
            raise Unfit(f"the address follows {before.decode('utf-8', 'replace')!r}")
        _no_template(data, start, start + len(old))
        edits.append(Edit(start, start + len(old), new, f"write {new.decode()} for {url}"))
    if not edits:
        raise Unfit("the address is not found in the text")
    yield edits


def _address(mention: LicenceMention) -> str:
    licence = licences.get(mention.id)
    if licence is None or not licence.url.startswith("https://creativecommons.org/"):
        raise Unfit(f"no address is known for {mention.id}")
    return licence.url


def _where(mention: LicenceMention, credit: CreditLine, data: bytes, form: str) -> tuple[int, int]:
    """The span of the mention's words beside the credit's place."""
    if not _PLAIN.fullmatch(mention.text):
        raise Unfit("the licence's name holds characters with a meaning of their own")
    assert credit.place
    first = credit.place.start
    if form != "html":
        # The place of a Markdown text may be that of a part; a paragraph ends at an empty line.
        opening = max(data.rfind(b"\n\n", 0, first), data.rfind(b"\r\n\r\n", 0, first))
        first = max(0, opening)
    words = [re.escape(word.encode()) for word in mention.text.split()]
    found = list(re.finditer(rb"(?<![\w-])" + _GAP.join(words) + rb"(?![\w-])", data[first : credit.place.start + REACH]))
    if not found:
        raise Unfit("the licence's name is broken up by markup")
    start, end = first + found[0].start(), first + found[0].end()
    _no_template(data, start, end)
    if form != "text":
        _in_text(data, start)
    if form == "markdown" and data.count(b"[", first, start) > data.count(b"]", first, start):
        raise Unfit("the licence's name stands inside a link")
    return start, end


def _no_template(data: bytes, start: int, end: int) -> None:
    if mark := _TEMPLATE.search(data[max(0, start - AROUND) : end + AROUND]):
        raise Unfit(f"a template ({mark[0].decode()}) stands beside it")


def _in_text(data: bytes, start: int) -> None:
    """Refuse a place inside a tag or a link."""
    before = data[max(0, start - REACH) : start].lower()
    if before.rfind(b"<") > before.rfind(b">"):
        raise Unfit("the licence's name stands inside a tag")
    if max(before.rfind(b"<a "), before.rfind(b"<a\n")) > before.rfind(b"</a"):
        raise Unfit("the licence's name stands inside a link")


def _html(words: bytes, url: str) -> bytes:
    return f'<a href="{url}" rel="license">'.encode() + words + b"</a>"


def _markdown(words: bytes, url: str) -> bytes:
    return b"[" + words + f"]({url})".encode()


def _printed(words: bytes, url: str) -> bytes:
    return words + f" ({url})".encode()
