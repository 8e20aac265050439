# SPDX-License-Identifier: Apache-2.0
"""The files a source pattern may mean, looked up without walking the tree again for every page."""

import os
import posixpath
import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path

_NEVER = frozenset([".git", "node_modules", "__pycache__", ".venv", "venv"])
WILD = "*?["


def literal(value: str) -> str:
    """`value` so that no character of it is a wild card."""
    return "".join(f"[{c}]" if c in WILD else c for c in value)


def _slug(name: str) -> str:
    return re.sub(r"[^\w.]+", "-", name.lower())


class Files:
    """Files below one folder; listings are kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._listed: dict[str, list[str]] = {}
        self._named: dict[str, list[str]] = {}

    def find(self, pattern: str, values: Mapping[str, str]) -> str | None:
        """The one existing file that `pattern` names with `values` filled in, inside the folder; None for none or several.

        Wild cards of the pattern count in the file name, and `**` among the folders; those of the values never.
        """
        path = posixpath.normpath(pattern.format_map(values))
        if path.startswith(("../", "/")) or path == "..":
            return None
        if not any(c in pattern for c in WILD):
            return path if (self.folder / path).is_file() else self._slugged(path)
        before, deep, _ = pattern.partition("**/")
        name = posixpath.basename(pattern).format_map({k: literal(v) for k, v in values.items()})
        if deep:
            found = [p for p in self._below(before.rstrip("/")) if fnmatchcase(posixpath.basename(p), name)]
        else:
            here = posixpath.dirname(path)
            found = [p for n in self._names(here) if fnmatchcase(n, name) and (self.folder / (p := posixpath.join(here, n))).is_file()]
        return found[0] if len(found) == 1 else None

    def _slugged(self, path: str) -> str | None:
        """The one file whose name becomes that of `path` as generators make addresses: `Big News.md` becomes `big-news`."""
        folder, _, name = path.rpartition("/")
        found = [n for n in self._names(folder) if _slug(n) == name and (self.folder / folder / n).is_file()]
        return posixpath.join(folder, found[0]) if len(found) == 1 else None

    def _names(self, folder: str) -> list[str]:
        if folder not in self._listed:
            try:
                self._listed[folder] = sorted(p.name for p in (self.folder / folder).iterdir())
            except OSError:
                self._listed[folder] = []
        return self._listed[folder]

    def _below(self, folder: str) -> list[str]:
        """All files below `folder`, links not followed."""
        if folder not in self._named:
            found = []
            for here, folders, names in os.walk(self.folder / folder):
                folders[:] = sorted(f for f in folders if f not in _NEVER)
                found += [Path(here, name).relative_to(self.folder).as_posix() for name in sorted(names)]
            self._named[folder] = found
        return self._named[folder]
