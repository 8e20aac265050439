# SPDX-License-Identifier: Apache-2.0
"""`licaudit parse`: what is understood of one credit line."""

import json
import sys
from typing import Any

import click

from licaudit.errors import UsageError
from licaudit.model.credit import CreditLine


@click.command("parse")
@click.argument("text", nargs=-1)
@click.option("--jsonl", is_flag=True, help="Read {id, markup, format, lang} per line from standard input, write one JSON object per line.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.option("--markup-format", type=click.Choice(["text", "html", "markdown"]), default="text", help="How TEXT is marked up.")
@click.option("--lang", default="", help="Language of TEXT (BCP 47), if known.")
def command(text: tuple[str, ...], jsonl: bool, as_json: bool, markup_format: str, lang: str) -> int:
    """Show what is understood of one credit line, and why.

    TEXT is the line; without it the line is read from standard input. Exit 1
    if it is not understood as an image credit.
    """
    from licaudit.credits.fragment import parse_markup
    from licaudit.credits.parse import WINDOW

    if jsonl:
        return _jsonl()
    line = " ".join(text) if text else sys.stdin.read()
    if not line.strip():
        raise UsageError("nothing to parse. Give a credit line, for example: licaudit parse 'Photo: Ada Example, CC BY 4.0'")
    credit = parse_markup(line, markup_format, lang)
    if len(line) > WINDOW:
        click.echo(f"The line has {len(line):,} characters; a credit is looked for in the first {WINDOW:,} of its text.", err=True)
    if as_json:
        click.echo(json.dumps(as_row(credit), ensure_ascii=False, indent=1))
    else:
        from licaudit.credits.show import show

        show(credit)
    return 0 if credit.is_credit else 1


def _jsonl() -> int:
    from licaudit.credits.fragment import parse_markup
    from licaudit.credits.parse import WINDOW

    long = 0
    for number, raw in enumerate(sys.stdin.buffer, 1):
        if not raw.strip():
            continue
        try:
            item = json.loads(raw)
            markup, form, lang = str(item["markup"]), str(item.get("format") or "text"), str(item.get("lang") or "")
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
            message = f'standard input, line {number}: not an object with "markup" ({type(problem).__name__}).'
            raise UsageError(message + ' Write one JSON object per line: {"id": "1", "markup": "Photo: …", "format": "text"}') from None
        long += len(markup) > WINDOW
        row = {"id": item.get("id"), **as_row(parse_markup(markup, form, lang))}
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    if long:
        click.echo(f"{long} of the lines have more than {WINDOW:,} characters; a credit is looked for in the first of them.", err=True)
    return 0


def as_row(credit: CreditLine) -> dict[str, Any]:
    """The public JSON form of one credit line (REPORTS.md, `licaudit parse --jsonl`)."""
    return {
        "is_credit": credit.is_credit,
        "licence": credit.licence,
        "licence_url": credit.licence_url,
        "creators": [{"name": p.name, "url": p.url} for p in credit.creators],
        "title": credit.title,
        "source": {"name": credit.source.name, "url": credit.source.url} if credit.source else None,
        "modified": credit.modified,
        "kind": credit.kind,
        "confidence": credit.confidence,
        "text": credit.text,
        "conflicts": list(credit.conflicts),
    }
