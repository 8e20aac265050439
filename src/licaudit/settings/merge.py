# SPDX-License-Identifier: Apache-2.0
"""One value for each setting, and who said it: option, environment, file, policy or default, in this order."""

from collections.abc import Mapping
from typing import Any

from licaudit.rulebook.strict import Key
from licaudit.rulebook.tomlfile import TomlFile
from licaudit.settings.environment import Said, flat
from licaudit.settings.keys import CONFIG, RUN

Table = dict[str, Any]
KEYS: dict[str, Key] = {**dict(flat(CONFIG)), **dict(flat(RUN))}
_NAMES = {"--report": "report_dir", "--config": "config_file", "--format": "formats"}
_AGAINST = {"no-config": "config", "no-report": "report.dir", "no-baseline": "baseline"}
"""Settings that exclude each other: an option for one outweighs the environment's word for the other."""


class Merge:
    """Collects values and origins by dotted key (`site.commercial`), as they are asked for."""

    def __init__(self, options: Mapping[str, Any], environment: Said) -> None:
        """`options` are those of the command line by the names click gives them; None, () and False were not given."""
        self.options = {name: value for name, value in options.items() if value not in (None, (), False)}
        self.environment = environment
        self.file: TomlFile | None = None
        self.data: Table = {}
        self.policy, self.base = "", dict[str, Any]()
        self.values: Table = {}
        self.origins: dict[str, str] = {}

    def option(self, dotted: str) -> Any:
        """What the command line says of a setting; None where it says nothing."""
        said = KEYS[dotted].option
        return self.options.get(_NAMES.get(said, said.removeprefix("--").replace("-", "_"))) if said else None

    def pick(self, dotted: str, default: Any = None) -> Any:
        """The value of a setting; its origin is noted."""
        value, origin = self._said(dotted, default)
        self.values[dotted], self.origins[dotted] = value, origin
        return value

    def _said(self, dotted: str, default: Any) -> tuple[Any, str]:
        if (value := self.option(dotted)) is not None:
            return value, f"option {KEYS[dotted].option}"
        if dotted in self.environment.values and not self._outweighed(dotted):
            return self.environment.values[dotted], f"environment {self.environment.names[dotted]}"
        table: Any = self.data
        *outer, name = dotted.split(".")
        for part in outer:
            table = table.get(part, {})
        if name in table:
            return table[name], self.where(*outer, name)
        if dotted in self.base:
            return self.base[dotted], f"policy {self.policy}"
        return default, "default"

    def _outweighed(self, dotted: str) -> bool:
        other = _AGAINST.get(dotted) or next((off for off, on in _AGAINST.items() if on == dotted), "")
        return bool(other) and self.option(other) is not None

    def where(self, *path: str | int) -> str:
        """File and line of something in the configuration file."""
        return f"{self.file.name}:{self.file.line(*path)}" if self.file else ""

    def off(self, switch: str, dotted: str) -> bool:
        """True where `switch` (no-report) takes away the setting `dotted`; then that is noted as its value."""
        if not self.pick(switch, False):
            return False
        self.values[dotted], self.origins[dotted] = None, self.origins[switch]
        return True

    def levels(self) -> dict[str, tuple[str, str]]:
        """Severity and reason by rule: the policy's, the file's, the environment's; later ones win."""
        merged: dict[str, tuple[str, str]] = {}
        for layer in (self.base, self.data, self.environment.values):
            for rule, level in layer.get("severity", {}).items():
                merged[rule] = level
                self.values[f"severity.{rule}"] = level
                file = self.where("severity", rule) if layer is self.data else "environment LICAUDIT_SEVERITY"
                self.origins[f"severity.{rule}"] = f"policy {self.policy}" if layer is self.base else file
        return merged

    def rows(self, name: str) -> list[Table]:
        """The tables of a list, each noted as a setting of its own (`supplier.1`), as are rules that it names."""
        rows: list[Table] = self.data.get(name, [])
        for number, row in enumerate(rows):
            self.values[f"{name}.{number + 1}"], self.origins[f"{name}.{number + 1}"] = row, self.where(name, number)
        return rows
