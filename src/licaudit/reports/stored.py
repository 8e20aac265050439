# SPDX-License-Identifier: Apache-2.0
"""A JSON report read back from the folder of an earlier scan."""

import gzip
import json
import zlib
from pathlib import Path
from typing import Any

CAP = 1_000_000_000
"""Bytes of an unpacked report; ours are never so large."""


def read(path: Path) -> Any:
    """What stands in `path`, or in the packed file beside it (`report.json.gz`).

    Raises OSError where neither can be had, ValueError for what is no JSON.
    """
    packed = path.with_name(path.name + ".gz")
    if path.exists() or not packed.exists():
        return json.loads(path.read_bytes())
    try:
        with gzip.open(packed) as file:
            data = file.read(CAP + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as problem:
        raise ValueError(f"{packed} is damaged") from problem
    if len(data) > CAP:
        raise ValueError(f"{packed} is too large")
    return json.loads(data)
