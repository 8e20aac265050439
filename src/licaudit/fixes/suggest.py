# SPDX-License-Identifier: Apache-2.0
"""Edits as suggestions for a reviewer's tool: the same edits that `licaudit fix` would write."""

import re
from collections.abc import Sequence
from typing import Any

from licaudit.fixes import MENDED
from licaudit.fixes.edits import Edit
from licaudit.fixes.plan import plan
from licaudit.fixes.verify import Judge
from licaudit.model.finding import Finding
from licaudit.model.policy import Settings
from licaudit.rulebook.load import Rulebook
from licaudit.sources.site import collect

MOST = 200
"""So many findings get a suggestion: each costs several readings of its page, and no reviewer takes more."""

Json = dict[str, Any]


def suggestions(findings: Sequence[Finding], settings: Settings, book: Rulebook) -> dict[str, list[Json]]:
    """For each fingerprint, the edits that mend the finding: range in lines and bytes of the line, and the text to put there."""
    wanted: dict[str, list[Finding]] = {}
    for finding in [f for f in findings if f.rule in MENDED and f.status == "new"][:MOST]:
        wanted.setdefault(finding.document, []).append(finding)
    judge = Judge(settings, book)
    made: dict[str, list[Json]] = {}
    for document in collect(settings.paths, settings) if wanted else ():
        for finding in wanted.get(document.path, ()):
            alone = plan(document, [finding], judge)
            if alone.edits:
                made[finding.fingerprint] = [_row(edit, document.data) for edit in alone.edits]
    return made


def _row(edit: Edit, data: bytes) -> Json:
    return {"range": {"start": _position(data, edit.start), "end": _position(data, edit.end)}, "text": edit.new.decode("utf-8")}


def _position(data: bytes, at: int) -> Json:
    lines = re.split(rb"\r\n|\n|\r", data[:at])
    return {"line": len(lines), "column": len(lines[-1]) + 1}
