# SPDX-License-Identifier: Apache-2.0
"""From findings to edits: which can be made safely, and why the others need a person."""

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from licaudit.credits.record import page_record
from licaudit.fixes import MENDED
from licaudit.fixes.edits import Edit, Unfit, link_licence, tidy_address
from licaudit.fixes.verify import Judge
from licaudit.model.credit import CreditLine
from licaudit.model.finding import Finding
from licaudit.model.page import Document, PageRecord

MAKERS = dict(zip(MENDED, (link_licence, tidy_address), strict=True))


class Refusal(msgspec.Struct, frozen=True):
    """A finding, or a whole document (`finding` None), that is not edited, and the reason."""

    document: str
    reason: str
    finding: Finding | None = None


class FilePlan(msgspec.Struct, frozen=True):
    """The edits of one file, in order; `data` are its bytes as planned for, `sha256` their hash."""

    document: Document
    edits: tuple[Edit, ...]
    findings: tuple[Finding, ...]
    refused: tuple[Refusal, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of the bytes that the edits are for."""
        return hashlib.sha256(self.document.data).hexdigest()

    @property
    def result(self) -> bytes:
        """The file with its edits made."""
        return spliced(self.document.data, self.edits)


def spliced(data: bytes, edits: Sequence[Edit]) -> bytes:
    """`data` with the edits made; bytes outside their spans are the same."""
    out, last = [], 0
    for edit in sorted(edits):
        out += [data[last : edit.start], edit.new]
        last = edit.end
    return b"".join([*out, data[last:]])


def plan(document: Document, findings: Sequence[Finding], judge: Judge) -> FilePlan:
    """The edits that mend `findings` of one document; every one is proved by reading and judging the result."""
    if reason := unfit_file(document):
        return FilePlan(document, (), (), (Refusal(document.path, reason),))
    record = page_record(document)
    done: list[Finding] = []
    edits: list[Edit] = []
    refused: list[Refusal] = []
    for finding in findings:
        try:
            edits, mended = _one(document, record, finding, edits, judge)
            done += [finding] if mended else []
        except Unfit as problem:
            refused.append(Refusal(document.path, str(problem), finding))
    return FilePlan(document, tuple(sorted(edits)), tuple(done), tuple(refused))


def _one(document: Document, record: PageRecord, finding: Finding, edits: list[Edit], judge: Judge) -> tuple[list[Edit], bool]:
    """`edits` with those for one finding; the finding may be mended by them already. Raises Unfit."""
    problem = "no edit is known for it"
    for more in _ways(finding, _credit(record, finding), document):
        fresh = [edit for edit in more if edit not in edits]
        if any(a.start < b.end and b.start < a.end for a in fresh for b in edits):
            problem = "another edit touches the same words"
            continue
        problem = judge.compare(document, spliced(document.data, [*edits, *fresh]), finding)
        if not problem:
            return [*edits, *fresh], True
    raise Unfit(problem)


def _ways(finding: Finding, credit: CreditLine | None, document: Document) -> Iterator[list[Edit]]:
    if credit is None:
        raise Unfit("its credit is not found any more")
    yield from MAKERS[finding.rule](credit, document.data, document.format)


def _credit(record: PageRecord, finding: Finding) -> CreditLine | None:
    """The credit that the finding speaks of: that of its picture, or one that belongs to no picture."""
    for use in record.uses:
        if finding.order >= 0 and use.image.order == finding.order:
            if use.attached in ("front-matter", "shortcode", "alt", "title", "structured-data"):
                raise Unfit(f"the credit stands in {use.attached}, where no link is possible")
            return use.credit
    return next((c for c in record.orphans if finding.order < 0 and c.place == finding.place), None)


def unfit_file(document: Document) -> str:
    """Why the file must not be edited at all, or ""."""
    path = Path(document.file)
    try:
        facts = os.lstat(path)
    except OSError as problem:
        return f"cannot be looked at ({problem.strerror})"
    if not stat.S_ISREG(facts.st_mode):
        return "is a link or no regular file"
    if facts.st_nlink > 1:
        return "is one file under several names (hard links)"
    if not os.access(path, os.W_OK):
        return "may not be written"
    try:
        if document.data.decode("utf-8").encode("utf-8") != document.data or b"\0" in document.data:
            return "is not plain UTF-8"
    except UnicodeDecodeError:
        return "is not UTF-8"
    return ""
