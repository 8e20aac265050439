# SPDX-License-Identifier: Apache-2.0
"""The form of the files in `rules/licences/`, as strict structs; and TOML held against a struct, with the line of what is wrong."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from licaudit.errors import RulebookError
from licaudit.model.licence import Answer, Level, Verified
from licaudit.rulebook import tomlfile

T = TypeVar("T")
_AT = re.compile(r" - at `\$(?P<path>[^`]*)`")
_STEP = re.compile(r"\.(?P<key>[^.\[]+)|\[(?P<index>\d+)\]|\[(?P<any>\.\.\.)\]")


class Tool(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of cc-tools.toml."""

    id: str
    title: str
    spdx: bool = False
    heading: str = ""
    place: str = ""
    languages: tuple[str, ...] = ()
    retired: str = ""
    superseded: bool = False


class Tools(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """cc-tools.toml: category, unit, `version/jurisdiction`."""

    licenses: dict[str, dict[str, Tool]]
    publicdomain: dict[str, dict[str, Tool]]


class Duty(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One part in cc-versions.toml or cc-ports.toml."""

    level: Level
    clause: str = ""
    quote: str = ""
    note: str = ""
    not_in: tuple[str, ...] = ()


class End(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What happens on breach."""

    automatic: bool
    clause: str = ""
    quote: str = ""
    cure_days: int = 0
    cure_clause: str = ""
    cure_quote: str = ""
    cure_note: str = ""
    note: str = ""


class Compatible(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of compatibility.toml: licences (ids or patterns) that an adaptation may be shared under."""

    allowed: tuple[str, ...]
    clause: str
    quote: str = ""
    note: str = ""


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One unit of cc-units.toml."""

    attribution: Answer
    commercial: Answer
    derivatives: Answer
    elements: tuple[str, ...] = ()
    verbatim: bool = True
    name: str = ""
    rules_of: str = "version"
    rule: str = ""
    clauses: dict[str, dict[str, str]] = {}


class Other(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of other/*.toml."""

    name: str
    attribution: Answer
    commercial: Answer
    derivatives: Answer
    source: str
    verified: Verified
    aliases: tuple[str, ...] = ()
    spdx: str = ""
    same_as: str = ""
    url: str = ""
    addresses: tuple[str, ...] = ()
    sharealike: bool = False
    credit: str = ""
    notes: str = ""
    duties: dict[str, Duty] = {}
    termination: End | None = None
    labels: dict[str, str] = {}


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """names/<lang>.toml."""

    parts: dict[str, str] = {}
    titles: dict[str, tuple[str, ...]] = {}


def read(path: Path, kind: type[T], name: str = "") -> T:
    """The file at `path` as `kind`; RulebookError with file, line, key and remedy where it is not."""
    try:
        raw = path.read_bytes()
        data = tomllib.loads(raw.decode("utf-8-sig"))
    except (OSError, ValueError):
        data = tomlfile.read(path, name, RulebookError).data
        raw = path.read_bytes()
    return check(data, kind, raw, name or path.as_posix())


def check(data: dict[str, Any], kind: type[T], raw: bytes, name: str, before: int = 0) -> T:
    """`data` as `kind`. `raw` is the TOML text, `before` the number of lines above it in the file."""
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as problem:
        path = _path(data, kind, str(problem))
        line = tomlfile.parse(raw, name, RulebookError).line(*path) + before
        words = _AT.sub("", str(problem))
        where = f' in "{".".join(map(str, path))}"' if path else ""
        raise RulebookError(f"{words}{where}.", path=name, line=line, remedy="Correct or remove this key.") from None


def _path(data: Any, kind: Any, message: str) -> tuple[str | int, ...]:
    """Where the message points. msgspec writes `[...]` for a key of a table: the one that fails alone is meant."""
    found = _AT.search(message)
    path: tuple[str | int, ...] = ()
    for step in _STEP.finditer(found["path"] if found else ""):
        if step["any"] and isinstance(_at(data, path), dict):
            keys = [key for key in _at(data, path) if _fails(_only(data, path, key), kind)]
            if not keys:
                return path
            path = (*path, keys[0])
        elif step["any"]:
            return path
        else:
            path = (*path, int(step["index"]) if step["index"] else step["key"])
    unknown = re.search(r"unknown field `([^`]*)`", message)
    return (*path, unknown[1]) if unknown else path


def _at(data: Any, path: tuple[str | int, ...]) -> Any:
    for key in path:
        data = data[key]
    return data


def _only(data: Any, path: tuple[str | int, ...], key: str) -> Any:
    """`data` in which the table at `path` holds nothing but `key`."""
    if not path:
        return {key: data[key]}
    inner = _only(data[path[0]], path[1:], key)
    if isinstance(data, list):
        return [inner]
    return {**data, path[0]: inner}


def _fails(data: Any, kind: Any) -> bool:
    try:
        msgspec.convert(data, kind)
    except msgspec.ValidationError:
        return True
    return False
