# SPDX-License-Identifier: Apache-2.0
"""The rulebook, loaded once: rules, licences, and the tables of words, providers and policies."""

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from licaudit.errors import RulebookError
from licaudit.model.finding import Rule
from licaudit.model.policy import Settings
from licaudit.rulebook.cache import compiled
from licaudit.rulebook.licences import Licences
from licaudit.rulebook.locate import rules_dir
from licaudit.rulebook.rulefile import read_rule
from licaudit.rulebook.schema import read

T = TypeVar("T")
README = "readme.md"
"""A folder of rules may explain itself."""
GROUPS = ("attribution", "licence", "use", "provenance", "settings")


class Rulebook(msgspec.Struct, frozen=True):
    """All that is demanded. `rules` are sorted by group and id; `licences` reads like a dict of id → Licence."""

    rules: dict[str, Rule]
    licences: Licences = Licences()


@cache
def rulebook(extra: tuple[Path, ...] = (), texts: tuple[tuple[str, bytes], ...] = ()) -> Rulebook:
    """The rulebook, with the publisher's own rule folders in `extra`; RulebookError with file and line for what is wrong.

    `texts` are rule files of the publisher, by path, that are not read from disk: as they stand at a git revision.
    """
    base = rules_dir()
    files = [path for group in GROUPS for path in sorted((base / group).glob("*.md"))]
    rules = dict(compiled("rules", files, dict[str, Rule], lambda: _rules(files, base.parent)))
    for folder in extra:
        if not folder.is_dir():
            raise RulebookError("is no folder of rules.", path=str(folder), remedy="Correct the path in licaudit.toml.")
        for path in sorted(folder.rglob("*.md")):
            if path.name.lower() != README:
                _add(rules, read_rule(path), path.as_posix())
    for name, raw in texts:
        if Path(name).name.lower() != README:
            _add(rules, read_rule(Path(name), name, raw), name)
    return Rulebook(rules)


def of(settings: Settings) -> Rulebook:
    """The rulebook of an audit: what is shipped, and the rules of its configuration."""
    if settings.rule_texts is not None:
        return rulebook((), settings.rule_texts)
    return rulebook(tuple(Path(folder) for folder in settings.rule_dirs))


def _rules(files: list[Path], above: Path) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    for path in files:
        shown = path.relative_to(above).as_posix()
        _add(rules, read_rule(path, shown), shown)
    return rules


def _add(rules: dict[str, Rule], rule: Rule, shown: str) -> None:
    taken = {name: r.file for r in rules.values() for name in (r.id, *r.aliases)}
    for name in (rule.id, *rule.aliases):
        if name in taken:
            raise RulebookError(
                f'the id "{name}" is taken by {taken[name]}.', path=shown, line=2, remedy="Give each rule an id of its own."
            )
    rules[rule.id] = rule


def table(kind: str, struct: type[T], extra: tuple[Path, ...] = ()) -> dict[str, T]:
    """Every `rules/<kind>/*.toml` as `struct`, by file name without suffix; folders in `extra` add `<kind>/*.toml` of their own."""
    files = sorted((rules_dir() / kind).glob("*.toml"))
    wanted: Any = dict.__class_getitem__((str, struct))
    made: dict[str, T] = dict(compiled(kind, files, wanted, lambda: {path.stem: read(path, struct) for path in files}))
    for folder in extra:
        for path in sorted((folder / kind).glob("*.toml")):
            if path.stem in made:
                raise RulebookError(f'the name "{path.stem}" is taken.', path=path.as_posix(), line=1, remedy="Give the file another name.")
            made[path.stem] = read(path, struct)
    return made
