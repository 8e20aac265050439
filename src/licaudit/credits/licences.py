# SPDX-License-Identifier: Apache-2.0
"""Licences in a text: names in all languages, abbreviations, loose notations, addresses."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from licaudit.credits.otherlicences import OTHER_STARTS, other_licence
from licaudit.credits.tokens import Token, tokenise
from licaudit.credits.vocabulary import Vocabulary, vocabulary
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


def find_licences(text: str, links: Sequence[Link] = (), lang: str = "", tokens: list[Token] | None = None) -> tuple[LicenceMention, ...]:
    """All places that name a licence, in reading order; those of links carry `via` "link" or "badge"."""
    tokens = tokenise(text) if tokens is None else tokens
    vocab = vocabulary()
    found: list[LicenceMention] = []
    passed = 0
    starts = _all_starts()
    for index, token in enumerate(tokens):
        if index < passed or not (token.key in starts or token.key[:8] == "creative"):
            continue
        step = _at(tokens, index, text, vocab)
        if step:
            end, name, issue = step
            url = _address(links, tokens[index].start, tokens[end - 1].end)
            found.append(
                LicenceMention(
                    name, text[tokens[index].start : tokens[end - 1].end], tokens[index].start, tokens[end - 1].end, "text", url, issue
                )
            )
            passed = end
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
    wanted = ("pd", "srr", "licence-part")
    return frozenset(key[0] for key, entries in vocabulary().phrases.items() if any(e.category in wanted for e in entries))


_SHORT = frozenset(["cc0", "cco", "ccby", "ccbysa", "ccbync", "ccbyncsa", "ccbyncnd", "ccbynd"])


@cache
def _all_starts() -> frozenset[str]:
    """Every word with which the name of a licence can begin, but for those that begin with "creative"."""
    return _starts() | OTHER_STARTS | frozenset(_SPELLED) | _SHORT | {"cc"}


def _at(tokens: list[Token], index: int, text: str, vocab: Vocabulary) -> tuple[int, str, str] | None:
    token = tokens[index]
    other = other_licence(tokens, index)
    if other:
        return other
    key = token.key
    if token.kind in ("number", "punct", "url", "handle"):
        return None
    for end, entry in vocab.at(tokens, index, text) if key in _starts() else ():
        if entry.category == "pd" and not (key == "in" and entry.lang != "en"):
            return end, "PD", ""
        if entry.category == "srr":
            return end, "CC", "ambiguous"
        if entry.category == "licence-part" and entry.value == "by":
            return _named(tokens, index, text, vocab, strict=True)
    if key in _SHORT or key == "cc" or _creative(tokens, index):
        return _named(tokens, index, text, vocab, strict=False)
    return None


_SPELLED: dict[str, list[list[str]]] = {}
for _name in (
    "クリエイティブ・コモンズ", "クリエイティブ コモンズ", "知识共享", "知識共享", "創用cc", "创作共用",
    "크리에이티브커먼즈", "크리에이티브 커먼즈",
):  # fmt: skip
    _keys = [t.key for t in tokenise(_name)]
    _SPELLED.setdefault(_keys[0], []).append(_keys)


def _creative(tokens: list[Token], index: int) -> int:
    """Tokens that "Creative Commons" takes here, 0 if it does not stand here."""
    first = tokens[index].key
    if first not in _SPELLED and not first.startswith("creative"):
        return 0
    keys = [t.key for t in tokens[index : index + 13]]
    if keys[:1] == ["creativecommons"]:
        return 1
    if keys[:2] in (["creative", "commons"], ["creative", "common"], ["creative", "commoms"]):
        return 2
    if keys[:3] == ["creative", "-", "commons"]:
        return 3
    for parts in _SPELLED.get(keys[0], ()):
        if keys[: len(parts)] == parts:
            return len(parts)
    return 0


def _named(tokens: list[Token], index: int, text: str, vocab: Vocabulary, strict: bool) -> tuple[int, str, str] | None:
    """A Creative Commons name from token `index` on: elements, version and port in any order. `strict`: begins without "CC"."""
    elements: set[str] = set()
    version = port = ""
    issue = ""
    zero = False
    end = here = index
    gap = 0
    plain = False
    while here < len(tokens) and here < index + 60:
        token = tokens[here]
        key = token.key
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
            if here > index and elements and (version or text[tokens[here - 1].start : token.start].strip() in (",", ";", ".")):
                break
            here, end, gap = here + 1, here + 1, 0
            continue
        if key in _ELEMENTS and (key != "by" or not ((version and (elements or token.text == "by")) or _prose_by(tokens, here, elements))):
            elements.add(key)
            here, end, gap = here + 1, here + 1, 0
            continue
        if key in ("zero", "0", "ø", "o") and not elements and not strict and not version:
            zero, here, end, gap = True, here + 1, here + 1, 0
            continue
        part = next(((e, x) for e, x in vocab.at(tokens, here, text) if x.category == "licence-part"), None)
        if part and part[1].value in ("plain", "word"):
            if part[1].value == "plain":
                plain = True
            if part[1].value == "plain" or not (elements and version):
                end = part[0]
            here, gap = part[0], gap + (part[1].value == "word")
            if gap > 3:
                break
            continue
        if part and not (version and elements and part[1].value == "by"):
            elements.add(part[1].value)
            here, end, gap = part[0], part[0], 0
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
        if version and not port and not plain and key in PORTS and _port(tokens, here, elements):
            port, here, end, gap = PORTS[key], here + 1, here + 1, 0
            continue
        if version and not port and key == "united" and here + 1 < len(tokens) and tokens[here + 1].key in ("states", "kingdom"):
            port = "US" if tokens[here + 1].key == "states" else "UK"
            here, end, gap = here + 2, here + 2, 0
            continue
        if token.text in "-–—_:,()/'’\"“”„`·[«»" and gap < 3 and not (version and token.text in ",:/—" and elements):
            here, gap = here + 1, gap + 1
            continue
        break
    if zero and not elements - {"by"}:
        return _closed(tokens, end), "CC0-1.0", ""
    if strict and (not version or not elements):
        return None
    if not elements:
        if version:
            return end, f"CC-{version}", "ambiguous"
        return end, "CC", "ambiguous"
    name = _cc(elements, version, port)
    return _closed(tokens, end), name, issue or ("" if version else "no-version")


def _closed(tokens: list[Token], end: int) -> int:
    """A bracket that closes right behind a version belongs to the name: "CC BY (4.0)"."""
    return end


def _prose_by(tokens: list[Token], here: int, elements: set[str]) -> bool:
    """Whether "by" after a full name is the word before an author: "CC BY-SA by Ada"."""
    return "by" in elements or (
        bool(elements) and here + 1 < len(tokens) and tokens[here].text == "by" and tokens[here + 1].text[:1].isupper()
    )


def _port(tokens: list[Token], here: int, elements: set[str]) -> bool:
    """Two letters after the version are a port unless they begin a sentence ("… 3.0 in Berlin")."""
    text = tokens[here].text
    if text in ("in", "no", "it", "es", "at", "my", "am", "is", "de", "se", "si", "pt"):
        following = tokens[here + 1] if here + 1 < len(tokens) else None
        return following is None or following.kind in ("punct", "url") or following.key in ("via", "http")
    return True
