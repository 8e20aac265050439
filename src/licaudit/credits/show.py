# SPDX-License-Identifier: Apache-2.0
"""One credit line for a person: its spans marked and named, with the reason for each."""

from licaudit.model.credit import CreditLine


def show(credit: CreditLine) -> None:
    """Print `credit`; what was read is never taken as markup of the terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    console.print(Text("".join(c if c.isprintable() else " " for c in credit.text)))
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
    spans = Table("from", "to", "span", "reason")
    for span in credit.spans:
        spans.add_row(str(span.start), str(span.end), span.label, Text(span.reason))
    console.print(spans)
