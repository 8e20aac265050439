# SPDX-License-Identifier: Apache-2.0
"""Write the generated reference pages: rules and commands. `--check` only compares, and exits 1 where they differ."""

import sys
import tomllib
from pathlib import Path

import click

from licaudit.cli.main import COMMANDS
from licaudit.cli.main import command as program
from licaudit.model.finding import Rule
from licaudit.rulebook.load import rulebook
from licaudit.rulebook.locate import rules_dir
from licaudit.rulebook.strict import EXPECTED, Key
from licaudit.settings import keys
from licaudit.settings.keys import CONFIG, POLICIES, REGISTER

REFERENCE = Path(__file__).parent / "reference"
GROUPS = {
    "attribution": "What the reader is told",
    "licence": "Which permission is claimed",
    "use": "May this publisher use it like this",
    "provenance": "Does what is claimed hold",
    "settings": "The audit's own settings",
    "housekeeping": "Ignores, register and baseline",
}


def rules_page() -> str:
    """One page with every rule, grouped as in the report."""
    rules = sorted(rulebook().rules.values(), key=lambda r: (list(GROUPS).index(r.group) if r.group in GROUPS else 99, r.id))
    out = ["# Rules", "", "Generated from `rules/`. Severities are those of the default policy; `licaudit rules` shows yours.", ""]
    group = None
    for rule in rules:
        if rule.group != group:
            group = rule.group
            out += [f"## {GROUPS.get(group, group.capitalize())}", ""]
        out += _rule(rule)
    return "\n".join(out).rstrip() + "\n"


def _rule(rule: Rule) -> list[str]:
    lines = [f"### {rule.id}", "", f"**{rule.title}.** {rule.severity}, confidence {rule.confidence}, since {rule.since}.", ""]
    for heading, text in (
        ("What is asked", rule.asked),
        ("Why it matters", rule.why),
        ("How to put it right", rule.remedy),
        ("References", rule.references),
    ):
        if text.strip():
            lines += [f"*{heading}.* {text.strip()}", ""]
    for verdict in ("reported", "accepted"):
        for example in (e for e in rule.examples if e.verdict == verdict):
            lines += [f"{verdict.capitalize()}:", "", f"~~~{example.format}", example.markup.rstrip("\n"), "~~~", ""]
            break
    return lines


def commands_page() -> str:
    """Every command with every argument and option."""
    out = ["# Commands", "", "Generated from the command line itself.", ""]
    context = click.Context(program, info_name="licaudit")
    for name in COMMANDS:
        cmd = program.get_command(context, name)
        assert cmd is not None
        usage = cmd.get_usage(click.Context(cmd, info_name=f"licaudit {name}", max_content_width=100, terminal_width=100))
        out += [f"## licaudit {name}", "", *(cmd.help or "").strip().splitlines(), "", "```text", usage.removeprefix("Usage: "), "```", ""]
        records = [p.get_help_record(click.Context(cmd)) for p in cmd.params if isinstance(p, click.Option)]
        rows = [f"| `{r[0].replace('|', chr(92) + '|')}` | {r[1].replace('|', chr(92) + '|')} |" for r in records if r]
        if rows:
            out += ["| option | meaning |", "|---|---|", *rows, ""]
    out += _fixed()
    return "\n".join(out).rstrip() + "\n"


ENVIRONMENT = {
    "NO_COLOR": "Not empty: no colour, unless `--color always`.",
    "FORCE_COLOR": "Not empty: colour also where standard output is no terminal.",
    "TERM": "`dumb`: no colour.",
    "COLUMNS": "Width of the terminal, where it cannot be asked.",
    "SOURCE_DATE_EPOCH": "Time (seconds since 1970) that `licaudit evidence` writes into its zip instead of the present one.",
    "GITHUB_ACTIONS": "`true`: findings for people are printed while the runner's commands are switched off, for a page may hold some.",
}
EXITS = {
    0: "Nothing at or above `--fail-on` (default: error).",
    1: "Such findings, after ignores and baseline. `--exit-zero` makes it 0.",
    2: "Wrong use, a wrong file of settings or rules, an output that could not be written, or a fault of licaudit itself.",
    3: "Something could not be read, or nothing was found: no article, or no picture and no credit. `--allow-incomplete` makes it 0, "
    "`--allow-empty` only where nothing was found. 1 wins over 3.",
    130: "Interrupted. What was audited until then is written, marked as partial.",
}


