# SPDX-License-Identifier: Apache-2.0
"""Fields of a credit out of its marked spans: creators, source, title, licence, changes."""

import re
from collections.abc import Sequence

from licaudit.credits.chain import read_chain
from licaudit.credits.chunks import Chunk, chunks
from licaudit.credits.items import Item
from licaudit.credits.licences import archived, by_url
from licaudit.credits.names import is_organisation, kind_of
from licaudit.credits.stretch import Region
from licaudit.credits.tokens import words
from licaudit.credits.vocabulary import Vocabulary
from licaudit.credits.whole import read_whole
from licaudit.model.credit import LicenceMention, Link, Party


class Fields:
    """What was understood; filled step by step by `assemble`."""

    def __init__(self) -> None:
        self.creators: list[Party] = []
        self.sources: list[str] = []
        self.source: str | None = None
        self.source_url: str | None = None
        self.title: str | None = None
        self.licence: str | None = None
        self.licence_url: str | None = None
        self.modified: bool | None = None
        self.kind = "attribution"
        self.notices: list[str] = []
        self.conflicts: list[str] = []
        self.spans: list[tuple[int, int, str, str]] = []
        self.inside: list[Item] = []


def assemble(
    text: str, region: Region, items: list[Item], mentions: Sequence[LicenceMention], links: Sequence[Link], vocab: Vocabulary
) -> Fields:
    """Read the fields of the credit that stands in `region`."""
    fields = Fields()
    inside = [i for i in items[region.first :] if i.start < region.end]
    inside = _cut(text, inside, region)
    fields.inside = inside
    parts = chunks(text, inside)
    _licence(fields, mentions)
    _parties(text, fields, parts, region, inside, links)
    _links(text, fields, links, vocab)
    kinds = {i.kind for i in inside}
    if "unchanged" in kinds:
        fields.modified = False
    elif any(i.kind == "changed" and not _FILE_END.match(text, i.end) for i in _since_own(items[region.first :])):
        fields.modified = True
    fields.notices = [_notice(text, i) for i in inside if i.kind in ("arr", "permission", "courtesy", "copy")]
    if not fields.licence and "arr" in kinds:
        fields.licence = "ARR"
    if not fields.licence and ("permission" in kinds or any(_permits(text, i, vocab) for i in inside)):
        fields.licence = "PERMISSION"
    if fields.sources == ["Wikipedia"] and any(vocab.host(k.href)[1] == "Wikimedia Commons" for k in links):
        fields.sources = ["Wikimedia Commons"]
    fields.source = "/".join(dict.fromkeys(fields.sources)) or None
    fields.kind = _kind(fields, kinds, inside)
    return fields


def _since_own(items: list[Item]) -> list[Item]:
    """What follows "own work", if it is said: how the maker made the work is no change of it ("vectorised by Ada - own work")."""
    return items[max((n for n, i in enumerate(items) if i.kind == "own"), default=0) :]


def _is_whole(region: Region) -> bool:
    """Whether the line is a credit as a whole, without a label that opens it."""
    return region.reason.startswith(("licence and", "title,", "name and licence", "a maker and", "picture and", "page of"))


def _cut(text: str, inside: list[Item], region: Region) -> list[Item]:
    """The items up to the end of the credit: interface words, or a new sentence that says nothing more of it."""
    content = False
    for index, item in enumerate(inside):
        if item.kind == "ui" and index and content:
            return inside[:index]
        if item.kind in ("words", "provider", "licence", "url", "junk", "own") and index:
            content = True
        stop = (item.kind == "sep" and item.value in "。\n") or (
            item.kind == "sep" and item.value == "." and text[item.end : item.end + 1] in (" ", "")
        )
        if stop and content and not _is_whole(region) and index + 1 < len(inside):
            following = inside[index + 1]
            initial = index and bool(
                re.search(r"(?:^|[\s./(|])[A-ZÀ-ÞА-Я]$", text[max(0, inside[index - 1].end - 3) : inside[index - 1].end])
            )
            if (
                not initial
                and following.kind in ("words", "sep", "site", "by", "on", "and", "quote", "source")
                and not (following.kind == "words" and following.end == len(text))
            ):
                return inside[:index]
    return inside


def _licence(fields: Fields, mentions: Sequence[LicenceMention]) -> None:
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


