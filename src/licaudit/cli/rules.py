# SPDX-License-Identifier: Apache-2.0
"""`licaudit rules`: the rules and how hard each counts under the policy."""

from pathlib import Path

import click


@click.command("rules")
def command() -> int:
    """List the rules, your own included, with their severity under the policy in force."""
    from licaudit.reports.sinks import tty
    from licaudit.rulebook.load import rulebook
    from licaudit.settings import load

    settings = load([], {})
    policy = settings.policy
    rules = rulebook(tuple(Path(p) for p in settings.rule_dirs)).rules.values()
    width = max(len(rule.id) for rule in rules)
    for rule in rules:
        click.echo(tty(f"{rule.id:{width}}  {policy.severity(rule) or 'off':8} {rule.title}"))
    return 0
