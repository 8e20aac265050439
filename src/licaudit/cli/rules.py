# SPDX-License-Identifier: Apache-2.0
"""`licaudit rules`: the rules and how hard each counts under the policy."""

import click


@click.command("rules")
def command() -> int:
    """List the rules with their severity under the policy in force."""
    from licaudit.reports.sinks import tty
    from licaudit.rulebook.load import rulebook
    from licaudit.settings import load

    policy = load([], {}).policy
    rules = rulebook().rules.values()
    width = max(len(rule.id) for rule in rules)
    for rule in rules:
        click.echo(tty(f"{rule.id:{width}}  {policy.severity(rule) or 'off':8} {rule.title}"))
    return 0
