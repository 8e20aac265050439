# SPDX-License-Identifier: Apache-2.0
"""How fast credit lines are understood, and whether time stays linear on hostile lines: `python benchmarks/credits_speed.py`."""

import time

from licaudit.credits.parse import parse_line, parse_markup

LINES = ("Photo: Ada Example / Flickr, CC BY-SA 4.0", "Foto: Bo Muster/dpa", "图片来源：Unsplash", "A bridge at dawn. Cleo Draft/AFP")
FAMILIES = ("<a ", "[", "](", "CC BY-SA ", '<a x="', "photo by ", "Foto: ", "“", "((", "&#", "www.a.b/", "Ada-", "{{< ", "a=' ")


def clock(work: "object", *args: object) -> float:
    """Best of three, in seconds."""
    best = 1e9
    for _ in range(3):
        start = time.perf_counter()
        work(*args)  # type: ignore[operator]
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Print time per line and time(64 KB)/time(32 KB) per family."""
    parse_line(LINES[0])
    each = sum(clock(parse_line, line) for line in LINES) / len(LINES)
    print(f"typical line: {each * 1e6:.0f} µs")
    for seed in FAMILIES:  # below the 20,000 that markup is cut at, so that the ratio shows the growth of the work itself
        half, whole, full = (clock(parse_markup, (seed * (size // len(seed) + 1))[:size], "html") for size in (8192, 16384, 65536))
        print(f"{seed!r:14} 64 KB {full * 1e3:8.1f} ms   time(16 KB)/time(8 KB) {whole / max(half, 1e-9):.2f}")


if __name__ == "__main__":
    main()
