# SPDX-License-Identifier: Apache-2.0
"""The output formats by name, `--format F[:FILE]`, and writing files whole or not at all."""

import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from licaudit.errors import OutputError, UsageError

Json = dict[str, Any]
FORMATS = {
    "full": "Findings with the source line, the clause and the credit to use (the default on a terminal).",
    "concise": "One line per finding (the default elsewhere).",
    "grouped": "Findings by page.",
    "json": "licaudit-report/1, all that is known.",
    "sarif": "SARIF 2.1.0 for code scanning.",
    "junit": "JUnit XML for test reports.",
    "github": "Annotations for GitHub Actions.",
    "gitlab": "GitLab Code Quality.",
    "rdjson": "Reviewdog diagnostics.",
    "csv": "One row per image use, for a spreadsheet.",
    "markdown": "A step summary (under 1 MiB).",
    "comment": "A comment on a pull request (under 65,536 characters).",
}
_MODULES = {"json": "json_v1", "csv": "csv_table", "comment": "markdown"}
_SOURCED = frozenset({"sarif", "github", "gitlab", "rdjson"})
"""Formats that read the source back, to say where a span ends."""

WIDTH = 100
"""Columns of a terminal format that is written to a file."""


class Output(NamedTuple):
    """One `--format` option; `file` is None for standard output."""

    format: str
    file: Path | None = None


class Look(NamedTuple):
    """How a format is drawn: colour, width in cells, the folder that paths are relative to, the files shown first, and
    edits that a reviewer may take over, by fingerprint."""

    colour: bool = False
    width: int = WIDTH
    base: Path | None = None
    changed: frozenset[str] = frozenset()
    suggestions: Mapping[str, Sequence[Json]] = MappingProxyType({})


def parse(options: Sequence[str], default: str = "concise") -> list[Output]:
    """The outputs asked for. Raises UsageError for an unknown format and for two outputs to one place."""
    outputs = [_parse_one(option) for option in options]
    if not outputs:
        return [Output(default)]
    targets = [o.file and o.file.absolute() for o in outputs]
    for target in targets:
        if targets.count(target) > 1:
            where = f"the file {target}" if target else "standard output; give all but one a file, as in --format sarif:licaudit.sarif"
            raise UsageError(f"two formats go to {where}.")
    return outputs


def _parse_one(option: str) -> Output:
    name, colon, file = option.partition(":")
    if name not in FORMATS:
        raise UsageError(f"unknown format {name!r}. Known: {', '.join(FORMATS)}.")
    if colon and not file:
        raise UsageError(f"--format {option} names no file. Write {name}:FILE, or {name} alone for standard output.")
    return Output(name, Path(file) if file and file != "-" else None)


def render(name: str, report: Json, look: Look | None = None) -> str:
    """The report in one format."""
    look = look or Look()
    if name in ("full", "concise", "grouped"):
        from licaudit.reports import terminal

        return terminal.render(report, name, look)
    module = import_module(f"licaudit.reports.{_MODULES.get(name, name)}")
    if name == "comment":
        return cast("str", module.comment(report))
    if name in _SOURCED:
        return cast("Callable[[Json, Look], str]", module.render)(report, look)
    return cast("Callable[[Json], str]", module.render)(report)


def write(outputs: Sequence[Output], report: Json, look: Look | None = None) -> str:
    """Write the files and return what belongs on standard output. Raises OutputError."""
    files = Look(base=look.base, changed=look.changed) if look else None
    return deliver([(output, render(output.format, report, files if output.file else look)) for output in outputs])


def deliver(drawn: Sequence[tuple[Output, str]]) -> str:
    """Write drawn outputs to their files and return what belongs on standard output. Raises OutputError."""
    for output, text in drawn:
        if output.file is not None:
            write_file(output.file, text)
    return "".join(text for output, text in drawn if output.file is None)


def write_file(path: Path, text: str) -> None:
    """Put `text` at `path` as UTF-8, replacing what was there in one step; folders are made. Raises OutputError."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """The same for bytes."""
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            # A pipe or /dev/stderr cannot be replaced, only written to.
            path.write_bytes(data)
            return
        target = path.resolve()
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, _mode())  # noqa: PTH101 (the path is a string here)
        os.replace(temporary, target)  # noqa: PTH105
    except (OSError, ValueError, RuntimeError) as problem:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise OutputError(f"{path} could not be written: {getattr(problem, 'strerror', None) or problem}.") from problem


def _mode() -> int:
    """What a newly made file would get: mkstemp makes it private, a report need not be."""
    mask = os.umask(0o022)
    os.umask(mask)
    return 0o666 & ~mask
