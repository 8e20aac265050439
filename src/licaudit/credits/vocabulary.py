# SPDX-License-Identifier: Apache-2.0
"""The words of credit lines: `rules/phrases/*.toml` and `rules/providers/*.toml`, as one table for matching."""

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from licaudit.credits.tokens import Tokens, words
from licaudit.errors import RulebookError
from licaudit.rulebook.cache import compiled
from licaudit.rulebook.locate import rules_dir

_MARKS = (
    "provider", "courtesy", "credit", "creator", "own", "ai", "changed", "unchanged", "unknown", "permission", "arr", "junk", "label",
    "source", "licensed", "via", "by", "on", "and", "ui", "site", "exception", "caption",
    "placeholder", "example",
)  # fmt: skip
"""Categories that mark a span; where a phrase has several, the first counts."""
_RANK = {category: rank for rank, category in enumerate(_MARKS)}
_TERMS = frozenset(["pd", "srr", "licence-part"])
_LEADING = frozenset(["by", "source", "on", "via"])
CATEGORIES = frozenset([*_MARKS[1:], "pd", "srr"])
LICENCE_PARTS = frozenset(["by", "sa", "nc", "nd", "plain", "word"])
JOINERS = frozenset("-‐‑/.'’·")
"""Signs that may stand between the words of a phrase."""


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One meaning of a phrase: category, value (provider name, licence part) and language or provider kind."""

    category: str
    value: str
    lang: str
    exact: str = ""


class Phrases(msgspec.Struct, array_like=True, gc=False):
    """What the words so far mean, and the phrases that go on from here, by their next word.

    `marks`: meanings that mark a span, likeliest first; `terms`: parts of licence names; `longest`: most words of a phrase from here on.
    """

    marks: tuple[Entry, ...]
    terms: tuple[Entry, ...]
    longest: int
    after: "dict[str, Phrases]"


class NameWords(NamedTuple):
    """Words that tell what a name is of: the lists of `rules/names/`, each explained there."""

    given: frozenset[str]
    public: frozenset[str]
    company: frozenset[str]
    studio: frozenset[str]
    suffix: frozenset[str]
    surname: frozenset[str]
    particle: frozenset[str]
    function: frozenset[str]
    weak: frozenset[str]
    article: frozenset[str]
    work: frozenset[str]
    east_public: frozenset[str]
    east_company: frozenset[str]
    east_title: frozenset[str]
    shortened: frozenset[str]
    role: frozenset[str]


class Vocabulary(NamedTuple):
    """`phrases`: first word → phrases that start so; `hosts`: host → (name, kind)."""

    phrases: dict[str, Phrases]
    hosts: dict[str, tuple[str, str]]
    names: NameWords

    def meanings(self, words: Sequence[str]) -> list[Entry]:
        """All meanings of a phrase."""
        branch, here = self.phrases, None
        for word in words:
            here = branch.get(word)
            if not here:
                return []
            branch = here.after
        return [*here.marks, *here.terms] if here else []

    def at(self, tokens: Tokens, index: int) -> list[tuple[int, Phrases]]:
        """What starts at token `index`: (index after the last token, meanings), shortest first."""
        keys = tokens.keys
        here = self.phrases.get(keys[index])
        if not here:
            return []
        found = [(index + 1, here)] if here.marks or here.terms else []
        if not here.after or index + 1 >= len(keys) or not (keys[index + 1] in here.after or keys[index + 1] in JOINERS):
            return found
        last = index
        for number in range(index + 1, min(len(keys), index + 3 * (here.longest + 1))):
            key = keys[number]
            further = here.after.get(key)
            if further is None:
                if key in JOINERS:
                    continue
                break
            if tokens.starts[number] - tokens.ends[last] > 3:
                break
            here, last = further, number
            if here.marks or here.terms:
                found.append((number + 1, here))
            if not here.after:
                break
        return found

    def host(self, address: str) -> tuple[str, str, str]:
        """Host of an address, and name and kind of its provider ("" if nobody's)."""
        rest = address.split("//", 1)[-1]
        host = rest.split("/", 1)[0].split("?", 1)[0].split("@")[-1].split(":", 1)[0].lower().removeprefix("www.")
        parts = host.split(".")
        for cut in range(min(len(parts) - 1, 6)):
            known = self.hosts.get(".".join(parts[cut:]))
            if known:
                return host, *known
        return host, "", ""


@lru_cache(maxsize=1024)
def host_of(address: str) -> tuple[str, str, str]:
    """What `Vocabulary.host` tells of an address; several readers ask it of each link of a line."""
    return vocabulary().host(address)


@lru_cache(maxsize=1024)
def means(phrase: str, category: str) -> bool:
    """Whether a phrase is in a list of words, be it in another one, too: "Archivfoto" names nobody, and is what a picture is called."""
    return any(e.category == category for e in vocabulary().meanings(words(phrase)))


@lru_cache(maxsize=512)
def leads_on(phrase: str) -> bool:
    """Whether a phrase ends in a word that leads to a name: "used with permission of", "adaptado de"."""
    key, known = words(phrase), vocabulary()
    if len(key) < 2:
        return False
    return key[-1] in known.names.particle or any(e.category in _LEADING for e in known.meanings(key[-1:]))


def provider_named(name: str) -> Entry | None:
    """The provider that bears exactly this name."""
    return next((e for e in reversed(vocabulary().meanings(words(name))) if e.category == "provider" and e.exact in ("", name)), None)


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the rules that come with licaudit."""
    rules = rules_dir()
    files = [file for part in ("phrases", "providers", "names") for file in sorted((rules / part).glob("*.toml"))]
    return compiled("vocabulary", [*files, Path(__file__), Path(__file__).with_name("tokens.py")], Vocabulary, lambda: build(rules))


def build(rules: Path) -> Vocabulary:
    """Read all phrase and provider files under `rules`; RulebookError names the file that is wrong."""
    table: dict[tuple[str, ...], list[Entry]] = {}
    hosts: dict[str, tuple[str, str]] = {}
    for path in sorted((rules / "phrases").glob("*.toml")):
        data = _read(path)
        for category, phrases in data.get("words", {}).items():
            if category not in CATEGORIES:
                raise RulebookError(f"unknown list {category!r}.", path=str(path))
            for phrase in phrases:
                _add(table, phrase, Entry(category, "", path.stem))
        for part, phrases in data.get("licence", {}).items():
            if part not in LICENCE_PARTS:
                raise RulebookError(f"unknown licence part {part!r}.", path=str(path))
            for phrase in phrases:
                _add(table, phrase, Entry("licence-part", part, path.stem))
    for path in sorted((rules / "providers").glob("*.toml")):
        data = _read(path)
        for item in data.get("provider", ()):
            for phrase in item.get("names", ()):
                _add(table, phrase, Entry("provider", item["name"], data["kind"]))
            for phrase in item.get("exact", ()):
                _add(table, phrase, Entry("provider", item["name"], data["kind"], phrase))
            hosts.update(dict.fromkeys(item.get("hosts", ()), (item["name"], data["kind"])))
    lists = {k: v for name in ("given", "bodies", "common") for k, v in _read(rules / "names" / f"{name}.toml").items()}
    names = NameWords(*(frozenset(str(lists.get(field, "")).split()) for field in NameWords._fields))
    return Vocabulary(_tree(table), hosts, names)


def _tree(table: dict[tuple[str, ...], list[Entry]]) -> dict[str, Phrases]:
    """The phrases by their first word. Of equally likely meanings the one named last counts."""
    root: dict[str, Phrases] = {}
    for key, entries in table.items():
        branch = root
        for number, word in enumerate(key, 1):
            here = branch.setdefault(word, Phrases((), (), 0, {}))
            here.longest = max(here.longest, len(key) - number)
            branch = here.after
        here.terms = tuple(e for e in reversed(entries) if e.category in _TERMS)
        here.marks = tuple(sorted(_once(e for e in reversed(entries) if e.category not in _TERMS), key=lambda e: _RANK[e.category]))
    return root


def _once(entries: Iterable[Entry]) -> list[Entry]:
    """Without words that mean the same in another language: "Foto" is a label in twenty."""
    kept: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        kept.setdefault((entry.category, entry.value, entry.exact, entry.lang if entry.category == "provider" else ""), entry)
    return list(kept.values())


def _add(table: dict[tuple[str, ...], list[Entry]], phrase: str, entry: Entry) -> None:
    key = words(phrase)
    if key and entry not in (known := table.setdefault(key, [])):
        known.append(entry)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise RulebookError(str(problem), path=str(path)) from None
