# SPDX-License-Identifier: Apache-2.0
"""`licaudit init`: looks at the site and writes a first licaudit.toml."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

if TYPE_CHECKING:
    from licaudit.cli.survey import Survey

MOST_SUPPLIERS = 12
TEMPLATE = """# Written by `licaudit init`. Every key: `licaudit config`, and docs, reference/configuration.
{staff}
[site]
name = {name}
{hosts}
# Whether publishing the site is commercial. It decides what NC licences mean here{nc}.
{commercial}
# Countries whose courts matter, where courts differ.
# law = ["DE"]

[policy]
# newsroom, blog, oer, university or strict. Chosen because {reason}.
name = {policy}

# The form of a credit for your own pictures; pictures that are yours are then held to it.
# [credits]
# own = "Photo: {{creator}}/{{site}}"
{suppliers}{maps}"""


class Answers(msgspec.Struct):
    """What the file is made of."""

    name: str
    commercial: str = ""
    policy: str = "newsroom"
    contracted: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()


@click.command("init")
@click.argument("paths", nargs=-1)
@click.option("--yes", is_flag=True, help="Ask nothing; write what can be told without you.")
@click.option("--force", is_flag=True, help="Replace an existing licaudit.toml.")
def command(paths: tuple[str, ...], yes: bool, force: bool) -> int:
    """Look at the site at PATHS (default: this folder) and write a commented licaudit.toml here after a few questions.

    With --yes it is written from what is found. Contracts are never assumed: suppliers that were found stand there as comments.
    """
    from licaudit.cli.survey import survey
    from licaudit.errors import UsageError
    from licaudit.reports.registry import write_file

    path = Path("licaudit.toml")
    if path.exists() and not force:
        raise UsageError("licaudit.toml is there already. Edit it, or replace it with --force.")
    for name in paths:
        if not Path(name).exists():
            raise UsageError(f"{name}: there is no such file or folder. Give the folder that you publish.")
    found = survey(Path.cwd(), paths or (".",))
    for line in told(found):
        click.echo(line, err=True)
    policy, _ = found.policy
    answers = Answers(found.name or Path.cwd().name, policy=policy, staff=tuple(name for name, _ in found.staff.most_common(20)))
    if not yes:
        _ask(answers, found)
    write_file(path, text(answers, found))
    folder = paths[0] if paths else found.built if found.built and Path(found.built).is_dir() else "FOLDER"
    click.echo(f"licaudit.toml written. Next: licaudit scan {folder}", err=True)
    return 0


def told(found: "Survey") -> Iterator[str]:
    """What was found, in sentences for the person who runs the command."""
    from licaudit.reports.sinks import tty

    unread = f" ({found.unread} could not be read)" if found.unread else ""
    yield f"{found.pages} pages{unread}, {found.pictures} pictures, {found.credited} of them with a credit."
    if found.credited:
        free, strict = (round(100 * found.share(*marks)) for marks in (("CC", "PD", "GFDL", "LAL"), ("-NC",)))
        yield f"Under an open licence: {free} % of the pictures with a credit; under a non-commercial one: {strict} %."
    if found.generator:
        yield tty(f"Built with: {found.generator}.")
    if found.hosts:
        yield tty(f"The pages' own addresses: {_listed(found.hosts, 4)}.")
    for label, counter, most in (("Languages", found.languages, 6), ("Licences", found.licences, 8), ("Suppliers", found.suppliers, 8)):
        if counter:
            yield tty(f"{label}: {_listed(counter, most)}.")


def _listed(counter: Counter[str], most: int) -> str:
    rest = len(counter) - most
    return ", ".join(f"{name} ({count})" for name, count in _ranked(counter)[:most]) + (f" and {rest} more" if rest > 0 else "")


def _ranked(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))


def _ask(answers: Answers, found: "Survey") -> None:
    from licaudit.settings.keys import POLICIES

    answers.name = click.prompt("Name of the publication", default=answers.name)
    choices = click.Choice(["yes", "no", "not sure"])
    answers.commercial = click.prompt("Is publishing it commercial?", type=choices, default="not sure")
    answers.policy = click.prompt("Policy", type=click.Choice(POLICIES), default=answers.policy)
    hint = f" (found: {', '.join(name for name, _ in _ranked(found.suppliers)[:MOST_SUPPLIERS])})" if found.suppliers else ""
    said = click.prompt(f"Agencies under contract, with commas between{hint}", default="", show_default=False)
    answers.contracted = tuple(name.strip() for name in said.split(",") if name.strip())
    said = click.prompt("Own photographers, with commas between", default=", ".join(answers.staff), show_default=bool(answers.staff))
    answers.staff = tuple(name.strip() for name in said.split(",") if name.strip())


def text(answers: Answers, found: "Survey") -> str:
    """The whole file. What was found and not said by anybody stands there as a comment."""
    nc = sum(count for name, count in found.licences.items() if "NC" in name.split("-"))
    said = {"yes": "commercial = true", "no": "commercial = false"}.get(answers.commercial, "# commercial = true")
    hosts = [name for name, count in _ranked(found.hosts) if count >= max(1, found.hosts.total() // 10)]
    staff = "# Your own photographers, as credits print them.\n"
    staff += f"staff = {_texts(answers.staff)}\n" if answers.staff else '# staff = ["Ada Example"]\n'
    maps = ""
    if found.preset:
        maps = f'\n# Alerts on built pages are led back to the files they were made of.\n[[source-map]]\npreset = "{found.preset}"\n'
    return TEMPLATE.format(
        staff=staff,
        name=_text(answers.name),
        hosts=f"hosts = {_texts(hosts)}" if hosts else '# hosts = ["www.example.org"]',
        nc=f" (pictures under such licences: {nc})" if nc else "; leave it out if you are not sure",
        commercial=said,
        reason=found.policy[1] if answers.policy == found.policy[0] else "you said so",
        policy=_text(answers.policy),
        suppliers=_suppliers(answers, found),
        maps=maps,
    )


def _suppliers(answers: Answers, found: "Survey") -> str:
    """A block for each contract; suppliers that were found and not named are comments, with the number of their pictures."""
    out = [
        "",
        "# One block for each agency or stock house that you have a contract with. Once one is named, a picture of another is an error.",
    ]
    for name in answers.contracted:
        out += ["[[supplier]]", f"name = {_text(name)}", '# proof = "contracts/…"', ""]
    for name, count in _ranked(found.suppliers)[:MOST_SUPPLIERS]:
        if name not in answers.contracted:
            out += [f"# {count} {'picture' if count == 1 else 'pictures'} found", "# [[supplier]]", f"# name = {_text(name)}", ""]
    if not found.suppliers and not answers.contracted:
        out += ["# [[supplier]]", '# name = "Example Agency"', '# proof = "contracts/example-agency.pdf"', ""]
    return "\n".join(out)


def _texts(values: tuple[str, ...] | list[str]) -> str:
    return f"[{', '.join(_text(value) for value in values)}]"


def _text(value: str) -> str:
    """A TOML basic string on one line: JSON's escapes are a part of TOML's."""
    clean = value.encode("utf-8", "replace").decode()
    return json.dumps(clean, ensure_ascii=False).replace("\x7f", "\\u007f")
