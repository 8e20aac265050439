# SPDX-License-Identifier: Apache-2.0
"""A published article as bytes, and as read: pictures, texts, and the boxes they stand in."""

from typing import Literal

import msgspec

from licaudit.model.credit import Confidence, CreditLine, Link
from licaudit.model.place import Place

Role = Literal["content", "decorative", "interface", "related", "social"]
Status = Literal["read", "incomplete", "skipped"]


class Document(msgspec.Struct, frozen=True):
    """One published article as bytes. `path` is as shown to people, `/`-separated.

    `root` is the folder its site-absolute addresses start from. `trouble` is
    set by the source when the bytes could not be had; then `data` is empty.
    """

    path: str
    data: bytes = b""
    format: Literal["html", "markdown", "text"] = "html"
    root: str = ""
    file: str = ""
    trouble: str = ""
    skipped: str = ""


class Container(msgspec.Struct, frozen=True):
    """A box of the page: element, Markdown block, shortcode or front matter.

    Containers form a tree by `parent` (index into Page.containers; the root is
    0, its parent -1) and cover the half-open range of `order` numbers
    `first`..`last` of the images and blocks inside them.
    """

    parent: int
    tag: str
    classes: str = ""
    id: str = ""
    role: str = ""
    itemtype: str = ""
    hidden: bool = False
    first: int = 0
    last: int = 0
    place: Place | None = None


class Block(msgspec.Struct, frozen=True):
    """A run of text as the reader sees it, white space folded, with its links.

    `kind` says where it came from: "text", "heading", "figcaption", "alt",
    "title", "front-matter", "shortcode", "data-attribute", "structured-data",
    "comment", "script". `field` is the attribute, front-matter or shortcode
    key (dotted for nesting). `order` is the position in the document, shared
    with images.
    """

    order: int
    container: int
    text: str
    links: tuple[Link, ...] = ()
    kind: str = "text"
    field: str = ""
    hidden: bool = False
    lang: str = ""
    place: Place | None = None


class Image(msgspec.Struct, frozen=True):
    """One picture in the source, before its role is known.

    `src` as written; `candidates` is every address the page offers for it
    (srcset, source, data-*, noscript twin), `src` included. `width`/`height`
    are the attributes in CSS pixels or 0. `link` is the href it is wrapped in.
    `origin` is the kind of markup: img, picture, svg-image, css, video-poster,
    markdown, shortcode, front-matter, meta, jsonld, object, input, amp-img …
    """

    order: int
    container: int
    src: str
    candidates: tuple[str, ...] = ()
    alt: str | None = None
    title: str = ""
    width: int = 0
    height: int = 0
    classes: str = ""
    id: str = ""
    link: str = ""
    origin: str = "img"
    attributes: tuple[tuple[str, str], ...] = ()
    resolved: str = ""
    hidden: bool = False
    place: Place | None = None


class Fact(msgspec.Struct, frozen=True):
    """A statement the page makes for machines (JSON-LD, microdata, RDFa, meta).

    `subject` is the image address or "" for the page; `field` an IPTC/schema.org
    name such as creator, creditText, license, copyrightNotice, acquireLicensePage.
    """

    subject: str
    field: str
    value: str
    origin: Literal["json-ld", "microdata", "rdfa", "meta", "link"]
    place: Place | None = None


class Directive(msgspec.Struct, frozen=True):
    """An ignore written in the page: rules, reason, until, and what it covers.

    `scope` is "page", "next" (the next image), or "container": then it covers
    the images whose order lies between `order` and `last`, both left out; a
    `last` of -1 covers none.
    """

    rules: tuple[str, ...]
    reason: str
    until: str = ""
    scope: Literal["page", "next", "container"] = "next"
    order: int = 0
    container: int = 0
    place: Place | None = None
    last: int = -1


class Note(msgspec.Struct, frozen=True):
    """Something of a page that could not be read, or was read with doubt."""

    code: str
    message: str
    fatal: bool = True
    place: Place | None = None


class Page(msgspec.Struct, frozen=True):
    """A Document read. `article` is the container index of the main text (0 if unknown)."""

    path: str
    format: str = "html"
    lang: str = ""
    title: str = ""
    base: str = ""
    encoding: str = "utf-8"
    containers: tuple[Container, ...] = ()
    blocks: tuple[Block, ...] = ()
    images: tuple[Image, ...] = ()
    facts: tuple[Fact, ...] = ()
    directives: tuple[Directive, ...] = ()
    notes: tuple[Note, ...] = ()
    article: int = 0


class ImageUse(msgspec.Struct, frozen=True):
    """One appearance of one image on one page, its role, and the credit a reader finds for it.

    `attached` tells how: figcaption | caption | nearby | footnote | end-of-article |
    front-matter | shortcode | alt | title | structured-data | credits-page |
    hidden. `runner_up` is the text that almost won; `ambiguous` is True when
    one line may speak of several pictures without saying which.
    """

    document: str
    image: Image
    role: Role
    role_reason: str = ""
    role_confidence: Confidence = "high"
    credit: CreditLine | None = None
    attached: str = "none"
    attach_confidence: Confidence = "high"
    attach_reason: str = ""
    runner_up: CreditLine | None = None
    ambiguous: bool = False
    caption: str = ""


class PageRecord(msgspec.Struct, frozen=True):
    """Everything the judging pass needs of one document: the result of the pure read pass."""

    path: str
    status: Status = "read"
    reason: str = ""
    format: str = "html"
    lang: str = ""
    title: str = ""
    uses: tuple[ImageUse, ...] = ()
    orphans: tuple[CreditLine, ...] = ()
    facts: tuple[Fact, ...] = ()
    directives: tuple[Directive, ...] = ()
    notes: tuple[Note, ...] = ()
    page_licence: str | None = None
    file: str = ""
    root: str = ""
    sha256: str = ""
    author: str = ""
