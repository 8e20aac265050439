# SPDX-License-Identifier: Apache-2.0
"""`licaudit baseline`: record today's findings, so that only new ones count."""

from pathlib import Path
from typing import Any

import click
import msgspec

from licaudit.errors import UsageError


@click.command("baseline")
@click.argument("paths", nargs=-1, required=True)
@click.option("--file", "file", metavar="FILE", help="The baseline to write (default: the configured one).")
@click.option("--prune", is_flag=True, help="Only take out entries that are no longer found.")
@click.option("--accept-new", is_flag=True, help="Also accept findings that an existing baseline does not hold.")
@click.option("--policy", metavar="NAME", help="newsroom, blog, oer, university or strict.")
@click.option("--config", "config_file", metavar="FILE", help="Configuration file to use instead of the one found.")
def command(paths: tuple[str, ...], file: str | None, prune: bool, accept_new: bool, **options: Any) -> int:
    """Accept the findings at PATHS: they stay in every report, marked, and no longer make the check fail.

    An existing baseline only shrinks, unless --accept-new is given. Entries of
    pages that are not at PATHS are kept as they are.
    """
    from licaudit import audit
    from licaudit.reports.sinks import tty
    from licaudit.settings import load
    from licaudit.verdict import baseline

    if prune and accept_new:
        raise UsageError("--prune only takes out, --accept-new adds: give one of them.")
    settings = load(paths, {"baseline": file, "no_report": True, **options})
    if settings.baseline is None:
        raise UsageError("the settings turn the baseline off. Name one with --file.")
    path = Path(settings.baseline)
    if prune and not path.exists():
        raise UsageError(f"{path}: there is no baseline to take anything out of.")
    held = baseline.read(path)
    found = baseline.gather(audit.run(settings).findings, settings)
    kept = {key: entry for key, entry in held.items() if not baseline.scanned(entry, settings)}
    grow = accept_new or not path.exists()
    for key, entry in found.items():
        if grow or key in held:
            count = entry.count if grow else min(entry.count, held[key].count)
            kept[key] = msgspec.structs.replace(entry, count=count)
    baseline.write(path, kept)
    before, after = (sum(entry.count for entry in entries.values()) for entries in (held, kept))
    left = sum(entry.count - kept[key].count if key in kept else entry.count for key, entry in found.items())
    click.echo(f"{tty(str(path))}: {after} findings accepted (before: {before}).", err=True)
    if left > 0:
        click.echo(f"{left} findings are new and not accepted. Put them right, or accept them with --accept-new.", err=True)
    return 0
