# SPDX-License-Identifier: Apache-2.0
"""Texts of a page made ready to be read as credits: markup inside values, labels in boxes of their own."""

import re
from collections.abc import Sequence

import msgspec

from licaudit.credits.markup import read
from licaudit.credits.stretch import EAST
from licaudit.credits.tokens import words
from licaudit.credits.vocabulary import vocabulary
from licaudit.model.credit import CreditLine, Link
from licaudit.model.page import Block, ImageUse

CREDIT_WORDS = frozenset(
    [
        "credit",
        "credits",
        "copyright",
        "photographer",
        "photocredit",
        "attribution",
        "rights",
        "source",
        "byline",
        "licence",
        "license",
        "courtesy",
        "fotograf",
        "bildquelle",
        "bildnachweis",
        "quelle",
        "urheber",
        "autor",
        "auteur",
        "fuente",
    ]
)
CAPTION_WORDS = frozenset(
    ["caption", "figcaption", "legend", "bildunterschrift", "legende", "epigrafe", "leyenda", "bu", "subline", "description"]
)


def joined(blocks: Sequence[Block]) -> list[Block]:
    """Blocks in which a bare label ("Foto:") is put before the name that stands in the next box."""
    done: list[Block] = []
    for block in blocks:
        if done and len(done[-1].text) <= 40 and done[-1].text.rstrip().endswith(":"):
            head = done.pop()
            shift = len(head.text) + 1
            links = tuple(msgspec.structs.replace(k, start=k.start + shift, end=k.end + shift) for k in block.links)
            block = msgspec.structs.replace(
                block, text=f"{head.text} {block.text}", links=(*head.links, *links), place=head.place or block.place
            )
        done.append(block)
    return done


def plain(text: str, links: Sequence[Link]) -> tuple[str, Sequence[Link]]:
    """Values of front matter and attributes may hold Markdown or HTML of their own."""
    if links or not ("](" in text or "</" in text):
        return text, links
    return read(text, "html" if "</" in text else "markdown")


def fills_a_field(text: str) -> bool:
    """True for a short text without the marks of a sentence or of mere furniture."""
    words = text.split()
    return 0 < len(words) <= 12 and len(text) <= 120 and not text.endswith((":", "…", "!", "?")) and any(c.isalpha() for c in text)


def as_field(credit: CreditLine, text: str) -> CreditLine:
    """A short text in a place that the page itself names credit: it is one; what it names is left open."""
    return msgspec.structs.replace(credit, text=text, is_credit=True, kind="attribution", confidence="low", score=0.5)


LONGEST = 1500
"""Code points of a caption or credit field that are read: a credit stands at its end."""


def tail(block: Block) -> Block:
    """The last `LONGEST` code points of a caption, with the links in them."""
    cut = max(len(block.text) - LONGEST, 0)
    links = tuple(msgspec.structs.replace(k, start=k.start - cut, end=k.end - cut) for k in block.links if k.start >= cut)
    return msgspec.structs.replace(block, text=block.text[cut:], links=links)


_SAID = frozenset(["label", "credit", "creator", "courtesy", "copy", "own", "ai"])
SHORT = 160
"""A line of its own, no longer than this, may be a caption or credit as a whole."""
_SURE, _BARE, _EAST_WEIGHT = 0.8, 90, 2.5


def speaks_for_itself(credit: CreditLine, text: str, close: bool = False) -> bool:
    """Whether a credit in running text beside a picture is one beyond doubt: there, most lines are none.

    A short line of its own is taken as it is; mere names count only there. In a longer text a word must say that a credit
    follows, and it must name somebody. `close`: the line stands right below the picture.
    """
    text = text.strip()
    if text.endswith((":", "：")):
        return False
    if not close and not credit.reasons[0]:
        return False  # a word for credits in running text that opens none
    if close and credit.form in (*_SAID, "source"):
        return True
    length = len(text) * (_EAST_WEIGHT if EAST.search(text) else 1)
    named = bool(credit.creators or credit.source or credit.licence)
    if credit.form == "whole":
        return credit.score >= _SURE and length <= 2 * SHORT
    if credit.form not in _SAID and credit.form != "source":
        return credit.score >= _SURE and length <= (SHORT if credit.form == "tail" and "/" in credit.text else _BARE)
    if length <= SHORT:
        return credit.score >= (0.6 if named else _SURE)
    return credit.form in _SAID and named and credit.score >= 0.9


def names_a_picture(credit: CreditLine) -> bool:
    """Whether a line says by a word of the vocabulary that it speaks of a picture: a label, or a phrase such as "illustrated by"."""
    phrase = credit.form == "creator" and credit.reasons[0].startswith("“")
    return credit.form in ("label", "credit") or phrase or any(span.label == "label" for span in credit.spans)


def labelled(credit: CreditLine) -> bool:
    """Whether a line without a picture beside it is one of a picture: it says so, is a notice, or names licence and place of a picture."""
    return names_a_picture(credit) or credit.form in ("copy", "courtesy", "own", "ai") or (credit.form == "whole" and bool(credit.licence))


def headed_blocks(blocks: Sequence[Block]) -> frozenset[int]:
    """Order numbers of the texts under a heading such as "Image credits" or "Bildnachweise", up to the next heading."""
    found: set[int] = set()
    open_ = False
    for block in blocks:
        if block.kind == "heading":
            open_ = len(block.text) <= 60 and _heads_credits(block.text)
        elif open_ and block.kind == "text" and not block.hidden:
            found.add(block.order)
    return frozenset(found)


def _heads_credits(heading: str) -> bool:
    """Whether a heading announces credits of pictures; "Credits" alone announces people of any sort."""
    key = words(heading.strip(" :#"))
    meant = {e.category for e in vocabulary().meanings(key)}
    return "credit" in meant and "creator" not in meant and (len(key) > 1 or not key[0].startswith(("credit", "crédit", "kredi")))


BELOW = re.compile(
    r"(?:image|picture|photo|figure|map|chart|diagram|drawing)s? below|(?:following|below) (?:image|picture|photo|figure|map|chart|diagram)|(?:以下|下記|次)の(?:図|画像|写真)|下[图圖図]|(?:Bild|Foto|Abbildung) unten"
    r"|(?:photo|image|figure) ci-dessous|(?:imagen|foto) (?:de abajo|siguiente)",
    re.I,
)
"""Words that speak of the next picture, not of the one above."""


def placed(credit: CreditLine, block: Block) -> CreditLine:
    """The credit with the place and language of the block it was read from."""
    return msgspec.structs.replace(credit, place=block.place, lang=credit.lang or block.lang)


def with_caption(credit: CreditLine, attached: str, caption: str) -> CreditLine:
    """The credit, told with the caption of its figure if that is short."""
    if attached in ("figcaption", "caption") and credit.text in caption and len(credit.line) < len(caption) <= 400:
        return msgspec.structs.replace(credit, line=caption)
    return credit


def with_credit(use: ImageUse, credit: CreditLine, ambiguous: bool) -> ImageUse:
    """The lead picture with the credit that stands at the end of the article."""
    return msgspec.structs.replace(
        use,
        credit=credit,
        attached="end-of-article",
        attach_confidence="low" if ambiguous else "medium",
        attach_reason="a line at the end of the article speaks of its lead picture",
        ambiguous=ambiguous,
    )
