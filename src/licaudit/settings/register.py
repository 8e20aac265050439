# SPDX-License-Identifier: Apache-2.0
"""`licaudit.register.toml` to Register."""

from pathlib import Path
from typing import Any

from licaudit.errors import RegisterError
from licaudit.model.register import Register, RegisterRow
from licaudit.rulebook import tomlfile
from licaudit.rulebook.strict import Reader
from licaudit.rulebook.tomlfile import TomlFile
from licaudit.settings.keys import REGISTER

_RENAMED = {"path": "pictures", "creator": "creators", "licence-url": "licence_url", "source-url": "source_url", "from": "starts"}


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
        values: dict[str, Any] = {_RENAMED.get(key, key): value for key, value in row.items()}
        rows.append(RegisterRow(**values, file=file.name, line=file.line("picture", number), order=number))
    return Register(tuple(rows), (file.name,))
