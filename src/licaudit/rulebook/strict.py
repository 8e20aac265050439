# SPDX-License-Identifier: Apache-2.0
"""Tables of a TOML file, held against a list of known keys: wrong ones are told with line, nearest key and what was expected."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any, Literal

import msgspec

from licaudit.errors import ConfigError, SettingsError
from licaudit.rulebook.tomlfile import Path_, TomlFile

Kind = Literal["text", "flag", "number", "texts", "date", "choice", "text-or-off", "levels", "table", "rows"]
EXPECTED: dict[str, str] = {
    "text": 'a text in quotes, as in "newsroom"',
    "flag": "true or false",
    "number": "a whole number, 0 or more",
    "texts": 'a list of texts, as in ["one", "two"]',
    "date": "a date, as in 2027-01-31",
    "text-or-off": "a text in quotes, or false",
    "levels": 'a table of rule = "error", "warning", "note" or "off"',
    "table": "a table",
    "rows": "a list of tables ([[…]])",
}
LEVELS = ("error", "warning", "note", "off")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


class Key(msgspec.Struct, frozen=True):
    """One key that may be set: what it takes, what it does, and for a table its own keys.

    `needs` are keys that each row or table must have. `environment` and
    `option` name the other ways to say it.
    """

    kind: Kind
    doc: str = ""
    choices: tuple[str, ...] = ()
    keys: "dict[str, Key]" = {}
    needs: tuple[str, ...] = ()
    example: str = ""
    environment: str = ""
    option: str = ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was most likely meant to be, or ""."""
    found = get_close_matches(word[:100], list(known), n=1, cutoff=0.5)
    return found[0] if found else ""


def meant(word: str, known: Iterable[str]) -> str:
    """The remedy for an unknown word: the nearest known one, or the list of all."""
    words = list(known)
    close = nearest(word, words)
    return f'Did you mean "{close}"?' if close else f"Known are: {', '.join(words[:40])}."


class Reader:
    """Checks the tables of one file against their keys; every problem raises `error` with file and line."""

    def __init__(self, file: TomlFile, error: type[SettingsError] = ConfigError, prefix: Path_ = ()) -> None:
        self.file, self.error, self.prefix = file, error, prefix

    def fail(self, path: Path_, message: str, remedy: str = "") -> SettingsError:
        """The exception for something wrong at `path`."""
        return self.error(message, path=self.file.name, line=self.file.line(*self.prefix, *path), remedy=remedy)

    def table(self, data: Mapping[str, Any], keys: Mapping[str, Key], path: Path_ = ()) -> dict[str, Any]:
        """The values of a table, each of the kind its key asks for."""
        for name in data:
            if name not in keys:
                where = f" in [{'.'.join(str(p) for p in path if isinstance(p, str))}]" if path else ""
                raise self.fail((*path, name), f'unknown key "{name}"{where}.', meant(name, keys))
        return {name: self.value(value, keys[name], (*path, name)) for name, value in data.items()}

    def value(self, value: Any, key: Key, path: Path_) -> Any:
        """One value, checked and in the form the program uses: dates as ISO text, lists as tuples."""
        name = str(path[-1])
        if key.kind == "table" and isinstance(value, dict):
            return self._needs(self.table(value, key.keys, path), key, path)
        if key.kind == "rows" and isinstance(value, list) and all(isinstance(row, dict) for row in value):
            return [self._needs(self.table(row, key.keys, (*path, n)), key, (*path, n)) for n, row in enumerate(value)]
        if key.kind == "levels" and isinstance(value, dict):
            return {rule: self._level(said, (*path, rule)) for rule, said in value.items()}
        if key.kind == "choice":
            if value not in key.choices or not isinstance(value, str):
                raise self.fail(path, f'"{name}" cannot be {_said(value)}.', f"Write one of: {', '.join(key.choices)}.")
            return value
        known, plain = self._plain(value, key, path)
        if known:
            return plain
        raise self.fail(path, f'"{name}" cannot be {_said(value)}.', f"Expected {EXPECTED[key.kind]}.")

    def _plain(self, value: Any, key: Key, path: Path_) -> tuple[bool, Any]:
        kind = key.kind
        if kind == "text" or (kind == "text-or-off" and value is not False):
            return isinstance(value, str), value
        if kind == "text-or-off":
            return True, None
        if kind == "flag":
            return isinstance(value, bool), value
        if kind == "number":
            return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31, value
        if kind == "date":
            return True, self._day(value, path)
        if kind == "texts":
            items = [value] if isinstance(value, str) else value
            if not isinstance(items, list):
                return False, None
            for number, item in enumerate(items):
                if not isinstance(item, str) or not item:
                    raise self.fail((*path, number), f'"{path[-1]}" cannot hold {_said(item)}.', f"Expected {EXPECTED['texts']}.")
            return True, tuple(items)
        return False, None

    def _needs(self, values: dict[str, Any], key: Key, path: Path_) -> dict[str, Any]:
        for need in key.needs:
            if values.get(need) in (None, "", ()):
                raise self.fail(path, f'"{need}" is missing or empty.', f"{key.keys[need].doc}")
        return values

    def _level(self, value: Any, path: Path_) -> tuple[str, str]:
        level, reason = value, ""
        if isinstance(value, dict) and set(value) <= {"level", "reason"}:
            level, reason = value.get("level"), value.get("reason", "")
        if level not in LEVELS or not isinstance(level, str) or not isinstance(reason, str):
            raise self.fail(path, f'"{path[-1]}" cannot be {_said(value)}.', f'Write "{path[-1]}" = one of: {", ".join(LEVELS)}.')
        return level, reason

    def _day(self, value: Any, path: Path_) -> str:
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        if isinstance(value, str) and _DAY.match(value):
            try:
                return date.fromisoformat(value).isoformat()
            except ValueError:
                pass
        raise self.fail(path, f'"{path[-1]}" cannot be {_said(value)}.', f"Expected {EXPECTED['date']}.")


def _said(value: Any) -> str:
    """The value as an error message shows it, short."""
    shown = {True: "true", False: "false"}.get(value) if isinstance(value, bool) else None
    text = shown or (f'"{value}"' if isinstance(value, str) else "a table" if isinstance(value, dict) else str(value))
    return text if len(text) <= 60 else text[:57] + "…"
