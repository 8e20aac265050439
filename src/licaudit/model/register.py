# SPDX-License-Identifier: Apache-2.0
"""The publisher's own record of pictures: who made them, what was granted, until when, with what proof."""

from collections.abc import Iterable
from functools import cached_property
from typing import Literal

import msgspec

from licaudit.model.pattern import is_glob, matches
from licaudit.model.place import Place

RowOrigin = Literal["register", "reuse", "sidecar"]


class RegisterRow(msgspec.Struct, frozen=True):
    """What the publisher knows of one picture, or of many at once.

    `pictures` are paths or patterns relative to the register's folder, or
    addresses; `sha256` are lower-case hex digests of the file's bytes. Dates
    are ISO (`2027-01-31`), the last day included; "" is no limit. `starts` and
    `until` bound the grant, `embargo` is the day before which nothing may be
    shown. `territories` are ISO 3166 codes or "worldwide"; `channels` such as
    web, app, print, social, feed; `uses` such as editorial, advertising.
    `pages` limits the grant to these articles. `own` says that the publisher
    holds the rights. `proof` is a file or a reference a human can follow.
    `line` is the row's line in `file`; `order` its place among all rows.
    """

    pictures: tuple[str, ...] = ()
    sha256: tuple[str, ...] = ()
    creators: tuple[str, ...] = ()
    credit: str = ""
    copyright: str = ""
    title: str = ""
    licence: str = ""
    licence_url: str = ""
    grant: str = ""
    supplier: str = ""
    proof: str = ""
    source: str = ""
    source_url: str = ""
    starts: str = ""
    until: str = ""
    embargo: str = ""
    territories: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    own: bool = False
    changes: str = ""
    reason: str = ""
    note: str = ""
    origin: RowOrigin = "register"
    file: str = ""
    line: int = 0
    order: int = 0

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return Place(self.file, self.line, 1 if self.line else 0)

    @property
    def label(self) -> str:
        """What a person recognises the row by."""
        return self.title or ", ".join(self.pictures) or ", ".join(f"sha256 {h[:12]}…" for h in self.sha256)


class Register(msgspec.Struct, frozen=True, dict=True):
    """All rows, in the order in which they were written; a `.license` sidecar stands after REUSE.toml and register.

    `files` are the files that were read, as shown to people. `folder` is the
    absolute folder that paths are relative to, and `cwd` the one that paths
    of an audit are shown relative to.
    """

    rows: tuple[RegisterRow, ...] = ()
    files: tuple[str, ...] = ()
    folder: str = ""
    cwd: str = ""

    def match(self, path: str | Iterable[str], sha256: str = "") -> tuple[RegisterRow, ...]:
        """Rows about a picture, the most telling first: by hash, by exact path or address, by pattern; then as written.

        `path` is the picture's file or address as an audit shows it, or
        several spellings of it.
        """
        spellings = [path] if isinstance(path, str) else list(path)
        found: dict[int, tuple[int, RegisterRow]] = {}

        def add(rank: int, row: RegisterRow) -> None:
            if found.setdefault(row.order, (rank, row))[0] > rank:
                found[row.order] = (rank, row)

        for row in self._by_hash.get(sha256.lower(), ()) if sha256 else ():
            add(0, row)
        for name in filter(None, map(self._local, spellings)):
            for row in self._by_path.get(name, ()):
                add(1, row)
            for pattern, row in self._patterns:
                if matches(pattern, name):
                    add(2, row)
        return tuple(row for _, row in sorted(found.values(), key=lambda hit: (hit[0], hit[1].order)))

    @property
    def needs_hashes(self) -> bool:
        """True where a row names a picture by its content, so that files have to be read."""
        return bool(self._by_hash)

    def _local(self, path: str) -> str:
        from licaudit.model.policy import local_path

        return local_path(path, self.folder, self.cwd)

    @cached_property
    def _by_hash(self) -> dict[str, list[RegisterRow]]:
        index: dict[str, list[RegisterRow]] = {}
        for row in self.rows:
            for digest in row.sha256:
                index.setdefault(digest.lower(), []).append(row)
        return index

    @cached_property
    def _by_path(self) -> dict[str, list[RegisterRow]]:
        index: dict[str, list[RegisterRow]] = {}
        for row in self.rows:
            for name in row.pictures:
                if not is_glob(name) or "://" in name:
                    index.setdefault(name.removeprefix("./").lstrip("/") if "://" not in name else name, []).append(row)
        return index

    @cached_property
    def _patterns(self) -> tuple[tuple[str, RegisterRow], ...]:
        return tuple((name, row) for row in self.rows for name in row.pictures if is_glob(name))
