# SPDX-License-Identifier: Apache-2.0
"""Write decisions into the register and the configuration, where their readers look for them. Comments and order stay."""

import posixpath
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import tomlkit
from tomlkit.exceptions import TOMLKitError

from licaudit.errors import ConfigError, RegisterError, SettingsError
from licaudit.model.policy import Settings, local_path
from licaudit.rulebook import licences, tomlfile
from licaudit.rulebook.strict import Reader
from licaudit.settings.decisions import Decision
from licaudit.settings.keys import CONFIG
from licaudit.settings.register import parse_register

CONFIG_NAME = "licaudit.toml"


class Written(NamedTuple):
    """New text of a file ("" where nothing changes), how many rows were added, and how many stood there already."""

    path: Path
    text: str
    added: int
    known: int


def register(decisions: Iterable[Decision], settings: Settings) -> Written:
    """The register with a row for each picture decided to be own or licensed. Raises SettingsError."""
    path = Path(settings.register_file)
    rows: list[dict[str, Any]] = []
    for one in decisions:
        if one.decision in ("own", "licensed"):
            row = _row(one, settings)
            if row not in rows:
                rows.append(row)
    return _append(path, "picture", rows, lambda row: tuple(row["path"]), RegisterError)


def ignores(decisions: Iterable[Decision], settings: Settings) -> Written:
    """The configuration with an `[[ignore]]` for each accepted row. Raises SettingsError."""
    name = Path(settings.config_file).name if settings.config_file else CONFIG_NAME
    rows = [_ignore(one, settings) for one in decisions if one.decision == "accept"]
    if rows and name == "pyproject.toml":
        raise ConfigError("ignores are written into licaudit.toml only.", path=name, remedy="Move [tool.licaudit] into licaudit.toml.")
    return _append(Path(settings.folder) / name, "ignore", rows, _covers, ConfigError)


def _row(one: Decision, settings: Settings) -> dict[str, Any]:
    row: dict[str, Any] = {"path": [_picture(one, settings)]}
    if one.creator:
        row["creator"] = [one.creator]
    if one.licence and all(licences.get(name) for name in re.split(r"\s+OR\s+", one.licence)) and one.decision == "licensed":
        row["licence"] = one.licence
    if one.decision == "own":
        row["own"] = True
    else:
        row["grant"] = one.reason or "licensed"
    if one.proof:
        row["proof"] = one.proof
    if one.until:
        row["until"] = date.fromisoformat(one.until)
    if one.decision == "own" and one.reason:
        row["note"] = one.reason
    return row


def _ignore(one: Decision, settings: Settings) -> dict[str, Any]:
    row: dict[str, Any] = {"rules": list(one.rules), "reason": one.reason, "paths": ["/" + _spelt(settings.policy.local(one.document))]}
    if not one.rules:
        remedy = "Leave the column rules as the report exported it."
        raise SettingsError("nothing to accept: no rule is named.", path="decisions", line=one.row, remedy=remedy)
    if one.picture and _nameless(one) and one.fingerprints:
        row["fingerprints"] = list(one.fingerprints)
    elif one.picture:
        _whole(one)
        row["pictures"] = [_spelt(one.picture) if "://" in one.picture else "/" + _spelt(one.picture.lstrip("/"))]
    if one.until:
        row["until"] = date.fromisoformat(one.until)
    return row


def _picture(one: Decision, settings: Settings) -> str:
    """The picture as the register names it: an address, a path below the site's root, or a path from the register's folder."""
    _whole(one)
    if "://" in one.picture:
        return _spelt(one.picture)
    name = one.picture.split("?", 1)[0].split("#", 1)[0]
    if name.startswith("/"):
        return "/" + _spelt(name.lstrip("/"))
    path = posixpath.normpath(posixpath.join(posixpath.dirname(one.document), name))
    return "/" + _spelt(local_path(path, settings.folder, settings.cwd))


def _nameless(one: Decision) -> bool:
    """A picture written into the page itself, or with an address too long for the table."""
    return one.picture.endswith("…") or one.picture.startswith("data:")


def _whole(one: Decision) -> None:
    if _nameless(one):
        remedy = "Write the ignore or the register row by hand."
        raise SettingsError("the picture has no address that can be written down.", path="decisions", line=one.row, remedy=remedy)


def _spelt(path: str) -> str:
    """The path as a pattern that covers nothing else."""
    return re.sub(r"([*?[])", r"[\1]", path)


def _covers(row: dict[str, Any]) -> tuple[Any, ...]:
    return (
        tuple(row.get("rules") or ()),
        tuple(row.get("paths") or ()),
        tuple(row.get("pictures") or ()),
        tuple(row.get("fingerprints") or ()),
    )


def _append(path: Path, table: str, rows: list[dict[str, Any]], key: Any, error: type[SettingsError]) -> Written:
    """The file's text with the rows that it lacks; checked as its reader would, so that nothing is written that cannot be read."""
    if not rows:
        return Written(path, "", 0, 0)
    old = path.read_bytes().decode("utf-8-sig") if path.is_file() else ""
    try:
        document = tomlkit.parse(old)
        present = {key(_plain(row)) for row in document.get(table, ())}
        unique = {key(row): row for row in rows}
        new = [row for k, row in unique.items() if k not in present]
        if not new:
            return Written(path, "", 0, len(unique))
        text = old + ("\n" if old and not old.endswith("\n\n") else "") + "\n".join(_block(table, row) for row in new)
    except (TOMLKitError, TypeError, AttributeError) as problem:
        raise error(f"cannot be added to: {problem}.", path=path.name, remedy="Put the file right first.") from problem
    file = tomlfile.parse(text.encode(), path.name, error)
    if table == "picture":
        parse_register(file)
    else:
        Reader(file).table(file.data, CONFIG)
    return Written(path, text, len(new), len(unique) - len(new))


def _plain(row: Any) -> dict[str, Any]:
    plain: dict[str, Any] = row.unwrap()
    for name in ("path", "rules", "paths", "pictures", "fingerprints"):
        if isinstance(plain.get(name), str):
            plain[name] = [plain[name]]
    return plain


def _block(table: str, row: dict[str, Any]) -> str:
    return f"[[{table}]]\n{tomlkit.dumps(row)}"
