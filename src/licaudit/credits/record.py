# SPDX-License-Identifier: Apache-2.0
"""The pure read pass for one document: bytes in, PageRecord out."""

import hashlib
from collections.abc import Sequence

from licaudit.credits.attach import attach
from licaudit.credits.parse import parse_line
from licaudit.model.credit import CreditLine, Link, Setting
from licaudit.model.page import Document, PageRecord
from licaudit.readers import read
from licaudit.readers.byline import author


def page_record(document: Document) -> PageRecord:
    """Read `document`, tell the roles of its pictures and attach their credits. Pure and picklable."""
    path, file, root = document.path, document.file, document.root
    if document.skipped or document.trouble:
        status = "skipped" if document.skipped else "incomplete"
        return PageRecord(path, status, document.skipped or document.trouble, document.format, file=file, root=root)  # type: ignore[arg-type]
    page = read(document)
    uses, orphans, unread = attach(page, _parse)
    notes = (*page.notes, *unread)
    fatal = [note.message for note in notes if note.fatal]
    return PageRecord(
        path=path,
        status="incomplete" if fatal else "read",
        reason="; ".join(fatal),
        format=page.format,
        lang=page.lang,
        title=page.title,
        uses=uses,
        orphans=orphans,
        facts=page.facts,
        directives=page.directives,
        notes=notes,
        page_licence=next((f.value for f in page.facts if f.field == "license" and f.origin == "link"), None),
        file=file,
        root=root,
        author=author(document, page),
        sha256=hashlib.sha256(document.data).hexdigest(),
    )


def _parse(text: str, links: Sequence[Link], lang: str, setting: Setting) -> CreditLine:
    return parse_line(text, links, lang=lang, setting=setting)
