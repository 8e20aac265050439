# SPDX-License-Identifier: Apache-2.0
"""What the script of the first screen works on: rows in shards of at most 2 MB, as classic scripts that hold only JSON."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from licaudit.credits import write
from licaudit.reports import sinks
from licaudit.reports.html import texts
from licaudit.reports.html.pages import ready_html
from licaudit.reports.html.view import SEVERITIES, VERDICTS, Entry, View, severity_rank, slug

SHARD = 1_900_000
WORDS = ("js.", "verdict.", "severity.", "part.", "copy.", "help.")


def payload(view: View, lang: str, *, findings_only: bool = False) -> tuple[dict[str, Any], list[list[Any]]]:
    """(head, rows). Head: the tables that rows point into, and the words. A row is described in assets/report.js."""
    documents = list(view.documents) + sorted({e.document for e in view.entries} - set(view.documents))
    rules = sorted({f["rule"] for e in view.entries for f in e.findings})
    shared, paged = view.shared, frozenset(view.pages)
    numbers = ({d: i for i, d in enumerate(documents)}, {r: i for i, r in enumerate(rules)})
    rows = [_row(view, e, numbers, shared) for e in view.entries if e.findings or not findings_only]
    head = {
        "documents": [_document(view, d, paged) for d in documents],
        "rules": [[r, view.rule(r).get("title") or r] for r in rules],
        "words": {k: v for k, v in texts.catalogue(lang).items() if k.startswith(WORDS)},
        "modified": {code: say.modified for code, say in write.languages().items()},
        "lang": lang,
        "cut": view.cut,
        "site": slug("\n".join(map(str, view.report.get("roots") or ())) + "\n" + view.site),
        "compared": view.previous is not None,
        "single": findings_only,
    }
    return head, rows


def _document(view: View, path: str, paged: frozenset[str]) -> list[str]:
    title = view.title(path)
    page = slug(path) if path in paged else ""
    return [path, "" if title == view.path(path) else title, view.document(path).get("author") or "", _section(path[view.cut :]), page]


def _section(path: str) -> str:
    folders = PurePosixPath(path).parts[:-1]
    return folders[0] if folders else "/"


def _row(view: View, e: Entry, numbers: tuple[dict[str, int], dict[str, int]], shared: dict[str, list[Entry]]) -> list[Any]:
    credit, fix = e.credit, e.fix
    source = credit.get("source") or {}
    found = [_found(f, numbers[1]) for f in e.findings]
    row = [
        e.id,
        VERDICTS.index(e.verdict),
        numbers[0][e.document],
        _short(e.use.get("src") or ""),
        e.line,
        credit.get("text") or "",
        e.licence,
        ", ".join(c.get("name") or "" for c in credit.get("creators") or ()),
        source.get("name") or "",
        found,
        [ready_html(fix) if e.ready else "", "" if e.ready else fix.get("question") or ""] if fix else 0,
        e.thumb,
        slug(e.key) if e.key in shared else 0,
        credit.get("lang") or view.document(e.document).get("lang") or "",
        int(view.is_new(e)),
        e.missing,
    ]
    return _trimmed(row, 10)


def _found(f: dict[str, Any], rules: dict[str, int]) -> list[Any]:
    """A finding; 1 at its end where the check gathers its findings by something else than the rule, as by supplier."""
    row = [rules[f["rule"]], severity_rank(f), int(f.get("status", "new") == "new"), f.get("message", ""), f.get("fingerprint") or ""]
    return [*row, 1] if str(f.get("group") or "").startswith("supplier:") else row


def _trimmed(row: list[Any], least: int) -> list[Any]:
    """Without the empty fields at its end: report.js fills them in again."""
    while len(row) > least and not row[-1]:
        row.pop()
    return row


def _short(src: str) -> str:
    return src if len(src) <= 300 else src[:299] + "…"


def shards(head: dict[str, Any], rows: list[list[Any]]) -> dict[str, bytes]:
    """File name → script of at most 2 MB. Each hands one JSON value to `LICAUDIT`, an array that report.js empties."""
    out = {"data/head.js": _script("head", sinks.json_script({**head, "documents": []}))}
    few = {key: head[key] for key in ("words", "modified", "lang")}
    for kind, values in (("documents", head["documents"]), ("rows", rows)):
        for number, chunk in enumerate(_chunks(values), 1):
            out[f"data/{kind}-{number}.js"] = _script(kind, "[" + ",\n".join(chunk) + "]")
    # Article pages need the words of the copy buttons, not the tables of a large site.
    return out | {"data/words.js": _script("head", sinks.json_script(few))}


def _chunks(values: list[Any]) -> Iterator[list[str]]:
    chunk: list[str] = []
    size = 0
    for value in values:
        text = sinks.json_script(value)
        length = len(text.encode()) + 2
        if chunk and size + length > SHARD:
            yield chunk
            chunk, size = [], 0
        chunk.append(text)
        size += length
    yield chunk


def _script(kind: str, value: str) -> bytes:
    return f'(window.LICAUDIT=window.LICAUDIT||[]).push(["{kind}",{value}]);\n'.encode()


__all__ = ["SEVERITIES", "payload", "shards"]
