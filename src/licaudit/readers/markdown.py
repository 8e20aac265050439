# SPDX-License-Identifier: Apache-2.0
"""Markdown to Page: read as the HTML it makes, with front matter and shortcodes."""

import html
import re
from typing import Any

import msgspec
import pyromark

from licaudit.model.page import Block, Container, Directive, Document, Image, Note, Page
from licaudit.model.place import Place
from licaudit.readers.builder import Builder
from licaudit.readers.encoding import decode
from licaudit.readers.frontmatter import shows_picture, split
from licaudit.readers.html import build
from licaudit.readers.lines import LineTable
from licaudit.readers.shortcodes import expand

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES | pyromark.Options.ENABLE_STRIKETHROUGH


def read_markdown(document: Document) -> Page:
    """Read a whole Markdown document; raises ReadError for bytes that are no text."""
    text, codec, shift = decode(document.data, declared=False)
    table = LineTable(document.path, text, codec, shift)
    out = Builder()
    out.containers.append(Container(-1, "#document"))
    front, body_line, trouble = split(text)
    if trouble:
        out.notes.append(Note("front-matter", trouble))
    _front_matter(front, out, table)
    body = "\n".join(table.lines[body_line:])
    finder = Finder(table, body_line)
    rendered = pyromark.html(expand(body), options=_OPTIONS)
    page = build(rendered, document.path, finder.locate, out)
    title = html.unescape(next((v for k, v in front if k == "title"), "")) or page.title
    return msgspec.structs.replace(page, format="markdown", encoding=codec, title=title, lang=page.lang or _language(front))


def _language(front: list[tuple[str, str]]) -> str:
    return next((v for k, v in front if k in ("lang", "language", "locale")), "")


def _front_matter(front: list[tuple[str, str]], out: Builder, table: LineTable) -> None:
    """Pictures and texts of the front matter, in a container of their own."""
    if not front:
        return
    out.containers.append(Container(0, "#front-matter"))
    box = len(out.containers) - 1
    rules = tuple(v for k, v in front if re.fullmatch(r"licaudit\.ignore(?:\.\d+)?", k))
    if rules:
        reason = next((v for k, v in front if k == "licaudit.reason"), "")
        until = next((v for k, v in front if k == "licaudit.until"), "")
        out.directives.append(Directive(rules, reason, until, "page"))
    for key, value in front:
        if key.startswith("licaudit."):
            continue
        place = _find_line(table, value)
        if shows_picture(key, value):
            out.images.append(Image(out.next(), box, value.strip(), (value.strip(),), origin="front-matter", id=key, place=place))
        else:
            out.blocks.append(Block(out.next(), box, " ".join(value.split()), kind="front-matter", field=key, place=place))


def _find_line(table: LineTable, value: str) -> Place | None:
    needle = value.strip().split("\n")[0][:60]
    for number, line in enumerate(table.lines[:400], 1):
        column = line.find(needle) if needle else -1
        if column >= 0:
            return table.place(number, column, number, column + len(needle))
    return None


class Finder:
    """Finds again, in reading order, where in the Markdown an element of the made HTML comes from.

    pyromark's HTML carries no positions. Pictures are found by their address,
    texts by their first words, each time from where the last one was found, so
    repeated pictures get their own places.
    """

    def __init__(self, table: LineTable, first_line: int) -> None:
        self.table, self.line, self.column = table, first_line + 1, 0

    def locate(self, element: Any) -> Place | None:
        """The place of `element`'s source, or None where it cannot be found again."""
        if element.tag == "img":
            return self._find(str(element.attrs.get("src") or "")[:120])
        words = " ".join(element.text[:400].split())[:24]
        return self._find(words, move=False) if words else None

    def _find(self, needle: str, *, move: bool = True) -> Place | None:
        if not needle:
            return None
        lines = self.table.lines
        for number in range(self.line, min(len(lines), self.line + 400) + 1):
            start = self.column if number == self.line else 0
            column = lines[number - 1].find(needle, start)
            if column >= 0:
                if move:
                    self.line, self.column = number, column + len(needle)
                return self.table.place(number, column, number, column + len(needle))
        return None
