# SPDX-License-Identifier: Apache-2.0
"""Where the configuration, the register and the baseline are: on disk, or at a git revision."""

import os
from collections.abc import Sequence
from pathlib import Path

from licaudit.errors import UsageError
from licaudit.rulebook import tomlfile
from licaudit.rulebook.tomlfile import TomlFile
from licaudit.settings import git

NAMES = ("licaudit.toml", ".licaudit.toml", "pyproject.toml")


def find(paths: Sequence[str], named: str | None, without: bool) -> tuple[TomlFile | None, Path]:
    """The configuration file and its folder: the one `named`, else the first found from the scanned path up to the git root.

    `without` looks for none. Raises UsageError for one that is named and is not there.
    """
    start = Path(os.path.commonpath([os.path.abspath(p) for p in paths])) if paths else Path.cwd()
    if start.is_file():
        start = start.parent
    if without:
        return None, start
    if named:
        path = Path(named)
        if not path.is_file():
            raise UsageError(f"--config {named}: there is no such file.")
        return tomlfile.read(path, str(named)), path.resolve().parent
    kept: Path | None = None
    for folder in (start, *start.parents):
        for name in NAMES:
            path = folder / name
            if path.is_file() and (found := _section(tomlfile.read(path, _shown(path)), name)):
                return found, folder
        kept = kept or (folder if _strays(folder) else None)
        if (folder / ".git").exists():
            return None, kept or folder
    # Neither configuration nor repository: a new baseline belongs beside the site, not into what is published.
    return None, kept or (Path.cwd() if start.is_relative_to(Path.cwd()) else start)


def _strays(folder: Path) -> list[str]:
    """Register and baseline in `folder`."""
    return [name for name in ("licaudit.register.toml", ".licaudit-baseline.json") if (folder / name).is_file()]


def unread(paths: Sequence[str], folder: Path) -> list[str]:
    """Register and baseline that stand in the scanned folders while others, beside the configuration, are used."""
    places = {Path(os.path.abspath(p)) for p in paths if Path(p).is_dir()} - {folder}
    return [
        f"{_shown(place / name)} is not read: the one in {folder} counts. Move it there."
        for place in sorted(places)
        for name in _strays(place)
    ]


def at_ref(file: TomlFile | None, folder: Path, ref: str, changed: list[str]) -> TomlFile | None:
    """The configuration as it stands at `ref`: a pull request must not pass by changing its own rules."""
    names = NAMES if file is None or Path(file.name).name in NAMES else (Path(file.name).name,)
    for name in names:
        touched: list[str] = []
        raw = bytes_at_ref(folder / name, ref, touched)
        found = _section(tomlfile.parse(raw, name), name) if raw else None
        if touched and name == "pyproject.toml":  # most changes of that file are about other tools
            here = _section(tomlfile.read(folder / name), name) if (folder / name).is_file() else None
            touched = touched if (here and here.data) != (found and found.data) else []
        changed += touched
        if found:
            return found
    return None


def bytes_at_ref(path: Path, ref: str, changed: list[str]) -> bytes:
    """The bytes of `path` at `ref`, b"" where it is not there (then it counts as absent); one that differs is added to `changed`."""
    there = git.show(ref, path.absolute()) or b""
    here = path.read_bytes() if path.is_file() else b""
    if there != here:
        changed.append(path.name)
    return there


def ignore_file(folder: Path, ref: str, changed: list[str]) -> tuple[str, ...]:
    """Patterns of `.licauditignore` beside the configuration, as it stands at `ref` ("": on disk)."""
    path = folder / ".licauditignore"
    try:
        raw = bytes_at_ref(path, ref, changed) if ref else path.read_bytes()
    except OSError:
        return ()
    lines = raw.decode("utf-8-sig", "surrogateescape").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _section(file: TomlFile, name: str) -> TomlFile | None:
    if name != "pyproject.toml":
        return file
    table = file.data.get("tool", {}).get("licaudit")
    if not isinstance(table, dict):
        return None
    lines = {key[2:]: line for key, line in file.lines.items() if key[:2] == ("tool", "licaudit")}
    return TomlFile(file.name, table, lines)


def _shown(path: Path) -> str:
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
