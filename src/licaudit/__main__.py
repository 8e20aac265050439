# SPDX-License-Identifier: Apache-2.0
"""`python -m licaudit`: the same as the console script; `python -P -m licaudit` is the safe form in a foreign checkout."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent

if not sys.flags.safe_path and sys.path and Path(sys.path[0] or ".").resolve() != HERE:
    # `-m` puts the working directory first, and a site under audit must not be able
    # to slip modules in by lying there (a PIL.py in a checkout would be executed).
    del sys.path[0]

from licaudit.cli.main import main  # noqa: E402 (the search path had to be put right first)

if __name__ == "__main__":
    main()
