# SPDX-License-Identifier: Apache-2.0
"""Where the rules folder is: shipped inside the package, or beside it in a checkout."""

from functools import cache
from pathlib import Path

from licaudit.errors import RulebookError


@cache
def rules_dir() -> Path:
    """The folder of rules; RulebookError where an installation has none."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "_rules", package.parent.parent / "rules"):
        if (folder / "licences").is_dir():
            return folder
    raise RulebookError("no rules were found.", path=str(package / "_rules"), remedy="Install licaudit again.")
