# SPDX-License-Identifier: Apache-2.0
"""The whole site seen at once: which picture appears where, and what is said of it."""

import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from licaudit.evidence.feeds import FeedPicture
from licaudit.evidence.published import Published
from licaudit.model.page import ImageUse, PageRecord

VISIBLE = frozenset({"figcaption", "caption", "nearby", "footnote", "end-of-article", "front-matter", "shortcode", "credits-page"})
_SIZE = re.compile(r"(?:-\d{2,5}x\d{2,5}|-scaled|@[23]x)(?=\.[A-Za-z]{3,5}$)")


def identity(use: ImageUse) -> str:
    """What makes two uses the same picture: the file's address without query and size suffix; "" for data addresses."""
    return _identity(use.image.resolved or use.image.src, use.document)


@lru_cache(maxsize=65536)
def _identity(address: str, document: str) -> str:
    if not address or address[:5].lower() == "data:":
        return ""
    if "://" in address or address.startswith("//"):
        parts = urlsplit(address if "://" in address else f"https:{address}") if "[" not in address else None
        path = f"{parts.netloc.lower()}{parts.path}" if parts else address
    else:
        path = address.split("?", 1)[0].split("#", 1)[0]
        if not path.startswith("/"):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(document), path))
    return plain(unquote(path))


def plain(path: str) -> str:
    """The path without what tells the size of a rendition."""
    return _SIZE.sub("", path)


def akin(a: str, b: str) -> bool:
    """True for the same name in other words: one within the other, or a shared word such as the surname."""
    x, y = fold(a), fold(b)
    if x in y or y in x:
        return True
    one, two = ({fold(word) for word in name.split() if len(fold(word)) > 2} for name in (a, b))
    return bool(one & two)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Letters and digits only, lower case: for comparing names."""
    return "".join(c for c in text.casefold() if c.isalnum())


class SiteView:
    """An index over all records, built once; reading it costs nothing."""

    def __init__(self, records: Sequence[PageRecord], twins: Mapping[str, str] | None = None) -> None:
        """Index `records`; a picture is known by `identity`, or by that of the first with the same bytes (`twins`)."""
        self._twins = twins or {}
        self.records = tuple(records)
        self.feeds: tuple[FeedPicture, ...] = ()
        self.published = Published((), True)
        self.uses: dict[str, list[ImageUse]] = defaultdict(list)
        self.spellings: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.first_spelling: dict[tuple[str, str, str], ImageUse] = {}
        self._here: dict[tuple[str, str], list[ImageUse]] = defaultdict(list)
        self._credited: dict[str, list[ImageUse]] = {}
        self._spread: dict[str, int] = {}
        for record in self.records:
            for use in record.uses:
                self._add(use)

    @classmethod
    def of(cls, records: Iterable[PageRecord], twins: Mapping[str, str] | None = None) -> "SiteView":
        """The view of these records."""
        return cls(tuple(records), twins)

    def key(self, use: ImageUse) -> str:
        """What is the same for all uses of one picture; "" for data addresses."""
        name = identity(use)
        return self._twins.get(name, name)

    def _add(self, use: ImageUse) -> None:
        if key := self.key(use):
            self.uses[key].append(use)
            self._here[key, use.document].append(use)
        if use.role != "content" or not use.credit:
            return
        for mention in use.credit.mentions:
            if mention.via == "text" and mention.id and not mention.issue:
                spelling = " ".join(mention.text.split())
                lang = use.credit.lang.split("-")[0].lower()  # each language has a name of its own for a licence
                self.spellings[mention.id, lang][spelling] += 1
                self.first_spelling.setdefault((mention.id, lang, spelling), use)

    def credited(self, use: ImageUse) -> list[ImageUse]:
        """Other uses of the same picture with a visible credit: those on the same page, then the first two of each kind elsewhere."""
        key = self.key(use)
        here = [u for u in self._here.get((key, use.document), ()) if u is not use and _visible(u)] if key else []
        return [*here, *(u for u in self._kinds(key) if u.document != use.document)]

    def _kinds(self, key: str) -> list[ImageUse]:
        """Uses of the picture with a visible credit, at most two for each creators and licence: a picture may stand on thousands of pages."""
        if key not in self._credited:
            seen: Counter[tuple[tuple[str, ...], str | None]] = Counter()
            kept = []
            for use in self.uses.get(key, ()):
                if use.credit and _visible(use):
                    kind = (tuple(p.name for p in use.credit.creators), use.credit.licence)
                    seen[kind] += 1
                    if seen[kind] <= 2:
                        kept.append(use)
            self._credited[key] = kept
        return self._credited[key]

    def spread(self, use: ImageUse) -> int:
        """On how many pages the picture stands."""
        key = self.key(use)
        if key not in self._spread:
            self._spread[key] = len({other.document for other in self.uses.get(key, ())})
        return self._spread[key]

    def disagreeing(self, use: ImageUse) -> ImageUse | None:
        """The first other use of the same picture whose credit names another creator or licence."""
        mine = use.credit
        if not mine:
            return None
        for other in self.credited(use):
            theirs = other.credit
            if theirs is None:
                continue
            one, two = mine.creators, theirs.creators
            if one and two and not any(akin(a.name, b.name) for a in one for b in two):
                return other
            if mine.licence and theirs.licence and mine.licence != theirs.licence and not _refines(mine.licence, theirs.licence):
                return other
        return None


def _visible(use: ImageUse) -> bool:
    return bool(use.credit and use.credit.is_credit and use.attached in VISIBLE)


def _refines(a: str, b: str) -> bool:
    return a.startswith(f"{b}-") or b.startswith(f"{a}-")
