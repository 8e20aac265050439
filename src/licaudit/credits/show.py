# SPDX-License-Identifier: Apache-2.0
"""One credit line for a person: its spans marked and named, with the reason for each."""

from licaudit.model.credit import CreditLine

LONGEST = 48
"""Code points of a span that are shown."""


def show(credit: CreditLine) -> None:
    """Print `credit`; what was read is never taken as markup of the terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    console.print(Text("".join(c if c.isprintable() else " " for c in credit.line or credit.text)))
    verdict = "a credit" if credit.is_credit else "no credit"
    console.print(Text(f"{verdict} ({credit.confidence}, score {credit.score:.2f}): {'; '.join(credit.reasons)}"))
    fields = Table("field", "value")
    source = (credit.source.name or credit.source.url) if credit.source else None
    rows = (
        ("licence", credit.licence),
        ("creators", "; ".join(p.name for p in credit.creators)),
        ("source", source),
        ("title", credit.title),
    )
    for name, value in rows:
        if value:
            fields.add_row(name, Text(value))
    for conflict in credit.conflicts:
        fields.add_row("conflict", Text(conflict))
    console.print(fields)
    spans = Table("words", "read as", "because")
    for span in credit.spans:
        spans.add_row(Text(_words(credit, span.start, span.end)), span.label, Text(span.reason))
    console.print(spans)


def _words(credit: CreditLine, start: int, end: int) -> str:
    """The words of a span, cut in the middle if they are many; of a line too long to be kept whole, only where they stand."""
    whole = next((s for s in credit.spans if s.label == "credit" and s.reason in credit.reasons), None)
    if whole and credit.line[whole.start : whole.end].strip() != credit.text:
        return f"{start}–{end}"
    shown = "".join(c if c.isprintable() else " " for c in credit.line[start:end])
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST // 2]} … {shown[-LONGEST // 2 :]}"
