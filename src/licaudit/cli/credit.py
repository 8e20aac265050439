# SPDX-License-Identifier: Apache-2.0
"""`licaudit credit`: one correct credit line, or the question to answer first."""

import re
from pathlib import Path
from typing import Any

import click

from licaudit.errors import UsageError
from licaudit.model.credit import CreditLine
from licaudit.model.evidence import RightsRecord
from licaudit.model.finding import CreditFix

PICTURES = frozenset([".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".avif", ".heic", ".svg"])
_FINGERPRINT = re.compile(r"[0-9a-f]{16}(?:-\d+)?\Z")


@click.command("credit")
@click.argument("text", nargs=-1)
@click.option("--creator", multiple=True, help="Name of the creator; may be given several times.")
@click.option("--licence", default="", help="Licence id, as CC-BY-SA-2.5.")
@click.option("--title", default="", help="Title of the picture.")
@click.option("--source-url", default="", help="Address of the picture's page.")
@click.option("--modified", is_flag=True, help="The picture was changed.")
@click.option("--lang", default="en", show_default=True, help="Language of the credit (BCP 47).")
@click.option(
    "--format", "form", type=click.Choice(["text", "html", "markdown", "all"]), default="text", show_default=True, help="What to print."
)
@click.option("--report", type=click.Path(path_type=Path), default=Path("reports"), show_default=True, help="Folder of the last report.")
def command(text: tuple[str, ...], lang: str, form: str, report: Path, **said: Any) -> int:
    """Compose one correct credit line.

    TEXT is a line to set right, a picture file (then its own data and the
    register speak), or the fingerprint of a finding in the last report.
    Options add to it or take the place of what it says. Exit 1 if something
    must be found out first: then the question is printed. Nothing is asked of
    the network.
    """
    from licaudit.reports.sinks import tty

    made = _made(" ".join(text).strip(), lang, report, said)
    if made.question or not made.text:
        click.echo(tty(made.question or "Who made this picture, and by what right is it shown?"))
        return 1
    for name in ("text", "html", "markdown") if form == "all" else (form,):
        click.echo((f"{name}: " if form == "all" else "") + tty(str(getattr(made, name) or made.text)))
    return 0


def _made(text: str, lang: str, report: Path, said: dict[str, Any]) -> CreditFix:
    from licaudit.credits.write import asked_for, fix

    if not text and not said["creator"] and not said["licence"]:
        raise UsageError("nothing to compose. Give a line, a picture, a fingerprint, or --creator and --licence.")
    if _FINGERPRINT.match(text):
        return _reported(text, report)
    if Path(text).suffix.lower() in PICTURES and len(text) < 1024:
        from licaudit.credits.known import from_rights

        rights = _rights(Path(text))
        return fix(_with(from_rights(rights), said), lang, wording=asked_for(rights))
    from licaudit.credits.fragment import parse_markup

    return fix(_with(parse_markup(text, "text", lang) if text else CreditLine(text="", confidence="high"), said), lang)


def _with(credit: CreditLine, said: dict[str, Any]) -> CreditLine:
    """The credit with what the options say; creator and licence said by a person leave nothing uncertain."""
    from msgspec.structs import replace

    from licaudit.model.credit import Party, SourceRef

    if said["creator"]:
        credit = replace(credit, creators=tuple(Party(name) for name in said["creator"]))
    if said["licence"]:
        credit = replace(credit, licence=said["licence"], conflicts=())
    if said["creator"] and said["licence"]:
        credit = replace(credit, confidence="high")
    source = SourceRef(credit.source.name if credit.source else None, said["source_url"]) if said["source_url"] else credit.source
    return replace(credit, title=said["title"] or credit.title, source=source, modified=said["modified"] or credit.modified)


def _rights(picture: Path) -> RightsRecord:
    """What the picture file and the register say of it, as if a page in its folder showed it."""
    from html import escape

    from licaudit.credits.record import page_record
    from licaudit.evidence.ask import Evidence
    from licaudit.model.page import Document
    from licaudit.settings import load

    if not picture.is_file():
        raise UsageError(f"{picture}: there is no such file.")
    page = f'<article><p>-</p><img src="{escape(picture.name.replace("%", "%25"))}" width="1200" height="800"></article>'
    shown = (picture.parent / "credit.html").as_posix()
    record = page_record(
        Document(shown, page.encode(), root=str(picture.parent.resolve()), file=str(picture.parent.resolve() / "credit.html"))
    )
    found = Evidence(load([str(picture)], {})).ask(record)
    return found[0] if found else RightsRecord()


def _reported(fingerprint: str, folder: Path) -> CreditFix:
    """The credit that the last report has for a finding. Raises UsageError where there is none."""
    from licaudit.reports import stored

    try:
        path = stored.find(folder)
        found = next((f for f in stored.read(path)["findings"] if f.get("fingerprint") == fingerprint), None)
    except OSError as problem:
        raise UsageError(f"{problem.filename}: {problem.strerror}. Run licaudit scan first, or name the folder with --report.") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError(f"{folder}: no report of licaudit.") from None
    if found is None:
        raise UsageError(f"no finding {fingerprint} in {path}. Its fingerprints are in the report.")
    fix = found.get("fix") or {}
    return CreditFix(**{key: str(fix.get(key) or "") for key in ("text", "html", "markdown", "question")})  # type: ignore[arg-type]
