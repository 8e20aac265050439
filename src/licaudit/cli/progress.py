# SPDX-License-Identifier: Apache-2.0
"""Progress on standard error: a bar on a terminal, else a line for each tenth of a long run."""

import sys
import time
from types import TracebackType

PATIENCE = 2.0
"""Seconds of silence: a run that is over by then needs no progress."""

WIDTH = 24
"""Cells of the bar."""

STAGES = {"read": "Reading", "judge": "Judging"}


class Bar:
    """Told by the audit after each document. Use as a context manager, so that the bar is wiped in the end.

    `spent` holds the seconds of each stage.
    """

    def __init__(self, loud: bool = True) -> None:
        self.loud, self.live = loud, sys.stderr.isatty()
        self.spent: dict[str, float] = {}
        self._begun = self._shown = self._last = time.monotonic()
        self._tenth: dict[str, int] = {}

    def __enter__(self) -> "Bar":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.live and self._shown > self._begun:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def __call__(self, stage: str, count: int, total: int) -> None:
        """`count` of `total` documents have passed `stage`."""
        now = time.monotonic()
        self.spent[stage] = self.spent.get(stage, 0.0) + now - self._last
        self._last = now
        if not self.loud or not total:
            return
        if self.live:
            self._draw(stage, count, total, now)
        elif (tenth := count * 10 // total) > self._tenth.get(stage, 0):
            self._tenth[stage] = tenth
            if now - self._begun >= PATIENCE:
                sys.stderr.write(f"{STAGES.get(stage, stage)}: {tenth * 10} % ({count:,} of {total:,} documents)\n")
                sys.stderr.flush()

    def _draw(self, stage: str, count: int, total: int, now: float) -> None:
        """Ten times a second at most; the line never wraps, so a carriage return suffices to draw anew."""
        if now - self._shown < 0.1 or now - self._begun < 0.3:
            return
        self._shown = now
        full = WIDTH * count // total
        sys.stderr.write(f"\r\x1b[K{STAGES.get(stage, stage):8} [{'#' * full}{'.' * (WIDTH - full)}] {count:,}/{total:,}")
        sys.stderr.flush()
