# SPDX-License-Identifier: Apache-2.0
"""TOML files with the line of every key, so that an error can point at what it speaks of.

`tomllib` judges whether the text is TOML and what it says; the walk here runs
only over text that `tomllib` accepted and notes where each key and value stands.
"""

import re
import tomllib
from bisect import bisect_right
from pathlib import Path
from typing import Any

import msgspec

from licaudit.errors import ConfigError, SettingsError

Path_ = tuple[str | int, ...]
MAX_BYTES = 32 * 1024 * 1024
"""A register of 100,000 rows is about 20 MB; more than this is no file that a person keeps."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}\n#]+")
_SPACE = re.compile(r"[ \t]*")
_FILLER = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
TOML = "See https://toml.io for the form."
_LINE = re.compile(r"\(at line (\d+), column \d+\)")


class TomlFile(msgspec.Struct, frozen=True):
    """A TOML file as read. `name` is shown to people; `lines` maps the path of a key or array element to its 1-based line."""

    name: str
    data: dict[str, Any]
    lines: dict[Path_, int]

    def line(self, *path: str | int) -> int:
        """The line of `path`, or of the nearest thing around it that has one; 0 if there is none."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return 0


def read(path: Path, name: str = "", error: type[SettingsError] = ConfigError) -> TomlFile:
    """Read the file at `path`; raises `error` with file, line and remedy where it cannot be read or is not TOML."""
    name = name or path.as_posix()
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as problem:
        raise error(
            f"cannot be read ({problem.strerror or type(problem).__name__}).", path=name, remedy="Check the path and its permissions."
        ) from None
    return parse(raw, name, error)


def parse(raw: bytes, name: str, error: type[SettingsError] = ConfigError) -> TomlFile:
    """Parse the bytes of a TOML file; raises `error` with file, line and remedy."""
    if len(raw) > MAX_BYTES:
        raise error(f"is larger than {MAX_BYTES // 2**20} MB.", path=name, remedy="Split it, or name fewer pictures one by one.")
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        raise error("is not UTF-8 here.", path=name, line=line, remedy="Save the file as UTF-8.") from None
    try:
        data = tomllib.loads(text)
        return TomlFile(name, data, _Walk(text).lines)
    except tomllib.TOMLDecodeError as problem:
        found = _LINE.search(str(problem))
        line = int(found[1]) if found else text.rstrip("\n").count("\n") + 1
        raise error(f"is not valid TOML: {_LINE.sub('', str(problem)).strip()}.", path=name, line=line, remedy=TOML) from None
    except RecursionError:
        raise error("is nested too deeply.", path=name, line=1, remedy="No setting needs more than four levels.") from None
    except ValueError as problem:  # a number of more than 4,300 digits, a date that is none
        raise error(f"holds a value that cannot be read: {problem}.", path=name, line=1, remedy=TOML) from None


class _Walk:
    """Notes the line of every key of a text that is known to be TOML."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.breaks = [m.start() for m in re.finditer("\n", text)]
        self.lines: dict[Path_, int] = {}
        self.counts: dict[Path_, int] = {}
        table: Path_ = ()
        while self._filler() < len(text):
            if text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _filler(self) -> int:
        found = _FILLER.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def _space(self) -> None:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def _note(self, path: Path_) -> None:
        self.lines.setdefault(path, bisect_right(self.breaks, self.at - 1) + 1)

    def _header(self) -> Path_:
        start, many = self.at, self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        keys = self._keys()
        self.at = self.text.index("]", self.at) + (2 if many else 1)
        path: Path_ = ()
        for position, key in enumerate(keys, 1):
            path = (*path, key)
            if many and position == len(keys):
                self.counts[path] = self.counts.get(path, 0) + 1
            if path in self.counts:
                path = (*path, self.counts[path] - 1)
        end, self.at = self.at, start
        self._note(path)
        self.at = end
        return path

    def _pair(self, table: Path_) -> None:
        start = self.at
        path = (*table, *self._keys())
        end, self.at = self.at, start
        for length in range(len(table) + 1, len(path) + 1):
            self._note(path[:length])
        self.at = self.text.index("=", end) + 1
        self._space()
        self._value(path)

    def _keys(self) -> list[str]:
        keys: list[str] = []
        while True:
            self._space()
            quote = self.text[self.at]
            if quote in "\"'":
                start = self.at
                self._string()
                keys.append(str(next(iter(tomllib.loads(self.text[start : self.at] + "=0")))))
            else:
                found = _BARE.match(self.text, self.at)
                assert found
                keys.append(found[0])
                self.at = found.end()
            self._space()
            if self.text[self.at] != ".":
                return keys
            self.at += 1

    def _value(self, path: Path_) -> None:
        self._note(path)
        first = self.text[self.at]
        if first in "\"'":
            self._string()
        elif first == "[":
            self._array(path)
        elif first == "{":
            self._inline(path)
        else:
            found = _SCALAR.match(self.text, self.at)
            self.at = found.end() if found else self.at

    def _string(self) -> None:
        quote = self.text[self.at]
        fence = quote * 3 if self.text.startswith(quote * 3, self.at) else quote
        self.at += len(fence)
        while not self.text.startswith(fence, self.at):
            self.at += 2 if quote == '"' and self.text[self.at] == "\\" else 1
        self.at += len(fence)
        while len(fence) == 3 and self.text.startswith(quote, self.at):  # up to two quotes may precede the closing three
            self.at += 1

    def _array(self, path: Path_) -> None:
        self.at += 1
        number = 0
        while self.text[self._filler()] != "]":
            self._value((*path, number))
            number += 1
            if self.text[self._filler()] == ",":
                self.at += 1
        self.at += 1

    def _inline(self, path: Path_) -> None:
        self.at += 1
        while self.text[self._filler()] != "}":
            self._pair(path)
            if self.text[self._filler()] == ",":
                self.at += 1
        self.at += 1
