# SPDX-License-Identifier: Apache-2.0
"""`licaudit parse` shows a person which words were read as what, and why."""

import os
import subprocess
import sys

import pytest


def parsed(text: str) -> str:
    command = [sys.executable, "-P", "-m", "licaudit", "parse", text]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "140"}).stdout


@pytest.mark.parametrize("text", ["Old bridge. Photo: Ada Example/dpa, CC BY-SA 4.0 (cropped)", "The old bridge was closed on Monday."])
def test_every_marked_stretch_has_its_words_and_a_reason(text: str) -> None:
    shown = parsed(text)
    rows = [[cell.strip() for cell in line.strip("│").split("│")] for line in shown.splitlines() if line.startswith("│")]
    rows = [row for row in rows if len(row) == 3]
    assert all(words and because and words in text for words, _, because in rows)
    assert ("dpa" in text) == any(row[:2] == ["dpa", "provider"] for row in rows)


def test_a_long_line_tells_where_its_stretches_stand() -> None:
    text = "The old bridge was closed on Monday for good. " * 12 + "Photo: Ada Example/dpa"
    shown = parsed(text)
    start = text.index("Ada Example")
    assert f"{start}–{start + len('Ada Example')}" in shown
