# SPDX-License-Identifier: Apache-2.0
"""From a built page to the source file it was made of, so that an alert reaches the pull request.

A pattern pair such as `built = "public/{path}/index.html"`, `source =
"content/{path}.md"`. A name in braces stands for one or more characters, in
`{path}` with slashes, elsewhere without. A source counts only if the file
exists; the built place stays as related location.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from licaudit.errors import ConfigError, UsageError
from licaudit.model.policy import SourceMap as Entry
from licaudit.reports.presets import PRESETS, Pair
from licaudit.reports.sourcefiles import Files
from licaudit.reports.sourcetext import Text

Json = dict[str, Any]


class SourceMap:
    """Compiled patterns. Raises UsageError for a pattern that cannot work."""

    def __init__(self, pairs: Sequence[Pair], folder: Path | None = None) -> None:
        self._pairs = [(_compiled(pair), pair.source) for pair in pairs]
        self._files = Files(folder or Path())

    def source_of(self, built: str) -> str | None:
        """The existing source file of a built page, `/`-separated and inside the folder, or None."""
        for pattern, source in self._pairs:
            match = pattern.fullmatch(built)
            if match and (found := self._files.find(source, match.groupdict())):
                return found
        return None

    def knows(self, built: str) -> bool:
        """Whether some pattern is meant for this page, be its source there or not."""
        return any(pattern.fullmatch(built) for pattern, _ in self._pairs)

    def __bool__(self) -> bool:
        return bool(self._pairs)


def from_settings(entries: Sequence[Entry], folder: Path | None = None) -> SourceMap:
    """The map that `[[source-map]]` asks for, in the order written. Raises ConfigError for one that cannot work."""
    pairs: list[Pair] = []
    for entry in entries:
        if entry.preset and entry.preset not in PRESETS:
            near = get_close_matches(entry.preset.lower()[:40], PRESETS, n=1)
            known = f"Did you mean {near[0]!r}?" if near else f"Known are: {', '.join(PRESETS)}."
            raise _wrong(f"there is no preset {entry.preset!r}.", known, entry)
        if bool(entry.preset) == bool(entry.built or entry.source) or bool(entry.built) != bool(entry.source):
            raise _wrong("a block of [[source-map]] is not complete.", "It needs either a preset, or both built and source.", entry)
        own = PRESETS[entry.preset] if entry.preset else (Pair(entry.built, entry.source),)
        try:
            SourceMap(own)
        except UsageError as problem:
            raise _wrong(str(problem), "", entry) from None
        pairs += own
    return SourceMap(pairs, folder)


def _wrong(problem: str, remedy: str, entry: Entry) -> ConfigError:
    place = entry.place
    return ConfigError(problem, path=place.path if place else "", line=place.line if place else 0, remedy=remedy)


def _compiled(pair: Pair) -> re.Pattern[str]:
    """The built pattern as a regex. At most one `{path}`, so matching stays linear."""
    names = re.findall(r"\{([^{}]*)\}", pair.built)
    if len(set(names)) != len(names) or not all(n.isidentifier() for n in names):
        raise UsageError(f"{pair.built!r} must name each part once, as in {{path}}.")
    if missing := set(re.findall(r"\{([^{}]*)\}", pair.source)) - set(names):
        raise UsageError(f"{pair.source!r} uses {', '.join(sorted(missing))}, which {pair.built!r} does not name.")
    parts = re.split(r"\{(\w+)\}", posixpath.normpath(pair.built))
    return re.compile("".join(re.escape(p) if n % 2 == 0 else f"(?P<{p}>{'.+' if p == 'path' else '[^/]+'})" for n, p in enumerate(parts)))


def carry(report: Json, maps: SourceMap, folder: Path | None = None) -> Json:
    """A copy of `report` whose findings stand in the source files; the built place becomes the first related place.

    Paths are relative to `folder`. Pages that a pattern matches and that have
    no source file stay as they are, and a message counts them.
    """
    pages = {f["place"]["path"] if f["place"] else f["document"] for f in report["findings"]}
    sources = {page: source for page in pages if (source := maps.source_of(page))}
    turns = _turns(report["uses"])
    texts = {source: Text((folder or Path()) / source) for source in set(sources.values())}
    findings = []
    for f in report["findings"]:
        source = sources.get(f["place"]["path"] if f["place"] else f["document"])
        findings.append(_carried(f, source, texts[source], turns.get(f["use"], 0)) if source else f)
    lost = sorted(page for page in pages if page not in sources and maps.knows(page))
    if not lost:
        return {**report, "findings": findings}
    count = f"{len(lost):,} built pages" if len(lost) > 1 else "1 built page"
    told = f"source-map: no source file is found for {count} with findings, for example {lost[0]}; they are reported where they were built."
    return {**report, "findings": findings, "messages": [*report["messages"], told]}


def _turns(uses: Sequence[Json]) -> dict[str, int]:
    """For each use, how many earlier uses on its page show the same picture in the same role."""
    seen: Counter[tuple[str, str, str]] = Counter()
    turns = {}
    for use in uses:
        key = (use["document"], use["src"], use["role"])
        turns[use["id"]] = seen[key]
        seen[key] += 1
    return turns


def _carried(f: Json, source: str, text: Text, turn: int) -> Json:
    built = f["place"] or {"path": f["document"], "line": 0, "column": 0, "start": 0, "end": 0}
    place = text.place(source, f["image"], [q["text"] for q in f["quotes"]], turn)
    return {**f, "place": place, "related": [built, *f["related"]]}
