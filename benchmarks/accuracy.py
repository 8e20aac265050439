# SPDX-License-Identifier: Apache-2.0
"""Figures per language and per kind on a labelled corpus: `python benchmarks/accuracy.py CORPUS/dev [--misses N]`."""

import argparse
import collections
import json
import re
from pathlib import Path

from licaudit.credits.fragment import parse_markup


def form(markup: str) -> str:
    """The format of a labelled line, guessed as the corpus does."""
    if re.search(r"</?[a-z][^>]*>", markup, re.I):
        return "html"
    return "markdown" if re.search(r"\]\(|\]\[|\*\w|_\w", markup) else "text"


def main() -> None:
    """Print is_credit and licence figures per group, then the misses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    args = parser.parse_args()
    table: dict[tuple[str, str], collections.Counter[str]] = collections.defaultdict(collections.Counter)
    misses: list[str] = []
    for path in sorted(args.corpus.glob("*lines.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            markup = row.get("raw_markup") or row["text"]
            got = parse_markup(markup, form(row.get("raw_markup") or ""), row.get("lang") or "")
            outcome = f"{'t' if got.is_credit == row['is_credit'] else 'f'}{'p' if got.is_credit else 'n'}"
            for group in (("lang", row["lang"]), ("kind", row["kind"]), ("all", "")):
                table[group][outcome] += 1
                table[group]["licence wrong"] += bool(row["is_credit"] and row.get("licence") != got.licence)
            if outcome[0] == "f":
                misses.append(f"{outcome} {row['id']} {got.reasons}")
    for (group, value), n in sorted(table.items()):
        shown = " ".join(f"{k} {n[k]:4}" for k in ("tp", "fp", "fn", "tn", "licence wrong"))
        print(f"{group:5} {value:14} {shown}")
    print(*misses[: args.misses], sep="\n")


if __name__ == "__main__":
    main()
