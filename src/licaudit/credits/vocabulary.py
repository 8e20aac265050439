# SPDX-License-Identifier: Apache-2.0
"""The words of credit lines: `rules/phrases/*.toml` and `rules/providers/*.toml`, as one table for matching."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from licaudit.credits.tokens import Token, words
from licaudit.errors import RulebookError
from licaudit.rulebook.cache import compiled
from licaudit.rulebook.locate import rules_dir

CATEGORIES = frozenset(
    [
        "label",
        "credit",
        "source",
        "creator",
        "by",
        "via",
        "on",
        "courtesy",
        "permission",
        "arr",
        "srr",
        "own",
        "ai",
        "changed",
        "unchanged",
        "junk",
        "licensed",
        "pd",
        "unknown",
        "site",
        "exception",
        "caption",
        "ui",
        "and",
    ]
)
LICENCE_PARTS = frozenset(["by", "sa", "nc", "nd", "plain", "word"])
_JOINERS = frozenset("-‐‑/.'’·・ ")


class Entry(NamedTuple):
    """One meaning of a phrase: category, value (provider name, licence part) and language or provider kind."""

    category: str
    value: str
    lang: str
    exact: str = ""


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


class Vocabulary(NamedTuple):
    """`phrases`: words → meanings; `longest`: first word → most words of a phrase that starts so; `hosts`: host → (name, kind)."""

    phrases: dict[tuple[str, ...], tuple[Entry, ...]]
    longest: dict[str, int]
    hosts: dict[str, tuple[str, str]]
    names: NameWords

    def at(self, tokens: list[Token], index: int, text: str) -> list[tuple[int, Entry]]:
        """Phrases that start at token `index`: (index after the last token, meaning), longest first."""
        limit = self.longest.get(tokens[index].key, 0)
        if not limit:
            return []
        found: list[tuple[int, Entry]] = []
        key: list[str] = []
        last = index
        for here in range(index, min(len(tokens), index + 3 * limit)):
            token = tokens[here]
            if token.kind == "punct" and key and token.text in _JOINERS:
                continue
            if token.kind == "punct" or (key and token.start - tokens[last].end > 3):
                break
            key.append(token.key)
            last = here
            for entry in self.phrases.get(tuple(key), ()):
                if not entry.exact or text[tokens[index].start : token.end] == entry.exact:
                    found.append((here + 1, entry))
            if len(key) >= limit:
                break
        found.reverse()
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


def provider_named(name: str) -> Entry | None:
    """The provider that bears exactly this name."""
    return next((e for e in vocabulary().phrases.get(words(name), ()) if e.category == "provider" and e.exact in ("", name)), None)


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the rules that come with licaudit."""
    rules = rules_dir()
    files = [file for part in ("phrases", "providers", "names") for file in sorted((rules / part).glob("*.toml"))]
    rows, longest, hosts, names = compiled(
        "vocabulary", [*files, Path(__file__), Path(__file__).with_name("tokens.py")], Rows, lambda: _rows(build(rules))
    )
    return Vocabulary({key: tuple(map(Entry._make, entries)) for key, entries in rows}, longest, hosts, names)


class Rows(NamedTuple):
    """The vocabulary in the form of the cache: msgpack has no maps with lists as keys."""

    phrases: list[tuple[tuple[str, ...], list[tuple[str, str, str, str]]]]
    longest: dict[str, int]
    hosts: dict[str, tuple[str, str]]
    names: NameWords


def _rows(made: Vocabulary) -> Rows:
    return Rows(
        [(key, [(e.category, e.value, e.lang, e.exact) for e in entries]) for key, entries in made.phrases.items()],
        made.longest,
        made.hosts,
        made.names,
    )


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
    longest: dict[str, int] = {}
    for key in table:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    lists = {k: v for name in ("given", "bodies", "common") for k, v in _read(rules / "names" / f"{name}.toml").items()}
    names = NameWords(*(frozenset(str(lists.get(field, "")).split()) for field in NameWords._fields))
    return Vocabulary({k: tuple(v) for k, v in table.items()}, longest, hosts, names)


def _add(table: dict[tuple[str, ...], list[Entry]], phrase: str, entry: Entry) -> None:
    key = words(phrase)
    if key and entry not in (known := table.setdefault(key, [])):
        known.append(entry)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise RulebookError(str(problem), path=str(path)) from None
