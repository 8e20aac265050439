# SPDX-License-Identifier: Apache-2.0
"""`licaudit scan`: audit articles, print findings, write reports."""

from typing import Any

import click

OPTIONS = [
    click.option(
        "--format", "formats", multiple=True, metavar="F[:FILE]", help="Output format, to standard output or to FILE; may be repeated."
    ),
    click.option("--report", "report_dir", metavar="DIR", help="Folder for the report for editors (default: reports)."),
    click.option("--no-report", is_flag=True, help="Write no report for editors."),
    click.option("--single-file", is_flag=True, default=None, help="Write the report as one HTML file."),
    click.option("--report-lang", type=click.Choice(["en", "de"]), help="Language of the report."),
    click.option("--policy", metavar="NAME", help="newsroom, blog, oer, university or strict."),
    click.option("--config", "config_file", metavar="FILE", help="Configuration file to use instead of the one found."),
    click.option("--no-config", is_flag=True, help="Use no configuration file, register or baseline."),
    click.option("--config-ref", metavar="REF", help="Read configuration, register and baseline from this git revision."),
    click.option("--fail-on", type=click.Choice(["error", "warning", "note", "never"]), help="Lowest severity that makes the exit code 1."),
    click.option("--min-confidence", type=click.Choice(["low", "medium", "high"]), help="Leave out findings that are less certain."),
    click.option("--exit-zero", is_flag=True, default=None, help="Exit 0 where findings would make it 1."),
    click.option("--allow-incomplete", is_flag=True, default=None, help="Exit 0 where unreadable documents would make it 3."),
    click.option("--allow-empty", is_flag=True, default=None, help="Exit 0 where finding no article or picture would make it 3."),
    click.option("--baseline", metavar="FILE", help="File of findings accepted earlier (default: .licaudit-baseline.json)."),
    click.option("--no-baseline", is_flag=True, help="Count findings that the baseline holds."),
    click.option("--no-ignores", is_flag=True, help="Count findings that an ignore covers."),
    click.option("--since", metavar="REF", help="Report only pages that changed since this git revision, or whose pictures did."),
    click.option(
        "--jobs", type=click.IntRange(0, 256), metavar="N", help="Reading processes (default: one per core; 1 reads in this process)."
    ),
    click.option("-q", "--quiet", is_flag=True, help="No progress and no summary on standard error."),
    click.option("-v", "--verbose", is_flag=True, help="Also tell the settings in force, what was left out, and the time taken."),
    click.option(
        "--color", type=click.Choice(["auto", "always", "never"]), help="Colour; auto asks NO_COLOR, FORCE_COLOR and the terminal."
    ),
]


def _with_options(function: Any) -> Any:
    for option in reversed(OPTIONS):
        function = option(function)
    return function


@click.command("scan")
@click.argument("paths", nargs=-1, required=True)
@_with_options
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Audit the pictures and credits of the articles at PATHS: files and folders.

    Findings go to standard output, the report for editors to the folder
    reports/. Exit 0: nothing at or above --fail-on; 1: such findings; 2: wrong
    use or settings; 3: something could not be read, or nothing was found.
    """
    from licaudit.cli.scanning import scan

    return scan(paths, options)
