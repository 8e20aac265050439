# SPDX-License-Identifier: Apache-2.0
"""HTML to Page: one walk over turbohtml's tree, without recursion, whatever the depth."""

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec
import turbohtml
from turbohtml import Comment, Element, Text

from licaudit.model.credit import Link
from licaudit.model.page import Container, Directive, Document, Image, Page
from licaudit.model.place import Place
from licaudit.readers import facts, pictures
from licaudit.readers.builder import Builder
from licaudit.readers.encoding import decode
from licaudit.readers.lines import LineTable
from licaudit.readers.tags import BADGE, BLOCK, CREDITED, FORMATTING, HIDDEN_CLASSES, HIDDEN_STYLE, SILENT

Locate = Callable[[Element], Place | None]


class Frame(NamedTuple):
    """One element on the way down: its children still to come, its container, and the link it opened."""

    element: Any
    children: Any
    container: int
    hidden: bool
    link_start: int
    noscript: bool


def read_html(document: Document) -> Page:
    """Read a whole HTML document; raises ReadError for bytes that are no text."""
    text, codec, shift = decode(document.data)
    table = LineTable(document.path, text, codec, shift)

    def locate(element: Element) -> Place | None:
        location = element.source_location
        if location is None or location.start_tag is None:
            return None
        tag = location.start_tag
        return table.place(tag.start_line, tag.start_col, tag.end_line, tag.end_col)

    return msgspec.structs.replace(build(text, document.path, locate), encoding=codec)


def build(markup: str, path: str, locate: Locate, builder: Builder | None = None) -> Page:
    """Walk `markup` into a Page; `builder` may hold what stood before it (front matter)."""
    tree = turbohtml.parse(markup, source_locations=True)
    out = builder or Builder()
    root = tree.root
    if root is None:
        return finish(out, path, "", "", 0)
    out.lang = str(root.attrs.get("lang") or root.attrs.get("xml:lang") or out.lang or "")
    if not out.containers:
        out.containers.append(Container(-1, "#document"))
    for node in tree.children:
        if isinstance(node, Comment):  # the parser puts a comment that opens a fragment before <html>
            out.directive(node.data, 0, None)
    Walk(out, locate).run(root)
    facts.collect(tree, out)
    title = tree.find("title")
    base = tree.find("base")
    return finish(
        out, path, (title.text if title is not None else "").strip(), str(base.attrs.get("href") or "") if base is not None else "", 0
    )


def finish(out: Builder, path: str, title: str, base: str, article: int) -> Page:
    """The finished page; containers learn the range of what they hold."""
    first = [0] * len(out.containers)
    last = [0] * len(out.containers)
    where = [(i.container, i.order) for i in out.images] + [(b.container, b.order) for b in out.blocks]
    for at, order in where:
        while at >= 0:
            first[at] = min(first[at] or order, order)
            last[at] = max(last[at], order + 1)
            at = out.containers[at].parent
    boxes = tuple(
        Container(c.parent, c.tag, c.classes, c.id, c.role, c.itemtype, c.hidden, first[i], last[i], c.place)
        for i, c in enumerate(out.containers)
    )
    blocks, images = tuple(sorted(out.blocks, key=lambda b: b.order)), tuple(sorted(out.images, key=lambda i: i.order))
    return Page(
        path=path,
        lang=out.lang,
        title=title,
        base=base,
        containers=boxes,
        blocks=blocks,
        images=images,
        facts=tuple(out.facts),
        directives=tuple(_bounded(d, boxes) for d in out.directives),
        notes=tuple(out.notes),
        article=article,
    )


def _bounded(directive: Directive, boxes: tuple[Container, ...]) -> Directive:
    """A directive on an element ends where the element ends; one on the picture itself knows its end already."""
    if directive.scope != "container" or directive.last >= 0:
        return directive
    return msgspec.structs.replace(directive, last=boxes[directive.container].last or -1)


