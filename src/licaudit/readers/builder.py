# SPDX-License-Identifier: Apache-2.0
"""Collects containers, texts and pictures in reading order and makes the Page."""

import re
from dataclasses import dataclass, field

from licaudit.model.credit import Link
from licaudit.model.page import Block, Container, Directive, Fact, Image, Note
from licaudit.model.place import Place

_SPACE = re.compile(r"\s+")
_DIRECTIVE = re.compile(r"^\s*licaudit:\s*ignore(-page)?\[([^\]]{1,500})\]\s*(?:--)?\s*(.{0,1000})$", re.S)
_UNTIL = re.compile(r"\buntil=(\S{1,40})")


@dataclass
class Builder:
    """The page under construction. `open` is the stack of open containers (indexes)."""

    containers: list[Container] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    order: int = 0
    lang: str = ""
    _text: list[str] = field(default_factory=list)
    _links: list[Link] = field(default_factory=list)
    _length: int = 0
    _place: Place | None = None

    def next(self) -> int:
        """The next order number."""
        self.order += 1
        return self.order

    def add_text(self, text: str, place: Place | None) -> None:
        """Text of the running block, white space folded as a browser would."""
        folded = _SPACE.sub(" ", text)
        if folded.startswith(" ") and (not self._text or self._text[-1].endswith((" ", "\n"))):
            folded = folded[1:]
        if self._text and (self._text[-1][-1:].islower() or self._text[-1][-1:] in ".!?…") and folded[:1].isupper():
            folded = " " + folded  # "<span>Credit</span><span>Ada …": style sheets set such words apart
        if folded:
            self._place = self._place or place
            self._text.append(folded)
            self._length += len(folded)

    def break_line(self) -> None:
        """A line break that a reader sees; it ends what stands before it, so it is kept."""
        if self._text and not self._text[-1].endswith("\n"):
            self._text.append("\n")
            self._length += 1

    @property
    def length(self) -> int:
        """Code points in the running block so far: where a link starts or ends."""
        return self._length

    def add_link(self, link: Link) -> None:
        """A link of the running block."""
        if link.href:
            self._links.append(link)

    def flush(self, container: int, *, hidden: bool = False, kind: str = "text", key: str = "") -> None:
        """End the running block."""
        text = "".join(self._text).rstrip()
        if text.strip("\u200b\ufeff \u00a0") or self._links:
            links = tuple(
                Link(min(k.start, len(text)), min(k.end, len(text)), k.href, k.rel, k.title, k.kind)
                for k in sorted(self._links, key=lambda k: k.start)
            )
            self.blocks.append(Block(self.next(), container, text, links, kind, key, hidden, self.lang, self._place))
        self._text, self._links, self._length, self._place = [], [], 0, None

    def directive(self, comment: str, container: int, place: Place | None) -> None:
        """A licaudit directive in a comment; one without a reason is kept, since that is reported."""
        hit = _DIRECTIVE.match(comment[:2000])
        if not hit:
            return
        until = _UNTIL.search(hit[3])
        reason = _UNTIL.sub("", hit[3]).strip(" -\n\t")
        rules = tuple(r.strip() for r in hit[2].split(",") if r.strip())
        scope = "page" if hit[1] else "next"
        self.directives.append(Directive(rules, reason, until[1] if until else "", scope, self.order, container, place))  # type: ignore[arg-type]
