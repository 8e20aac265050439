# SPDX-License-Identifier: Apache-2.0
"""Licences by id and by address: every form in which creativecommons.org addresses were ever written."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Literal

import msgspec

from licaudit.model.licence import Licence
from licaudit.rulebook import build
from licaudit.rulebook.cache import compiled
from licaudit.rulebook.locate import rules_dir
from licaudit.rulebook.schema import Compatible

_CC = re.compile(r"(?:https?:)?//(?:www\.|ftp\.|mirrors\.)?creativecommons\.org/(licen[sc]es|publicdomain)/([^?#\s]*)", re.I)
_BADGE = re.compile(
    r"(?:https?:)?//(?:i\.creativecommons\.org|(?:www\.)?licensebuttons\.net|mirrors\.creativecommons\.org/presskit/buttons)/[lp]/(.*)",
    re.I,
)
_DOCUMENT = re.compile(r"(deed|legalcode)(?:[._-](?!txt|html?|php)([a-z]{2,3}(?:[-_@][a-z]+)?))?(?:\.(?:html?|txt|php))?\Z|rdf\Z", re.I)
_VERSION = re.compile(r"\d+(?:\.\d+)+\Z")
_UNIT = re.compile(r"(?:by|nc|nd|sa|sampling\+?|devnations|zero|mark|certification|publicdomain)(?:-(?:by|nc|nd|sa|sampling\+?))*\Z")
Problem = Literal["", "nonexistent", "noncanonical", "wrong-target"]


class LicenceUrl(msgspec.Struct, frozen=True):
    """What an address says. `nearest` is an id that was probably meant where the address names nothing that exists.

    `document` is deed, legalcode, rdf, badge, page or ""; `lang` the language of the deed.
    """

    id: str | None = None
    exists: bool = False
    canonical: bool = False
    canonical_url: str = ""
    document: str = ""
    lang: str = ""
    problem: Problem = ""
    nearest: str = ""


@cache
def facts() -> build.Facts:
    """The tables of `rules/licences/`, compiled."""
    folder = rules_dir() / "licences"
    return compiled("licences", build.files(folder), build.Facts, lambda: build.facts(folder))


@cache
def _keys() -> dict[str, str]:
    return {tool.id: key for key, tool in facts().tools.items()}


@cache
def _aliases() -> dict[str, str]:
    return {alias: name for name, (_, entry) in facts().others.items() for alias in entry.aliases}


@lru_cache(maxsize=2048)
def get(name: str) -> Licence | None:
    """The licence with this id; also families without version ("CC-BY-SA") and "CC"; None for an unknown id."""
    name = name.removeprefix("LicenseRef-")
    if name in _keys():
        return build.licence(facts(), _keys()[name])
    name = _aliases().get(name, name)
    if name in facts().others:
        return build.other(name, *facts().others[name])
    if name in ("CC0", "CC-PDM"):
        return get(f"{name}-1.0")
    unit = name.removeprefix("CC-").lower()
    if name.startswith("CC-") and unit in facts().units:
        members = [m for key in facts().tools if key.split("/")[0] == unit and (m := get(facts().tools[key].id))]
        return build.family(name, unit, members) if members else None
    return None


def ids() -> tuple[str, ...]:
    """All ids that are known, Creative Commons first."""
    return (*_keys(), *facts().others)


def exists(unit: str, version: str, port: str = "") -> str | None:
    """The id of unit, version and jurisdiction, or None where Creative Commons never published such a licence."""
    tool = facts().tools.get("/".join(p for p in (unit.lower(), version, port.lower()) if p))
    return tool.id if tool else None


def nearest(unit: str, version: str, port: str = "") -> str:
    """The licence that was probably meant by one that does not exist: same elements, then the unported version; else ""."""
    elements = sorted(unit.lower().split("-"))
    units = [u for u in facts().units if sorted(u.split("-")) == elements]
    for candidate in (*((u, version, port) for u in units), *((u, version, "") for u in units)):
        if found := exists(*candidate):
            return found
    return ""


@lru_cache(maxsize=4096)
def by_url(url: str) -> LicenceUrl:
    """The licence that an address names. Never raises; an address that names no licence has id None and exists False."""
    url = url.strip()
    if len(url) > 2048:
        return LicenceUrl()
    if found := _CC.match(url):
        return _cc(url, found[1].lower(), found[2])
    if found := _BADGE.match(url):
        path = re.sub(r"/[^/]*\.(?:png|svg|gif).*\Z", "", found[1], flags=re.I)
        hit = _cc(url, "licenses", path)
        return msgspec.structs.replace(hit, document="badge", canonical=False)
    return _elsewhere(url)


def _cc(url: str, category: str, path: str) -> LicenceUrl:
    parts = [p for p in path.lower().replace("%2b", "+").replace("%20", "+").split("/") if p]
    document, lang = "deed", ""
    if parts and (found := _DOCUMENT.match(parts[-1])):
        document, lang = (found[1] or "rdf").lower(), found[2] or ""
        parts.pop()
    if not parts:
        return LicenceUrl(problem="wrong-target")
    if not _UNIT.match(parts[0]):
        return LicenceUrl(problem="nonexistent")
    if parts[0] == "publicdomain":
        parts = ["certification", "1.0", "us"]
    if parts[0] == "certification" and parts[1:] == ["1.0"]:
        parts.append("us")
    if len(parts) == 1:
        return LicenceUrl(
            f"CC-{parts[0].upper()}" if parts[0] in facts().units else None, document=document, lang=lang, problem="noncanonical"
        )
    tool = facts().tools.get("/".join(parts)) if len(parts) <= 3 and _VERSION.match(parts[1]) else None
    if not tool:
        return LicenceUrl(document=document, lang=lang, problem="nonexistent", nearest=nearest(*[*parts, ""][:3]))
    known = get(tool.id)
    assert known is not None
    same = url in (known.url, f"{known.url}deed", f"{known.url}deed.{lang}")
    return LicenceUrl(tool.id, True, same, known.url, document, lang, "" if same else "noncanonical")


@cache
def _addresses() -> dict[str, list[tuple[str, str]]]:
    hosts: dict[str, list[tuple[str, str]]] = {}
    for name, (_, entry) in facts().others.items():
        for address in entry.addresses:
            hosts.setdefault(address.split("/")[0], []).append((address.lower(), name))
    return {host: sorted(rows, key=lambda row: -len(row[0])) for host, rows in hosts.items()}


def _elsewhere(url: str) -> LicenceUrl:
    bare = re.sub(r"\A(?:https?:)?//(?:www\.)?", "", url).lower()
    for address, name in _addresses().get(bare.split("/", 1)[0], ()):
        if bare.startswith(address) and not bare[len(address) : len(address) + 1].isalnum():
            return LicenceUrl(name, True, True, facts().others[name][1].url or url, "page")
    return LicenceUrl()


def names() -> Iterator[tuple[str, str, str]]:
    """(language, words, meaning): an id for a whole title, `part:…` with the English name for a part of one."""
    for lang, table in facts().names.items():
        for key, titles in table.titles.items():
            if tool := facts().tools.get(key):
                yield from ((lang, title, tool.id) for title in titles)
        yield from ((lang, words, f"part:{part}") for part, words in table.parts.items())
    for name, (kind, entry) in facts().others.items():
        if kind == "rightsstatements":
            yield from ((lang, words, name) for lang, words in entry.labels.items())


def compatible(licence: Licence) -> Compatible | None:
    """Under which licences an adaptation may be shared; a port goes by its version. None without ShareAlike."""
    version = facts().versions[licence.version].same_as or licence.version if licence.version in facts().versions else ""
    return facts().compatible.get(licence.id) or facts().compatible.get(f"CC-{licence.unit.upper()}-{version}")


def flickr(number: int | str) -> str | None:
    """The licence id behind a number of the Flickr API."""
    return facts().flickr.get(str(number))


class Licences(Mapping[str, Licence]):
    """All licences by id; each is made when it is asked for."""

    def __getitem__(self, name: str) -> Licence:
        found = get(name)
        if found is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        yield from _keys()
        yield from facts().others

    def __len__(self) -> int:
        return len(_keys()) + len(facts().others)
