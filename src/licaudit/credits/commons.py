# SPDX-License-Identifier: Apache-2.0
"""Names of Creative Commons licences as people write them: elements, version and port in any order and notation."""

import re
from collections.abc import Iterable
from functools import lru_cache

from licaudit.credits.tokens import Tokens, tokenise
from licaudit.credits.vocabulary import Phrases, vocabulary

ELEMENTS = {"by": "BY", "nc": "NC", "sa": "SA", "nd": "ND"}
"""The elements of a licence in the order in which its name puts them."""
_VERSIONS = frozenset(["1.0", "2.0", "2.1", "2.5", "3.0", "4.0"])
_LOOSE = {"4": "4.0", "3": "3.0", "2": "2.0", "1": "1.0", "40": "4.0", "30": "3.0", "25": "2.5", "20": "2.0", "10": "1.0"}
_VERSION = re.compile(r"\d(?:\.\d)?|[1-5][05]")
_ZERO, _NULL = frozenset(["cc0", "cco"]), frozenset(["zero", "0", "ø", "o"])
ABBREVIATED = frozenset(["cc", "cc0", "cco", "ccby", "ccbysa", "ccbync", "ccbyncsa", "ccbyncnd", "ccbynd"])
_SIGNS = frozenset("-–—_:,()/'’\"“”„`·[«»")
"""Signs that may stand inside a name."""
_LONGEST = 60
"""Tokens of a name that are read."""
_COUNTRIES = (
    "am ar at au az be bg br ca ch cl cn co cr cz de dk ec ee eg es fi fr ge gr gt hk hr hu ie igo il in it jp kr lu mk mt mx my nl no nz "
    "pe ph pl pr pt ro rs scotland se sg si th tw ug uk us ve vn za"
)
_PORTS = {code: code.upper() for code in _COUNTRIES.split()} | {
    "deutschland": "DE", "germany": "DE", "österreich": "AT", "austria": "AT", "schweiz": "CH", "switzerland": "CH", "france": "FR",
    "españa": "ES", "spain": "ES", "italia": "IT", "italy": "IT", "polska": "PL", "poland": "PL", "nederland": "NL", "netherlands": "NL",
    "brasil": "BR", "brazil": "BR", "portugal": "PT", "japan": "JP", "日本": "JP", "sverige": "SE", "sweden": "SE", "danmark": "DK",
    "norge": "NO", "norway": "NO", "台灣": "TW", "taiwan": "TW", "australia": "AU", "canada": "CA", "suomi": "FI", "finland": "FI",
    "belgië": "BE", "belgique": "BE", "belgium": "BE", "argentina": "AR", "chile": "CL", "denmark": "DK", "україна": "UA",
}  # fmt: skip
_DOUBTFUL = frozenset(["in", "no", "it", "es", "at", "my", "am", "is", "de", "se", "si", "pt"])
"""Ports that are common words too."""

_SPELLED: dict[str, list[list[str]]] = {}
for _name in (
    "Creative Commons", "Creative Common", "Creative Commoms", "creativecommons",
    "クリエイティブ・コモンズ", "クリエイティブ コモンズ", "知识共享", "知識共享", "創用cc", "创作共用", "크리에이티브커먼즈", "크리에이티브 커먼즈",
):  # fmt: skip
    _keys = tokenise(_name).keys
    _SPELLED.setdefault(_keys[0], []).append(_keys)
_SPELLED["creative"].append(["creative", "-", "commons"])

STARTS = ABBREVIATED | frozenset(_SPELLED)
"""Words with which a name may begin; without "CC", any word for attribution may, too."""


@lru_cache(maxsize=512)
def identifier(elements: frozenset[str], version: str, port: str) -> str:
    """The id of a licence; all but the oldest have attribution."""
    named = [v for k, v in ELEMENTS.items() if k in elements or k == "by"] if elements else []
    port = "" if port in ("UNPORTED", "INT") else port
    return "-".join(p for p in ("CC", *named, version, port if version else "") if p)


def spelled_out(keys: list[str], index: int) -> int:
    """Tokens that "Creative Commons" takes here, 0 if it does not stand here."""
    for parts in _SPELLED.get(keys[index], ()):
        if keys[index : index + len(parts)] == parts:
            return len(parts)
    return 0


def read_name(tokens: Tokens, index: int, *, strict: bool) -> tuple[int, str, str] | None:
    """Index behind the name that begins at token `index`, its id and issue. `strict`: it begins without "CC"."""
    name = _Name(tokens, index, strict)
    keys = tokens.keys
    stop = min(len(keys), index + _LONGEST)
    here = name.take(index, keys[index])
    while 0 < here < stop:
        here = name.take(here, keys[here])
    return name.told()


