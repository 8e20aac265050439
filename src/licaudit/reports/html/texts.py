# SPDX-License-Identifier: Apache-2.0
"""The words of the report in each language: catalogues are TOML files beside this module."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "catalogue"
_HOLE = re.compile(r"\{(\w+)(?::([^:{}]*):([^{}]*))?\}")
_THOUSANDS = {"de": "."}


def languages() -> tuple[str, ...]:
    """Languages that have a catalogue, sorted."""
    return tuple(sorted(p.stem for p in FOLDER.glob("*.toml")))


@cache
def catalogue(lang: str) -> dict[str, str]:
    """Key → text, dotted keys; unknown languages read English. Raises KeyError never, only `text` does."""
    chosen = lang if lang in languages() else "en"
    found = tomllib.loads((FOLDER / f"{chosen}.toml").read_text(encoding="utf-8"))
    return {f"{group}.{key}": value for group, table in found.items() for key, value in table.items()}


def text(lang: str, key: str, **values: object) -> str:
    """The text `key`, filled in. Values are not escaped here: the template does that. Raises KeyError."""
    return fill(lang, catalogue(lang)[key], values)


def fill(lang: str, words: str, values: Mapping[str, object]) -> str:
    """`{name}` is the value; `{name:image:images}` the number and the word for one or for any other number. Unknown names stay."""

    def one(found: re.Match[str]) -> str:
        if found[1] not in values:
            return found[0]
        value = values[found[1]]
        if found[2] is None:
            return number(lang, value)
        return f"{number(lang, value)} {found[2] if value == 1 else found[3]}"

    return _HOLE.sub(one, words)


def number(lang: str, value: object) -> str:
    """A number as people of the language write it; anything else as text."""
    return f"{value:,}".replace(",", _THOUSANDS.get(lang, ",")) if type(value) is int else str(value)


def part(lang: str, key: str) -> str:
    """What a part of a credit is called; a part that no catalogue knows is shown by its key, spelt out."""
    return catalogue(lang).get(f"part.{key}", key.replace("_", " "))


def name(lang: str, group: str, key: str) -> str:
    """What a field or an origin of the evidence is called; the key itself where no catalogue knows it."""
    return catalogue(lang).get(f"{group}.{key}", key)
