# SPDX-License-Identifier: Apache-2.0
"""`--since REF`: only pages that changed, or whose pictures or register did."""

from collections.abc import Sequence
from pathlib import Path

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
    names = {Path(f).name for f in files}
    pages = {r.path for r in records if r.file in files or any(u.image.src.split("?")[0].rsplit("/", 1)[-1] in names for u in r.uses)}
    left = len({f.document for f in settled.findings} - pages)
    message = f"Only what changed since {settings.since} is reported: findings of {left} other pages are left out."
    return Settled(
        tuple(f for f in settled.findings if f.document in pages),
        tuple(u for u in settled.uses if u.use.document in pages),
        (*settled.messages, message) if left else settled.messages,
        settled.remarks,
    )
