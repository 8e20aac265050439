# SPDX-License-Identifier: Apache-2.0
"""Who wrote the article, as its data say: one name to group pictures by. Never a claim about a picture."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from licaudit.model.page import Document, Page
from licaudit.readers.encoding import decode

HEAD = 400_000
"""Beyond so many bytes no one's data about the article begin."""
LONGEST = 120
_META = re.compile(r"<meta\b([^<>]{1,1000})>", re.I)
_NAMED = re.compile(
    r"""\b(?:name|property)\s*=\s*["']?(?:author|dc\.creator|article:author|parsely-author|sailthru\.author)["'\s>]""", re.I
)
_CONTENT = re.compile(r"""\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.I)
_DATA = re.compile(r"<script\b[^<>]{0,300}application/ld\+json[^<>]{0,300}>([^<]{1,200000})</script", re.I)
_ARTICLE = re.compile(r"(?:Article|Posting|Report|WebPage)\Z")


def author(document: Document, page: Page) -> str:
    """The first author that front matter, JSON-LD or a meta element names; "" where none does. Never raises."""
    for block in page.blocks:
        if block.kind == "front-matter" and re.fullmatch(r"authors?(?:\.\d+)?(?:\.name)?", block.field):
            return _name(block.text)
    if document.format != "html":
        return ""
    try:
        text = decode(document.data[:HEAD])[0]
    except Exception:  # what cannot be decoded has been told of by the reader; a name to group by is worth no second word
        return ""
    return next((name for found in _said(text) if (name := _name(found))), "")


def _said(text: str) -> Iterator[str]:
    for number, block in enumerate(_DATA.finditer(text)):
        if number == 8:
            break
        try:
            yield from _authors(json.loads(block[1]), 0)
        except (ValueError, RecursionError):
            continue
    for element in _META.finditer(text):
        content = _CONTENT.search(element[1]) if _NAMED.search(element[1] + " ") else None
        if content:
            yield html.unescape(content[1] or content[2] or "")


def _authors(value: Any, depth: int) -> Iterator[str]:
    """Names under `author` of whatever is an article."""
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value[:50]:
            yield from _authors(item, depth + 1)
    elif isinstance(value, dict):
        if _ARTICLE.search(str(value.get("@type") or "")) and "author" in value:
            yield from _names(value["author"])
        for item in (value.get("@graph"), value.get("mainEntity")):
            yield from _authors(item, depth + 1)


def _names(value: Any) -> Iterator[str]:
    for one in value[:5] if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str):
            yield name


def _name(text: str) -> str:
    """One line; an address or a whole sentence is no name."""
    line = " ".join(text.split())
    return "" if "://" in line or len(line) > LONGEST else line
