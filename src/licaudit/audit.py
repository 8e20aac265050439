# SPDX-License-Identifier: Apache-2.0
"""The pipeline: collect → read → ask → judge. One function that can be read aloud."""

from collections.abc import Callable, Iterable
from contextlib import suppress

from msgspec.structs import replace

from licaudit.checks import registry
from licaudit.checks.site import SiteView, identity
from licaudit.credits.record import page_record
from licaudit.credits.roles import correct_with_site
from licaudit.engine import engine
from licaudit.evidence import feeds, published
from licaudit.evidence.ask import Evidence
from licaudit.evidence.twins import twins
from licaudit.model.finding import Finding
from licaudit.model.page import Document, PageRecord
from licaudit.model.policy import Settings
from licaudit.model.result import AuditResult, DocumentResult, OrphanCredit, UseResult
from licaudit.rulebook import load
from licaudit.rulebook.load import Rulebook
from licaudit.sources.site import collect
from licaudit.verdict import changed, own, settle
from licaudit.verdict.fingerprint import with_fingerprints
from licaudit.version import __version__

FEW = 24
"""Up to so many documents are read in this process: starting workers would cost more than it saves."""

Progress = Callable[[str, int, int], None]
"""Told the stage, how many documents have passed it, and how many there are."""


def run(settings: Settings, progress: Progress | None = None) -> AuditResult:
    """Audit what `settings` asks for.

    `progress` is told how far it is. Same input, same result, whatever the
    number of workers. An interrupt ends the audit early, with the documents
    done so far. Raises SettingsError for files of the user that are wrong,
    UsageError for what makes no sense.
    """
    tell = progress or (lambda stage, count, total: None)
    book = load.of(settings)
    names = own.names(book.rules.values())
    own.check_rules(settings, names)
    documents = list(collect(settings.paths, settings))
    records = correct_with_site(read(documents, settings, tell))
    site = SiteView.of(records, twins(records, identity))
    site.feeds, troubles = feeds.read(settings.paths)
    site.published = published.unused(settings.paths, records)
    evidence = Evidence(settings, site)
    findings, uses, judged = judge(records, site, evidence, settings, book, tell)
    records = records[:judged]
    if left := len(documents) - judged:
        # What compares the whole site (unused files, rows of the register) would accuse by what was not read.
        settled = settle.settle(findings, uses, records, settings, names)._replace(messages=(), remarks=())
        told = f"{left} of {left + judged} documents were not audited."
        return _result(settings, book, records, settled._replace(messages=(told,)), interrupted=True)
    findings += registry.run_site(site, settings, book)
    settings = replace(settings, changed_settings=(*settings.changed_settings, *evidence.sidecars.changed))
    settled = changed.only(settle.settle(findings, uses, records, settings, names), records, settings)
    remarks = (*settled.remarks, *own.remarks(settings, uses))
    late = with_fingerprints(registry.run_settings(remarks, site, settings, book), settings.folder, settings.cwd)
    whole = settled._replace(findings=(*settled.findings, *late), messages=(*troubles, *settled.messages))
    return _result(settings, book, records, whole)


def judge(
    records: list[PageRecord], site: SiteView, evidence: Evidence, settings: Settings, book: Rulebook, tell: Progress
) -> tuple[list[Finding], list[UseResult], int]:
    """Findings and uses of the records, and how many of these were judged before an interrupt."""
    findings: list[Finding] = []
    uses: list[UseResult] = []
    judged = 0
    try:
        for record in records:
            rights = evidence.ask(record)
            found = registry.run(record, site, rights, settings.policy, book, settings.today)
            results = [UseResult(use, right) for use, right in zip(record.uses, rights, strict=True)]
            findings += found
            uses += results
            judged += 1
            tell("judge", judged, len(records))
    except KeyboardInterrupt:
        done = {record.path for record in records[:judged]}
        return [f for f in findings if f.document in done], [u for u in uses if u.use.document in done], judged
    return findings, uses, judged


def read(documents: Iterable[Document], settings: Settings, tell: Progress) -> list[PageRecord]:
    """Every document read, in order, up to an interrupt; one that crashes its reader is `incomplete` with the reason."""
    waiting = list(documents)
    jobs = settings.jobs or (1 if len(waiting) <= FEW else _cores())
    records: list[PageRecord] = []
    with suppress(KeyboardInterrupt):  # what was read until then is worth a report
        for outcome in engine(jobs).map(page_record, waiting):
            document = outcome.item
            record = outcome.value or PageRecord(
                document.path, status="incomplete", reason=outcome.error, file=document.file, root=document.root
            )
            records.append(record)
            tell("read", len(records), len(waiting))
    return records


def _cores() -> int:
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _result(
    settings: Settings, book: Rulebook, records: list[PageRecord], settled: settle.Settled, interrupted: bool = False
) -> AuditResult:
    met = {f.rule for f in settled.findings}
    return AuditResult(
        documents=tuple(DocumentResult(r.path, r.status, r.reason, r.title, r.lang, r.format, r.author) for r in records),
        uses=settled.uses,
        orphans=tuple(OrphanCredit(r.path, credit) for r in records for credit in r.orphans),
        findings=settled.findings,
        rules=tuple(rule for rule in book.rules.values() if rule.id in met),
        policy=settings.policy.name,
        version=__version__,
        roots=settings.paths,
        interrupted=interrupted,
        since=settings.since,
        messages=(*settings.messages, *settled.messages),
    )
