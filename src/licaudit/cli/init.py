# SPDX-License-Identifier: Apache-2.0
"""`licaudit init`: a first licaudit.toml."""

import json
from pathlib import Path

import click

TEMPLATE = """# What licaudit cannot know about this site. Every key: docs, reference/configuration.
[site]
name = {name}
# Whether publishing the site is commercial. It decides what NC licences mean here; leave it out if you are not sure.
{commercial}

[policy]
# newsroom, blog, oer, university or strict
name = {policy}

# To be written at the top of the file, above [site]: names of your own photographers, as credits print them.
# staff = ["Ada Example"]

# One block for each agency or stock house that you have a contract with. Once one is named, a picture of another is an error.
# [[supplier]]
# name = "Example Agency"
# proof = "contracts/example-agency.pdf"
{suppliers}"""


@click.command("init")
@click.option("--yes", is_flag=True, help="Ask nothing; write what can be told without you.")
@click.option("--force", is_flag=True, help="Replace an existing licaudit.toml.")
def command(yes: bool, force: bool) -> int:
    """Write a commented licaudit.toml in this folder after a few questions."""
    from licaudit.errors import UsageError
    from licaudit.reports.registry import write_file
    from licaudit.settings.keys import POLICIES

    path = Path("licaudit.toml")
    if path.exists() and not force:
        raise UsageError("licaudit.toml is there already. Edit it, or replace it with --force.")
    name, commercial, policy, suppliers = Path.cwd().name, "", "newsroom", ""
    if not yes:
        name = click.prompt("Name of the publication", default=name)
        commercial = click.prompt("Is publishing it commercial?", type=click.Choice(["yes", "no", "not sure"]), default="not sure")
        policy = click.prompt("Policy", type=click.Choice(POLICIES), default=policy)
        suppliers = click.prompt("Agencies under contract, with commas between", default="", show_default=False)
    said = {"yes": "commercial = true", "no": "commercial = false"}.get(commercial, "# commercial = true")
    blocks = "".join(f"\n[[supplier]]\nname = {_text(s.strip())}\n" for s in suppliers.split(",") if s.strip())
    write_file(path, TEMPLATE.format(name=_text(name), commercial=said, policy=_text(policy), suppliers=blocks))
    click.echo("licaudit.toml written. Next: licaudit scan FOLDER", err=True)
    return 0


def _text(value: str) -> str:
    """A TOML basic string: JSON's escapes are a part of TOML's."""
    return json.dumps(value, ensure_ascii=True)
