# SPDX-License-Identifier: Apache-2.0
"""Settings said by the environment: `LICAUDIT_POLICY=blog`, `LICAUDIT_SITE_COMMERCIAL=true`, `LICAUDIT_SITE_LAW=DE,AT`."""

import os
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

import msgspec

from licaudit.rulebook.strict import Key, Reader
from licaudit.rulebook.tomlfile import TomlFile
from licaudit.settings.keys import CONFIG, RUN

PREFIX = "LICAUDIT_"
_FLAGS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


class Said(msgspec.Struct, frozen=True):
    """What the environment sets. `values`: dotted key to value; `names`: dotted key to variable; `messages`: likely slips."""

    values: dict[str, Any] = {}
    names: dict[str, str] = {}
    messages: tuple[str, ...] = ()


def flat(keys: Mapping[str, Key] = CONFIG, prefix: str = "") -> Iterator[tuple[str, Key]]:
    """Every setting by its dotted key (`site.commercial`); lists of tables as one."""
    for name, key in keys.items():
        if key.kind == "table":
            yield from flat(key.keys, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", key


def variable(dotted: str, key: Key) -> str:
    """The variable of a setting: that of its option where it has one, as LICAUDIT_FAIL_ON; else made from the key."""
    return key.environment or PREFIX + dotted.upper().replace(".", "_").replace("-", "_")


def variables() -> dict[str, tuple[str, Key]]:
    """Every variable with its setting. Lists of tables (suppliers, ignores, overrides) stand only in the file."""
    return {variable(name, key): (name, key) for name, key in (*flat(), *flat(RUN)) if key.kind != "rows"}


def read(environ: Mapping[str, str] | None = None) -> Said:
    """The settings in `environ` (None: that of the process); an empty variable says nothing. Raises ConfigError for a value that is wrong."""
    environ = os.environ if environ is None else environ
    known = variables()
    values: dict[str, Any] = {}
    names: dict[str, str] = {}
    messages: list[str] = []
    for name in sorted(environ):
        if not name.startswith(PREFIX) or not environ[name].strip():
            continue
        if name in known:
            dotted, key = known[name]
            values[dotted], names[dotted] = _value(name, environ[name].strip(), key), name
        elif close := get_close_matches(name, known, n=1, cutoff=0.9):
            messages.append(f"The environment variable {name} is no setting. Did you mean {close[0]}?")
    return Said(values, names, tuple(messages))


def _value(name: str, text: str, key: Key) -> Any:
    """The text of a variable as the kind its key takes; lists have commas between, levels are rule=level."""
    said: Any = text
    if key.kind == "flag":
        said = _FLAGS.get(text.lower(), text)
    elif key.kind == "number":
        said = int(text) if text.isdecimal() and len(text) < 10 else text
    elif key.kind == "text-or-off" and _FLAGS.get(text.lower()) is False:
        said = False
    elif key.kind == "texts":
        said = [part.strip() for part in text.split(",") if part.strip()]
    elif key.kind == "levels":
        pairs = [part.partition("=") for part in text.split(",") if part.strip()]
        said = {rule.strip(): level.strip() for rule, _, level in pairs}
    return Reader(TomlFile("the environment", {}, {})).value(said, key, (name,))
