# SPDX-License-Identifier: Apache-2.0
"""`licaudit rules`: the rules and how hard each counts under the policy."""

from typing import Any

import click

from licaudit.model.finding import Rule
from licaudit.model.policy import Policy


@click.command("rules")
@click.option("--policy", metavar="NAME", help="newsroom, blog, oer, university or strict.")
@click.option("--config", "config_file", metavar="FILE", help="Configuration file to use instead of the one found.")
@click.option("--no-config", is_flag=True, help="Use no configuration file: the rules as they are shipped.")
@click.option("--why", is_flag=True, help="Also say where a severity differs from the rule's own, and why.")
def command(why: bool, **options: Any) -> int:
    """List the rules, your own included, with their severity under the policy in force."""
    from licaudit.cli.rulefiles import settings_and_rules
    from licaudit.reports.sinks import tty

    settings, rules = settings_and_rules(options)
    width = max(len(rule.id) for rule in rules.values())
    for rule in sorted(rules.values(), key=lambda r: (r.group, r.id)):
        reason = _reason(rule, settings.policy, settings.origins) if why else ""
        click.echo(tty(f"{rule.id:{width}}  {settings.policy.severity(rule) or 'off':8} {rule.title}{reason}"))
    return 0


def _reason(rule: Rule, policy: Policy, origins: dict[str, str]) -> str:
    """What was said of the rule elsewhere than in its own file; "" if nothing."""
    for key in (rule.id, *rule.aliases, f"{rule.group}/*"):
        if key in policy.severities:
            said = f": {policy.reasons[key]}" if key in policy.reasons else ""
            return f" [{rule.severity} by itself; {origins.get(f'severity.{key}', '')}{said}]"
    return ""
