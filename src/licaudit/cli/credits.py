# SPDX-License-Identifier: Apache-2.0
"""`licaudit credits`: the appendix page alone, from a report that `scan` has written."""

from pathlib import Path

import click


@click.command("credits")
@click.argument("report", type=click.Path(path_type=Path), default=None)
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("credits.html"), show_default=True, help="File to write.")
@click.option("--report-lang", type=click.Choice(["en", "de"]), default="en", show_default=True, help="Language of the page.")
def command(report: Path | None, output: Path, report_lang: str) -> int:
    """Write the credits page of a site.

    REPORT is the report.json or report.json.gz of an earlier scan (default: the one in reports/).
    The page lists every picture with its credit as it should read; where
    something must be found out first, it says so.
    """
    from licaudit.errors import UsageError
    from licaudit.reports import stored
    from licaudit.reports.html.report import credits_page

    report = report or stored.find(Path("reports"))
    try:
        page = credits_page(stored.read(report), report_lang)
        output.write_bytes(page)
    except OSError as problem:
        raise UsageError(f"{problem.filename}: {problem.strerror}") from problem
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise UsageError(f"{report}: no report of licaudit") from problem
    click.echo(str(output))
    return 0
