# SPDX-License-Identifier: Apache-2.0
"""What `licaudit scan` does once its options are read: audit, print, write reports, choose the exit code."""

import os
import secrets
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from licaudit import audit
from licaudit.model.policy import Settings
from licaudit.reports import json_v1, registry, sourcemap, summary, terminal
from licaudit.settings import load
from licaudit.verdict.decide import exit_code

MAPPED = frozenset({"sarif", "github", "gitlab", "rdjson"})
"""Formats whose findings must stand in committed files: built pages are carried to their source."""


def scan(paths: tuple[str, ...], options: Mapping[str, Any]) -> int:
    """Run one audit and write everything asked for; the exit code of REPORTS.md. Raises LicauditError."""
    settings = load(paths, options)
    on_terminal = sys.stdout.isatty()
    outputs = registry.parse(settings.formats, "full" if on_terminal else "concise")
    loud = not settings.quiet
    result = audit.run(settings, Bar() if loud else None)
    report = json_v1.to_report(result)
    _print(outputs, report, settings, on_terminal)
    if settings.report_dir is not None:
        from licaudit.reports import html

        roots = tuple(dict.fromkeys(Path(p).resolve() if Path(p).is_dir() else Path(p).resolve().parent for p in paths))
        html.write(report, Path(settings.report_dir), roots=roots, lang=settings.report_lang or "en", single_file=settings.single_file)
    if loud:
        _tell(report, settings)
    return exit_code(result, settings)


def _print(outputs: list[registry.Output], report: dict[str, Any], settings: Settings, on_terminal: bool) -> None:
    colour = terminal.wants_colour(settings.color, on_terminal)
    look = registry.Look(colour, shutil.get_terminal_size((100, 24)).columns, Path(settings.cwd))
    plain = [o for o in outputs if o.format not in MAPPED]
    carried = [o for o in outputs if o.format in MAPPED]
    out = registry.write(plain, report, look) if plain else ""
    if carried:
        maps = sourcemap.from_settings(settings.source_maps, Path(settings.folder))
        out += registry.write(carried, sourcemap.carry(report, maps.source_of, Path(settings.folder)), look)
    human = any(o.file is None and o.format in ("full", "concise", "grouped") for o in outputs)
    if human and os.environ.get("GITHUB_ACTIONS") == "true":
        from licaudit.reports.github import guarded

        out = guarded(out, secrets.token_hex(16))
    sys.stdout.write(out)
    sys.stdout.flush()


def _tell(report: dict[str, Any], settings: Settings) -> None:
    from licaudit.reports.sinks import tty

    for line in summary.lines(report):
        click.echo(line, err=True)
    if settings.report_dir is not None:
        click.echo(f"Report for editors: {tty(str(Path(settings.report_dir) / 'index.html'))}", err=True)


class Bar:
    """Progress on standard error: a running count on a terminal, else a line for each 1,000 documents."""

    def __init__(self) -> None:
        self.live = sys.stderr.isatty()

    def __call__(self, stage: str, count: int) -> None:
        """Told by the audit after each document."""
        if self.live and count % 25 == 0:
            sys.stderr.write(f"\r{stage}: {count} documents\r")
        elif not self.live and count % 1000 == 0:
            sys.stderr.write(f"{stage}: {count} documents\n")
