# SPDX-License-Identifier: Apache-2.0
"""The command line: `licaudit COMMAND`. Each command lives in a module of its own and is imported only when used."""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from licaudit.errors import LicauditError
from licaudit.version import __version__

COMMANDS = {
    "scan": "Audit pictures and credits of articles.",
    "parse": "Show what is understood of one credit line.",
    "fix": "Mend what words alone can mend.",
    "explain": "Explain a rule, a licence or a finding.",
    "evidence": "Pack the evidence of a finding into a zip, for counsel.",
    "credit": "Compose one correct credit line.",
    "credits": "Write the credits page of a site.",
    "import": "Record the decisions made in a table of the report.",
    "rules": "List the rules with their severity.",
    "config": "Show the configuration and where each value comes from.",
    "init": "Write a first licaudit.toml.",
    "baseline": "Record today's findings, so that only new ones count.",
}
MODULES = {"import": "importing"}
"""Commands whose name is a word of Python."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called, so `--help` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Commands in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command object, or None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"licaudit.cli.{MODULES.get(cmd_name, cmd_name)}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table above, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="licaudit")
def command() -> None:
    """Audit the pictures of published articles.

    For every picture: who made it, by what right it is shown, whether the
    credit says so as the licence demands, and what exactly to write instead.
    This is a tool, not legal advice.
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0, 1 findings, 2 usage or settings, 3 incomplete, 130 interrupted."""
    _utf8_streams()
    try:
        status = command.main(args=arguments, prog_name="licaudit", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("licaudit: interrupted", err=True)
        sys.exit(130)
    except click.ClickException as problem:
        problem.show()
        sys.exit(2)
    except LicauditError as problem:
        _fail(str(problem))
    except BrokenPipeError:
        # The reader of our output (head, a pager) has gone: no error of ours, but the exit must not raise again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except OSError as problem:
        _fail(f"{problem.filename}: {problem.strerror}" if problem.filename else str(problem))
    except Exception as problem:  # exit 1 would say "findings"
        import traceback

        where = traceback.extract_tb(problem.__traceback__)[-1]
        _fail(f"a fault of licaudit: {type(problem).__name__}: {problem} ({Path(where.filename).name}:{where.lineno}). Please report it.")
    sys.exit(status if isinstance(status, int) else 0)


def _fail(message: str) -> NoReturn:
    from licaudit.reports.sinks import tty

    click.echo(f"licaudit: {tty(message)}", err=True)
    sys.exit(2)


def _utf8_streams() -> None:
    """Credit lines are in every script: output is UTF-8 whatever the locale, and never fails on a lone surrogate."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
