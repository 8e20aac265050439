# SPDX-License-Identifier: Apache-2.0
"""The pipeline: collect → read → ask → judge. One function that can be read aloud."""

from collections.abc import Callable, Iterable

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

Progress = Callable[[str, int], None]


def run(settings: Settings, progress: Progress | None = None) -> AuditResult:
    """Audit what `settings` asks for.

    `progress` is told the stage and how many documents have passed it. Same
    input, same result, whatever the number of workers. Raises SettingsError
    for files of the user that are wrong, UsageError for what makes no sense.
    """
    tell = progress or (lambda stage, count: None)
    book = load.of(settings)
    names = own.names(book.rules.values())
    own.check_rules(settings, names)
    records = correct_with_site(read(collect(settings.paths, settings), settings, tell))
    site = SiteView.of(records, twins(records, identity))
    site.feeds, troubles = feeds.read(settings.paths)
    site.published = published.unused(settings.paths, records)
    evidence = Evidence(settings, site)
    findings: list[Finding] = []
    uses: list[UseResult] = []
    for count, record in enumerate(records, 1):
        rights = evidence.ask(record)
        findings += registry.run(record, site, rights, settings.policy, book, settings.today)
        uses += [UseResult(use, right) for use, right in zip(record.uses, rights, strict=True)]
        tell("judge", count)
    findings += registry.run_site(site, settings, book)
    settings = replace(settings, changed_settings=(*settings.changed_settings, *evidence.sidecars.changed))
    settled = changed.only(settle.settle(findings, uses, records, settings, names), records, settings)
    remarks = (*settled.remarks, *own.remarks(settings, uses))
    late = with_fingerprints(registry.run_settings(remarks, site, settings, book), settings.folder, settings.cwd)
    whole = settled._replace(findings=(*settled.findings, *late), messages=(*troubles, *settled.messages))
    return _result(settings, book, records, whole)


def read(documents: Iterable[Document], settings: Settings, tell: Progress) -> list[PageRecord]:
    """Every document read, in order; one that crashes its reader is `incomplete` with the reason."""
    waiting = list(documents)
    jobs = settings.jobs or (1 if len(waiting) <= FEW else _cores())
    records: list[PageRecord] = []
    for outcome in engine(jobs).map(page_record, waiting):
        document = outcome.item
        record = outcome.value or PageRecord(
            document.path, status="incomplete", reason=outcome.error, file=document.file, root=document.root
        )
        records.append(record)
        tell("read", len(records))
    return records


def _cores() -> int:
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _result(settings: Settings, book: Rulebook, records: list[PageRecord], settled: settle.Settled) -> AuditResult:
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
        messages=(*settings.messages, *settled.messages),
    )
