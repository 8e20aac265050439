# SPDX-License-Identifier: Apache-2.0
"""A picture is published and no page uses it."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from licaudit.checks.case import Case
from licaudit.model.finding import Finding, Rule
from licaudit.model.page import PageRecord

ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".tif", ".tiff"})
MOST = 50_000


def check(case: Case, rule: Rule) -> Iterator[Finding]:
    """Only folders are looked at, and only below what was scanned; a file the register knows is told of."""
    settings = case.settings
    if not settings or not any(record.uses for record in case.site.records):
        return
    used = {
        name
        for record in case.site.records
        for use in record.uses
        for one in (use.image.src, *use.image.candidates)
        if (name := _name(one))
    }
    seen = 0
    for path in settings.paths:
        for folder, folders, files in os.walk(path, followlinks=False):
            folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in ("node_modules", "reports"))
            for file in sorted(files):
                seen += 1
                if seen > MOST:
                    return
                shown = (Path(folder) / file).as_posix()
                if Path(file).suffix.lower() in ENDINGS and _name(file) not in used and not settings.register.match(shown):
                    yield from Case(PageRecord(path=shown), case.site, case.policy, case.today).report(
                        rule, "The picture is published, no page shows it, and nothing says whose it is"
                    )


def _name(address: str) -> str:
    return "" if address.startswith("data:") else unquote(address.split("?", 1)[0].split("#", 1)[0]).rsplit("/", 1)[-1].casefold()
