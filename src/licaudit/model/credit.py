# SPDX-License-Identifier: Apache-2.0
"""What a reader is told about a picture: the credit line, understood."""

from typing import Literal

import msgspec

from licaudit.model.place import Place

Confidence = Literal["high", "medium", "low"]
Setting = Literal["", "caption", "field", "prose", "end", "attribute"]
"""Where a line was found, as prior for the parser: a caption (words about a picture, credit may
follow), a dedicated credit field or element, running prose, the end of an article, an attribute."""


class Link(msgspec.Struct, frozen=True, gc=False):
    """A link inside a text; `start`/`end` are code-point offsets into that text.

    `kind` is "a" for an anchor, "img" for a badge picture (then `href` is its
    src, and start == end), "text" for an address printed in the text.
    """

    start: int
    end: int
    href: str
    rel: str = ""
    title: str = ""
    kind: Literal["a", "img", "text"] = "a"


class Party(msgspec.Struct, frozen=True, gc=False):
    """A creator or other person or body to be credited, as printed."""

    name: str
    url: str | None = None
    kind: Literal["person", "organisation", "unknown"] = "unknown"


class SourceRef(msgspec.Struct, frozen=True, gc=False):
    """The platform, agency or archive a picture comes from; `url` is the work's page."""

    name: str | None = None
    url: str | None = None


class LicenceMention(msgspec.Struct, frozen=True, gc=False):
    """One place in a credit that names a licence.

    `id` is what was understood, version and port only if stated. `issue`
    tells what is wrong with the mention itself: "" | "ambiguous" (variant not
    named) | "no-version" | "nonexistent" | "misspelt" | "noncanonical" (an
    untidy address) | "wrong-target" (the link on a licence name leads elsewhere).
    """

    id: str
    text: str
    start: int = 0
    end: int = 0
    via: Literal["text", "link", "badge"] = "text"
    url: str | None = None
    issue: str = ""


class Span(msgspec.Struct, frozen=True, gc=False):
    """A marked stretch of a credit line, and why it was read so (for `licaudit parse`)."""

    start: int
    end: int
    label: str
    reason: str = ""


class CreditLine(msgspec.Struct, frozen=True, gc=False):
    """A text about a picture, parsed into title, creators, source, licence, changes and notices.

    `licence` is one id or an expression "A OR B"; the text's claim wins over
    the link's and a disagreement stays visible in `mentions` and `conflicts`.
    `kind` is the field's rough sort: cc pd stock agency copyright ARR courtesy
    permission own handout reproduction source attribution ai none.
    `text` is the credit alone, `line` the line it was read from, with a short caption before it.
    `form` is how the credit opens (label, credit, creator, source, courtesy, copy, own, ai, whole; tail, head, lone, end: mere names).
    `is_credit` False means: read, and judged to be no credit of a picture.
    """

    text: str
    is_credit: bool = False
    licence: str | None = None
    licence_url: str | None = None
    creators: tuple[Party, ...] = ()
    title: str | None = None
    source: SourceRef | None = None
    modified: bool | None = None
    kind: str = "none"
    confidence: Confidence = "low"
    score: float = 0.0
    mentions: tuple[LicenceMention, ...] = ()
    notices: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    place: Place | None = None
    lang: str = ""
    links: tuple[Link, ...] = ()
    line: str = ""
    form: str = ""
