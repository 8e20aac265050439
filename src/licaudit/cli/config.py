# SPDX-License-Identifier: Apache-2.0
"""`licaudit config`: the merged settings and where each value comes from."""

import click


@click.command("config")
@click.argument("paths", nargs=-1)
@click.option("--policy", metavar="NAME", help="newsroom, blog, oer, university or strict.")
@click.option("--config", "config_file", metavar="FILE", help="Configuration file to use instead of the one found.")
def command(paths: tuple[str, ...], policy: str | None, config_file: str | None) -> int:
    """Print the settings that an audit of PATHS would use; what is not listed has its default."""
    from licaudit.reports.sinks import tty
    from licaudit.settings import load

    settings = load(paths or (".",), {"policy": policy, "config_file": config_file})
    own = settings.policy
    rows = [("configuration", settings.config_file or "none found"), ("policy", own.name), ("fail-on", own.fail_on)]
    rows += [("min-confidence", own.min_confidence), ("commercial", {None: "not declared", True: "yes", False: "no"}[own.commercial])]
    rows += [("suppliers", ", ".join(s.name for s in own.suppliers) or "none declared"), ("baseline", settings.baseline or "off")]
    rows += [("register", f"{len(settings.register.rows)} rows"), ("report", settings.report_dir or "off")]
    rows += [(f"severity {rule}", f"{level} {own.reasons.get(rule, '')}".strip()) for rule, level in sorted(own.severities.items())]
    for name, value in rows:
        click.echo(f"{tty(name):32} {tty(str(value))}")
    for key, origin in sorted(settings.origins.items()):
        click.echo(f"{tty(key):32} said in {tty(origin)}")
    return 0
