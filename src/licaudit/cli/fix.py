# SPDX-License-Identifier: Apache-2.0
"""`licaudit fix`: mend what words alone can mend. Shows what it would do, and does it with --apply."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

_FINGERPRINT = re.compile(r"(?<![0-9a-f-])[0-9a-f]{16}(?:-\d+)?(?![0-9a-f-])")


@click.command("fix")
@click.argument("paths", nargs=-1, required=True)
@click.option("--apply", "write", is_flag=True, help="Write the edits; without it they are only shown.")
@click.option("--rule", "rules", multiple=True, metavar="RULE", help="Only findings of this rule; may be repeated.")
@click.option(
    "--from", "chosen", metavar="FILE", help="Only findings whose fingerprints FILE names (a selection of the report, CSV or JSON)."
)
@click.option("--policy", metavar="NAME", help="newsroom, blog, oer, university or strict.")
@click.option("--config", "config_file", metavar="FILE", help="Configuration file to use instead of the one found.")
@click.option("--no-config", is_flag=True, help="Use no configuration file, register or baseline.")
def command(paths: tuple[str, ...], write: bool, rules: tuple[str, ...], chosen: str | None, **options: Any) -> int:
    """Put right what can be put right safely in the articles at PATHS.

    Missing links to licences are added, untidy addresses of licences are
    written as they should be. Nothing else is written: no name, no title.
    Each edit is proved by reading the result again. Without --apply the edits
    are printed and no file is touched. Exit 0: nothing to do, or all is
    written; 1: edits wait for --apply; 3: a file could not be edited.
    """
    from licaudit.errors import UsageError
    from licaudit.fixes import MENDED

    if unknown := [rule for rule in rules if rule not in MENDED]:
        raise UsageError(f"{unknown[0]} cannot be mended by words alone. These can: {', '.join(MENDED)}.")
    return _run(paths, write, frozenset(rules or MENDED), _chosen(chosen), options)


def _chosen(file: str | None) -> frozenset[str] | None:
    from licaudit.errors import UsageError

    if file is None:
        return None
    try:
        found = frozenset(_FINGERPRINT.findall(Path(file).read_text("utf-8", "replace")))
    except OSError as problem:
        raise UsageError(f"--from {file}: {problem.strerror}.") from None
    if not found:
        raise UsageError(f"--from {file}: it names no finding. Save a selection in the report, or give the CSV of a scan.")
    return found


def _run(paths: tuple[str, ...], write: bool, rules: frozenset[str], chosen: frozenset[str] | None, options: dict[str, Any]) -> int:
    from licaudit import audit
    from licaudit.fixes.plan import plan
    from licaudit.fixes.splice import alone, apply
    from licaudit.fixes.verify import Judge
    from licaudit.reports.sinks import tty
    from licaudit.reports.sourcemap import from_settings
    from licaudit.rulebook.load import of
    from licaudit.settings import load
    from licaudit.sources.site import collect

    settings = load(paths, options)
    maps = from_settings(settings.source_maps, Path(settings.folder))
    with alone(Path(settings.folder or ".")):
        wanted: dict[str, list[Any]] = {}
        for finding in audit.run(settings).findings:
            if finding.rule in rules and finding.status == "new" and (chosen is None or finding.fingerprint in chosen):
                wanted.setdefault(finding.document, []).append(finding)
        judge = Judge(settings, of(settings))
        tally = Tally()
        for document in collect(paths, settings):
            if findings := wanted.pop(document.path, None):
                if source := maps.source_of(settings.policy.local(document.path)):
                    tally.refuse(document.path, f"is built from {source}: mend it there", len(findings))
                    continue
                made = plan(document, findings, judge)
                tally.count(made, len(findings))
                for line in diff(document.path, document.data, made.result) if made.edits else ():
                    click.echo(tty(line))
                if write and made.edits and (problem := apply(made)):
                    tally.refuse(document.path, problem, len(made.findings), failed=True)
        return tally.tell(write)


def diff(path: str, before: bytes, after: bytes) -> Iterable[str]:
    """The edits of one file as a unified diff, for people."""
    from difflib import unified_diff

    old, new = (data.decode("utf-8").splitlines() for data in (before, after))
    return unified_diff(old, new, f"a/{path}", f"b/{path}", lineterm="", n=1)


class Tally:
    """What was done, could not be done, and why."""

    def __init__(self) -> None:
        self.mended = self.files = self.left = self.failed = 0
        self.reasons: list[str] = []

    def count(self, made: Any, asked: int) -> None:
        """Take in the plan of one file."""
        self.mended += len(made.findings)
        self.files += bool(made.edits)
        self.left += asked - len(made.findings)
        for refusal in made.refused:
            about = refusal.finding
            line = about.place.line if about and about.place else 0
            self.reasons.append(f"{refusal.document}{f':{line}' if line else ''}: {refusal.reason}")
            self.failed += about is None

    def refuse(self, path: str, reason: str, findings: int, failed: bool = False) -> None:
        """Take in a file that is left alone as a whole."""
        self.reasons.append(f"{path}: {reason}")
        self.left += findings
        if failed:
            self.mended, self.files, self.failed = self.mended - findings, self.files - 1, self.failed + 1

    def tell(self, write: bool) -> int:
        """Print the summary on standard error; the exit code."""
        from licaudit.reports.sinks import tty
        from licaudit.reports.summary import count

        for reason in self.reasons:
            click.echo(f"left alone: {tty(reason)}", err=True)
        done = f"{count(self.mended, 'finding')} in {count(self.files, 'file')}"
        if not self.mended:
            click.echo("Nothing can be mended by words alone." if self.left else "Nothing is to be mended.", err=True)
        else:
            click.echo(f"Mended: {done}." if write else f"Could be mended: {done}. Write the edits with --apply.", err=True)
        if self.left:
            click.echo(f"{count(self.left, 'finding')} {'needs' if self.left == 1 else 'need'} a person.", err=True)
        return 3 if self.failed else 1 if self.mended and not write else 0
