# SPDX-License-Identifier: Apache-2.0
"""The rules that count in the working folder: the shipped ones and those of the configuration's own folders."""

from collections.abc import Mapping
from typing import Any

from licaudit.model.finding import Rule
from licaudit.model.policy import Settings


def settings_and_rules(options: Mapping[str, Any] | None = None) -> tuple[Settings, dict[str, Rule]]:
    """Settings as found from the working folder, and every rule by id. Raises SettingsError for a file of the user that is wrong."""
    from licaudit.checks import registry
    from licaudit.rulebook.load import of
    from licaudit.settings import load
    from licaudit.verdict import own

    settings = load((), options)
    book = of(settings)
    own.check_rules(settings, own.names(book.rules.values()))
    if settings.rule_dirs:
        registry.plan(book)  # tells a rule whose check does not exist, or does not take its params
    return settings, book.rules
