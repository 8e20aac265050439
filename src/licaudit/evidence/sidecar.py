# SPDX-License-Identifier: Apache-2.0
"""What REUSE.toml files and `.license` files beside a picture say of it (REUSE specification 3.3).

Read for pictures of the site only, as they come up; nothing outside the folder
of the configuration and the scanned folder is opened.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec

from licaudit.errors import RegisterError
from licaudit.model.policy import Settings
from licaudit.model.register import RegisterRow
from licaudit.rulebook import tomlfile
from licaudit.rulebook.linear import PatternError, Patterns
from licaudit.rulebook.strict import Reader
from licaudit.settings import git

MOST_BYTES = 64 * 1024
"""A `.license` file holds a handful of lines; what is larger is none."""
_TAG = re.compile(r"SPDX-(FileCopyrightText|License-Identifier|FileContributor):[ \t]*([^\n]*)|^[ \t]*((?:Copyright|©)[^\n]*)", re.M)
_MAIL = re.compile(r"\s*<[^<>]*>")


class Annotation(msgspec.Struct, frozen=True):
    """One `[[annotations]]` table: the paths it is for, how it ranks, and what it says."""

    exact: frozenset[str]
    globs: tuple[Patterns, ...]
    precedence: Literal["closest", "aggregate", "override"]
    row: RegisterRow

    def covers(self, path: str) -> bool:
        """Whether the table is about the file at `path`, relative to the folder of the REUSE.toml."""
        return path in self.exact or any(glob.first(path) for glob in self.globs)


class Sidecars:
    """Answers for one audit; each file is read once. `changed` names files that differ from `config_ref`."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.changed: list[str] = []
        self._above: dict[tuple[Path, str], list[tuple[Path, tuple[Annotation, ...]]]] = {}
        self._tomls: dict[Path, tuple[Annotation, ...]] = {}
        self._licences: dict[str, RegisterRow | None] = {}
        self._differ: frozenset[str] | None = None

    def rows(self, path: str, root: str) -> tuple[RegisterRow, ...]:
        """What is recorded of the picture file `path`, found by an audit of `root`. Raises RegisterError with file and line."""
        found = list(self._annotations(Path(path), root))
        for annotation in reversed(found):
            if annotation.precedence == "override":
                return (annotation.row,)
        besides = tuple(one.row for one in found if one.precedence == "aggregate")
        own = self._licence(f"{path}.license")
        closest = own or next((one.row for one in found if one.precedence == "closest"), None)
        return (closest, *besides) if closest else besides

    def _annotations(self, picture: Path, root: str) -> Iterator[Annotation]:
        """The last matching annotation of each REUSE.toml, from the picture's folder upwards."""
        folder = picture.parent
        if (folder, root) not in self._above:
            self._above[folder, root] = [(one, found) for one in self._folders(folder, root) if (found := self._toml(one))]
        for one, annotations in self._above[folder, root]:
            name = picture.relative_to(one).as_posix()
            matching = [annotation for annotation in annotations if annotation.covers(name)]
            if matching:
                yield matching[-1]

    def _folders(self, folder: Path, root: str) -> Iterator[Path]:
        """The folder and those above it, up to the outermost one that the audit is about."""
        tops = [top for top in (Path(self.settings.folder or root), Path(root)) if folder.is_relative_to(top)]
        last = min(tops, key=lambda top: len(top.parts), default=folder)
        for one in (folder, *folder.parents):
            yield one
            if one == last:
                return

    def _toml(self, folder: Path) -> tuple[Annotation, ...]:
        if folder not in self._tomls:
            raw = self._bytes(folder / "REUSE.toml", tomlfile.MAX_BYTES)
            self._tomls[folder] = parse(raw, self._shown(folder / "REUSE.toml")) if raw else ()
        return self._tomls[folder]

    def _licence(self, path: str) -> RegisterRow | None:
        if path not in self._licences:
            raw = self._bytes(Path(path), MOST_BYTES) if self.settings.config_ref or os.path.lexists(path) else b""
            self._licences[path] = licence_file(raw, self._shown(Path(path))) if raw else None
        return self._licences[path]

    def _bytes(self, path: Path, most: int) -> bytes:
        """The bytes of a file, b"" if it is not there, is no regular file or is too large; at `config_ref` where that is set."""
        ref = self.settings.config_ref
        if ref and self._differ is None:
            self._differ = git.changed(ref, Path(self.settings.folder or "."))
        if self._differ and str(path) in self._differ:
            self.changed.append(path.name)
            return git.show(ref, path) or b""
        try:
            if path.is_symlink() or not path.is_file() or path.stat().st_size > most:
                return b""
            return path.read_bytes()
        except OSError as problem:
            raise RegisterError(f"cannot be read ({problem.strerror}).", path=self._shown(path), remedy="Check its permissions.") from None

    def _shown(self, path: Path) -> str:
        cwd = self.settings.cwd.rstrip("/") + "/" if self.settings.cwd else ""
        return path.as_posix().removeprefix(cwd) if cwd else path.as_posix()


