# SPDX-License-Identifier: Apache-2.0
"""What the audit has to say of its own settings: rules that do not exist, rows that match nothing, files that a change touched."""

import re
from collections.abc import Collection, Iterable, Sequence

from licaudit.errors import ConfigError
from licaudit.model.finding import Rule
from licaudit.model.place import Place
from licaudit.model.policy import Settings
from licaudit.model.result import Remark, UseResult
from licaudit.verdict.suppress import hint


def names(rules: Iterable[Rule]) -> dict[str, frozenset[str]]:
    """What a configuration or an ignore may call rules, and the rules it then means: by id, by a former id, by group as in `provenance/*`."""
    found: dict[str, set[str]] = {}
    for rule in rules:
        for name in (rule.id, *rule.aliases, f"{rule.group}/*"):
            found.setdefault(name, set()).add(rule.id)
    return {name: frozenset(ids) for name, ids in found.items()}


def check_rules(settings: Settings, known: Collection[str]) -> None:
    """Raise ConfigError, with file and line, for a rule in the configuration that does not exist."""
    for key, origin in settings.origins.items():
        found = _RULE.match(key)
        if found and found[1] not in known:
            path, _, line = origin.rpartition(":")
            raise _unknown(found[1], path or origin, int(line) if path and line.isdigit() else 0, known)


_RULE = re.compile(r"(?:severity|overrides\.\d+\.severity|ignore\.\d+\.rules)\.(.+)")


def _unknown(name: str, path: str, line: int, known: Collection[str]) -> ConfigError:
    near = hint(name, known).strip() or "Known rules: licaudit rules"
    return ConfigError(f"there is no rule {name!r}.", path=path, line=line, remedy=near)


def remarks(settings: Settings, uses: Sequence[UseResult]) -> list[Remark]:
    """Rows of the register that match no picture of this audit, and settings that differ from those of `--config-ref`."""
    found = [
        Remark("settings-changed", f"{name} differs from {settings.config_ref}; the audit used the version there", Place(name, 1, 1))
        for name in settings.changed_settings
    ]
    if settings.since or not settings.register.rows:
        return found
    met = {(c.place.path, c.place.line) for u in uses for c in u.record.claims if c.place and c.origin in ("register", "sidecar")}
    for row in settings.register.rows:
        if row.origin == "register" and (row.file, row.line) not in met:
            found.append(
                Remark("register-unmatched", f"The row of the register for {row.label} matches no picture that a page shows", row.place)
            )
    return found
