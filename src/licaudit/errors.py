# SPDX-License-Identifier: Apache-2.0
"""Everything licaudit raises on purpose.

LicauditError
├── UsageError            what was asked for makes no sense                (exit 2)
├── SettingsError         a file of the user is wrong: file, line, remedy  (exit 2)
│   ├── ConfigError       licaudit.toml
│   ├── RulebookError     a file of rules/ or of the user's own rules
│   ├── RegisterError     licaudit.register.toml, REUSE.toml, .license
│   └── BaselineError     .licaudit-baseline.json
├── OutputError           a report could not be written                    (exit 2)
└── ReadError             one document cannot be read: it becomes `incomplete`
"""


class LicauditError(Exception):
    """Root of all errors that licaudit raises on purpose."""


class UsageError(LicauditError):
    """What was asked for makes no sense; the message says what to ask instead."""


class SettingsError(LicauditError):
    """A file that the user controls is wrong.

    The message reads `file:line: what is wrong. Remedy.`; `line` is 0 where
    the file has none to name.
    """

    def __init__(self, message: str, *, path: str = "", line: int = 0, remedy: str = "") -> None:
        self.path, self.line, self.remedy, self.problem = path, line, remedy, message
        where = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
        super().__init__(f"{where}{message}{' ' + remedy if remedy else ''}")


class ConfigError(SettingsError):
    """The configuration is wrong."""


class RulebookError(SettingsError):
    """A rule, licence, phrase, provider or policy file is wrong."""


class RegisterError(SettingsError):
    """The register of pictures is wrong."""


class BaselineError(SettingsError):
    """The baseline is malformed."""


class OutputError(LicauditError):
    """A report could not be written; nothing half-written is left."""


class ReadError(LicauditError):
    """A document cannot be read. `code` is a stable word, the message the reason a person is shown."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)
