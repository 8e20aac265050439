# SPDX-License-Identifier: Apache-2.0
"""How the GitHub runner finds commands in a log, ported from actions/runner, ActionCommand.cs (TryParse and TryParseV2),
in a stricter form: any command name counts, not only the registered ones."""

import re

# .NET's TrimStart: white space by Unicode, which is more than Python's str.lstrip strips in one respect (U+200B is not white there either).
_LEADING = re.compile(r"^[\s\x85\xa0\u2028\u2029\ufeff]*")


def commands(log: str) -> list[str]:
    """The lines of `log` that the runner would take for commands."""
    return [line for line in re.split(r"\r\n|\r|\n", log) if _version_one(line) or _version_two(line)]


def _version_one(line: str) -> bool:
    at = line.find("##[")
    return at >= 0 and line.find("]", at) >= 0


def _version_two(line: str) -> bool:
    bare = _LEADING.sub("", line)
    return bare.startswith("::") and bare.find("::", 2) >= 0
