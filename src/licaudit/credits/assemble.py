# SPDX-License-Identifier: Apache-2.0
"""Fields of a credit out of its marked spans: creators, source, title, licence, changes."""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from licaudit.credits.chain import read_chain
from licaudit.credits.chunks import chunks
from licaudit.credits.items import Item
from licaudit.credits.licences import archived, by_url
from licaudit.credits.linked import sort_of
from licaudit.credits.loose import loose_words
from licaudit.credits.names import is_organisation, kind_of
from licaudit.credits.stretch import Line, Region, is_shortened
from licaudit.credits.tokens import words
from licaudit.credits.vocabulary import host_of, vocabulary
from licaudit.credits.whole import author_of, read_whole
from licaudit.model.credit import LicenceMention, Link, Party


class Fields(msgspec.Struct, gc=False):
    """What was understood; filled step by step by `assemble`. `spans`: start, end, "creator" or "source", and why.

    `unread`: nothing in the line can be a credit; whom it names was not looked for.
    """

    creators: list[Party] = []
    sources: list[str] = []
    source: str | None = None
    source_url: str | None = None
    title: str | None = None
    licence: str | None = None
    licence_url: str | None = None
    modified: bool | None = None
    kind: str = "attribution"
    notices: list[str] = []
    conflicts: list[str] = []
    spans: list[tuple[int, int, str, str]] = []
    inside: list[Item] = []
    kinds: frozenset[str] = frozenset()
    parties: list[tuple[int, int]] = []
    loose: list[tuple[int, int]] = []
    unread: bool = False


def assemble(line: Line, region: Region) -> Fields:
    """Read the fields of the credit that stands in `region`."""
    text, links = line.text, line.links
    whole = region.reason.startswith(_WHOLE)
    inside = line.items[region.first :]
    if region.end < len(text):
        inside = [i for i in inside if i.start < region.end]
    inside = _cut(text, inside, line.kinds, whole)
    kinds = line.kinds if len(inside) == len(line.items) else frozenset([i.kind for i in inside])
    fields = Fields(inside=inside, kinds=kinds)
    if line.mentions:
        _licence(fields, line.mentions)
    if region.score or links or line.setting:
        _parties(line, region, fields, whole)
    else:
        fields.unread = True  # no credit, whomever it names
    if links:
        _links(fields, links)
    if "unchanged" in kinds:
        fields.modified = False
    elif "changed" in line.kinds and any(
        i.kind == "changed" and not _FILE_END.match(text, i.end) for i in _since_own(line.items[region.first :])
    ):
        fields.modified = True
    if not kinds.isdisjoint(_NOTICES):
        fields.notices = [_notice(text, i) for i in inside if i.kind in _NOTICES]
    if not fields.licence and "arr" in kinds:
        fields.licence = "ARR"
    if not fields.licence and _permitted(text, fields):
        fields.licence = "PERMISSION"
    if links and fields.sources == ["Wikipedia"] and any(host_of(k.href)[1] == "Wikimedia Commons" for k in links):
        fields.sources = ["Wikimedia Commons"]
    if fields.sources:
        fields.source = "/".join(dict.fromkeys(fields.sources)) if len(fields.sources) > 1 else fields.sources[0] or None
    fields.kind = _kind(fields, kinds, inside)
    if fields.spans:
        fields.parties = [(s, e) for s, e, _, _ in fields.spans]
    if not fields.unread:
        fields.loose = loose_words(text, inside, fields.parties)
    return fields


def _since_own(items: list[Item]) -> list[Item]:
    """What follows "own work", or the licence of a line that opens with "by": how the maker made the work is no change of it.

    "Vectorised by Ada - own work, cropped", "By Ada, based on an older drawing, CC BY 4.0, cropped".
    """
    led = next((i.kind for i in items if i.kind != "sep"), "") == "by"
    return items[max((n for n, i in enumerate(items) if i.kind == "own" or (led and i.kind == "licence")), default=0) :]


_WHOLE = ("licence and", "title,", "name and licence", "a maker and", "picture and", "page of")
"""Reasons of regions that are a credit as a whole, without a label that opens it."""
_CONTENT = frozenset(["words", "provider", "licence", "url", "junk", "own"])
_STOPS = frozenset(".。\n")
_FOLLOWING = frozenset(["words", "sep", "site", "by", "on", "and", "quote", "source"])


