# SPDX-License-Identifier: Apache-2.0
"""Fits `rules/scores/*.toml` to labelled lines: `python benchmarks/fit_scores.py CORPUS/dev [MORE …] [--write]`.

Needs scikit-learn (`pip install '.[fit]'`), which licaudit itself does not. Without `--write` it prints what the scores
reach on publishers that were held out (five parts, each publisher in one of them): only those figures tell how
the scores do on lines nobody has seen. Labels and their conventions are those of the corpus.
"""

import argparse
import json
import re
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import made_up_lines

from licaudit.credits import chain, fragment, parse, signals
from licaudit.credits.scores import Scores, Together

RULES = Path(__file__).parents[1] / "rules" / "scores"
Row = dict[str, Any]
Example = tuple[list[str], str]
SMALLEST = 0.02
"""Weights nearer to zero than this are left out of the table."""


def form(markup: str) -> str:
    """The format of a labelled line, guessed as the corpus does."""
    if re.search(r"</?[a-z][^>]*>", markup, re.I):
        return "html"
    return "markdown" if re.search(r"\]\(|\]\[|\*\w|_\w", markup) else "text"


def rows_of(folders: list[Path]) -> list[Row]:
    """All labelled lines of the folders; those of the first one are of the field that matters most."""
    return [
        {"counts": FIRST if f is folders[0] else REAL, **json.loads(x)}
        for f in folders
        for p in sorted(f.glob("*lines.jsonl"))
        for x in p.read_text("utf-8").splitlines()
        if x.strip()
    ]


def publisher(row: Row) -> str:
    """Whose line it is: lines of one publisher stay in one part."""
    return str(row.get("group") or row.get("repo") or row["id"])


def words(text: str | None) -> set[str]:
    """The words of a name, for comparison."""
    return set(re.findall(r"\w+", (text or "").casefold()))


def listed(value: Any) -> list[str]:
    """A label that may be one string, several or none."""
    return [v for v in (value if isinstance(value, list) else [value]) if v]


def wanted(row: Row) -> Callable[[str], str]:
    """How a stretch of words should be read by the labels of `row`."""
    makers = [words(c) for c in row.get("creators") or []]
    places = [words(s) for s in listed(row.get("source_name"))]
    title = words(row.get("title"))

    def alike(a: set[str], b: set[str]) -> bool:
        return bool(a) and (a <= b or b <= a) and 2 * len(a & b) >= max(len(a), len(b))

    def label(text: str) -> str:
        seen = words(text)
        if any(alike(m, seen) for m in makers):
            return "creator"
        if seen and any(seen <= p or (p <= seen and 2 * len(p) >= len(seen)) for p in places):
            return "source"
        if seen and any(seen < m for m in makers):
            return ""  # one of several bodies that the label takes as one creator: says nothing of a single one
        return "title" if alike(title, seen) else "none"

    return label


class Recorder:
    """Parses lines while it notes what the scores were asked."""

    def __init__(self) -> None:
        self.label: Callable[[str], str] | None = None
        self.asked: list[Example] = []
        self.lines: dict[int, tuple[Any, list[Example], list[str]]] = {}
        self.signals: list[str] = []
        see, reading, seen, line = chain.see, chain.reading, signals.observed, parse.parse_line

        def note(clause: Any, index: int, *rest: Any) -> chain.Seen:
            found = see(clause, index, *rest)
            if self.label:
                self.asked.append((list(chain.observed(found)), self.label(clause[index].text)))
            return found

        def answer(found: chain.Seen) -> str:
            return (self.asked[-1][1] or "none") if self.label else reading(found)

        def signal(*args: Any) -> list[Together]:
            found = seen(*args)
            self.signals = [name for group in found for name in group.names]
            return found

        def parsed(*args: Any, **named: Any) -> Any:
            self.asked, self.signals = [], []
            done = line(*args, **named)
            self.lines[id(done)] = (done, self.asked, self.signals)
            return done

        chain.see, chain.reading, signals.observed, fragment.parse_line = note, answer, signal, parsed  # type: ignore[assignment]

    def parse(self, row: Row, label: Callable[[str], str] | None = None) -> tuple[Any, list[Example], list[str]]:
        """The line as understood, the parties asked for and the signals of the text that was chosen."""
        self.label = label
        self.lines.clear()
        markup = row.get("raw_markup") or row["text"]
        done = fragment.parse_markup(markup, form(row.get("raw_markup") or ""), row.get("lang") or "")
        _, asked, seen = self.lines.get(id(done)) or max(self.lines.values(), key=lambda k: k[0].score)
        return done, asked, seen


