# SPDX-License-Identifier: Apache-2.0
"""Path patterns as people write them in configuration, register and ignores.

The reading is that of .gitignore, without negation: `*` and `?` stay inside a
folder, `**` crosses folders, a pattern without a slash matches at any depth,
a pattern that matches a folder matches all that is in it. Time is linear in
the length of path and pattern for each folder (no backtracking over folders).
"""

import fnmatch
import re
from collections.abc import Callable, Iterable
from functools import lru_cache

Segment = Callable[[str], object]


def is_glob(pattern: str) -> bool:
    """True where `pattern` stands for more than the one path it spells."""
    return any(c in pattern for c in "*?[") or pattern.endswith("/") or "/" not in pattern


def matches(pattern: str, path: str) -> bool:
    """True where `pattern` covers `path` (both `/`-separated and relative to the same folder).

    An address (`https://…`) is matched as one text in which `*` crosses slashes.
    """
    if "://" in pattern:
        return bool(_segment(pattern)(path))
    return _walk(_compiled(pattern), path.removeprefix("./").strip("/").split("/"))


def first(patterns: Iterable[str], path: str) -> str | None:
    """The first of `patterns` that covers `path`, or None."""
    return next((p for p in patterns if matches(p, path)), None)


@lru_cache(maxsize=4096)
def _segment(text: str) -> Segment:
    # Since 3.11 fnmatch writes each `*` as an atomic group: no backtracking between stars.
    return re.compile(fnmatch.translate(text)).match


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> tuple[Segment | None, ...]:
    """The pattern's folders; None stands for `**`."""
    body = pattern.removeprefix("./").strip("/")
    floating = "/" not in pattern.rstrip("/").removeprefix("./")
    parts = [] if body in ("", ".") else body.split("/")
    tail: list[Segment | None] = [None if p == "**" else _segment(p) for p in parts]
    return (None, *tail) if floating and body != "**" else tuple(tail)


def _walk(pattern: tuple[Segment | None, ...], names: list[str]) -> bool:
    """Positions in `pattern` reachable after each name; reaching the end covers what lies beneath."""
    end = len(pattern)
    here = _close(pattern, {0})
    for name in names:
        if end in here:
            return True
        after = {at if pattern[at] is None else at + 1 for at in here if pattern[at] is None or pattern[at](name)}  # type: ignore[misc]
        here = _close(pattern, after)
        if not here:
            return False
    return end in here


def _close(pattern: tuple[Segment | None, ...], here: set[int]) -> set[int]:
    """`**` may stand for no folder at all."""
    found = set(here)
    for at in here:
        while at < len(pattern) and pattern[at] is None:
            at += 1
            found.add(at)
    return found
