# SPDX-License-Identifier: Apache-2.0
"""Document to Page. `read` never raises for content: what cannot be read becomes a fatal note."""

from licaudit.errors import ReadError
from licaudit.model.page import Document, Note, Page


def read(document: Document) -> Page:
    """Read `document` by its format. A fatal Note means that something of it could not be read."""
    try:
        if document.format == "html":
            from licaudit.readers.html import read_html

            return read_html(document)
        if document.format == "markdown":
            from licaudit.readers.markdown import read_markdown

            return read_markdown(document)
        from licaudit.readers.text import read_text

        return read_text(document)
    except ReadError as problem:
        return Page(document.path, document.format, notes=(Note(problem.code, str(problem)),))