def _fixed() -> list[str]:
    out = ["## Exit codes", "", "The same for every format.", "", "| code | meaning |", "|---|---|"]
    out += [f"| {code} | {meaning} |" for code, meaning in EXITS.items()]
    out += ["", "## Environment", "", "| variable | meaning |", "|---|---|"]
    return [*out, *(f"| `{name}` | {meaning} |" for name, meaning in {**_variables(), **ENVIRONMENT}.items())]


def _variables() -> dict[str, str]:
    """Environment variables that stand for settings."""
    own = {"LICAUDIT_POLICY": "Name of the policy, where `--policy` does not say it."}
    waiting = [*CONFIG.items(), *getattr(keys, "RUN", {}).items()]
    while waiting:
        name, key = waiting.pop(0)
        waiting += [(f"{name}.{inner}", one) for inner, one in (key.keys or {}).items()]
        if variable := getattr(key, "environment", ""):
            own[variable] = f"`{name}`: {key.doc}"
    return dict(sorted(own.items()))


def configuration_page() -> str:
    """Every key of the configuration and of the register."""
    out = ["# Configuration", "", "Generated from the settings themselves.", ""]
    out += [
        "`licaudit.toml`, `.licaudit.toml` or `[tool.licaudit]` in `pyproject.toml`: the first one found from the scanned path up to the",
        "repository's root counts. `licaudit config` shows what an audit would use, and where each value was said.",
        "Options outweigh environment variables, those the file, the file the policy. The variable of a key is made of its name:",
        "`LICAUDIT_SITE_COMMERCIAL=true`, `LICAUDIT_SITE_LAW=DE,AT`, `LICAUDIT_SEVERITY=title-missing=off`; where an option says the",
        "same, it is that of the option: `LICAUDIT_FAIL_ON`, `LICAUDIT_POLICY`, `LICAUDIT_JOBS`. Lists of tables stand in the file.",
        "",
    ]
    out += ["## licaudit.toml", "", *_keys(CONFIG, "")]
    out += [
        "## licaudit.register.toml",
        "",
        "The publisher's own record of pictures: a `[[picture]]` table for each.",
        "",
        *_keys(REGISTER, ""),
    ]
    out += ["## Policies", "", "What `policy.name` may be. Severities that a policy does not name are those of the rules.", ""]
    for name in POLICIES:
        data = tomllib.loads((rules_dir() / "policies" / f"{name}.toml").read_text(encoding="utf-8"))
        out += [f"### {name}", "", f"{data.get('description', '').strip()}", ""]
        said = {k: {"level": v} if isinstance(v, str) else v for k, v in data.get("severity", {}).items()}
        if said:
            out += ["| rule | severity | because |", "|---|---|---|"]
            out += [*(f"| `{rule}` | {row['level']} | {row.get('reason', '')} |" for rule, row in sorted(said.items())), ""]
    return "\n".join(out).rstrip() + "\n"


def _keys(table: dict[str, Key], prefix: str) -> list[str]:
    plain = {k: v for k, v in table.items() if not v.keys}
    out = ["| key | takes | meaning |", "|---|---|---|"] if plain else []
    for name, key in plain.items():
        takes = ", ".join(key.choices) if key.choices else EXPECTED.get(key.kind, key.kind)
        out.append(f"| `{prefix}{name}` | {takes} | {key.doc} |".replace("[[…]]", "tables"))
    out += [""] if plain else []
    for name, key in table.items():
        if key.keys:
            out += [f"### {'[[' + name + ']]' if key.kind == 'rows' else '[' + name + ']'}", "", key.doc, "", *_keys(key.keys, "")]
    return out


PAGES = {"configuration.md": configuration_page, "rules.md": rules_page, "commands.md": commands_page}


def main(check: bool) -> int:
    """Write or compare every generated page; the number of pages that differ."""
    stale = 0
    for name, page in PAGES.items():
        path = REFERENCE / name
        text = page()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale += 1
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            print(f"{'out of date' if check else 'written'}: {path.name}")
    return stale if check else 0


if __name__ == "__main__":
    sys.exit(1 if main("--check" in sys.argv[1:]) else 0)
