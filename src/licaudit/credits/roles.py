# SPDX-License-Identifier: Apache-2.0
"""What a picture is for: content, decorative, interface, related or social, told from structure and words."""

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from licaudit.credits.furniture import file_name, furniture, telling, thumbnail, words_of
from licaudit.credits.lead import with_lead
from licaudit.model.credit import Confidence
from licaudit.model.page import Image, Page, PageRecord, Role
from licaudit.rulebook.locate import rules_dir

_PICTURE_LINK = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|tiff?)(?:$|[?#])|/wiki/[^/]{1,20}:|/photos/", re.I)
_LANDMARKS = {"nav": "navigation", "footer": "footer", "aside": "aside", "button": "a button", "form": "a form"}
_ROLES = {"navigation": "navigation", "contentinfo": "footer", "complementary": "aside", "banner": "page header", "search": "search"}
_PARAGRAPHS = frozenset(["p", "li", "span", "blockquote", "td", "font"])
"""A single paragraph may hold most of a short article; the article is the box around it."""
TEMPLATE_SHARE, TEMPLATE_PAGES = 0.05, 20
"""A file on 5 % of the pages is template; on fewer than 20 pages that says nothing."""
REPEATED = 4
"""So many times one file on a page, without alternative text or figure: no picture of the article."""


class Verdict(NamedTuple):
    """A role with its reason."""

    image: Image
    role: Role
    reason: str
    confidence: Confidence


@cache
def _words() -> dict[str, frozenset[str]]:
    data = tomllib.loads((rules_dir() / "roles.toml").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in data.items()}


class Frame:
    """The boxes of one page, seen as where its article stands."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.parents = [c.parent for c in page.containers]
        self.article = _article(page)
        self.around = frozenset(self.path(self.article)) | {0}
        first = page.containers[self.article].first
        titles = [b.order for b in page.blocks if b.kind == "heading" and b.order < first and page.containers[b.container].tag == "h1"]
        self.headline = max(titles, default=1 << 60)
        self._box: dict[int, frozenset[str]] = {}
        self._teaser: dict[int, bool] = {}

    def leads(self, image: Image) -> bool:
        """True for a picture that stands just before the main text."""
        first = self.page.containers[self.article].first
        if self.article <= 0 or image.order >= first:
            return False
        return first - image.order <= 14 or (self.headline < image.order and first - image.order <= 60)

    def links_away(self, box: int) -> bool:
        """True for a small box with a heading or words that are a link to another page."""
        c = self.page.containers[box]
        if sum(len(b.text) for b in self.page.blocks if c.first <= b.order < c.last) > 800:
            return False
        return any(
            c.first <= b.order < c.last
            and any(k.kind == "a" and _leads_away(k.href) and k.end - k.start >= 0.6 * len(b.text) for k in b.links)
            for b in self.page.blocks
        )

    def teases(self, box: int) -> bool:
        """True for a small box whose words are one link to somewhere else: a teaser, whatever it is called."""
        if box not in self._teaser:
            c = self.page.containers[box]
            small = c.tag not in ("figure", "p") and c.last - c.first <= 10
            texts = (
                [b for b in self.page.blocks if c.first <= b.order < c.last and len(b.text) > 12 and b.kind != "figcaption"]
                if small
                else []
            )
            whole = sum(len(b.text) for b in texts)
            linked = sum(k.end - k.start for b in texts for k in b.links if k.kind == "a" and (b.kind == "heading" or _within(k.href)))
            self._teaser[box] = 0 < whole < 400 and linked >= 0.6 * whole
        return self._teaser[box]

    def path(self, container: int) -> list[int]:
        """The container and its ancestors, innermost first."""
        found = []
        while container >= 0:
            found.append(container)
            container = self.parents[container]
        return found

    def box_words(self, container: int) -> frozenset[str]:
        """Words of the container's class and id."""
        if container not in self._box:
            c = self.page.containers[container]
            self._box[container] = frozenset(words_of(c.classes) + words_of(c.id))
        return self._box[container]


def _article(page: Page) -> int:
    """The innermost container that holds most of the page's running text; 0 if nothing stands out."""
    weight: Counter[int] = Counter()
    total = 0
    for block in page.blocks:
        linked = sum(k.end - k.start for k in block.links if k.kind == "a")
        size = len(block.text) - 2 * linked
        if block.kind != "text" or size < 70 or block.hidden:
            continue
        total += size
        at = block.container
        while at >= 0:
            weight[at] += size
            at = page.containers[at].parent
    if total < 200:
        return 0
    best = max((c for c, w in weight.items() if w >= 0.6 * total), default=0)
    while best > 0 and page.containers[best].tag in _PARAGRAPHS:
        best = page.containers[best].parent
    return best


def _leads_away(href: str) -> bool:
    return bool(href) and not href.startswith("#") and not _PICTURE_LINK.search(href)


def _within(href: str) -> bool:
    """True for an address of the same site, as far as it shows: credits link to other sites, teasers to this one."""
    return _leads_away(href) and "://" not in href and not href.startswith(("//", "mailto:"))


def assign(frame: Frame) -> list[Verdict]:
    """The role of each image of the page, in order."""
    page = frame.page
    verdicts = with_lead([_role(image, frame) for image in page.images], _words()["interface_files"])
    plain = [v.image.src for v in verdicts if v.role == "content" and not v.image.alt and not _figured(v.image, frame)]
    repeated = {src for src, count in Counter(plain).items() if count >= REPEATED}
    verdicts = [_repeated(v) if v.role == "content" and v.image.src in repeated else v for v in verdicts]
    large = sum(v.role == "content" and not thumbnail(v.image) for v in verdicts)
    return [v if v.role != "content" or not large or not thumbnail(v.image) else _small_copy(v) for v in verdicts]


def _figured(image: Image, frame: Frame) -> bool:
    return any(frame.page.containers[box].tag == "figure" for box in frame.path(image.container)[:5])


def _repeated(verdict: Verdict) -> Verdict:
    """What stands several times on one page is a bullet or a button."""
    return verdict._replace(role="interface", reason="several times on this page", confidence="medium")


def _small_copy(verdict: Verdict) -> Verdict:
    """A small copy beside pictures of full size leads to one of them or to another page."""
    return verdict._replace(role="related", reason="a thumbnail by its name, beside larger pictures", confidence="medium")


def _role(image: Image, frame: Frame) -> Verdict:
    if image.origin == "meta":
        return Verdict(image, "social", "named for share cards only", "high")
    vocabulary = _words()
    if image.origin == "front-matter":
        keys = set(words_of(image.id))
        if keys & vocabulary["hidden_keys"]:
            return Verdict(image, "social", f"front-matter field {image.id!r}", "medium")
        return Verdict(image, "content", f"front-matter field {image.id!r}", "high")
    if image.hidden:
        return Verdict(image, "decorative", "hidden", "medium")
    small = (1 < image.width <= 64 and image.height <= 100) or (1 < image.height <= 48 and image.width <= 400)
    if small:
        return Verdict(image, "interface", f"only {image.width or '?'}×{image.height or '?'} px", "high")
    if image.src.startswith("data:"):
        return Verdict(image, "interface", "drawn inline, no address", "medium")
    return _by_place(image, frame, vocabulary)


def _by_place(image: Image, frame: Frame, vocabulary: dict[str, frozenset[str]]) -> Verdict:
    inside = frame.article > 0 and frame.article in frame.path(image.container)
    own = frozenset(words_of(image.classes) + words_of(image.id))
    name = frozenset(words_of(file_name(image, vocabulary)))
    if hit := (own & vocabulary["interface"]) or furniture(image, name & vocabulary["interface_files"], telling(name)):
        return Verdict(image, "interface", f"named {min(hit)!r}", "medium")
    linked = _leads_away(image.link)
    figure = False
    for box in frame.path(image.container):
        if box in frame.around:
            break
        container = frame.page.containers[box]
        if inside and container.tag == "article" and frame.links_away(box):
            return Verdict(image, "related", "in the box of another article", "medium")
        figure = figure or (container.tag == "figure" and not linked)
        where = _LANDMARKS.get(container.tag) or _ROLES.get(container.role)
        if where and not (figure and where in ("aside", "page header")):
            return Verdict(image, "related" if where == "aside" else "interface", f"in {where}", "high")
        found = frame.box_words(box)
        if (hit := found & vocabulary["person"]) and figure:
            return Verdict(image, "interface", f"in a box named {min(hit)!r}", "medium")
        if (hit := found & vocabulary["interface"]) and not figure:
            return Verdict(image, "interface", f"in a box named {min(hit)!r}", "medium")
        if (hit := found & vocabulary["related"]) and not figure and (linked or (not inside and not frame.leads(image))):
            return Verdict(image, "related", f"in a box named {min(hit)!r}", "medium")
        if not figure and frame.teases(box):
            return Verdict(image, "related", "beside a heading that links to another page", "medium")
    if image.origin == "css":
        return Verdict(image, "decorative", "a background", "medium")
    if linked and not (inside and _linked_picture(image, frame)):
        return Verdict(image, "related", "wrapped in a link to another page", "medium")
    if frame.article and not inside and not figure:
        return _outside(image, frame)
    sure: Confidence = "high" if inside or (figure and not frame.article) else "medium"
    return Verdict(image, "content", "in the article" if inside else "in a figure" if figure else "on the page", sure)


def _linked_picture(image: Image, frame: Frame) -> bool:
    """Whether a linked picture in the article still belongs to it: it stands in a figure with a caption, or in a
    text written by hand; badges of services are none."""
    if re.fullmatch(r"https?://[^/]+/?", image.link):
        return False  # a site's front page: an advertisement
    if frame.page.format == "markdown":
        return not _BADGE.search(image.src)
    captioned = any(
        frame.page.containers[box].tag == "figure"
        and any(b.kind == "figcaption" and _inside(b.container, box, frame) for b in frame.page.blocks)
        for box in frame.path(image.container)[:5]
    )
    return captioned and not _BADGE.search(image.src) and "ad" not in words_of(image.classes)


def _inside(container: int, box: int, frame: Frame) -> bool:
    return box in frame.path(container)


_BADGE = re.compile(r"shields\.io|/badges?[/.]|badge\.svg|colab-badge|88x31|80x15|travis-ci|codecov|licensebuttons", re.I)


def _outside(image: Image, frame: Frame) -> Verdict:
    """A picture beside the main text: the lead picture stands just before it, others are furniture."""
    drawn = image.src.split("?")[0].lower().endswith((".gif", ".svg")) and len(image.alt or "") < 30
    if frame.leads(image) and not drawn:
        return Verdict(image, "content", "just before the main text", "medium")
    return Verdict(image, "related", "outside the main text", "medium")


def correct_with_site(records: Sequence[PageRecord]) -> list[PageRecord]:
    """Second look with the whole site in view: what stands on many pages is template, not content."""
    pages: Counter[str] = Counter()
    for record in records:
        pages.update({use.image.src for use in record.uses if use.role == "content"})
    limit = max(TEMPLATE_SHARE * len(records), 5)
    common = {src for src, count in pages.items() if count >= limit} if len(records) >= TEMPLATE_PAGES else set()
    if not common:
        return list(records)
    return [_without_template(record, common) if any(u.image.src in common for u in record.uses) else record for record in records]


def _without_template(record: PageRecord, common: set[str]) -> PageRecord:
    uses = tuple(
        msgspec.structs.replace(u, role="interface", role_reason="on many pages of the site", role_confidence="medium")
        if u.image.src in common and u.role == "content" and u.credit is None
        else u
        for u in record.uses
    )
    return msgspec.structs.replace(record, uses=uses)