class _Name:
    """What was read of a name so far. Each reader answers the index of the next token to be read, 0 at the end of the name."""

    __slots__ = ("elements", "end", "gap", "index", "issue", "plain", "port", "strict", "tokens", "version", "zero")

    def __init__(self, tokens: Tokens, index: int, strict: bool) -> None:
        self.tokens, self.index, self.strict = tokens, index, strict
        self.end = index
        self.gap = 0
        self.elements: set[str] = set()
        self.version = self.port = self.issue = ""
        self.zero = self.plain = False

    def take(self, here: int, key: str) -> int:
        """Read the token at `here`."""
        if key in _SIGNS:
            if self.gap > 2 or (self.version and self.elements and key in ",:/—"):
                return 0
            self.gap += 1
            return here + 1
        if key == "cc":
            return self._again(here)
        if key in ELEMENTS and not (key == "by" and self._before_author(here)):
            self.elements.add(key)
            return self._took(here + 1)
        if key in _ZERO or (key in _NULL and not (self.elements or self.strict or self.version)):
            self.zero = True
            return self._took(here + 1)
        if key in _SPELLED and not self.strict and (count := spelled_out(self.tokens.keys, here)):
            return self._took(here + count)
        if key[:4] == "ccby":
            self.elements.update(p for p in ELEMENTS if p in key[2:])
            return self._took(here + 1)
        if key[0].isdecimal():  # no word for a part of a licence begins so
            return self._ported(here, key) if self.version else self._versioned(here, key)
        behind, part = _part(vocabulary().at(self.tokens, here))
        if part in ("plain", "word"):
            return self._aside(behind, part)
        if part and not (self.version and self.elements and part == "by"):
            self.elements.add(part)
            return self._took(behind)
        return self._ported(here, key) if self.version else self._versioned(here, key.lstrip("v"))

    def _took(self, behind: int) -> int:
        self.end, self.gap = behind, 0
        return behind

    def _again(self, here: int) -> int:
        """A second "CC" begins another name where the first is complete."""
        if here > self.index and self.elements and (self.version or self.tokens.keys[here - 1] in (",", ";", ".")):
            return 0
        return self._took(here + 1)

    def _before_author(self, here: int) -> bool:
        """Whether "by" after a full name is the word before an author: "CC BY-SA by Ada"."""
        tokens = self.tokens
        small = tokens.written(here) == "by"
        if "by" in self.elements or (self.version and (self.elements or small)):
            return True
        return small and bool(self.elements) and here + 1 < len(tokens.keys) and tokens.written(here + 1)[:1].isupper()

    def _aside(self, behind: int, part: str) -> int:
        """A word that says nothing new: "International", "licence"."""
        if part == "plain":
            self.plain = True
        if part == "plain" or not (self.elements and self.version):
            self.end = behind
        self.gap += part == "word"
        return behind if self.gap <= 3 else 0

    def _versioned(self, here: int, value: str) -> int:
        if not (self.elements or not self.strict or self.zero) or not _VERSION.fullmatch(value):
            return 0
        if value in _LOOSE and len(value) == 2:
            self.issue = "misspelt"
        self.version = _LOOSE.get(value, value)
        if self.version not in _VERSIONS:
            self.issue = "nonexistent"
        return self._took(here + 1)

    def _ported(self, here: int, key: str) -> int:
        if self.port:
            return 0
        keys = self.tokens.keys
        if key in _PORTS and not self.plain and self._port_ends(here):
            self.port = _PORTS[key]
            return self._took(here + 1)
        if key == "united" and here + 1 < len(keys) and keys[here + 1] in ("states", "kingdom"):
            self.port = "US" if keys[here + 1] == "states" else "UK"
            return self._took(here + 2)
        return 0

    def _port_ends(self, here: int) -> bool:
        """Two letters after the version are a port unless they begin a sentence ("… 3.0 in Berlin")."""
        tokens, further = self.tokens, here + 1
        if tokens.written(here) not in _DOUBTFUL or further >= len(tokens.keys):
            return True
        return tokens.kind(further) in ("punct", "url") or tokens.keys[further] in ("via", "http")

    def told(self) -> tuple[int, str, str] | None:
        """Index behind the name, id and issue."""
        if self.zero and not self.elements - {"by"}:
            return self.end, "CC0-1.0", ""
        if self.strict and not (self.version and self.elements):
            return None
        if not self.elements:
            return self.end, f"CC-{self.version}" if self.version else "CC", "ambiguous"
        name = identifier(frozenset(self.elements), self.version, self.port)
        return self.end, name, self.issue or ("" if self.version else "no-version")


def _part(found: Iterable[tuple[int, Phrases]]) -> tuple[int, str]:
    """Index behind the longest phrase that is a part of a licence's name, and which part; "" if none is."""
    behind, part = 0, ""
    for end, phrases in found:
        for entry in phrases.terms:
            if entry.category == "licence-part":
                behind, part = end, entry.value
                break
    return behind, part
