# SPDX-License-Identifier: Apache-2.0
"""How the GitHub runner finds commands in a log: TryParseV2 and TryParse of actions/runner, ActionCommand.cs, in Python.

The runner is read in its strictest sense for us: any name counts, not only
the registered ones (`foreign`), and since .NET compares by the rules of the
language, characters that its collation ignores are taken out first.
"""

import re
import unicodedata
from typing import NamedTuple

# .NET's TrimStart: white space by Unicode.
_LEADING = re.compile(r"^[\s\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]*")
_UNESCAPE_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_UNESCAPE_PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


class Command(NamedTuple):
    """A command as the runner would carry it out."""

    name: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> list[str]:
    """The lines of `log` that the runner would take for commands."""
    return [line for line in re.split(r"\r\n|\r|\n", log) if parse(line) or _version_one(_collated(line)) or parse(_collated(line))]


def parse(message: str) -> Command | None:
    """TryParseV2."""
    message = _LEADING.sub("", message)
    if not message.startswith("::"):
        return None
    end = message.find("::", 2)
    if end < 0:
        return None
    info = message[2:end]
    name, _, rest = info.partition(" ")
    properties = {}
    for part in rest.strip().split(","):
        key, equals, value = part.partition("=")
        if equals and key and value:
            properties[key.lower()] = _unescaped(value, _UNESCAPE_PROPERTY)
    return Command(name, properties, _unescaped(message[end + 2 :], _UNESCAPE_DATA))


def _version_one(line: str) -> bool:
    """TryParse: `##[name]` anywhere in a line."""
    at = line.find("##[")
    return at >= 0 and line.find("]", at) >= 0


def _collated(line: str) -> str:
    """Without what ICU's root collation ignores at every level: controls, format characters, variation selectors."""
    return "".join(c for c in line if not _ignored(c))


def _ignored(char: str) -> bool:
    return (
        unicodedata.category(char) in ("Cc", "Cf")
        or "\ufe00" <= char <= "\ufe0f"
        or "\U000e0100" <= char <= "\U000e01ef"
        or char == "\u034f"
    )


def _unescaped(text: str, mapping: tuple[tuple[str, str], ...]) -> str:
    for shown, meant in mapping:
        text = text.replace(shown, meant)
    return text
