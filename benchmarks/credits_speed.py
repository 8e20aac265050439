# SPDX-License-Identifier: Apache-2.0
"""Time per credit line of a labelled corpus, and growth on adversarial text: `python benchmarks/credits_speed.py [CORPUS/dev]`.

Growth is told as the ratio of the time for 64 KB to that for 16 KB: 4 is linear. Only ratios within one run mean something.
"""

import json
import statistics
import sys
import time
from pathlib import Path

from licaudit.credits.fragment import parse_markup
from licaudit.credits.parse import parse_line

HOSTILE = {
    "letters": "a",
    "capitals": "Aa ",
    "brackets": "([{",
    "markdown": "![](",
    "quotes": "“„«\"'",
    "tags": "<p <a ",
    "labels": "Photo: ",
    "by": "Photo by by ",
    "dots": "A. B. ",
    "slashes": "Ada Example/",
    "licences": "CC BY-SA 4.0 3.0 ",
    "addresses": "www.a.b/",
    "names in files": "a.b-c/",
    "copyright": "© 2001 (c) ",
    "keys": "a-b: c=",
    "east": "写真提供：見本・",
}


def seconds(work: object) -> float:
    """The least of three runs."""
    best = 9e9
    for _ in range(3):
        start = time.perf_counter()
        work()  # type: ignore[operator]
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Print both tables."""
    if len(sys.argv) > 1:
        files = sorted(Path(sys.argv[1]).glob("*lines.jsonl"))
        texts = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
        for text in texts:
            parse_line(text)
        each = [seconds(lambda text=text: parse_line(text)) * 1e6 for text in texts]
        many = (texts * (10_000 // len(texts) + 1))[:10_000]
        whole = seconds(lambda: [parse_line(text) for text in many])
        print(f"10,000 lines one after the other: {whole:.2f} s")
        print(
            f"each of {len(texts)} lines by itself: median {statistics.median(each):.0f} us, mean {statistics.mean(each):.0f} us, worst {max(each):.0f} us"
        )
    for name, piece in HOSTILE.items():
        short, long = ((piece * (size // len(piece) + 1))[:size] for size in (16_384, 65_536))
        row = [name]
        for form in ("text", "html", "markdown"):
            a = seconds(lambda text=short, form=form: parse_markup(text, form))
            b = seconds(lambda text=long, form=form: parse_markup(text, form))
            row.append(f"{form} {b * 1000:.1f} ms, x{b / a:.1f}")
        print(f"{row[0]:16}", *row[1:], sep="  ")


if __name__ == "__main__":
    main()