def _cut(text: str, inside: list[Item], kinds: frozenset[str], whole: bool) -> list[Item]:
    """The items up to the end of the credit: interface words, or a new sentence that says nothing more of it. `kinds` occur in the line."""
    if "ui" not in kinds and (whole or not (". " in text or "。" in text or "\n" in text)):
        return inside
    content = False
    for index, item in enumerate(inside):
        kind = item.kind
        if kind == "sep":
            if content and not whole and item.value in _STOPS and _new_sentence(text, inside, index):
                return inside[:index]
        elif kind == "ui":
            if content:
                return inside[:index]
        elif index and kind in _CONTENT:
            content = True
    return inside


def _new_sentence(text: str, inside: list[Item], index: int) -> bool:
    """Whether the mark at `index` ends a sentence, and more words follow."""
    stop = inside[index]
    if index + 1 == len(inside) or (stop.value == "." and text[stop.end : stop.end + 1] not in (" ", "")):
        return False
    following = inside[index + 1]
    if following.kind == "source" and index + 2 < len(inside) and inside[index + 2].value in (":", "："):
        return False  # "Photo: Ada Example. Source: Flickr"
    if following.kind not in _FOLLOWING or (following.kind == "words" and following.end == len(text)):
        return False
    return stop.value != "." or not is_shortened(text, stop.start)


def _licence(fields: Fields, mentions: Sequence[LicenceMention]) -> None:
    if len(mentions) == 1 and mentions[0].via == "text":
        only = mentions[0]
        fields.licence, fields.licence_url = only.id, archived(only.url) if only.url else None
        return
    said = [m for m in mentions if m.via == "text"]
    linked = [m for m in mentions if m.via != "text"]
    names = list(dict.fromkeys(m.id for m in said))
    specific = [n for n in names if not any(o != n and o.startswith(n + "-") for o in names) and not (n in ("CC", "PD") and len(names) > 1)]
    gfdl = [n for n in specific if n.startswith("GFDL")]
    other = [n for n in specific if n.startswith("CC-BY")]
    if specific:
        fields.licence = f"{gfdl[0]} OR {other[0]}" if gfdl and other else specific[0]
    leading = [m for m in linked if fields.licence and m.id != "GFDL"] or linked
    addresses = list(dict.fromkeys(archived(m.url) for m in linked if m.url and m.via == "link"))
    url = next((m.url for m in leading if m.via == "link"), None) or next((m.url for m in said if m.url), None)
    fields.licence_url = archived(url) if url else None
    if gfdl and other and len(addresses) > 1:
        fields.licence_url = " ".join(sorted(addresses)[:2])  # a choice has the address of each licence
    if leading:
        target = leading[0].id
        if not fields.licence or (target != fields.licence and target.startswith(fields.licence + "-")) or fields.licence == "CC":
            fields.licence = target
        elif target != fields.licence and target not in fields.licence and not fields.licence.startswith(target):
            fields.conflicts.append(f"the text says {fields.licence}, the link {target}")


def _parties(line: Line, region: Region, fields: Fields, whole: bool) -> None:
    text, links, inside = line.text, line.links, fields.inside
    licensed = bool(fields.licence) and fields.licence != "ARR"
    author = None
    if whole or "own" in fields.kinds:
        entire = region.start == 0 and len(inside) == len(line.items)
        author = author_of(line) if entire else read_whole(text, inside, region.start)
    told = read_chain(chunks(text, inside), region.form if region.score >= SURE else f"{region.form}?", licensed, links)
    if author and author.names:
        for start, name in author.names:
            _creator(fields, start, start + len(name), name, links, "the author before the licence")
        taken = [(s, s + len(n)) for s, n in author.names]
        told.sources[:] = [k for k in told.sources if k[0].kind == "provider" and not any(s <= k[0].start < e for s, e in taken)]
        fields.title = author.title
    else:
        for part, name, why in told.creators:
            if whole and part.lead not in _LED and kind_of(name) not in ("person", "account", "public", "company"):
                continue
            _creator(fields, part.start, part.end, name, links, why)
        fields.title = told.titles[0] if told.titles else author.title if author else None
    if whole and (archives := [k for k in told.sources if k[0].value.endswith("\tarchive")]):
        told.sources[:] = archives
    for part, name, why in told.sources:
        if _is_named(fields, name):
            continue
        fields.sources.append(name)
        fields.spans.append((part.start, part.end, "source", why))


