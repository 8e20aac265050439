# SPDX-License-Identifier: Apache-2.0
"""Everything that the documentation must name, found from the program itself, and where it must stand."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import yaml

from licaudit.cli.main import COMMANDS
from licaudit.cli.main import command as program
from licaudit.reports.presets import PRESETS
from licaudit.reports.registry import FORMATS
from licaudit.rulebook.load import rulebook
from licaudit.rulebook.strict import Key
from licaudit.settings.keys import CONFIG, POLICIES, REGISTER

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


class Item(NamedTuple):
    """`name` of `kind` must stand on `page`, below the heading `section` ("": anywhere), as `anchor`."""

    kind: str
    name: str
    page: str
    section: str
    anchor: str

    @property
    def is_row(self) -> bool:
        """A row of a table, which must also say something in its last cells."""
        return self.anchor.startswith("| ")


def pages() -> dict[str, str]:
    """Every page of the documentation."""
    return {p.relative_to(DOCS).as_posix(): p.read_text("utf-8") for p in DOCS.rglob("*.md")}


def items() -> list[Item]:
    """All that must be documented."""
    return [*_rules(), *_commands(), *_settings(), *_formats(), *_ci(), *_surroundings()]


def _rules() -> Iterator[Item]:
    for rule in rulebook().rules:
        yield Item("rule", rule, "reference/rules.md", f"### {rule}", "*What is asked.* ")


def _commands() -> Iterator[Item]:
    context = click.Context(program)
    for name in COMMANDS:
        made = program.get_command(context, name)
        assert made
        yield Item("command", name, "reference/commands.md", f"## licaudit {name}", "```text\nlicaudit ")
        for parameter in made.params:
            if isinstance(parameter, click.Option):
                longest = max(parameter.opts, key=len)
                yield Item("option", f"{name} {longest}", "reference/commands.md", f"## licaudit {name}", f"{longest}")
    for name in program.commands:
        assert name in COMMANDS, f"the command {name} is not in the table"


def _settings() -> Iterator[Item]:
    yield from _keys(CONFIG, "## licaudit.toml")
    yield from _keys(REGISTER, "## licaudit.register.toml")
    for policy in POLICIES:
        yield Item("policy", policy, "reference/configuration.md", "## Policies", f"### {policy}\n\n")
    for preset in PRESETS:
        yield Item("preset", preset, "how-to/source-maps.md", "", f"| `{preset}` | ")


def _keys(keys: dict[str, Key], section: str) -> Iterator[Item]:
    for name, key in keys.items():
        if key.keys:
            inner = f"### [[{name}]]" if key.kind == "rows" else f"### [{name}]"
            yield Item("table", name, "reference/configuration.md", inner, key.doc)
            yield from _keys(key.keys, inner)
        else:
            yield Item("setting", name, "reference/configuration.md", section, f"| `{name}` | ")


def _formats() -> Iterator[Item]:
    for name in FORMATS:
        yield Item("format", name, "reference/formats.md", "", f"| `{name}` | ")


def _ci() -> Iterator[Item]:
    for file, heading in (("action.yml", ""), ("comment/action.yml", "## A comment on the pull request")):
        action = yaml.safe_load((ROOT / file).read_text("utf-8"))
        for kind in ("inputs", "outputs"):
            for name in action.get(kind, ()):
                yield Item(f"{file} {kind}", name, "how-to/github-action.md", heading, f"| `{name}` | ")
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")):
        yield Item("hook", hook["id"], "how-to/pre-commit.md", "", f"| `{hook['id']}` | ")
    job = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text("utf-8"))["licaudit"]
    for name in (n for n in job["variables"] if n.startswith("LICAUDIT_")):
        yield Item("GitLab variable", name, "how-to/gitlab.md", "", f"| `{name}` | ")


def _surroundings() -> Iterator[Item]:
    source = "\n".join(p.read_text("utf-8") for p in (ROOT / "src/licaudit").rglob("*.py"))
    for name in sorted(set(re.findall(r'environ(?:\.get\(|\[|ment=)"(\w+)"', source))):
        yield Item("environment", name, "reference/commands.md", "## Environment", f"| `{name}` | ")
    for code in (0, 1, 2, 3, 130):
        yield Item("exit code", str(code), "reference/commands.md", "## Exit codes", f"| {code} | ")
    for name in sorted(set(re.findall(r'"(data-licaudit-\w+)"', source))):
        yield Item("attribute", name, "how-to/adopt-an-old-site.md", "", name)


def section(text: str, heading: str) -> str:
    """The part of a page below `heading`, up to the next heading of the same or a higher level; all of it for ""."""
    if not heading:
        return text
    level = len(heading) - len(heading.lstrip("#"))
    at = re.search(rf"^{re.escape(heading)}$", text, re.M)
    if not at:
        return ""
    end = re.search(rf"^#{{1,{level}}} ", text[at.end() :], re.M)
    return text[at.end() : at.end() + end.start() if end else len(text)]


def missing(docs: dict[str, str], wanted: list[Item]) -> list[Item]:
    """The items that `docs` do not name where they should, or name without a word about them."""
    return [item for item in wanted if not _said(section(docs.get(item.page, ""), item.section), item)]


def _said(text: str, item: Item) -> bool:
    ending = r"(?![\w-])" if item.anchor[-1:].isalnum() else ""
    before = r"^\| `[^`]*(?<![\w-])" if item.kind == "option" else r"(?<![\w-])"
    at = re.search(before + re.escape(item.anchor) + ending, text, re.M)
    if not at:
        return False
    rest = text[at.end() :].partition("\n")[0]
    if item.kind == "option":
        return len(rest.rpartition("` |")[2].strip(" |")) > 3
    return not item.is_row or any(len(cell.strip(" `")) > 3 for cell in rest.split("|"))
