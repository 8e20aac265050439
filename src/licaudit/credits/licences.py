# SPDX-License-Identifier: Apache-2.0
"""Licences in a text: names in all languages, abbreviations, loose notations, addresses."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from licaudit.credits.commons import ABBREVIATED, ELEMENTS, STARTS, identifier, read_name, spelled_out
from licaudit.credits.otherlicences import OTHER_STARTS, other_licence
from licaudit.credits.tokens import Tokens, tokenise
from licaudit.credits.vocabulary import Phrases, vocabulary
from licaudit.model.credit import LicenceMention, Link
from licaudit.rulebook import licences as book

_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/[^/]+/")


_PATH = re.compile(r"/(?:licen[sc]es|publicdomain)/([a-z+-]+)(?:/(\d[\d.]*))?(?:/([a-z]{2,10}))?", re.I)


class LicenceUrl(NamedTuple):
    """What an address of a licence says: `id` as written even where `exists` is False."""

    id: str
    exists: bool


def archived(href: str) -> str:
    """The address of the page that an archived copy shows."""
    return _ARCHIVED.sub("", href)


_FDL = re.compile(r"//(?:www\.)?gnu\.org/(?:copyleft|licenses)/fdl(?:\.[a-z]+)*$", re.I)


@lru_cache(maxsize=4096)
def by_url(href: str) -> LicenceUrl | None:
    """The open licence that an address names, or None; `exists` is False for versions and ports that were never published."""
    if len(href) > 2048:
        return None
    shown = archived(href)
    if "gnu.org" in shown and _FDL.search(shown):
        return LicenceUrl("GFDL", True)  # the address of whatever version is current
    found = book.by_url(shown if "//" in shown[:8] else "https://" + shown)
    if found.id:
        known = book.get(found.id)
        return LicenceUrl(found.id, True) if not known or known.kind not in ("platform", "stock", "agency") else None
    hit = _PATH.search(href) if found.problem == "nonexistent" else None
    if not hit:
        return None
    elements = frozenset(p for p in hit[1].lower().split("-") if p in ELEMENTS)
    return LicenceUrl(identifier(elements, _whole_version(hit[2] or ""), (hit[3] or "").upper()), False)


def _whole_version(version: str) -> str:
    version = version.strip(".")
    return f"{version}.0" if version.isdigit() else version


def find_licences(
    text: str, links: Sequence[Link] = (), tokens: Tokens | None = None, among: Iterable[int] | None = None
) -> tuple[LicenceMention, ...]:
    """All places that name a licence, in reading order; those of links carry `via` "link" or "badge".

    `among`: numbers of tokens, if it is known that no name begins with another one.
    """
    tokens = tokenise(text) if tokens is None else tokens
    keys = tokens.keys
    starts = licence_starts()
    found: list[LicenceMention] = []
    passed = 0
    for index in range(len(keys)) if among is None else among:
        if keys[index] not in starts or index < passed:
            continue
        if step := _at(tokens, index):
            passed, name, issue = step
            start, end = tokens.starts[index], tokens.ends[passed - 1]
            found.append(LicenceMention(name, text[start:end], start, end, "text", _address(links, start, end) if links else None, issue))
    for link in links:
        known = by_url(link.href)
        if known:
            issue = "" if known.exists else "nonexistent"
            found.append(
                LicenceMention(known.id, link.href, link.start, link.end, "badge" if link.kind == "img" else "link", link.href, issue)
            )
    return tuple(sorted(found, key=lambda m: (m.start, m.via != "text")) if links else found)


def _address(links: Sequence[Link], start: int, end: int) -> str | None:
    return next((k.href for k in links if k.start < end and k.end > start and by_url(k.href)), None)


@cache
def _starts() -> frozenset[str]:
    """First words of the phrases with which the name of a licence begins; none begins with a number or an address."""
    return frozenset(word for word, phrases in vocabulary().phrases.items() if word[0].isalpha() and _begins(phrases))


def _begins(phrases: Phrases) -> bool:
    return any(e.category in ("pd", "srr") or e.value == "by" for e in phrases.terms) or any(map(_begins, phrases.after.values()))


@cache
def licence_starts() -> frozenset[str]:
    """Every word with which the name of a licence can begin."""
    return _starts() | OTHER_STARTS | STARTS


def _at(tokens: Tokens, index: int) -> tuple[int, str, str] | None:
    """Index behind the name of a licence that begins at token `index`, its id and issue. What begins a name of Creative Commons begins no other."""
    key = tokens.keys[index]
    if key in STARTS:
        return read_name(tokens, index, strict=False) if key in ABBREVIATED or spelled_out(tokens.keys, index) else None
    other = other_licence(tokens, index) if key in OTHER_STARTS else None
    if other or key not in _starts():
        return other
    for end, phrases in reversed(vocabulary().at(tokens, index)):
        for entry in phrases.terms:
            if entry.category == "pd" and not (key == "in" and entry.lang != "en"):
                return end, "PD", ""
            if entry.category == "srr":
                return end, "CC", "ambiguous"
            if entry.category == "licence-part" and entry.value == "by":
                return read_name(tokens, index, strict=True)
    return None
