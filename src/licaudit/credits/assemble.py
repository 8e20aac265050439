# SPDX-License-Identifier: Apache-2.0
"""Fields of a credit out of its marked spans: creators, source, title, licence, changes."""

import re
from collections.abc import Sequence

from licaudit.credits.chunks import Chunk, chunks, is_date, is_name, is_organisation
from licaudit.credits.items import Item
from licaudit.credits.licences import by_url
from licaudit.credits.region import Region
from licaudit.credits.vocabulary import Vocabulary
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


def assemble(
    text: str, region: Region, items: list[Item], mentions: Sequence[LicenceMention], links: Sequence[Link], vocab: Vocabulary
) -> Fields:
    """Read the fields of the credit that stands in `region`."""
    fields = Fields()
    inside = [i for i in items[region.first :] if i.start < region.end]
    inside = _cut(text, inside, region)
    parts = chunks(text, inside)
    _licence(fields, mentions)
    _parties(text, fields, parts, _is_whole(region), links, vocab)
    _links(text, fields, links, vocab)
    kinds = {i.kind for i in inside}
    if "unchanged" in kinds:
        fields.modified = False
    elif any(i.kind == "changed" for i in inside):
        fields.modified = True
    fields.notices = [text[i.start : i.end] for i in inside if i.kind in ("arr", "permission", "courtesy", "copy")]
    if not fields.licence and "arr" in kinds and "copy" not in kinds:
        fields.licence = "ARR"
    if not fields.licence and "permission" in kinds:
        fields.licence = "PERMISSION"
    if fields.sources == ["Wikipedia"] and any(vocab.host(k.href)[1] == "Wikimedia Commons" for k in links):
        fields.sources = ["Wikimedia Commons"]
    fields.source = "/".join(dict.fromkeys(fields.sources)) or None
    fields.kind = _kind(fields, kinds, inside)
    return fields


