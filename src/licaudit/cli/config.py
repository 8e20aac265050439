# SPDX-License-Identifier: Apache-2.0
"""`licaudit config`: the merged settings and where each value comes from."""

import json
from typing import Any

import click

from licaudit.rulebook.strict import LEVELS


@click.command("config")
@click.argument("paths", nargs=-1)
@click.option("--policy", metavar="NAME", help="newsroom, blog, oer, university or strict.")
@click.option("--config", "config_file", metavar="FILE", help="Configuration file to use instead of the one found.")
@click.option("--no-config", is_flag=True, help="Use no configuration file, register or baseline.")
@click.option("--config-ref", metavar="REF", help="Read configuration, register and baseline from this git revision.")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Print every setting that an audit of PATHS would use, with its value and who said it.

    An option outweighs the environment, that the configuration file, that the
    policy, that the default. Lists of tables are told row by row.
    """
    from licaudit.reports.sinks import tty
    from licaudit.rulebook.load import of
    from licaudit.settings import load
    from licaudit.verdict import own

    settings = load(paths or (".",), options)
    own.check_rules(settings, own.names(of(settings).rules.values()))
    rows = [(name, _shown(value), settings.origins.get(name, "")) for name, value in sorted(settings.values.items())]
    if not any(name.startswith("severity.") for name, _, _ in rows):
        rows.append(("severity", "as each rule says", f"policy {settings.policy.name}"))
    wide = max(len(name) for name, _, _ in rows)
    broad = min(max(len(value) for _, value, _ in rows), 48)
    click.echo(f"# configuration file: {tty(settings.config_file or 'none found')}; folder: {tty(settings.folder)}")
    click.echo(f"# register: {len(settings.register.rows)} rows")
    for name, value, origin in sorted(rows):
        click.echo(tty(f"{name:{wide}}  {value:{broad}}  # {origin}"))
    for message in settings.messages:
        click.echo(tty(message), err=True)
    return 0


def _shown(value: Any) -> str:
    """A value as the configuration file would write it."""
    if value is None:
        return "(not set)"
    if isinstance(value, tuple) and len(value) == 2 and value[0] in LEVELS and value[1] not in LEVELS:  # a level and its reason
        return json.dumps(value[0]) if not value[1] else _shown({"level": value[0], "reason": value[1]})
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_shown(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_shown, value))}]"
    return json.dumps(value, ensure_ascii=False)
