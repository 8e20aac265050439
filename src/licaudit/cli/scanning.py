# SPDX-License-Identifier: Apache-2.0
"""What `licaudit scan` does once its options are read: audit, print, write reports, choose the exit code."""

import os
import secrets
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click

from licaudit import audit
from licaudit.cli.progress import Bar
from licaudit.model.policy import Settings
from licaudit.model.result import AuditResult
from licaudit.reports import json_v1, registry, repository, sourcemap, summary, terminal
from licaudit.settings import git, load
from licaudit.verdict.decide import exit_code

HOSTED = frozenset({"sarif", "github", "gitlab", "rdjson"})
"""Formats for code hosts: their paths start at the top of the repository."""

PEOPLE = frozenset({"full", "concise", "grouped", "markdown", "comment"})
"""Formats whose paths start where the audit was started. Here and there built pages are carried to their source."""

LOGS = frozenset({"full", "concise", "grouped"})
Json = dict[str, Any]


class Run(NamedTuple):
    """One audit and how it is shown."""

    settings: Settings
    maps: sourcemap.SourceMap
    on_terminal: bool
    result: AuditResult


def scan(paths: tuple[str, ...], options: Mapping[str, Any]) -> int:
    """Run one audit and write everything asked for; the exit code of REPORTS.md. Raises LicauditError."""
    settings = load(paths, options)
    on_terminal = sys.stdout.isatty()
    outputs = registry.parse(settings.formats, "full" if on_terminal else "concise")
    maps = sourcemap.from_settings(settings.source_maps, Path(settings.folder))
    loud = not settings.quiet
    with Bar(loud) as bar:
        result = audit.run(settings, bar)
    report = json_v1.to_report(result)
    people = _carried(report, maps, settings, Path(settings.cwd))
    _print(outputs, report, people, Run(settings, maps, on_terminal, result))
    if settings.report_dir is not None:
        from licaudit.reports import html

        roots = tuple(dict.fromkeys(Path(p).resolve() if Path(p).is_dir() else Path(p).resolve().parent for p in paths))
        html.write(report, Path(settings.report_dir), roots=roots, lang=settings.report_lang or "en", single_file=settings.single_file)
    if loud:
        _tell(people, settings, bar.spent if options.get("verbose") else None)
    return 130 if result.interrupted else exit_code(result, settings)


def _print(outputs: Sequence[registry.Output], report: Json, people: Json, run: Run) -> None:
    """Every output is drawn before the first is written; standard output comes last."""
    settings = run.settings
    cwd, top = Path(settings.cwd), repository.top(Path(settings.cwd, settings.paths[0]), Path(settings.cwd))
    changed = _changed(settings)
    colour, width = terminal.wants_colour(settings.color, run.on_terminal), shutil.get_terminal_size((100, 24)).columns
    hosted = _carried(report, run.maps, settings, top) if any(o.format in HOSTED for o in outputs) else report
    drawn = []
    for output in outputs:
        base = top if output.format in HOSTED else cwd
        near = frozenset(os.path.relpath(path, base).replace(os.sep, "/") for path in changed)
        offered = _suggested(run) if output.format == "rdjson" else {}
        look = registry.Look(colour and not output.file, width if not output.file else registry.WIDTH, base, near, offered)
        made = hosted if output.format in HOSTED else people if output.format in PEOPLE else report
        drawn.append((output, registry.render(output.format, made, look)))
    out = registry.deliver(drawn)
    if os.environ.get("GITHUB_ACTIONS") == "true" and any(o.file is None and o.format in LOGS for o in outputs):
        from licaudit.reports.github import guarded

        out = guarded(out, secrets.token_hex(16))
    sys.stdout.write(out)
    sys.stdout.flush()


def _carried(report: Json, maps: sourcemap.SourceMap, settings: Settings, base: Path) -> Json:
    """The report with findings of built pages in their source files, and with paths that start at `base`."""
    cwd, folder = Path(settings.cwd), Path(settings.folder)
    if not maps:
        return repository.relative(report, cwd, base)
    return repository.relative(sourcemap.carry(repository.relative(report, cwd, folder), maps, folder), folder, base)


def _suggested(run: Run) -> Mapping[str, Sequence[Json]]:
    """Edits for a reviewer to take over; none for built pages, which are not what is reviewed."""
    if run.maps:
        return {}
    from licaudit.fixes.suggest import suggestions
    from licaudit.rulebook.load import of

    return suggestions(run.result.findings, run.settings, of(run.settings))


def _changed(settings: Settings) -> frozenset[str]:
    """Absolute paths of files that differ from the revision that the audit compares with, if any; they are shown first."""
    ref = settings.since or settings.config_ref
    return git.changed(ref, Path(settings.folder or ".")) if ref else frozenset()


def _tell(report: Json, settings: Settings, spent: Mapping[str, float] | None) -> None:
    from licaudit.reports.sinks import tty

    for line in summary.lines(report):
        click.echo(line, err=True)
    if settings.report_dir is not None:
        click.echo(f"Report for editors: {tty(str(Path(settings.report_dir) / 'index.html'))}", err=True)
    if spent is not None:
        for line in (*_more(report, settings), *(f"Time to {stage}: {seconds:.1f} s" for stage, seconds in spent.items())):
            click.echo(tty(line), err=True)


def _more(report: Json, settings: Settings) -> list[str]:
    """What `--verbose` adds: what was in force, and everything that was left out on purpose."""
    lines = [
        f"Configuration: {settings.config_file or 'none found'}. Policy: {settings.policy.name}. Baseline: {settings.baseline or 'off'}."
    ]
    lines.append(f"Register: {summary.count(len(settings.register.rows), 'row')}. Fails on: {settings.policy.fail_on}.")
    return lines + [f"Left out: {d['path']}: {d['reason']}" for d in report["documents"] if d["status"] == "skipped"]
