# SPDX-License-Identifier: Apache-2.0
"""`licaudit credits`: the appendix page alone, from a report that `scan` has written."""

from pathlib import Path

import click


@click.command("credits")
@click.argument("report", type=click.Path(path_type=Path), default=Path("reports/report.json"))
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("credits.html"), show_default=True, help="File to write.")
@click.option("--report-lang", default="en", show_default=True, metavar="LANG", help="Language of the page: en or de.")
def command(report: Path, output: Path, report_lang: str) -> int:
    """Write the credits page of a site.

    REPORT is the report.json of an earlier scan (default: reports/report.json).
    The page lists every picture with its credit as it should read; where
    something must be found out first, it says so.
    """
    import json

    from licaudit.errors import UsageError
    from licaudit.reports.html.report import credits_page

    try:
        found = json.loads(report.read_bytes())
        page = credits_page(found, report_lang)
        output.write_bytes(page)
    except OSError as problem:
        raise UsageError(f"{problem.filename}: {problem.strerror}") from problem
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise UsageError(f"{report}: no report of licaudit") from problem
    click.echo(str(output))
    return 0
