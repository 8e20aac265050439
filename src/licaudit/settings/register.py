# SPDX-License-Identifier: Apache-2.0
"""`licaudit.register.toml` to Register."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from licaudit.errors import RegisterError
from licaudit.model.register import Register, RegisterRow
from licaudit.rulebook import licences, tomlfile
from licaudit.rulebook.strict import Reader, meant
from licaudit.rulebook.tomlfile import TomlFile
from licaudit.settings.keys import REGISTER

_RENAMED = {"path": "pictures", "creator": "creators", "licence-url": "licence_url", "source-url": "source_url", "from": "starts"}


_SHA256 = re.compile(r"[0-9a-f]{64}")


def read_register(path: Path) -> Register:
    """Read the register at `path`; raises RegisterError with file and line."""
    return parse_register(tomlfile.read(path, path.name, RegisterError))


def parse_register(file: TomlFile) -> Register:
    """The register in `file`; raises RegisterError with file and line. A row must say which picture it is about."""
    reader = Reader(file, RegisterError)
    data = reader.table(file.data, REGISTER)
    rows: list[RegisterRow] = []
    for number, row in enumerate(data.get("picture", ())):
        if not row.get("path") and not row.get("sha256"):
            raise reader.fail(("picture", number), "this row names no picture.", 'Add path = "…" or sha256 = "…".')
        _check(reader, number, row)
        values: dict[str, Any] = {_RENAMED.get(key, key): value for key, value in row.items()}
        rows.append(RegisterRow(**values, file=file.name, line=file.line("picture", number), order=number))
    return Register(tuple(rows), (file.name,))


def _check(reader: Reader, number: int, row: Mapping[str, Any]) -> None:
    """Values that have the right type and mean nothing: a hash that is none, a licence nobody knows, an end before the start."""
    for digest in row.get("sha256") or ():
        if not _SHA256.fullmatch(digest):
            remedy = "Write the 64 hex digits that `sha256sum FILE` prints, in small letters."
            raise reader.fail(("picture", number, "sha256"), f"{digest!r} is no SHA-256 of a file.", remedy)
    for name in re.split(r"\s+OR\s+", row.get("licence") or ""):
        if name and not licences.get(name):
            raise reader.fail(("picture", number, "licence"), f"there is no licence {name!r}.", meant(name, licences.ids()))
    first, last = row.get("from") or "", row.get("until") or ""
    if first and last and last < first:
        raise reader.fail(("picture", number, "until"), f"the grant ends on {last}, before it begins on {first}.", "Put the dates right.")
