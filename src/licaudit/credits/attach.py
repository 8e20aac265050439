# SPDX-License-Identifier: Apache-2.0
"""Which words on a page are the credit of which picture."""

import re
from collections.abc import Iterable

from licaudit.credits import roles
from licaudit.credits.attributes import CAPTION_KEY, PRINTED_KEY, Candidate, Parse, read_attributes
from licaudit.credits.captions import (
    BELOW,
    CAPTION_WORDS,
    CREDIT_WORDS,
    LONGEST,
    SHORT,
    as_field,
    fills_a_field,
    headed_blocks,
    joined,
    labelled,
    names_a_picture,
    placed,
    plain,
    speaks_for_itself,
    tail,
    with_caption,
    with_credit,
)
from licaudit.credits.footnotes import Footnotes
from licaudit.model.credit import CreditLine, Setting
from licaudit.model.page import Block, Image, ImageUse, Note, Page

REACH = 4
"""How many blocks after a picture may hold its credit."""
CAPTION_LENGTH = 400
"""A block of running text longer than this is no caption; its sentences are not searched for a credit of the picture above it."""


class Attacher:
    """Works on one page; every block is parsed at most once for each setting."""

    def __init__(self, page: Page, parse: Parse) -> None:
        self.page, self.parse = page, parse
        self.frame = roles.Frame(page)
        self.footnotes = Footnotes(page)
        self.verdicts = roles.assign(self.frame)
        self.content = [v.image for v in self.verdicts if v.role == "content"]
        self._parsed: dict[tuple[int, Setting], CreditLine] = {}
        self.used: set[int] = set()
        self.unread: dict[int, Note] = {}
        self.headed = headed_blocks(page.blocks)

    def uses(self) -> tuple[ImageUse, ...]:
        """All image uses of the page with their credits."""
        found = []
        for verdict in self.verdicts:
            best: list[Candidate] = []
            if verdict.role == "content":
                best = sorted(self._candidates(verdict.image), key=lambda c: -c.weight * (0.5 + c.credit.score / 2))
            found.append(self._use(verdict, best))
        return tuple(self._end_of_article(found))

    def _use(self, verdict: roles.Verdict, best: list[Candidate]) -> ImageUse:
        chosen = best[0] if best else None
        caption = self._caption(verdict.image)
        if chosen:
            self.used.add(chosen.block)
        return ImageUse(
            document=self.page.path,
            image=verdict.image,
            role=verdict.role,
            role_reason=verdict.reason,
            role_confidence=verdict.confidence,
            credit=with_caption(chosen.credit, chosen.attached, caption) if chosen else None,
            attached=chosen.attached if chosen else "none",
            attach_confidence="high" if chosen and chosen.weight >= 0.8 else "medium",
            attach_reason=chosen.reason if chosen else "",
            runner_up=best[1].credit if len(best) > 1 else None,
            caption=caption,
        )

    def _candidates(self, image: Image) -> Iterable[Candidate]:
        if image.origin == "front-matter":
            yield from self._front_matter(image)
            yield from self._opening(image)
            return
        figure = self._figure(image)
        blocks = list(self._near(image, figure))
        for block, attached, weight, setting, reason in blocks:
            credit = self._read(block, setting)
            loose = attached == "nearby" and setting != "field" and not self._of_next(block)
            if credit.is_credit and (not loose or speaks_for_itself(credit, block.text, setting == "caption")):
                yield Candidate(credit, attached, weight, reason, block.order)
        for note in self.footnotes.of(b for b, *_ in blocks):
            if (credit := self._read(note, "caption")).is_credit:
                yield Candidate(credit, "footnote", 0.7, "in the footnote that the picture leads to", note.order)
        yield from read_attributes(image, self.page.lang, self.parse)

    def _figure(self, image: Image) -> int:
        """The figure (or captioned box) that holds this picture and no other content picture, -1 if none."""
        found = -1
        for box in self.frame.path(image.container)[:8]:
            container = self.page.containers[box]
            if box in self.frame.around:
                break
            others = [i for i in self.content if i.src != image.src and container.first <= i.order < container.last]
            if others and container.tag != "figure":
                break
            words = self.frame.box_words(box)
            if container.tag == "figure" or words & CAPTION_WORDS or "figure" in words or "image" in words:
                found = box
            if container.tag == "figure":
                break
        return found

    def _near(self, image: Image, figure: int) -> Iterable[tuple[Block, str, float, Setting, str]]:
        if figure >= 0:
            box = self.page.containers[figure]
            for block in joined([b for b in self.page.blocks if box.first <= b.order < box.last and not b.hidden]):
                block = self._bounded(block)
                if len(block.text) <= LONGEST:
                    named = self._named(block, CREDIT_WORDS)
                    kind = "figcaption" if block.kind == "figcaption" else "caption"
                    kind = "shortcode" if box.classes == "shortcode" else kind
                    yield block, kind, 1.0 if named else 0.95, "field" if named else "caption", f"in the same {box.tag or 'box'}"
        if before := self._before(image, figure):
            yield before, "nearby", 0.6, "caption", "just before the picture"
        for distance, block in enumerate(self._following(image, figure)):
            named, captioned = self._named(block, CREDIT_WORDS), self._named(block, CAPTION_WORDS) or block.kind == "figcaption"
            if not named and not captioned and len(block.text) > CAPTION_LENGTH:
                return
            if not captioned and self._of_next(block):
                continue
            setting: Setting = "field" if named else "caption" if captioned or (not distance and len(block.text) <= SHORT) else ""
            if not named and not captioned and distance and len(block.text) > 250:
                continue
            yield (
                block,
                "caption" if captioned else "nearby",
                (0.9 if named or captioned else 0.75) - 0.1 * distance,
                setting,
                "just after the picture",
            )
            if len(block.text) > 160 and not captioned:
                return

    def _before(self, image: Image, figure: int) -> Block | None:
        """A short labelled credit right before the picture ("Foto: Ada Example"), if no other picture stands before it."""
        first = self.page.containers[figure].first if figure >= 0 else image.order
        block = next((b for b in reversed(self.page.blocks) if b.order < first), None)
        if not block or block.hidden or block.kind != "text" or len(block.text) > 300 or block.order in self.used:
            return None
        if any(block.order < i.order < first for i in self.content):
            return None
        if self._of_next(block):
            return block if self._read(block, "caption").is_credit else None
        if any(block.order - 3 < i.order < block.order for i in self.content):
            return None
        credit = self._read(block, "caption")
        return block if len(block.text) <= 120 and credit.score >= 0.85 and labelled(credit) else None

    def _of_next(self, block: Block) -> bool:
        """Whether a line speaks of "the picture below", and there is one."""
        return bool(BELOW.search(block.text)) and any(i.order > block.order for i in self.content)

    def _bounded(self, block: Block) -> Block:
        """A caption or field that is too long is read from its end, and it is said that the rest was not read."""
        if len(block.text) <= LONGEST or block.kind not in ("figcaption", "front-matter"):
            return block
        what = "caption" if block.kind == "figcaption" else f"front-matter field {block.field!r}"
        said = f"a {what} has {len(block.text)} characters; only its last {LONGEST} were read for a credit"
        self.unread[block.order] = Note("long-caption", said, place=block.place)
        return tail(block)

    def _following(self, image: Image, figure: int) -> list[Block]:
        """Blocks between this picture (or its figure) and the next content picture."""
        after = max(image.order, self.page.containers[figure].last - 1 if figure >= 0 else 0)
        until = min((i.order for i in self.content if i.order > image.order and i.src != image.src), default=1 << 60)
        found: list[Block] = []
        for block in self.page.blocks:
            if after < block.order < until and not block.hidden and block.kind in ("text", "figcaption"):
                if self._foreign(block):
                    break
                found.append(block)
                if len(found) == REACH:
                    break
            elif after < block.order and block.kind == "heading":
                break
        return found

    def _foreign(self, block: Block) -> bool:
        return any(self.page.containers[b].tag in ("footer", "nav") for b in self.frame.path(block.container)[:6])

    def _named(self, block: Block, words: frozenset[str]) -> bool:
        """True where the block's own box, or one just around it, is named so."""
        for box in self.frame.path(block.container)[:3]:
            container = self.page.containers[box]
            if container.tag in ("figure", "article", "main", "body") or container.last - container.first > 6:
                return False
            if self.frame.box_words(box) & words:
                return True
        return False

    def _front_matter(self, image: Image) -> Iterable[Candidate]:
        stem = re.split(r"[._-]", image.id)[0].lower()
        fronts = {i.src for i in self.content if i.origin == "front-matter"}
        for block in self.page.blocks:
            if block.kind != "front-matter" or block.container != image.container:
                continue
            block = self._bounded(block)
            key = block.field.lower()
            related = key.split(".")[0] == image.id.lower().split(".")[0] or key.startswith(stem)
            alone = key in ("caption", "image_caption", "figcaption") and len(fronts) == 1
            if (
                PRINTED_KEY.search(key)
                and (related or "credit" in key or "photo" in key)
                and key not in ("author", "authors", "source", "license", "licence")
            ):
                credit = self._read(block, "field")
            elif (CAPTION_KEY.search(key) and related and key != "title") or alone:
                credit = self._read(block, "caption")
            elif related and len(stem) > 2 and block.text not in image.candidates:
                credit = self._read(block, "")
                if not speaks_for_itself(credit, block.text):
                    continue
            else:
                continue
            if credit.is_credit:
                yield Candidate(credit, "front-matter", 0.95 if related else 0.85, f"front-matter field {block.field!r}", block.order)

    def _opening(self, image: Image) -> Iterable[Candidate]:
        """A labelled credit that opens the text speaks of the picture that the page's fields put above it."""
        texts = [b for b in self.page.blocks if b.kind == "text" and not b.hidden and b.order > image.order][:2]
        for block in texts:
            if len(block.text) <= 120 and (credit := self._read(block, "caption")).score >= 0.85 and labelled(credit):
                yield Candidate(credit, "nearby", 0.6, "opens the text below the picture", block.order)

    def _read(self, block: Block, setting: Setting) -> CreditLine:
        key = (block.order, setting)
        if key not in self._parsed:
            text, links = plain(block.text, block.links)
            credit = self.parse(text, links, block.lang or self.page.lang, setting)
            if setting == "field" and not credit.is_credit and fills_a_field(text):
                credit = as_field(credit, text)
            self._parsed[key] = placed(credit, block)
        return self._parsed[key]

    def _caption(self, image: Image) -> str:
        figure = self._figure(image)
        if figure < 0:
            return ""
        box = self.page.containers[figure]
        return " ".join(b.text for b in self.page.blocks if box.first <= b.order < box.last and not b.hidden)[:500]

    def _end_of_article(self, uses: list[ImageUse]) -> Iterable[ImageUse]:
        """A credit line at the end speaks of the lead picture, unless that one has a credit already."""
        waiting = [u for u in uses if u.role == "content" and u.credit is None]
        lines = self.loose()
        if not waiting or not lines:
            return uses
        lead = waiting[0]
        line = lines[0]
        self.used.add(line[0])
        ambiguous = len(waiting) > 1
        changed = with_credit(lead, line[1], ambiguous)
        return [changed if u is lead else u for u in uses]

    def loose(self) -> list[tuple[int, CreditLine]]:
        """Credit lines near the end of the text that no picture has taken and that say themselves that they speak of a picture."""
        texts = [b for b in self.page.blocks if b.kind == "text" and not b.hidden and not self._foreign(b)]
        if self.frame.article:
            box = self.page.containers[self.frame.article]
            texts = [b for b in texts if box.first <= b.order < box.last + 6]
        found = []
        for block in [b for b in texts[:-5] if b.order in self.headed] + texts[-5:]:
            if block.order in self.used or len(block.text) > 600 or self._of_next(block):
                continue
            listed = block.order in self.headed
            credit = self._read(block, "field" if listed else "end")
            named = bool(credit.creators or credit.source or credit.licence)
            if credit.is_credit and (named if listed else names_a_picture(credit) and speaks_for_itself(credit, block.text)):
                found.append((block.order, credit))
        return found


def attach(page: Page, parse: Parse) -> tuple[tuple[ImageUse, ...], tuple[CreditLine, ...], tuple[Note, ...]]:
    """The image uses of `page` with their credits, credit lines that belong to no picture, and what was not read."""
    attacher = Attacher(page, parse)
    uses = attacher.uses()
    orphans = tuple(credit for order, credit in attacher.loose() if order not in attacher.used)
    return uses, orphans, tuple(attacher.unread.values())
