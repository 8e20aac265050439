# SPDX-License-Identifier: Apache-2.0
"""Write the editors' report from a report dict: as a folder, or as one file."""

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from licaudit.errors import LicauditError, OutputError
from licaudit.reports import csv_table, sinks, stored
from licaudit.reports.html import data, thumbs
from licaudit.reports.html.pages import CSP, Pages
from licaudit.reports.html.publish import publish, read_status
from licaudit.reports.html.translate import translated
from licaudit.reports.html.view import View, build, slug

ASSETS = Path(__file__).parent / "assets"
SINGLE_LIMIT = 50_000_000


class ReportTooLargeError(LicauditError):
    """A single file would be larger than 50 MB; the message says what to do instead."""


@dataclass(frozen=True)
class WriteSummary:
    """Where the report is, how many files were written, left alone and removed, and its size in bytes."""

    index: Path
    written: int
    unchanged: int
    removed: int
    size: int


def write(
    report: dict[str, Any], folder: Path, *, roots: tuple[Path, ...], lang: str = "en", single_file: bool = False, thumbnails: bool = True
) -> WriteSummary:
    """Write the report into `folder`.

    Pictures are read only from inside `roots`. A report of an earlier run in
    the same folder is compared with (new, fixed) and its stale files go.
    Raises OutputError where the folder cannot be written, ReportTooLargeError for
    a single file above 50 MB.
    """
    view = build(translated(report, lang), _previous(folder, lang))
    known = frozenset(n for n in read_status(folder) if n.startswith("thumbs/"))
    small, kept = thumbs.draw(view.entries, roots, None if single_file else folder, known) if thumbnails else ({}, {})
    data_name, data_bytes = stored.packed(report)
    if single_file:
        files = {"index.html": _single(view, lang, small, data_name)}
        kept = {}
    else:
        files = _folder(view, lang, data_name) | small
    files[data_name] = data_bytes
    files["report.csv"] = csv_table.render(report).encode("utf-8")
    try:
        return WriteSummary(folder / "index.html", *publish(folder, files, kept))
    except OSError as problem:
        raise OutputError(f"the report could not be written into {folder}: {problem.strerror or problem}.") from problem


def credits_page(report: dict[str, Any], lang: str) -> bytes:
    """The appendix as one page that needs no other file. Raises KeyError or TypeError for what is no report."""
    style, script = ((ASSETS / name).read_text(encoding="utf-8") for name in ("report.css", "report.js"))
    inline = {"style": style, "script": script, "csp": CSP.format(style=_hash(style), script=_hash(script))}
    return Pages(build(translated(report, lang)), lang, inline).credits()


def _folder(view: View, lang: str, data_name: str) -> dict[str, bytes]:
    files = data.shards(*data.payload(view, lang))
    pages = Pages(view, lang)
    files |= {f"assets/{name}": (ASSETS / name).read_bytes() for name in ("report.css", "report.js")}
    files["index.html"] = pages.index([n for n in files if n.startswith("data/") and n != "data/words.js"], data_name)
    files["credits.html"] = pages.credits()
    for document, entries in view.pages.items():
        files[f"pages/{slug(document)}.html"] = pages.article(document, entries)
    for key, entries in view.shared.items():
        files[f"images/{slug(key)}.html"] = pages.image(key, entries)
    return files


def _single(view: View, lang: str, small: dict[str, bytes], data_name: str) -> bytes:
    """Everything in one page: style and script by hash in the policy, data as JSON blocks that never run."""
    for entry in view.entries:
        if entry.thumb:
            entry.thumb = "data:image/webp;base64," + base64.b64encode(small[entry.thumb]).decode()
    style, script = ((ASSETS / name).read_text(encoding="utf-8") for name in ("report.css", "report.js"))
    head, rows = data.payload(view, lang, findings_only=True)
    inline = {
        "style": style,
        "script": script,
        "head": sinks.json_script(head),
        "rows": sinks.json_script(rows),
        "csp": CSP.format(style=_hash(style), script=_hash(script)),
    }
    page = Pages(view, lang, inline).index([], data_name)
    if len(page) > SINGLE_LIMIT:
        raise ReportTooLargeError(
            f"one file would hold {len(page) // 1_000_000} MB, more than a browser opens with ease (50 MB): "
            "leave out --single-file, and send the folder as an archive"
        )
    return page


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def _previous(folder: Path, lang: str) -> dict[str, dict[str, Any]] | None:
    """Findings of the last report in this folder by fingerprint, or None. A file that is not ours to understand is no report."""
    try:
        earlier = translated(stored.read(stored.find(folder)), lang)
        return {str(f["fingerprint"]): f for f in earlier["findings"] if f.get("fingerprint")}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
