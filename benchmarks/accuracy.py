# SPDX-License-Identifier: Apache-2.0
"""Figures per language and kind on labelled lines: `python benchmarks/accuracy.py CORPUS/dev [MORE …] [--by lang|kind] [--misses N]`.

For each group: precision / recall of is_credit, licence, creators and source. Misses are listed with the reason the
parser gives. The measure is that of the corpus: names match when one holds all words of the other and half of them are shared.
"""

import argparse
import collections
from pathlib import Path
from typing import Any

from fit_scores import form, listed, rows_of, words

from licaudit.credits.fragment import parse_markup

QUESTIONS = ("is_credit", "licence", "creators", "source")


class Count:
    """Right, wrong and missed answers to one question."""

    def __init__(self) -> None:
        self.right = self.wrong = self.missed = 0

    def add(self, want: list[str], got: list[str]) -> bool:
        """Match each wanted name with one that was told; whether nothing is left on either side."""
        left = [words(g) for g in got]
        hits = 0
        for one in map(words, want):
            match = next((g for g in left if g == one or ((g <= one or one <= g) and 2 * len(g & one) >= max(len(g), len(one)))), None)
            if match is not None:
                left.remove(match)
                hits += 1
        self.right, self.wrong, self.missed = self.right + hits, self.wrong + len(left), self.missed + len(want) - hits
        return hits == len(want) and not left

    def __str__(self) -> str:
        """Precision / recall, with how many there are."""
        told, there = self.right + self.wrong, self.right + self.missed
        return f"{self.right / told if told else 1:.3f}/{self.right / there if there else 1:.3f} ({there})"


def answers(row: dict[str, Any], got: Any) -> dict[str, tuple[list[str], list[str]]]:
    """Wanted and told, for each question that this line can answer."""
    found = {"is_credit": (["credit"] if row["is_credit"] else [], ["credit"] if got.is_credit else [])}
    if row["is_credit"]:
        found["licence"] = (listed(row.get("licence")), listed(got.licence))
        found["creators"] = (row.get("creators") or [], [p.name for p in got.creators])
        found["source"] = (listed(row.get("source_name")), listed(got.source.name if got.source else None))
    return found


def main() -> None:
    """Print the table, then the misses."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--by", choices=("lang", "kind"), default="lang")
    parser.add_argument("--misses", type=int, default=0)
    args = parser.parse_args()
    table: dict[str, dict[str, Count]] = collections.defaultdict(lambda: {q: Count() for q in QUESTIONS})
    misses: list[str] = []
    for row in rows_of(args.corpus):
        got = parse_markup(row.get("raw_markup") or row["text"], form(row.get("raw_markup") or ""), row.get("lang") or "")
        for question, (want, told) in answers(row, got).items():
            table["all"][question].add(want, told)
            if not table[str(row.get(args.by))][question].add(want, told):
                misses.append(
                    f"{question} {row['id']}: want {want} got {told}; {', '.join(got.reasons)}; score {got.score}; {got.line[:100]!r}"
                )
    print(f"{args.by:16}", *(f"{q:22}" for q in QUESTIONS))
    for group, counts in sorted(table.items(), key=lambda g: -(g[1]["is_credit"].right + g[1]["is_credit"].missed)):
        print(f"{group:16}", *(f"{counts[q]!s:22}" for q in QUESTIONS))
    print(*misses[: args.misses], sep="\n")


if __name__ == "__main__":
    main()
