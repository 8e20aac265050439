# SPDX-License-Identifier: Apache-2.0
"""The verdict on each picture and the exit code of a run (REPORTS.md)."""

from collections.abc import Sequence

from licaudit.model.finding import Finding
from licaudit.model.page import ImageUse
from licaudit.model.policy import RANK, Settings
from licaudit.model.result import AuditResult, Verdict

UNCERTAIN = frozenset({"credit-unattached", "grant-missing", "licence-missing"})
"""Rules whose notes say that the tool cannot tell, not that something is wrong."""


def verdict(use: ImageUse, findings: Sequence[Finding]) -> Verdict:
    """fix: an open error; look: a warning; unknown: only what cannot be told; accepted: all is ignored or in the baseline."""
    if use.role not in ("content", "social"):
        return "fine"
    live = [f for f in findings if f.status == "new"]
    if any(f.severity == "error" for f in live):
        return "fix"
    if any(f.severity == "warning" for f in live):
        return "look"
    if any(f.rule in UNCERTAIN for f in live):
        return "unknown"
    if findings and not live and any(f.severity != "note" for f in findings):
        return "accepted"
    return "fine"


def exit_code(result: AuditResult, settings: Settings) -> int:
    """0 clean, 1 findings at or above fail_on, 3 incomplete or nothing scanned; 1 wins over 3."""
    limit = settings.policy.fail_on
    if limit != "never" and not settings.exit_zero and any(f.status == "new" and RANK[f.severity] >= RANK[limit] for f in result.findings):
        return 1
    if settings.allow_incomplete:
        return 0
    # With --since, and for a hook that gets single files, articles without pictures are nothing unusual.
    seen = settings.since or settings.allow_empty or result.uses or result.orphans
    nothing = not seen or not any(d.status == "read" for d in result.documents)
    return 3 if (nothing and not settings.allow_empty) or result.incomplete else 0
