# SPDX-License-Identifier: Apache-2.0
"""One rule file: TOML front matter between +++ lines, documentation, and examples in ~~~ fences."""

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from licaudit.errors import RulebookError
from licaudit.model.credit import Confidence
from licaudit.model.finding import Court, Example, Rule, Safety, Severity
from licaudit.rulebook import tomlfile
from licaudit.rulebook.linear import PatternError, Patterns
from licaudit.rulebook.schema import check

_LEADS = {"What is asked": "asked", "Why it matters": "why", "How to put it right": "remedy", "References": "references"}
_LEAD = re.compile(r"^\*\*(" + "|".join(_LEADS) + r")\.\*\*[ \t]*", re.M)
_BESIDE = {"licaudit.toml": "config", "licaudit.register.toml": "register", "feed.xml": "feed"}
"""Files that stand beside the page of an example, by name."""


class Front(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The front matter of a rule."""

    id: str
    check: str
    severity: Severity
    confidence: Confidence = "high"
    fix: Safety = "none"
    since: str = "0.1.0"
    params: dict[str, Any] = {}
    applies: dict[str, Any] = {}
    aliases: tuple[str, ...] = ()
    courts: tuple[Court, ...] = ()
    duty: str = ""
    help: str = ""


def read_rule(path: Path, name: str = "", raw: bytes | None = None) -> Rule:
    """The rule in the file at `path`, or in its bytes `raw` as they stand elsewhere; RulebookError with file, line and remedy where it is not well formed."""
    name = name or path.as_posix()
    try:
        text = (path.read_bytes() if raw is None else raw).decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        raise RulebookError("cannot be read as UTF-8.", path=name, remedy="Check the path and save the file as UTF-8.") from None
    lines = text.split("\n")
    if lines[0].strip() != "+++" or "+++" not in (line.strip() for line in lines[1:]):
        raise RulebookError("has no front matter.", path=name, line=1, remedy="Begin with TOML between two lines of +++.")
    end = next(n for n, line in enumerate(lines[1:], 1) if line.strip() == "+++")
    head = "\n".join(lines[1:end]).encode()
    try:
        data = tomllib.loads(head.decode())
    except tomllib.TOMLDecodeError:
        data = tomlfile.parse(b"\n" + head, name, RulebookError).data  # raises, with the line in the whole file
    front = check(data, Front, head, name, before=1)
    if front.id != path.stem:
        raise RulebookError(f'the id "{front.id}" is not the name of the file.', path=name, line=2, remedy=f'Write id = "{path.stem}".')
    _patterns(front.params.get("patterns", {}), head, name)
    title = next((line[2:].strip() for line in lines[end + 1 :] if line.startswith("# ")), "")
    if not title:
        raise RulebookError("has no title.", path=name, line=end + 2, remedy='Write a line "# Title" after the front matter.')
    examples = _examples(lines, end, name)
    return Rule(
        title=title, group=path.parent.name, examples=examples, file=name, **_prose(lines[end + 1 :]), **msgspec.structs.asdict(front)
    )


def line(path: Path, *keys: str) -> int:
    """The line of a key in the front matter of the rule at `path`; 0 where it cannot be told."""
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        found = tomlfile.parse(text.split("+++")[1].lstrip("\n").encode(), path.as_posix(), RulebookError).line(*keys)
    except (OSError, UnicodeDecodeError, IndexError, RulebookError):
        return 0
    return found + 1 if found else 0


def _patterns(said: Any, raw: bytes, name: str) -> None:
    """Hold `params.patterns` to what the linear engine takes: a slow pattern in a rule must not stop an audit."""
    if not isinstance(said, dict) or not all(isinstance(pattern, str) for pattern in said.values()):
        line = tomlfile.parse(raw, name, RulebookError).line("params", "patterns") + 1
        raise RulebookError("params.patterns is no table of texts.", path=name, line=line, remedy='Write: "name" = "pattern".')
    for key, pattern in said.items():
        try:
            Patterns({key: pattern})
        except PatternError as problem:
            line = tomlfile.parse(raw, name, RulebookError).line("params", "patterns", key) + 1
            remedy = "Write it without look-around and back references."
            raise RulebookError(f"this pattern is not taken: {problem}.", path=name, line=line, remedy=remedy) from None


def _prose(lines: list[str]) -> dict[str, Any]:
    head: list[str] = []
    for line in lines:
        if line.startswith("## "):
            break
        head.append(line)
    pieces = _LEAD.split("\n".join(head))
    return {_LEADS[lead]: words.strip() for lead, words in zip(pieces[1::2], pieces[2::2], strict=True)}


def _examples(lines: list[str], start: int, name: str) -> tuple[Example, ...]:
    made: list[Example] = []
    verdict, setup, at = "", dict.fromkeys(_BESIDE.values(), ""), start
    while at < len(lines):
        line = lines[at]
        if line.startswith("## "):
            verdict = line[3:].strip().lower()
            setup = dict.fromkeys(_BESIDE.values(), "")
        elif line.startswith("~~~") and verdict in ("reported", "accepted"):
            words, first = line.strip("~ ").split(), at
            at = next((n for n in range(at + 1, len(lines)) if lines[n].rstrip() == "~~~"), -1)
            if at < 0:
                raise RulebookError("an example is not closed.", path=name, line=first + 1, remedy="End it with a line of ~~~.")
            body = "\n".join(lines[first + 1 : at]) + "\n"
            if words and words[0] in ("toml", "xml") and words[-1] in _BESIDE:
                setup[_BESIDE[words[-1]]] = body
            elif words and words[0] in ("html", "markdown", "text"):
                lang = words[1] if len(words) > 1 else "en"
                known = {"verdict": verdict, "format": words[0], "lang": lang, "markup": body, "line": first + 1}
                made.append(msgspec.convert({**known, **setup}, Example))
                setup = dict.fromkeys(_BESIDE.values(), "")
            else:
                raise RulebookError(
                    f'an example of kind "{" ".join(words)}".',
                    path=name,
                    line=first + 1,
                    remedy="Known are html, markdown, text, and toml or xml with the name of a file.",
                )
        at += 1
    return tuple(made)
