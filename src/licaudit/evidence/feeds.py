# SPDX-License-Identifier: Apache-2.0
"""Feeds that lie in the scanned folders (RSS, Atom, JSON Feed): which pictures they carry, and with which credits."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError

import msgspec

from licaudit.credits.record import page_record
from licaudit.engine.base import attempt
from licaudit.evidence.tree import TooManyFiles, below
from licaudit.model.page import Document
from licaudit.model.place import Place

ENDINGS = (".xml", ".rss", ".atom", ".json")
MOST_BYTES = 20 * 1024 * 1024
MOST_FILES = 200_000
"""So many files are looked at by name; feeds stand near the top."""
_IMAGES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")


class FeedPicture(msgspec.Struct, frozen=True):
    """A picture in one entry of a feed. `credited`: the entry itself says whose it is."""

    address: str
    title: str
    credited: bool
    place: Place


def read(paths: Sequence[str]) -> tuple[tuple[FeedPicture, ...], tuple[str, ...]]:
    """The pictures of every feed below `paths`, and a sentence for each feed that could not be read. Raises nothing for what a file holds."""
    pictures: list[FeedPicture] = []
    troubles: list[str] = []
    for path in _files(paths, troubles):
        try:
            raw = path.read_bytes()
        except OSError as problem:
            troubles.append(f"{path.as_posix()}: the feed cannot be read ({problem.strerror}); its pictures were not checked.")
            continue
        try:
            pictures += feed(raw, path.as_posix())
        except ValueError:
            troubles.append(f"{path.as_posix()}: looks like a feed and is not well formed; its pictures were not checked.")
    return tuple(pictures), tuple(troubles)


def _files(paths: Sequence[str], troubles: list[str]) -> Iterator[Path]:
    """Files that are feeds by their name and first bytes, sorted; what is passed over for its number or size is told in `troubles`."""
    try:
        for path in below(paths, MOST_FILES):
            if path.name.lower().endswith(ENDINGS) and _looks(path):
                if path.stat().st_size <= MOST_BYTES:
                    yield path
                else:
                    troubles.append(f"{path.as_posix()}: the feed is larger than {MOST_BYTES >> 20} MB; its pictures were not checked.")
    except TooManyFiles:
        troubles.append(f"There are more than {MOST_FILES:,} files; feeds behind those were not looked for.")


def _looks(path: Path) -> bool:
    try:
        if path.is_symlink() or not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(2_000)
    except OSError:
        return False
    if path.suffix.lower() == ".json":
        return b"jsonfeed.org/version/" in head
    return any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:RDF")) and b"<html" not in head[:200].lower()


def feed(raw: bytes, name: str) -> list[FeedPicture]:
    """The pictures of one feed; ValueError where it is not well formed."""
    entries = _json_entries(raw) if name.lower().endswith(".json") else _xml_entries(raw)
    text = raw.decode("utf-8", "replace")
    return [picture for entry in entries for picture in _pictures(entry, name, text)]


class _Entry(msgspec.Struct):
    """One entry: its title, the HTML in it, the pictures beside that, and whether it says whose they are."""

    title: str = ""
    markup: list[str] = []
    pictures: list[str] = []
    credited: bool = False


def _pictures(entry: _Entry, name: str, text: str) -> Iterator[FeedPicture]:
    seen: set[str] = set()
    for markup in entry.markup:
        record, trouble = attempt(page_record, Document(name, markup.encode("utf-8", "replace"), "html"))
        if record is None:
            raise ValueError(trouble)
        for use in record.uses:
            if use.role in ("content", "related") and use.image.src not in seen:
                seen.add(use.image.src)
                credited = entry.credited or bool(use.credit and use.credit.is_credit) or any(o.is_credit for o in record.orphans)
                yield FeedPicture(use.image.src, entry.title, credited, _place(use.image.src, name, text))
    for address in dict.fromkeys(entry.pictures):
        if address not in seen:
            yield FeedPicture(address, entry.title, entry.credited, _place(address, name, text))


def _place(address: str, name: str, text: str) -> Place:
    at = max(text.find(address), text.find(address.replace("&", "&amp;")))
    return Place(name, text.count("\n", 0, at) + 1 if at >= 0 else 1, at - text.rfind("\n", 0, at) if at >= 0 else 1)


def _xml_entries(raw: bytes) -> list[_Entry]:
    from defusedxml import ElementTree
    from defusedxml.common import DefusedXmlException

    try:
        root = ElementTree.fromstring(raw)
    except (ParseError, DefusedXmlException, LookupError) as problem:
        raise ValueError(str(problem)) from None
    return [_xml_entry(node) for node in root.iter() if _tag(node) in ("item", "entry")]


def _xml_entry(node: Element) -> _Entry:
    entry = _Entry(markup=[], pictures=[])
    for child in node.iter():
        tag, space = _tag(child), str(child.tag)
        kind, address = child.get("type", ""), child.get("url") or child.get("href") or ""
        if tag == "title" and not entry.title:
            entry.title = " ".join((child.text or "").split())[:200]
        elif tag in ("encoded", "description", "content", "summary") and child.text and "<img" in child.text:
            entry.markup.append(child.text)
        elif tag in ("credit", "copyright", "rights") and (child.text or "").strip():
            entry.credited = True
        elif tag == "enclosure" or (tag == "link" and child.get("rel") == "enclosure"):
            entry.pictures += [address] if address and (kind.startswith("image/") or address.lower().endswith(_IMAGES)) else []
        elif "search.yahoo.com/mrss" in space and tag in ("content", "thumbnail") and address:
            picture = tag == "thumbnail" or child.get("medium") == "image" or kind.startswith("image/") or address.lower().endswith(_IMAGES)
            entry.pictures += [address] if picture else []
    return entry


def _tag(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]


def _json_entries(raw: bytes) -> list[_Entry]:
    try:
        data = json.loads(raw)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    items = data.get("items") if isinstance(data, dict) else None
    return [_json_entry(item) for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _json_entry(item: dict[str, Any]) -> _Entry:
    def text(key: str) -> str:
        return str(item.get(key) or "") if isinstance(item.get(key), str) else ""

    attached = item.get("attachments")
    files = [one for one in attached if isinstance(one, dict)] if isinstance(attached, list) else []
    pictures = [text("image"), text("banner_image")]
    pictures += [str(one.get("url") or "") for one in files if str(one.get("mime_type") or "").startswith("image/")]
    return _Entry(text("title")[:200], [text("content_html")] if text("content_html") else [], [one for one in pictures if one])
