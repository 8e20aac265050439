# SPDX-License-Identifier: Apache-2.0
"""`--since REF`: only pages that changed, or whose pictures or register did."""

import os
from collections.abc import Collection, Sequence
from pathlib import Path
from urllib.parse import unquote

from licaudit.model.page import PageRecord
from licaudit.model.policy import Settings
from licaudit.settings import git
from licaudit.verdict.settle import Settled


def only(settled: Settled, records: Sequence[PageRecord], settings: Settings) -> Settled:
    """What concerns changed pages; a changed register concerns all of them. The rest is counted in a message."""
    if not settings.since:
        return settled
    files = git.changed(settings.since, Path(settings.folder or "."))
    if settings.register_file and str(Path(settings.register_file).resolve()) in files:
        return settled
    pages = {r.path for r in records if r.file in files or any(_touched(u.image.src, r.file, files) for u in r.uses)}
    left = len({f.document for f in settled.findings} - pages)
    message = f"Only what changed since {settings.since} is reported: findings of {left} other pages are left out."
    return Settled(
        tuple(f for f in settled.findings if f.document in pages),
        tuple(u for u in settled.uses if u.use.document in pages),
        (*settled.messages, message) if left else settled.messages,
        settled.remarks,
    )


def _touched(src: str, page: str, files: Collection[str]) -> bool:
    """Whether the picture at `src` is one of the changed files.

    A bare name is looked for beside the page. An address with folders also
    matches a file that ends in all of them: `/img/a.jpg` is built from `static/img/a.jpg`.
    """
    name = unquote(src.split("?", 1)[0].split("#", 1)[0])
    if not name or "://" in name or name.startswith(("//", "data:")):
        return False
    if not name.startswith("/") and os.path.normpath(Path(page).parent / name) in files:
        return True
    ending = "/" + "/".join(part for part in name.split("/") if part not in ("", ".", ".."))
    return ending.count("/") > 1 and any(file.endswith(ending) for file in files)
