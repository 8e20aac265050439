# SPDX-License-Identifier: Apache-2.0
"""Every file below the scanned folders, for evidence that lies beside the pages: feeds, published pictures."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

_SKIPPED = frozenset({"node_modules", "reports"})


class TooManyFiles(Exception):
    """There are more files than were to be looked at; what was yielded before is not the whole."""


def below(paths: Sequence[str], most: int) -> Iterator[Path]:
    """Files below `paths` in the order of their names, hidden folders left out; links are not followed.

    Raises TooManyFiles once a folder brings their number above `most`.
    """
    seen = 0
    for top in paths:
        for folder, folders, files in os.walk(top, followlinks=False):
            folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in _SKIPPED)
            seen += len(files)
            if seen > most:
                raise TooManyFiles
            yield from (Path(folder) / name for name in sorted(files))
