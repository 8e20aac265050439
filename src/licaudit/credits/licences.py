# SPDX-License-Identifier: Apache-2.0
"""Licences in a text: names in all languages, abbreviations, loose notations, addresses."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from licaudit.credits.otherlicences import OTHER_STARTS, other_licence
from licaudit.credits.tokens import Tokens, tokenise
from licaudit.credits.vocabulary import Phrases, vocabulary
from licaudit.model.credit import LicenceMention, Link
from licaudit.rulebook import licences as book

_ELEMENTS = {"by": "BY", "sa": "SA", "nc": "NC", "nd": "ND"}
_VERSIONS = frozenset(["1.0", "2.0", "2.1", "2.5", "3.0", "4.0"])
_COUNTRIES = (
    "am ar at au az be bg br ca ch cl cn co cr cz de dk ec ee eg es fi fr ge gr gt hk hr hu ie igo il in it jp kr lu mk mt mx my nl no nz "
    "pe ph pl pr pt ro rs scotland se sg si th tw ug uk us ve vn za"
)
PORTS = {code: code.upper() for code in _COUNTRIES.split()} | {
    "deutschland": "DE", "germany": "DE", "österreich": "AT", "austria": "AT", "schweiz": "CH", "switzerland": "CH", "france": "FR",
    "españa": "ES", "spain": "ES", "italia": "IT", "italy": "IT", "polska": "PL", "poland": "PL", "nederland": "NL", "netherlands": "NL",
    "brasil": "BR", "brazil": "BR", "portugal": "PT", "japan": "JP", "日本": "JP", "sverige": "SE", "sweden": "SE", "danmark": "DK",
    "norge": "NO", "norway": "NO", "台灣": "TW", "taiwan": "TW", "australia": "AU", "canada": "CA", "suomi": "FI", "finland": "FI",
    "belgië": "BE", "belgique": "BE", "belgium": "BE", "argentina": "AR", "chile": "CL", "denmark": "DK", "україна": "UA",
}  # fmt: skip
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
    elements = {p for p in hit[1].lower().split("-") if p in _ELEMENTS}
    return LicenceUrl(_cc(elements, _whole_version(hit[2] or ""), (hit[3] or "").upper()), False)


def _whole_version(version: str) -> str:
    version = version.strip(".")
    return f"{version}.0" if version.isdigit() else version


def _cc(elements: set[str], version: str, port: str) -> str:
    elements = elements | {"by"} if elements else elements
    named = [v for k, v in _ELEMENTS.items() if k in elements]
    order = [e for e in ("BY", "NC", "SA", "ND") if e in named]
    port = "" if port in ("UNPORTED", "INT") else port
    return "-".join(p for p in ("CC", *order, version, port if version else "") if p)


def find_licences(text: str, links: Sequence[Link] = (), lang: str = "", tokens: Tokens | None = None) -> tuple[LicenceMention, ...]:
    """All places that name a licence, in reading order; those of links carry `via` "link" or "badge"."""
    tokens = tokenise(text) if tokens is None else tokens
    starts = _all_starts()
    found: list[LicenceMention] = []
    passed = 0
    for index in [number for number, key in enumerate(tokens.keys) if key in starts]:
        step = _at(tokens, index, text) if index >= passed else None
        if step:
            passed, name, issue = step
            start, end = tokens.starts[index], tokens.ends[passed - 1]
            found.append(LicenceMention(name, text[start:end], start, end, "text", _address(links, start, end), issue))
    for link in links:
        known = by_url(link.href)
        if known:
            issue = "" if known.exists else "nonexistent"
            found.append(
                LicenceMention(known.id, link.href, link.start, link.end, "badge" if link.kind == "img" else "link", link.href, issue)
            )
    return tuple(sorted(found, key=lambda m: (m.start, m.via != "text")))


def _address(links: Sequence[Link], start: int, end: int) -> str | None:
    return next((k.href for k in links if k.start < end and k.end > start and by_url(k.href)), None)


@cache
def _starts() -> frozenset[str]:
    """First words of the phrases that name a licence."""
    return frozenset(word for word, phrases in vocabulary().phrases.items() if _has_terms(phrases))


def _has_terms(phrases: Phrases) -> bool:
    return bool(phrases.terms) or any(map(_has_terms, phrases.after.values()))


_SHORT = frozenset(["cc0", "cco", "ccby", "ccbysa", "ccbync", "ccbyncsa", "ccbyncnd", "ccbynd"])


@cache
def _all_starts() -> frozenset[str]:
    """Every word with which the name of a licence can begin."""
    return _starts() | OTHER_STARTS | frozenset(_SPELLED) | _SHORT | {"cc", "creative", "creativecommons"}


def _at(tokens: Tokens, index: int, text: str) -> tuple[int, str, str] | None:
    """Index behind the name of a licence that begins at token `index`, its id and issue."""
    other = other_licence(tokens, index)
    if other:
        return other
    key = tokens.keys[index]
    if tokens.kind(index) != "word":
        return None
    if key in _starts():
        for end, phrases in reversed(vocabulary().at(tokens, index)):
            for entry in phrases.terms:
                if entry.category == "pd" and not (key == "in" and entry.lang != "en"):
                    return end, "PD", ""
                if entry.category == "srr":
                    return end, "CC", "ambiguous"
                if entry.category == "licence-part" and entry.value == "by":
                    return _named(tokens, index, text, strict=True)
    if key in _SHORT or key == "cc" or _creative(tokens, index):
        return _named(tokens, index, text, strict=False)
    return None


_SPELLED: dict[str, list[list[str]]] = {}
for _name in (
    "クリエイティブ・コモンズ", "クリエイティブ コモンズ", "知识共享", "知識共享", "創用cc", "创作共用",
    "크리에이티브커먼즈", "크리에이티브 커먼즈",
):  # fmt: skip
    _keys = tokenise(_name).keys
    _SPELLED.setdefault(_keys[0], []).append(_keys)


def _creative(tokens: Tokens, index: int) -> int:
    """Tokens that "Creative Commons" takes here, 0 if it does not stand here."""
    first = tokens.keys[index]
    if first == "creativecommons":
        return 1
    if first != "creative" and first not in _SPELLED:
        return 0
    keys = tokens.keys[index : index + 13]
    if keys[:2] in (["creative", "commons"], ["creative", "common"], ["creative", "commoms"]):
        return 2
    if keys[:3] == ["creative", "-", "commons"]:
        return 3
    for parts in _SPELLED.get(keys[0], ()):
        if keys[: len(parts)] == parts:
            return len(parts)
    return 0


def _named(tokens: Tokens, index: int, text: str, strict: bool) -> tuple[int, str, str] | None:
    """A Creative Commons name from token `index` on: elements, version and port in any order. `strict`: begins without "CC"."""
    elements: set[str] = set()
    version = port = ""
    issue = ""
    zero = False
    end = here = index
    gap = 0
    plain = False
    vocab = vocabulary()
    keys, texts, starts = tokens.keys, tokens.texts, tokens.starts
    while here < len(keys) and here < index + 60:
        key = keys[here]
        took = _creative(tokens, here) if not strict else 0
        if took:
            here += took
            end, gap = here, 0
            continue
        if key in ("cc0", "cco"):
            zero, here, end, gap = True, here + 1, here + 1, 0
            continue
        if key.startswith("ccby"):
            elements |= {p for p in ("by", "sa", "nc", "nd") if p in key[2:]}
            here, end, gap = here + 1, here + 1, 0
            continue
        if key == "cc":
            if here > index and elements and (version or text[starts[here - 1] : starts[here]].strip() in (",", ";", ".")):
                break
            here, end, gap = here + 1, here + 1, 0
            continue
        if key in _ELEMENTS and (key != "by" or not ((version and (elements or texts[here] == "by")) or _prose_by(tokens, here, elements))):
            elements.add(key)
            here, end, gap = here + 1, here + 1, 0
            continue
        if key in ("zero", "0", "ø", "o") and not elements and not strict and not version:
            zero, here, end, gap = True, here + 1, here + 1, 0
            continue
        behind, part = _part(vocab.at(tokens, here))
        if part in ("plain", "word"):
            if part == "plain":
                plain = True
            if part == "plain" or not (elements and version):
                end = behind
            here, gap = behind, gap + (part == "word")
            if gap > 3:
                break
            continue
        if part and not (version and elements and part == "by"):
            elements.add(part)
            here, end, gap = behind, behind, 0
            continue
        value = key.lstrip("v")
        if not version and re.fullmatch(r"\d(?:\.\d)?|[1-5][05]", value) and (elements or not strict or zero):
            loose = {"4": "4.0", "3": "3.0", "2": "2.0", "1": "1.0", "40": "4.0", "30": "3.0", "25": "2.5", "20": "2.0", "10": "1.0"}
            if value in loose and len(value) == 2:
                issue = "misspelt"
            version = loose.get(value, value)
            if version not in _VERSIONS:
                issue = "nonexistent"
            here, end, gap = here + 1, here + 1, 0
            continue
        if version and not port and not plain and key in PORTS and _port(tokens, here):
            port, here, end, gap = PORTS[key], here + 1, here + 1, 0
            continue
        if version and not port and key == "united" and here + 1 < len(keys) and keys[here + 1] in ("states", "kingdom"):
            port = "US" if keys[here + 1] == "states" else "UK"
            here, end, gap = here + 2, here + 2, 0
            continue
        if key in "-–—_:,()/'’\"“”„`·[«»" and gap < 3 and not (version and key in ",:/—" and elements):
            here, gap = here + 1, gap + 1
            continue
        break
    if zero and not elements - {"by"}:
        return end, "CC0-1.0", ""
    if strict and (not version or not elements):
        return None
    if not elements:
        if version:
            return end, f"CC-{version}", "ambiguous"
        return end, "CC", "ambiguous"
    name = _cc(elements, version, port)
    return end, name, issue or ("" if version else "no-version")


def _prose_by(tokens: Tokens, here: int, elements: set[str]) -> bool:
    """Whether "by" after a full name is the word before an author: "CC BY-SA by Ada"."""
    texts = tokens.texts
    return "by" in elements or (bool(elements) and here + 1 < len(texts) and texts[here] == "by" and texts[here + 1][:1].isupper())


def _port(tokens: Tokens, here: int) -> bool:
    """Two letters after the version are a port unless they begin a sentence ("… 3.0 in Berlin")."""
    if tokens.texts[here] in ("in", "no", "it", "es", "at", "my", "am", "is", "de", "se", "si", "pt"):
        further = here + 1
        return further >= len(tokens.keys) or tokens.kind(further) in ("punct", "url") or tokens.keys[further] in ("via", "http")
    return True


def _part(found: list[tuple[int, Phrases]]) -> tuple[int, str]:
    """Index behind the longest phrase that is a part of a licence's name, and which part; "" if none is."""
    for behind, phrases in reversed(found):
        for entry in phrases.terms:
            if entry.category == "licence-part":
                return behind, entry.value
    return 0, ""