def _is_whole(region: Region) -> bool:
    """Whether the line is a credit as a whole, without a label that opens it."""
    return region.reason.startswith(("licence and", "title,", "name and licence", "picture and", "page of"))


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
            initial = (
                index
                and text[inside[index - 1].end - 2 : inside[index - 1].end].strip().isupper()
                and len(text[inside[index - 1].start : inside[index - 1].end].split()[-1]) <= 2
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
    fields.licence_url = next((m.url for m in linked if m.via == "link"), None) or next((m.url for m in said if m.url), None)
    names = list(dict.fromkeys(m.id for m in said))
    specific = [n for n in names if not any(o != n and o.startswith(n + "-") for o in names) and not (n in ("CC", "PD") and len(names) > 1)]
    if specific:
        gfdl = [n for n in specific if n.startswith("GFDL")]
        other = [n for n in specific if n.startswith("CC-BY")]
        fields.licence = f"{gfdl[0]} OR {other[0]}" if gfdl and other else specific[0]
    if linked:
        target = linked[0].id
        if not fields.licence or (target != fields.licence and target.startswith(fields.licence + "-")) or fields.licence == "CC":
            fields.licence = target
        elif target != fields.licence and target not in fields.licence and not fields.licence.startswith(target):
            fields.conflicts.append(f"the text says {fields.licence}, the link {target}")


def _parties(text: str, fields: Fields, parts: list[Chunk], whole: bool, links: Sequence[Link], vocab: Vocabulary) -> None:
    for index, part in enumerate(parts):
        if part.kind == "provider":
            name, _, kind = part.value.partition("\t")
            if kind == "maker" and part.lead not in ("via", "on", "source"):
                _creator(fields, part, part.text, links)
            else:
                shown = (
                    name
                    if kind in ("platform",) or (part.text.islower() and kind == "stock") or part.text.lower().endswith(".com")
                    else part.text
                )
                fields.sources.append(shown)
                fields.spans.append((part.start, part.end, "source", f"a known {kind}"))
        elif part.kind == "quote":
            if not fields.title and part.lead not in ("by", "creator"):
                fields.title = part.text
            elif part.lead in ("by", "creator"):
                _creator(fields, part, part.text, links)
        elif part.kind == "words":
            _words(text, fields, parts, index, whole, links)


def _words(text: str, fields: Fields, parts: list[Chunk], index: int, whole: bool, links: Sequence[Link]) -> None:
    part = parts[index]
    words = part.text.strip(" .")
    following = parts[index + 1] if index + 1 < len(parts) else None
    if is_date(words) or not is_name(words):
        if following and following.lead == "by" and not fields.title and not fields.creators:
            fields.title = words
        return
    if (
        following
        and following.lead in ("by", "creator")
        and not fields.creators
        and part.lead not in ("by", "creator", "label")
        and following.kind == "words"
    ):
        fields.title = fields.title or words
        return
    if part.lead in ("licensed", "site", "and") or (part.lead == "on" and not (index and parts[index - 1].kind == "provider")):
        return
    led = any(p.lead in ("by", "creator") and p.kind == "words" for p in parts)
    if whole and led and part.lead not in ("by", "creator") and part.sep != "&" and part.lead != "via":
        return
    if whole and following and following.kind == "url" and not part.lead and not fields.creators and not fields.title:
        fields.title = words
        return
    before = parts[index - 1].kind if index else ""
    if not part.lead and not part.sep and before in ("provider", "licence", "arr", "junk") and (before != "licence" or fields.creators):
        return
    behind = [p for p in parts[:index] if p.kind == "licence"]
    if words.islower() and " " in words and part.lead not in ("by", "creator"):
        return
    if part.start and text[part.start - 1] == "–" and ":" in text[part.end : part.end + 2]:
        return
    if behind and fields.creators and part.lead not in ("by", "creator") and not ("," in part.sep and ")" in part.sep):
        return
    if fields.creators and "(" in part.sep:
        return
    if (
        fields.creators
        and part.lead == ""
        and following
        and following.kind == "licence"
        and any(s in part.sep for s in "—–-,")
        and not fields.sources
        and not any(p.lead in ("by", "creator", "label", "credit") for p in parts[:index])
    ):
        fields.title = fields.title or fields.creators[-1].name
        fields.creators.clear()
    stop = any(s in part.sep for s in ".。\n") and bool(fields.creators or fields.sources)
    if part.lead in ("via", "on", "source") or (part.lead == "" and "/" in part.sep and fields.creators and not fields.sources):
        known = any(p.kind == "provider" for p in parts)
        if not known:
            fields.sources.append(words)
            fields.spans.append((part.start, part.end, "source", "after “via” or a slash"))
        elif part.lead == "via" and fields.creators:
            fields.sources.append(words)
        else:
            _creator(fields, part, words, links)
        return
    if stop:
        return
    if fields.creators and part.lead == "" and part.sep.strip() in ("—", "–", "-", "(", ")", "["):
        return
    _creator(fields, part, words, links)


def _creator(fields: Fields, part: Chunk, words: str, links: Sequence[Link]) -> None:
    words = words.strip(" .,;:-–—")
    if not words or any(p.name == words for p in fields.creators) or len(fields.creators) >= 20:
        return
    url = next((k.href for k in links if k.start < part.end and k.end > part.start and k.kind == "a" and not by_url(k.href)), None)
    kind = "organisation" if is_organisation(words) else "person"
    fields.creators.append(Party(words, url, kind))  # type: ignore[arg-type]
    fields.spans.append((part.start, part.end, "creator", f"a name after {part.lead or part.sep or 'the start'}"))


def _links(text: str, fields: Fields, links: Sequence[Link], vocab: Vocabulary) -> None:
    for link in links:
        if by_url(link.href) or link.kind == "img":
            continue
        host, name, _ = vocab.host(link.href)
        if not host or "." not in host or not re.match(r"(?:https?:)?//", link.href):
            continue
        user = re.search(r"/(?:users?/|@|people/|wiki/(?:User|Benutzer|Gebruiker):)", link.href)
        if not fields.source_url and not user:
            fields.source_url = link.href
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
