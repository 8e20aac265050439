# SPDX-License-Identifier: Apache-2.0
"""`licaudit credit`: one correct credit line, or the question to answer first."""

from typing import Any

import click

from licaudit.errors import UsageError


@click.command("credit")
@click.argument("text", nargs=-1)
@click.option("--creator", multiple=True, help="Name of the creator; may be given several times.")
@click.option("--licence", default="", help="Licence id, as CC-BY-SA-2.5.")
@click.option("--title", default="", help="Title of the picture.")
@click.option("--source-url", default="", help="Address of the picture's page.")
@click.option("--modified", is_flag=True, help="The picture was changed.")
@click.option("--lang", default="en", show_default=True, help="Language of the credit (BCP 47).")
@click.option("--format", "form", type=click.Choice(["text", "html", "markdown"]), default="text", show_default=True, help="What to print.")
def command(text: tuple[str, ...], creator: tuple[str, ...], licence: str, lang: str, form: str, **said: Any) -> int:
    """Compose one correct credit line.

    TEXT is a line to set right; options add to it or take the place of what it
    says. Exit 1 if something must be found out first: then the question is printed.
    """
    from msgspec.structs import replace

    from licaudit.credits.fragment import parse_markup
    from licaudit.credits.write import fix
    from licaudit.model.credit import CreditLine, Party, SourceRef
    from licaudit.reports.sinks import tty

    line = " ".join(text)
    if not line.strip() and not creator and not licence:
        raise UsageError("nothing to compose. Give a line, or --creator and --licence.")
    credit = parse_markup(line, "text", lang) if line.strip() else CreditLine(text="", confidence="high")
    if creator:
        credit = replace(credit, creators=tuple(Party(name) for name in creator))
    if licence:
        credit = replace(credit, licence=licence, conflicts=())
    if creator and licence:
        credit = replace(credit, confidence="high")
    source = SourceRef(credit.source.name if credit.source else None, said["source_url"]) if said["source_url"] else credit.source
    made = fix(replace(credit, title=said["title"] or credit.title, source=source, modified=said["modified"] or credit.modified), lang=lang)
    click.echo(tty(made.question or str(getattr(made, form))))
    return 1 if made.question else 0
