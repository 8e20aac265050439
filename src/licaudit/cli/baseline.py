# SPDX-License-Identifier: Apache-2.0
"""`licaudit baseline`: record today's findings, so that only new ones count."""

from collections import Counter
from pathlib import Path

import click


@click.command("baseline")
@click.argument("paths", nargs=-1, required=True)
@click.option("--file", "file", metavar="FILE", help="The baseline to write (default: the configured one).")
@click.option("--prune", is_flag=True, help="Only take out entries that are no longer found.")
@click.option("--accept-new", is_flag=True, help="Also accept findings that an existing baseline does not hold.")
def command(paths: tuple[str, ...], file: str | None, prune: bool, accept_new: bool) -> int:
    """Accept the findings at PATHS: they stay in every report, marked, and no longer make the check fail.

    An existing baseline only shrinks, unless --accept-new is given.
    """
    from licaudit import audit
    from licaudit.reports.sinks import tty
    from licaudit.settings import load
    from licaudit.verdict import baseline

    settings = load(paths, {"baseline": file, "no_report": True})
    path = Path(settings.baseline or ".licaudit-baseline.json")
    held = baseline.read(path)
    found = Counter(baseline.base(f.fingerprint) for f in audit.run(settings).findings if f.status != "ignored" and f.severity != "note")
    grow = (accept_new or not path.exists()) and not prune
    counts = dict(found) if grow else {key: min(count, found[key]) for key, count in held.items() if found[key]}
    baseline.write(path, counts)
    before, after = sum(held.values()), sum(counts.values())
    left = sum(found.values()) - after
    click.echo(f"{tty(str(path))}: {after} findings accepted (before: {before}).", err=True)
    if left > 0:
        click.echo(f"{left} findings are new and not accepted. Put them right, or accept them with --accept-new.", err=True)
    return 0