def fit(examples: list[Example], labels: list[str], strength: float) -> Scores:
    """Weights by multinomial logistic regression with an L2 penalty of 1/`strength`."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    table = DictVectorizer()
    matrix = table.fit_transform([dict.fromkeys(seen, 1) for seen, _ in examples])
    model = LogisticRegression(C=strength, max_iter=4000).fit(matrix, [label for _, label in examples])
    rows, base = model.coef_, model.intercept_
    if len(model.classes_) == 2:
        rows, base = [-rows[0] / 2, rows[0] / 2], [-base[0] / 2, base[0] / 2]
    order = [list(model.classes_).index(label) for label in labels]
    weights = {"": [float(base[o]) for o in order]}
    for column, name in enumerate(table.get_feature_names_out()):
        values = [float(rows[o][column]) for o in order]
        if max(map(abs, values)) >= SMALLEST:
            weights[name] = [round(v, 3) for v in values]
    return Scores(labels, weights)


READING = chain.reading
"""The reader's own function, which a Recorder replaces: its memory is of the tables before."""


def install(parties: Scores, credit: Scores) -> None:
    """Let the parser use these tables."""
    tables = {"parties": parties, "credit": credit}
    READING.cache_clear()
    chain.scores = signals.scores = tables.__getitem__  # type: ignore[assignment]


def asked_of(recorder: Recorder, rows: list[Row]) -> list[Example]:
    """What the scores were asked about the parties of all credits in `rows`, with the right answers."""
    return [e for row in rows if row["is_credit"] for e in recorder.parse(row, wanted(row))[1]]


def learn(recorder: Recorder, rows: list[Row]) -> tuple[Scores, Scores]:
    """Both tables from `rows`: first who is who, then, with that known, what is a credit.

    For the second table each line is read by parties that were fitted without its publisher: names nobody has seen
    are read worse, and the weights should know that.
    """
    made, told = list(made_up_lines.rows()), list(made_up_lines.samples())
    credit = Scores(["no", "yes"], {"": [0.0, 0.0]})
    install(Scores(list(chain.LABELS), {"": [0.0] * len(chain.LABELS)}), credit)
    invented = asked_of(recorder, made)
    for _ in range(2):
        asked = [(part_of(row), example) for row in rows for example in asked_of(recorder, [row]) * row.get("counts", REAL)]
        seen: list[Example] = []
        for part in range(PARTS):
            others = [example for other, example in asked if other != part]
            install(parties_of([*others, *invented]), credit)
            seen += [told for row in rows if part_of(row) == part for told in [told_of(recorder, row)] * row.get("counts", REAL)]
        parties = parties_of([*[example for _, example in asked], *invented])
        install(parties, credit)
        seen += [told_of(recorder, row) for row in [*made, *told, *told]]
        credit = fit([s for s in seen if s[0]], ["no", "yes"], CREDIT_STRENGTH)
        install(parties, credit)
        invented = asked_of(recorder, made)
    return parties, credit


def parties_of(asked: list[Example]) -> Scores:
    """The table that tells who is who."""
    return fit([e for e in asked if e[1]], list(chain.LABELS), PARTY_STRENGTH)


def told_of(recorder: Recorder, row: Row) -> Example:
    """What is observed of a line with the tables in use, and whether it is a credit."""
    return recorder.parse(row)[2], "yes" if row["is_credit"] else "no"


def part_of(row: Row) -> int:
    """Which of the parts holds the lines of a row's publisher."""
    return (zlib.crc32(publisher(row).encode()) >> 4) % PARTS


PARTS = 4
PARTY_STRENGTH, CREDIT_STRENGTH = 0.2, 0.2
REAL, FIRST = 2, 6
"""How much more a line that somebody published counts than a made-up one, and how much more one of the first folder."""


def write(name: str, table: Scores, count: int) -> None:
    """One table as a rule file, rows sorted by name."""
    lines = [
        "# SPDX-License" + "-Identifier: CC0-1.0",
        f"# Weights of what is observed of a credit line, fitted to {count} labelled lines by benchmarks/fit_scores.py; not to be edited by hand.",
        f"labels = {json.dumps(table.labels)}",
        "",
        "[weights]",
        *(f"{json.dumps(k, ensure_ascii=False)} = {[round(v, 3) for v in row]}" for k, row in sorted(table.weights.items())),
    ]
    RULES.mkdir(exist_ok=True)
    (RULES / f"{name}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fit, and print the figures on publishers that were held out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="fit to all lines and write rules/scores/")
    args = parser.parse_args()
    rows, recorder = rows_of(args.folders), Recorder()
    if args.write:
        parties, credit = learn(recorder, rows)
        write("parties", parties, len(rows))
        write("credit", credit, len(rows))
        return
    count: Counter[str] = Counter()
    for part in range(5):
        inside = [zlib.crc32(publisher(r).encode()) % 5 == part for r in rows]
        install(*learn(recorder, [r for r, held in zip(rows, inside, strict=True) if not held]))
        for row in (r for r, held in zip(rows, inside, strict=True) if held):
            got = recorder.parse(row)[0].is_credit
            count[f"{'t' if got == row['is_credit'] else 'f'}{'p' if got else 'n'}"] += 1
    precision, recall = count["tp"] / max(1, count["tp"] + count["fp"]), count["tp"] / max(1, count["tp"] + count["fn"])
    print(f"is_credit on publishers held out: precision {precision:.3f} recall {recall:.3f} ({dict(count)})")


if __name__ == "__main__":
    main()
