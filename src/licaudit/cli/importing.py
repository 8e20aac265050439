# SPDX-License-Identifier: Apache-2.0
"""`licaudit import`: read back what people decided in the table that the report exported."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from licaudit.settings.decisions import Decision


@click.command("import")
@click.argument("table", type=click.Path(path_type=Path))
@click.option("--config", "config_file", metavar="FILE", help="Configuration file to use instead of the one found.")
@click.option(
    "--selection",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the rows decided as credit to FILE, as the report's selection.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def command(table: Path, config_file: str | None, selection: Path | None, dry_run: bool) -> int:
    """Record the decisions of TABLE, the decisions.csv of a report.

    The column decision says what: own or licensed adds a row to the register
    (licensed needs proof or reason), accept an ignore with its reason to the
    configuration (until in the column until), credit puts the row into the
    selection. replace, later and nothing write nothing. Either all rows are
    taken or none; a second import adds nothing. Run it where scan was run.
    """
    from licaudit.reports.registry import write_file
    from licaudit.reports.sinks import tty
    from licaudit.settings import load
    from licaudit.settings.decisions import read_decisions
    from licaudit.settings.record import ignores, register

    rows = read_decisions(table)
    settings = load(["."], {"config_file": config_file})
    files = [register(rows, settings), ignores(rows, settings)]
    chosen = [r for r in rows if r.decision == "credit"]
    for one in files:
        if one.text and not dry_run:
            write_file(one.path, one.text)
        if one.added or one.known:
            already = f", {one.known} known already" if one.known else ""
            click.echo(f"{tty(one.path.name)}: {one.added} added{already}", err=True)
    if selection and not dry_run:
        write_file(selection, _selection(chosen))
    counts = Counter(r.decision or "undecided" for r in rows)
    click.echo(", ".join(f"{n} {word}" for word, n in sorted(counts.items())) or "no rows", err=True)
    return 0


def _selection(rows: "list[Decision]") -> str:
    from licaudit.reports.sinks import json_text

    uses = [{"document": r.document, "src": r.picture, "rules": list(r.rules), "fingerprints": list(r.fingerprints)} for r in rows]
    return json_text({"schema": "licaudit-selection/1", "uses": uses}) + "\n"
