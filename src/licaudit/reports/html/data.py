# SPDX-License-Identifier: Apache-2.0
"""What the script of the first screen works on: rows in shards of at most 2 MB, as classic scripts that hold only JSON."""

from pathlib import PurePosixPath
from typing import Any

from licaudit.reports import sinks
from licaudit.reports.html import texts
from licaudit.reports.html.view import SEVERITIES, VERDICTS, Entry, View, severity_rank, slug

SHARD = 1_900_000


def payload(view: View, lang: str, *, findings_only: bool = False) -> tuple[dict[str, Any], list[list[Any]]]:
    """(head, rows). Head: the tables that rows point into, and the words. A row is described in assets/report.js."""
    documents = list(view.documents) + sorted({e.document for e in view.entries} - set(view.documents))
    rules = sorted({f["rule"] for e in view.entries for f in e.findings})
    shared = view.shared
    numbers = ({d: i for i, d in enumerate(documents)}, {r: i for i, r in enumerate(rules)})
    rows = [_row(view, e, numbers, shared) for e in view.entries if e.findings or not findings_only]
    prefix = _common([str(PurePosixPath(d).parent) for d in documents])
    head = {
        "documents": [
            [d, view.documents.get(d, {}).get("title") or "", view.documents.get(d, {}).get("author") or "", slug(d), _section(d, prefix)]
            for d in documents
        ],
        "rules": [[r, view.rule(r).get("title") or r] for r in rules],
        "words": {
            k: v for k, v in texts.catalogue(lang).items() if k.startswith(("js.", "verdict.", "severity.", "part.", "copy.", "form."))
        },
        "lang": lang,
        "single": findings_only,
    }
    return head, rows


def _row(view: View, e: Entry, numbers: tuple[dict[str, int], dict[str, int]], shared: dict[str, list[Entry]]) -> list[Any]:
    credit, fix = e.credit, e.fix
    source = credit.get("source") or {}
    found = [[numbers[1][f["rule"]], severity_rank(f), int(f.get("status", "new") == "new"), f.get("message", "")] for f in e.findings]
    return [
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
        [fix.get("text") or "", fix.get("html") or "", fix.get("markdown") or "", fix.get("question") or ""] if fix else 0,
        e.thumb,
        slug(e.key) if e.key in shared else "",
        credit.get("lang") or view.documents.get(e.document, {}).get("lang") or "",
        int(view.is_new(e)),
        e.missing,
    ]


def _short(src: str) -> str:
    return src if len(src) <= 300 else src[:299] + "…"


def _common(folders: list[str]) -> int:
    """How many leading folders all documents share."""
    split = [f.split("/") for f in folders]
    depth = 0
    for level in zip(*split, strict=False):
        if len(set(level)) > 1:
            break
        depth += 1
    return depth


def _section(document: str, prefix: int) -> str:
    folders = document.split("/")[:-1]
    return folders[prefix] if len(folders) > prefix else "/"


def shards(head: dict[str, Any], rows: list[list[Any]]) -> dict[str, bytes]:
    """File name → script. Each hands one JSON value to `LICAUDIT`, an array that report.js empties."""
    out = {"data/head.js": _script("head", sinks.json_script(head))}
    few = {**head, "documents": [], "rules": []}
    chunk: list[str] = []
    size = 0
    for row in rows:
        text = sinks.json_script(row)
        length = len(text.encode())
        if chunk and size + length > SHARD:
            out[f"data/rows-{len(out)}.js"] = _script("rows", "[" + ",\n".join(chunk) + "]")
            chunk, size = [], 0
        chunk.append(text)
        size += length + 2
    out[f"data/rows-{len(out)}.js"] = _script("rows", "[" + ",\n".join(chunk) + "]")
    # Article pages need the words of the copy buttons, not the tables of a large site.
    return out | {"data/words.js": _script("head", sinks.json_script(few))}


def _script(kind: str, value: str) -> bytes:
    return f'(window.LICAUDIT=window.LICAUDIT||[]).push(["{kind}",{value}]);\n'.encode()


__all__ = ["SEVERITIES", "payload", "shards"]
