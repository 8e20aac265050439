# SPDX-License-Identifier: Apache-2.0
"""The words of the report in each language: catalogues are TOML files beside this module."""

import tomllib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "catalogue"


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
    """The text `key`, with `{name}` filled in. Values are not escaped here: the template does that. Raises KeyError."""
    words = catalogue(lang)[key]
    for name, value in values.items():
        words = words.replace("{" + name + "}", str(value))
    return words


def part(lang: str, key: str) -> str:
    """What a part of a credit is called; a part that no catalogue knows is shown by its key, spelt out."""
    return catalogue(lang).get(f"part.{key}", key.replace("_", " "))
