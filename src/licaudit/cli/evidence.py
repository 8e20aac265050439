# SPDX-License-Identifier: Apache-2.0
"""`licaudit evidence`: one zip with everything that a finding stands on."""

import contextlib
import hashlib
import io
import os
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from licaudit.errors import UsageError

Json = dict[str, Any]


@click.command("evidence")
@click.argument("fingerprint")
@click.option("--report", type=click.Path(path_type=Path), default=Path("reports"), show_default=True, help="Folder of the last report.")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=None, help="File to write (default: evidence-FINGERPRINT.zip).")
@click.option("--config", "config_file", metavar="FILE", help="Configuration file that the scan used, if not the one found.")
@click.option("--no-config", is_flag=True, help="The scan used no configuration file, register or baseline.")
def command(fingerprint: str, report: Path, output: Path | None, **options: Any) -> int:
    """Pack the evidence of one finding into a zip, for counsel.

    FINGERPRINT is that of a finding in the last report, or its first letters.
    The zip holds the page and the picture as they are on this disk now, the
    finding with its chain of reasons, the settings in force, and hashes and
    times. Run it in the folder in which the scan ran. Exit 1: the zip is
    written, and the finding is not on the page any more.
    """
    from licaudit.reports import dossier
    from licaudit.reports.registry import write_bytes
    from licaudit.reports.sinks import tty
    from licaudit.version import __version__

    made = _now()
    found, whole = _finding(fingerprint, report)
    page = Path(found["document"])
    data = _read(page)
    if data is None:
        raise UsageError(f"{page}: cannot be read any more. Run this in the folder in which the scan ran.")
    settings, again = _again(found, options)
    files = {
        "finding.json": dossier.readable(
            {"finding": found, "use": whole["uses"].get(found["use"]), "rule": whole["rules"].get(found["rule"])}
        ),
        "explanation.txt": _explained(found, report),
        f"page/{dossier.safe_name(found['document'])}": data,
    }
    facts: Json = {"made": made.isoformat(), "tool": f"licaudit {__version__}", "finding_still_there": again, "files": [_facts(page, data)]}
    for label, path in _others(found, whole, settings):
        if (content := _read(path)) is not None:
            facts["files"].append(_facts(path, content))
            if len(content) <= dossier.CAP:
                files[f"{label}/{dossier.safe_name(str(path))}"] = content
    facts["git"] = _git(page)
    files |= {"facts.json": dossier.readable(facts), "README.txt": dossier.about(__version__, made, again)}
    target = output or Path(f"evidence-{found['fingerprint']}.zip")
    write_bytes(target, dossier.pack(files, made))
    click.echo(tty(str(target)))
    if not again:
        click.echo("The finding is not on the page any more: it has changed since the report.", err=True)
    return 0 if again else 1


def _now() -> datetime:
    """The time, or SOURCE_DATE_EPOCH, which makes the archive reproducible."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC).replace(microsecond=0)


def _finding(name: str, folder: Path) -> tuple[Json, Json]:
    """The one finding that `name` means, and the report's uses, rules and roots. Raises UsageError."""
    from licaudit.reports import stored

    path = stored.find(folder)
    try:
        report = stored.read(path)
        found = [f for f in report["findings"] if f["fingerprint"].startswith(name)]
        whole = {"uses": {u["id"]: u for u in report["uses"]}, "rules": {r["id"]: r for r in report["rules"]}, "roots": report["roots"]}
    except OSError as problem:
        raise UsageError(f"{path}: {problem.strerror}. Run licaudit scan first, or name the folder with --report.") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError(f"{path}: no report of licaudit.") from None
    exact = [f for f in found if f["fingerprint"] == name] or found
    if len(name) < 6 or not exact:
        raise UsageError(f'no finding "{name}" in {path}. Its fingerprints are in the report; give six letters or more.')
    if len(exact) > 1:
        raise UsageError(f'"{name}" means {len(exact)} findings in {path}. Give more of the fingerprint.')
    return exact[0], whole


def _again(found: Json, options: Json) -> tuple[Any, bool]:
    """Settings for the page, and whether the finding is found again on it."""
    from licaudit import audit
    from licaudit.settings import load

    settings = load([found["document"]], options)
    return settings, found["fingerprint"] in {f.fingerprint for f in audit.run(settings).findings}


def _others(found: Json, whole: Json, settings: Any) -> list[tuple[str, Path]]:
    """The picture's file and the files of settings, with the folder of the archive that each goes to."""
    from licaudit.evidence.embedded import inside

    use = whole["uses"].get(found["use"]) or {}
    page = os.path.abspath(found["document"])
    roots = [os.path.abspath(r) for r in whole["roots"]] + [str(Path(page).parent)]
    tried = [
        hit
        for root in roots
        if page.startswith(root.rstrip("/") + "/")
        for address in dict.fromkeys((use.get("resolved") or "", use.get("src") or "", *use.get("candidates", ())))
        if address and (hit := inside(root, page, address))
    ]
    out = [("picture", Path(tried[0]))] if tried else []
    for name in (settings.config_file, settings.register_file, settings.baseline):
        if name and Path(settings.folder, name).is_file():
            out.append(("settings", Path(settings.folder, name)))
    return out


def _read(path: Path) -> bytes | None:
    """The bytes of a regular file, links not followed."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError):
        return None
    with os.fdopen(handle, "rb") as file:
        return file.read() if stat.S_ISREG(os.fstat(handle).st_mode) else None


def _facts(path: Path, data: bytes) -> Json:
    times = path.lstat()
    return {
        "path": str(path),
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "modified": datetime.fromtimestamp(times.st_mtime, UTC).isoformat(),
    }


def _git(page: Path) -> Json | None:
    """Where the repository stands, and the commits that the page comes from; None outside of one."""
    from licaudit.settings.git import history

    return history(page.absolute())


def _explained(found: Json, report: Path) -> bytes:
    """What `licaudit explain` says of the finding, its rule and its licence."""
    from licaudit.cli import explain

    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        for name in (found["fingerprint"], found["rule"], found["licence"]):
            if name:
                explain.command.main([name, "--report", str(report)], standalone_mode=False)
                click.echo(f"\n{'-' * 72}\n")
    return out.getvalue().encode("utf-8", "backslashreplace")