def _parties(text: str, fields: Fields, parts: list[Chunk], region: Region, inside: list[Item], links: Sequence[Link]) -> None:
    licensed = bool(fields.licence) and fields.licence != "ARR"
    author = read_whole(text, inside, region.start) if _is_whole(region) or any(i.kind == "own" for i in inside) else None
    told = read_chain(parts, region.form if region.score >= SURE else f"{region.form}?", licensed, links)
    if author and author.names:
        for start, name in author.names:
            _creator(fields, start, start + len(name), name, links, "the author before the licence")
        taken = [(s, s + len(n)) for s, n in author.names]
        told.sources[:] = [k for k in told.sources if k[0].kind == "provider" and not any(s <= k[0].start < e for s, e in taken)]
        fields.title = author.title
    else:
        for part, name, why in told.creators:
            if _is_whole(region) and part.lead not in _LED and kind_of(name) not in ("person", "account", "public", "company"):
                continue
            _creator(fields, part.start, part.end, name, links, why)
        fields.title = told.titles[0] if told.titles else author.title if author else None
    if _is_whole(region) and (archives := [k for k in told.sources if k[0].value.endswith("\tarchive")]):
        told.sources[:] = archives
    for part, name, why in told.sources:
        if any(_plain(p.name) == _plain(name) for p in fields.creators):
            continue
        fields.sources.append(name)
        fields.spans.append((part.start, part.end, "source", why))


def _creator(fields: Fields, start: int, end: int, words: str, links: Sequence[Link], why: str) -> None:
    words = words.strip(" ,;:-–—")
    if not words or any(_plain(p.name) == _plain(words) for p in fields.creators) or len(fields.creators) >= 20:
        return
    url = next((k.href for k in links if k.start < end and k.end > start and k.kind == "a" and not by_url(k.href)), None)
    fields.creators.append(Party(words, url, "organisation" if is_organisation(words) else "person"))
    fields.spans.append((start, end, "creator", why))


SURE = 0.8
"""Score of an opening from which on its words leave no doubt that a credit follows."""
_LED = ("by", "creator", "label", "credit", "copy", "courtesy")
_FILE_END = re.compile(r"\)?\.[a-z]{3,4}\b")
_ACCOUNT = re.compile(r"/@([\w.-]+)/?$|/photos/([\w@-]+)/\w")


def _permits(text: str, item: Item, vocab: Vocabulary) -> bool:
    """Whether a phrase of courtesy begins with one of permission: "mit freundlicher Genehmigung von"."""
    key = words(text[item.start : item.end]) if item.kind in ("courtesy", "via") else ()
    return any(e.category == "permission" for n in range(2, len(key) + 1) for e in vocab.meanings(key[:n]))


def _notice(text: str, item: Item) -> str:
    """The printed notice; a copyright sign keeps the year that follows it, since it is part of the notice to be kept."""
    year = re.match(r"\s*(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?", text[item.end : item.end + 14]) if item.kind == "copy" else None
    return text[item.start : item.end + (year.end() if year else 0)]


def _plain(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _links(text: str, fields: Fields, links: Sequence[Link], vocab: Vocabulary) -> None:
    for link in links:
        if by_url(link.href) or link.kind == "img":
            continue
        href = archived(link.href)
        host, name, kind = vocab.host(href)
        if not host or "." not in host or not re.match(r"(?:https?:)?//", link.href):
            continue
        user = re.search(r"/(?:users?/|@|people/|wiki/(?:User|Benutzer|Gebruiker):)", link.href)
        if not fields.source_url and not user:
            fields.source_url = link.href
        account = _ACCOUNT.search(href)
        if account and link.kind == "text" and kind in ("platform", "stock") and not fields.creators:
            _creator(fields, link.start, link.end, account[1] or account[2], (), "an account named in the address")
        if not fields.sources and (name or link.kind == "text" or not fields.creators):
            fields.sources.append(name or host)
    return


def _kind(fields: Fields, kinds: set[str], inside: list[Item]) -> str:
    providers = {i.lang for i in inside if i.kind == "provider"}
    if fields.licence == "ARR":
        return "ARR"
    if fields.licence == "PERMISSION":
        return "permission"
    if fields.licence:
        return "pd" if fields.licence in ("PD", "CC-PDM-1.0", "NKC") else "cc"
    for kind, name in (("ai", "ai"), ("courtesy", "courtesy"), ("own", "own"), ("junk", "handout")):
        if kind in kinds and not providers:
            return name
    for kind, name in (("agency", "agency"), ("stock", "stock"), ("platform", "stock"), ("archive", "source")):
        if kind in providers:
            return name
    if "copy" in kinds:
        return "copyright"
    return "source" if fields.source and not fields.creators else "attribution"