def parse(raw: bytes, name: str) -> tuple[Annotation, ...]:
    """The annotations of a REUSE.toml; RegisterError with file and line for what is wrong."""
    file = tomlfile.parse(raw, name, RegisterError)
    reader = Reader(file, RegisterError)
    tables = file.data.get("annotations", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise reader.fail(("annotations",), '"annotations" is no list of tables.', "Write [[annotations]].")
    return tuple(_annotation(reader, number, table) for number, table in enumerate(tables))


def _annotation(reader: Reader, number: int, table: dict[str, Any]) -> Annotation:
    def texts(key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise reader.fail(("annotations", number, key), f'"{key}" holds no texts.', "Expected a text or a list of texts.")
        return tuple(items)

    paths = texts("path")
    if not paths:
        raise reader.fail(("annotations", number), "this table names no path.", 'Add path = "…".')
    rank = table.get("precedence", "closest")
    if rank not in ("closest", "aggregate", "override"):
        at = ("annotations", number, "precedence")
        raise reader.fail(at, f'"precedence" cannot be "{rank}".', "Write one of: closest, aggregate, override.")
    row = _row(texts("SPDX-FileCopyrightText"), texts("SPDX-License-Identifier"), texts("SPDX-FileContributor"))
    line = reader.file.line("annotations", number)
    row = msgspec.structs.replace(row, pictures=paths, origin="reuse", file=reader.file.name, line=line)
    exact = frozenset(path for path in paths if "*" not in path and "\\" not in path)
    globs = []
    for path in paths:
        try:
            globs += [Patterns({path: _pattern(path)})] if path not in exact else []
        except PatternError:
            raise reader.fail(("annotations", number, "path"), f'"{path[:60]}…" is too long a path.', "Shorten it.") from None
    return Annotation(exact, tuple(globs), rank, row)


def _pattern(path: str) -> str:
    """A path of REUSE.toml as a pattern: `*` stays inside a folder, `**` does not, a backslash takes away the meaning."""
    made, at = "^", 0
    while at < len(path):
        if path.startswith("**", at):
            made, at = made + "(?:.|\\n)*", at + 2
        elif path[at] == "*":
            made, at = made + "[^/]*", at + 1
        else:
            at += path[at] == "\\" and at + 1 < len(path)
            made, at = made + (path[at] if path[at].isalnum() or ord(path[at]) > 127 else f"\\{path[at]}"), at + 1
    return made + "$"


def licence_file(raw: bytes, name: str) -> RegisterRow | None:
    """A `.license` file as a row; None where it says nothing about rights. Raises RegisterError where it is no text."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        raise RegisterError("is not UTF-8 here.", path=name, line=line, remedy="Save the file as UTF-8.") from None
    said: dict[str, list[str]] = {"FileCopyrightText": [], "License-Identifier": [], "FileContributor": []}
    for found in _TAG.finditer(text):
        said[found[1] or "FileCopyrightText"].append((found[2] if found[1] else found[3]).strip())
    if not any(said.values()):
        return None
    first = next(_TAG.finditer(text))
    row = _row(tuple(said["FileCopyrightText"]), tuple(said["License-Identifier"]), tuple(said["FileContributor"]))
    line = text.count("\n", 0, first.start()) + 1
    return msgspec.structs.replace(row, pictures=(name.removesuffix(".license"),), origin="sidecar", file=name, line=line)


def _row(notices: tuple[str, ...], licences: tuple[str, ...], contributors: tuple[str, ...]) -> RegisterRow:
    """Several licences of one file all apply: then none alone is judged, and all are shown."""
    bare = [_MAIL.sub("", notice).strip() for notice in notices]
    return RegisterRow(
        creators=tuple(name for one in contributors if (name := _MAIL.sub("", one).strip())),
        copyright="; ".join(filter(None, bare)),
        licence=" AND ".join(one.strip().removeprefix("LicenseRef-") for one in licences if one.strip()),
    )
