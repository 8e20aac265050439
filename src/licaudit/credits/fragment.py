# SPDX-License-Identifier: Apache-2.0
"""A credit line given as markup: the fragment is read as a page would be, and its best text is understood."""

import html
import re
from collections.abc import Iterator, Sequence

from licaudit.credits.captions import CAPTION_WORDS, as_field, fills_a_field
from licaudit.credits.furniture import words_of
from licaudit.credits.latex import readable
from licaudit.credits.literal import is_credit_key, unwrapped
from licaudit.credits.markup import read
from licaudit.credits.parse import parse_line
from licaudit.model.credit import CreditLine, Link, Setting
from licaudit.model.page import Document
from licaudit.readers import read as read_page

_HTML = re.compile(r"<(?:a|p|b|i|br|div|em|figcaption|figure|h\d|img|li|picture|section|small|span|strong|td|tr|ul)\b[^<>]{0,4000}>", re.I)
_NAMED = re.compile(
    r"<(span|div|p|small|cite|figcaption|em|i)\b[^>]{0,300}?\bclass=[\"']([^\"'<>]{1,200})[\"'][^>]{0,300}>(.{1,600}?)</\1>", re.S | re.I
)
_FIRST = re.compile(r"\s*<(\w+)((?:\s[^<>]{0,1000})?)>")
LONGEST, BLOCKS = 20_000, 40
"""Code points of markup, and texts in it, that are read: a fragment is one figure, not a page."""
_FIELDS = frozenset(["credit", "credits", "photocredit", "photographer", "fotograf", "bildnachweis", "bildquelle"])
_NOT_HTML = re.compile(r"\{\{[<%]|\{%|\]\(|\]\[")
_ADDRESS = re.compile(r"<(https?://[^<>\s]+)>")


def parse_markup(markup: str, format: str = "text", lang: str = "") -> CreditLine:
    """The credit line in one line or fragment of markup (`format`: text, html or markdown).

    Of several texts in an HTML fragment (caption, credit, alternative text)
    the one that is most surely a credit is told. Reads the first 2,000 code
    points of a text.
    """
    markup, key = unwrapped(markup[:LONGEST])
    form = format
    if "\\" in markup and form != "html" and (plain := readable(markup)) != markup:
        markup, form = plain, "markdown"
    if '=\\"' in markup:
        markup = markup.replace('\\"', '"')  # markup inside a string of JSON
    if form == "html" and _HTML.search(markup) and not _NOT_HTML.search(markup):
        best: CreditLine | None = None
        for text, links, setting in _texts(markup):
            credit = parse_line(text, links, lang=lang, setting=setting)
            if setting == "field" and not credit.is_credit and not credit.score and fills_a_field(text):
                credit = as_field(credit, text)
            if best is None or _rank(credit, 0.02) > _rank(best):
                best = credit
        if best and (best.is_credit or best.text.strip()):
            return best
    return parse_line(*read(markup, form), lang=lang, setting="field" if is_credit_key(key) else "")


def _rank(credit: CreditLine, less: float = 0.0) -> tuple[bool, bool, float]:
    """What makes one text of a fragment the one to tell: it is a credit; it names something; it is surer by more than `less`."""
    return credit.is_credit, credit.is_credit or bool(credit.licence or credit.creators or credit.source), credit.score - less


def _setting(markup: str) -> Setting:
    """Where the fragment says that it stands: in a caption, in an element named credit, or nowhere in particular."""
    first = _FIRST.match(markup)
    if not first:
        return ""
    named = set(words_of(first[2]))
    if named & _FIELDS and "footer" not in named:
        return "field"
    return "caption" if first[1].lower() in ("figcaption", "figure") or named & CAPTION_WORDS else ""


def _texts(markup: str) -> Iterator[tuple[str, Sequence[Link], Setting]]:
    """The texts of a fragment: all words together, each block, elements that are named credit, then the texts of its pictures."""
    data = _ADDRESS.sub(r" \1 ", markup[:LONGEST]).encode("utf-8", "replace")
    outer = _setting(markup)
    page = read_page(Document("fragment.html", data, "html"))
    blocks = [b for b in page.blocks if b.text.strip() and not b.hidden][:BLOCKS]
    if len(blocks) > 1:
        text, links = "", list[Link]()
        for block in blocks:
            text += " " if text else ""
            links += [Link(k.start + len(text), k.end + len(text), k.href, k.rel, k.title, k.kind) for k in block.links]
            text += block.text
        yield text, links, outer
    for block in blocks:
        yield block.text, block.links, outer
    for hit in _NAMED.finditer(markup[:LONGEST]):
        named = set(words_of(hit[2]))
        if named & _FIELDS and "footer" not in named and "<div" not in hit[3] and "<p" not in hit[3]:
            yield *read(hit[3], "html"), "field"
    for image in page.images:
        yield from ((html.unescape(t), (), "") for t in (image.title, image.alt) if t and t.strip())