def _creator(fields: Fields, start: int, end: int, words: str, links: Sequence[Link], why: str) -> None:
    words = words.strip(" ,;:-–—")
    if not words or len(fields.creators) >= 20 or _is_named(fields, words):
        return
    url = None
    if links:
        url = next((k.href for k in links if k.start < end and k.end > start and k.kind == "a" and not by_url(k.href)), None)
    fields.creators.append(Party(words, url, "organisation" if is_organisation(words) else "person"))
    fields.spans.append((start, end, "creator", why))


def _is_named(fields: Fields, name: str) -> bool:
    """Whether a creator of that name was told before, however it is written."""
    return bool(fields.creators) and _plain(name) in [_plain(p.name) for p in fields.creators]


@lru_cache(maxsize=1024)
def _plain(name: str) -> str:
    return _SIGNS.sub("", name.casefold())


SURE = 0.8
"""Score of an opening from which on its words leave no doubt that a credit follows."""
_NOTICES = frozenset(["arr", "permission", "courtesy", "copy"])
_LED = ("by", "creator", "label", "credit", "copy", "courtesy")
_SIGNS = re.compile(r"[\W_]+")
_NOTICE_YEAR = re.compile(r"\s*(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?")
_FILE_END = re.compile(r"\)?\.[a-z]{3,4}\b")
_ACCOUNT = re.compile(r"/@([\w.-]+)/?$|/photos/([\w@-]+)/\w")


def _permitted(text: str, fields: Fields) -> bool:
    """Whether a permission is told, be it by a phrase of courtesy that begins with one: "mit freundlicher Genehmigung von"."""
    kinds = fields.kinds
    if "permission" in kinds:
        return True
    if "courtesy" not in kinds and "via" not in kinds:
        return False
    return any(_permits(text[i.start : i.end]) for i in fields.inside if i.kind in ("courtesy", "via"))


@lru_cache(maxsize=512)
def _permits(phrase: str) -> bool:
    key, meanings = words(phrase), vocabulary().meanings
    return any(e.category == "permission" for n in range(2, len(key) + 1) for e in meanings(key[:n]))


def _notice(text: str, item: Item) -> str:
    """The printed notice; a copyright sign keeps the year that follows it, since it is part of the notice to be kept."""
    year = _NOTICE_YEAR.match(text, item.end, item.end + 14) if item.kind == "copy" else None
    return text[item.start : year.end() if year else item.end]


def _links(fields: Fields, links: Sequence[Link]) -> None:
    for link in links:
        if link.kind == "img" or by_url(link.href):
            continue
        href = archived(link.href)
        host, name, kind = host_of(href)
        if not host or "." not in host or not link.href.startswith(("http://", "https://", "//")):
            continue
        if not fields.source_url and sort_of(link.href) != "user":
            fields.source_url = link.href
        account = _ACCOUNT.search(href)
        if account and link.kind == "text" and kind in ("platform", "stock") and not fields.creators:
            _creator(fields, link.start, link.end, account[1] or account[2], (), "an account named in the address")
        if name and _is_named(fields, name):
            name = host  # the maker's own site is a place as any other
        if not fields.sources and (name or link.kind == "text" or not fields.creators):
            fields.sources.append(name or host)


def _kind(fields: Fields, kinds: frozenset[str], inside: list[Item]) -> str:
    if fields.licence == "ARR":
        return "ARR"
    if fields.licence == "PERMISSION":
        return "permission"
    if fields.licence:
        return "pd" if fields.licence in ("PD", "CC-PDM-1.0", "NKC") else "cc"
    if "provider" in kinds:
        providers = {i.lang for i in inside if i.kind == "provider"}
        for kind, name in (("agency", "agency"), ("stock", "stock"), ("platform", "stock"), ("archive", "source")):
            if kind in providers:
                return name
    else:
        for kind, name in (("ai", "ai"), ("courtesy", "courtesy"), ("own", "own"), ("junk", "handout")):
            if kind in kinds:
                return name
    if "copy" in kinds:
        return "copyright"
    return "source" if fields.source and not fields.creators else "attribution"
