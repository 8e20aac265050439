# SPDX-License-Identifier: Apache-2.0
"""From raw findings to settled ones: named, filtered by confidence, ignores and baseline marked, pictures judged."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from licaudit.model.finding import Finding
from licaudit.model.page import PageRecord
from licaudit.model.policy import SURE, Settings
from licaudit.model.result import Remark, UseResult
from licaudit.verdict import baseline
from licaudit.verdict.decide import verdict
from licaudit.verdict.fingerprint import with_fingerprints
from licaudit.verdict.suppress import Ignores


class Settled(NamedTuple):
    """Findings and uses in their final form, and what a person should be told besides."""

    findings: tuple[Finding, ...]
    uses: tuple[UseResult, ...]
    messages: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()


def settle(
    findings: Sequence[Finding],
    uses: Sequence[UseResult],
    records: Sequence[PageRecord],
    settings: Settings,
    known: Mapping[str, frozenset[str]] | None = None,
) -> Settled:
    """Settle one audit; `known` tells the rules behind each name. Nothing is removed but findings under `min_confidence`; raises BaselineError for a malformed baseline."""
    sure = SURE[settings.policy.min_confidence]
    kept = [f for f in findings if SURE[f.confidence] >= sure]
    kept.sort(key=lambda f: (f.document, f.order if f.order >= 0 else 1 << 30, f.rule, f.message))
    named = with_fingerprints(kept, settings.folder, settings.cwd)
    messages: list[str] = []
    remarks: list[Remark] = []
    if settings.use_ignores:
        ignores = Ignores(records, settings, known or {})
        named = ignores.mark(named)
        remarks += ignores.remarks
    if settings.baseline:
        # Bytes are given when the baseline is read from a revision; b"" says that there is none there.
        held = settings.baseline_data
        counts = baseline.read(Path(settings.baseline)) if held is None else baseline.parse(held, settings.baseline) if held else {}
        named, stale = baseline.mark(named, counts, settings)
        if stale:
            messages.append(
                f"{settings.baseline}: {len(stale)} entries are no longer found. Take them out with: licaudit baseline PATHS --prune"
            )
    by_use: dict[tuple[str, int], list[Finding]] = {}
    for finding in named:
        by_use.setdefault((finding.document, finding.order), []).append(finding)
    judged = tuple(msgspec.structs.replace(u, verdict=verdict(u.use, by_use.get((u.use.document, u.use.image.order), ()))) for u in uses)
    return Settled(tuple(named), judged, tuple(messages), tuple(remarks))