class Walk:
    """Depth first, with a stack of frames instead of recursion (a million nested elements are no obstacle)."""

    def __init__(self, out: Builder, locate: Locate) -> None:
        self.out, self.locate = out, locate
        self.apart: set[int] = set()

    def run(self, root: Any) -> None:
        """Walk everything under `root`."""
        stack = [Frame(root, iter(root.children), self._open(root, 0, False), False, -1, False)]
        while stack:
            frame = stack[-1]
            node = next(frame.children, None)
            if node is None:
                stack.pop()
                self._close(frame)
            elif isinstance(node, Element):
                below = self._enter(node, frame)
                if below:
                    stack.append(below)
            elif isinstance(node, Comment):
                self.out.directive(node.data, frame.container, None)
            elif isinstance(node, Text):
                self.out.add_text(node.data, self.locate(frame.element))

    def _enter(self, node: Any, frame: Frame) -> Frame | None:
        tag, attrs = node.tag, node.attrs
        if tag in SILENT:
            return None
        if tag == "br":
            self.out.break_line()
            return None
        hidden = frame.hidden or is_hidden(attrs)
        found = pictures.of(node, frame.container, hidden)
        if found is not None and BADGE.search(found.src):
            self.out.add_link(Link(self.out.length, self.out.length, found.src, title=found.alt or "", kind="img"))
            return None
        apart = tag in ("span", "small", "cite", "em", "i", "b", "strong") and self._apart(attrs, frame.container)
        if tag in BLOCK or found is not None or apart:
            self.out.flush(frame.container, hidden=frame.hidden, kind=self._kind(frame.container))
        if found is not None:
            self._picture(found, node, frame)
        named = attrs.get("class") or attrs.get("data-licaudit-ignore")
        container = frame.container if tag in FORMATTING and not named else self._open(node, frame.container, hidden)
        if apart:
            self.apart.add(container)
        self._directive(node, container, self.out.images[-1].order if found is not None else 0)
        return Frame(
            node, iter(node.children), container, hidden, self.out.length if tag == "a" else -1, frame.noscript or tag == "noscript"
        )

    def _close(self, frame: Frame) -> None:
        tag, attrs = frame.element.tag, frame.element.attrs
        if tag == "a" and frame.link_start >= 0:
            start = min(frame.link_start, self.out.length)
            self.out.add_link(Link(start, self.out.length, _flat(attrs.get("href")), _flat(attrs.get("rel")), _flat(attrs.get("title"))))
        if tag in BLOCK or frame.container in self.apart:
            self.out.flush(frame.container, hidden=frame.hidden, kind=self._kind(frame.container))
            self.apart.discard(frame.container)

    def _apart(self, attrs: Any, container: int) -> bool:
        """Whether a stretch inside a caption is named as the picture's credit: then it is a text of its own."""
        if CREDITED.isdisjoint(_flat(attrs.get("class")).lower().split()):
            return False
        box = self.out.containers[container]
        return box.tag in ("figcaption", "figure") or "caption" in box.classes.lower()

    def _open(self, node: Any, parent: int, hidden: bool) -> int:
        attrs = node.attrs
        classes = _flat(attrs.get("class"))
        box = Container(
            parent,
            node.tag,
            classes,
            _flat(attrs.get("id")),
            _flat(attrs.get("role")),
            _flat(attrs.get("itemtype") or attrs.get("itemprop")),
            hidden,
        )
        self.out.containers.append(box)
        return len(self.out.containers) - 1

    def _directive(self, node: Any, container: int, picture: int) -> None:
        """An ignore in the attributes of `node`; `picture` is the order of the picture that `node` is, or 0."""
        attrs = node.attrs
        rules = tuple(_flat(attrs.get("data-licaudit-ignore")).replace(",", " ").split())
        if rules:
            reason, until = _flat(attrs.get("data-licaudit-reason")), _flat(attrs.get("data-licaudit-until"))
            order, last = (picture - 1, picture + 1) if picture else (self.out.order, -1)
            self.out.directives.append(Directive(rules, reason, until, "container", order, container, self.locate(node), last))

    def _kind(self, container: int) -> str:
        at = container
        while at > 0:
            tag = self.out.containers[at].tag
            if tag == "figcaption":
                return "figcaption"
            if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                return "heading"
            if tag in ("p", "div", "section", "article", "figure", "main", "li", "td"):
                return "text"
            at = self.out.containers[at].parent
        return "text"

    def _picture(self, found: Image, node: Any, frame: Frame) -> None:
        place = self.locate(node)
        before = self.out.images[-1] if self.out.images else None
        adjacent = before is not None and before.order == self.out.order  # a stand-in has no text behind it
        if frame.noscript and before and pictures.twins(before, found, adjacent):
            self.out.images[-1] = pictures.merged(before, found)
            return
        self.out.images.append(pictures.placed(found, self.out.next(), self._link(frame), place))

    def _link(self, frame: Frame) -> str:
        node = frame.element
        for _ in range(6):
            if node is None or not isinstance(node, Element):
                return ""
            if node.tag == "a":
                return _flat(node.attrs.get("href"))
            node = node.parent
        return ""


def is_hidden(attrs: Any) -> bool:
    """True where no reader sees the element: `hidden`, display:none, the usual screen-reader classes."""
    if "hidden" in attrs or (_flat(attrs.get("aria-hidden")) == "true" and "hidden" in _flat(attrs.get("class"))):
        return True
    style = attrs.get("style")
    if style and HIDDEN_STYLE.search(_flat(style)[:2000]):
        return True
    classes = attrs.get("class")
    return bool(classes) and not HIDDEN_CLASSES.isdisjoint(_flat(classes).split())


def _flat(value: Any) -> str:
    """An attribute's text: class, rel and the like come as lists."""
    return " ".join(value) if isinstance(value, list) else value or ""
