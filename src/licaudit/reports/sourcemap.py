# SPDX-License-Identifier: Apache-2.0
"""From a built page to the source file it was made of, so that an alert reaches the pull request.

A pattern pair such as `built = "public/{path}/index.html"`, `source =
"content/{path}.md"`. A name in braces stands for one or more characters, in
`{path}` with slashes, elsewhere without. A source counts only if the file
exists; the built place stays as related location.
"""

import posixpath
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from licaudit.errors import UsageError
from licaudit.model.policy import SourceMap as Entry
from licaudit.reports.excerpt import CAP

Json = dict[str, Any]


class Pair(NamedTuple):
    """One `[[source-map]]` entry; both patterns are relative to the folder of the configuration."""

    built: str
    source: str


def _pages(out: str, source: str, *endings: str) -> tuple[Pair, ...]:
    """Both ways in which generators name a page: as a folder with an index, or as a file."""
    pairs = [Pair(f"{out}/{{path}}/index.html", f"{source}/{{path}}{ending}") for ending in endings]
    pairs += [Pair(f"{out}/{{path}}.html", f"{source}/{{path}}{ending}") for ending in endings]
    return tuple(pairs)


_POST = "_posts/{year}-{month}-{day}-{slug}.md"
PRESETS: dict[str, tuple[Pair, ...]] = {
    "hugo": (
        *_pages("public", "content", ".md", "/index.md", "/_index.md", ".html"),
        Pair("public/index.html", "content/_index.md"),
    ),
    "jekyll": (
        Pair("_site/{year}/{month}/{day}/{slug}.html", _POST),
        Pair("_site/{year}/{month}/{day}/{slug}/index.html", _POST),
        Pair("_site/{category}/{year}/{month}/{day}/{slug}.html", _POST),
        *_pages("_site", ".", ".md", "/index.md", ".markdown"),
        Pair("_site/index.html", "index.md"),
    ),
    "eleventy": (
        *_pages("_site", ".", ".md", "/index.md", ".njk"),
        *_pages("_site", "src", ".md", "/index.md", ".njk"),
        Pair("_site/index.html", "index.md"),
        Pair("_site/index.html", "src/index.md"),
    ),
    "mkdocs": (*_pages("site", "docs", ".md", "/index.md", "/README.md"), Pair("site/index.html", "docs/index.md")),
    "pelican": (
        *_pages("output", "content", ".md", ".rst"),
        Pair("output/pages/{path}.html", "content/pages/{path}.md"),
    ),
    "sphinx": (
        Pair("_build/html/{path}.html", "{path}.rst"),
        Pair("_build/html/{path}.html", "{path}.md"),
        Pair("docs/_build/html/{path}.html", "docs/{path}.rst"),
        Pair("docs/_build/html/{path}.html", "docs/{path}.md"),
        Pair("docs/build/html/{path}.html", "docs/source/{path}.rst"),
        Pair("docs/build/html/{path}.html", "docs/source/{path}.md"),
    ),
    "docusaurus": (
        *_pages("build", ".", ".md", ".mdx", "/index.md", "/index.mdx"),
        *_pages("build", "src/pages", ".md", ".mdx"),
        Pair("build/blog/{year}/{month}/{day}/{slug}/index.html", "blog/{year}-{month}-{day}-{slug}.md"),
    ),
}


class SourceMap:
    """Compiled patterns. Raises UsageError for a pattern that cannot work."""

    def __init__(self, pairs: Sequence[Pair], folder: Path | None = None) -> None:
        self._pairs = [(_compiled(pair), pair.source) for pair in pairs]
        self._folder = folder or Path()

    def source_of(self, built: str) -> str | None:
        """The existing source file of a built page, `/`-separated and inside the folder, or None."""
        for pattern, source in self._pairs:
            match = pattern.fullmatch(built)
            if not match:
                continue
            path = posixpath.normpath(source.format_map(match.groupdict()))
            if not path.startswith(("../", "/")) and (self._folder / path).is_file():
                return path
        return None


def from_settings(entries: Sequence[Entry], folder: Path | None = None) -> SourceMap:
    """The map that `[[source-map]]` asks for, in the order written. Raises UsageError for an unknown preset."""
    pairs: list[Pair] = []
    for entry in entries:
        if entry.preset and entry.preset not in PRESETS:
            raise UsageError(f"source-map: unknown preset {entry.preset!r}. Known: {', '.join(PRESETS)}.")
        pairs += PRESETS[entry.preset] if entry.preset else (Pair(entry.built, entry.source),)
    return SourceMap(pairs, folder)


def _compiled(pair: Pair) -> re.Pattern[str]:
    """The built pattern as a regex. At most one `{path}`, so matching stays linear."""
    names = re.findall(r"\{([^{}]*)\}", pair.built)
    if len(set(names)) != len(names) or not all(n.isidentifier() for n in names):
        raise UsageError(f"source-map: {pair.built!r} must name each part once, as in {{path}}.")
    if missing := set(re.findall(r"\{([^{}]*)\}", pair.source)) - set(names):
        raise UsageError(f"source-map: {pair.source!r} uses {', '.join(sorted(missing))}, which {pair.built!r} does not name.")
    parts = re.split(r"\{(\w+)\}", posixpath.normpath(pair.built))
    return re.compile("".join(re.escape(p) if n % 2 == 0 else f"(?P<{p}>{'.+' if p == 'path' else '[^/]+'})" for n, p in enumerate(parts)))


def carry(report: Json, source_of: Callable[[str], str | None], folder: Path | None = None) -> Json:
    """A copy of `report` whose findings stand in the source files; the built place becomes the first related place.

    The line is the first of the source that holds the picture's address as
    written, else its file name; without such a line it is line 1, column 1.
    """
    known: dict[str, tuple[str, list[str]] | None] = {}
    findings = []
    for f in report["findings"]:
        page = f["place"]["path"] if f["place"] else f["document"]
        if page not in known:
            source = source_of(page)
            known[page] = (source, _lines((folder or Path()) / source)) if source else None
        found = known[page]
        findings.append(_carried(f, *found) if found else f)
    return {**report, "findings": findings}


def _carried(f: Json, source: str, lines: list[str]) -> Json:
    line, column = _find(lines, f["image"])
    place = {"path": source, "line": line, "column": column, "start": 0, "end": 0}
    built = f["place"] or {"path": f["document"], "line": 0, "column": 0, "start": 0, "end": 0}
    return {**f, "place": place, "related": [built, *f["related"]]}


def _find(lines: list[str], image: str) -> tuple[int, int]:
    name = image.split("?")[0].split("#")[0].rpartition("/")[2]
    for wanted in (image, name):
        for number, line in enumerate(lines, 1):
            if wanted and (at := line.find(wanted)) >= 0:
                return number, at + 1
    return 1, 1


def _lines(path: Path) -> list[str]:
    try:
        if path.stat().st_size > CAP:
            return []
        return re.split(r"\r\n|\n|\r", path.read_bytes().decode("utf-8", "replace"))
    except OSError:
        return []
