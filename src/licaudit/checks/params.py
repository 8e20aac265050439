# SPDX-License-Identifier: Apache-2.0
"""What each check takes as `params`, so that a rule of the publisher's own is held to it before anything is judged."""

from pathlib import Path
from typing import Any

from licaudit.errors import RulebookError
from licaudit.model.finding import Rule
from licaudit.rulebook.duties import PARTS as DUTIES
from licaudit.rulebook.rulefile import line
from licaudit.rulebook.strict import meant

Kind = str | tuple[str, ...]
"""text, texts, flag, table (of texts), or the words to choose from. A name that ends in ? may be left out."""

PARTS = ("author", "title", "work_uri", "licence_uri_or_text", "copyright_notice")
ISSUES = ("ambiguous", "no-version", "nonexistent", "misspelt", "noncanonical", "wrong-target")
STATES = ("ignore-unused", "ignore-expired", "ignore-unreasoned", "register-unmatched", "settings-changed")
PARAMS: dict[str, dict[str, Kind]] = {
    "missing-part": {"part": PARTS[:4]},
    "creator-name": {
        "says": "text",
        "names?": "texts",
        "courtesy?": "texts",
        "place?": ("creator", "source"),
        "only_if_demanded?": "flag",
        "error_without_licence?": "flag",
    },
    "text-pattern": {"says": "text", "words?": "texts", "marks?": "texts", "whole?": "texts", "captions?": "flag", "patterns?": "table"},
    "licence-missing": {"open?": "texts", "hosts?": "texts"},
    "mention-issue": {"issue": ISSUES, "says": "text"},
    "licence-statement": {"statements?": "texts"},
    "licence-status": {"forbids?": "table"},
    "known-part": {"field": "text", "part": PARTS, "says": "text", "detail?": "texts"},
    "noncommercial": {"verbatim?": "texts"},
    "not-allowed": {"what": ("licence", "source")},
    "grant-missing": {"free?": "texts"},
    "grant-terms": {"about": ("time", "scope")},
    "editorial-only": {"words": "texts"},
    "fair-use": {"words": "texts"},
    "contradiction": {"origins": "texts"},
    "file-name": {"patterns": "table"},
    "hotlinked": {"hosts": "texts"},
    "structured-data": {"fault": ("missing", "invalid")},
    "own-settings": {"state": STATES},
}
"""Checks that are not named here take none; checks of installed packages see to their own."""


def hold(rule: Rule, ours: bool) -> None:
    """Raise RulebookError, with file and line, where `params` or `applies` of `rule` are not what its check takes."""
    if unknown := next((key for key in rule.applies if key != "licence"), ""):
        raise _wrong(rule, ("applies", unknown), f'unknown key "{unknown}" in applies.', "Known is: licence.")
    if rule.duty and rule.duty not in DUTIES:
        raise _wrong(rule, ("duty",), f'no licence knows the part "{rule.duty}".', meant(rule.duty, DUTIES))
    if not ours:
        return
    wanted = PARAMS.get(rule.check, {})
    known = {name.rstrip("?"): kind for name, kind in wanted.items()}
    for name, value in rule.params.items():
        if name not in known:
            remedy = meant(name, known) if known else f'The check "{rule.check}" takes none.'
            raise _wrong(rule, ("params", name), f'unknown key "{name}" in params.', remedy)
        if not _fits(value, known[name]):
            raise _wrong(rule, ("params", name), f'"{name}" cannot be {str(value)[:60]!r}.', f"Expected {_expected(known[name])}.")
    for name, kind in wanted.items():
        if not name.endswith("?") and name not in rule.params:
            remedy = f'Add it to params: {_expected(kind)}. The check "{rule.check}" needs it.'
            raise _wrong(rule, ("params",), f'"{name}" is missing in params.', remedy)


def _wrong(rule: Rule, path: tuple[str, ...], message: str, remedy: str) -> RulebookError:
    return RulebookError(message, path=rule.file, line=line(Path(rule.file), *path), remedy=remedy)


def _fits(value: Any, kind: Kind) -> bool:
    if kind == "texts":
        return isinstance(value, list | tuple) and all(isinstance(one, str) and one for one in value)
    if kind == "table":
        return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
    if kind == "flag":
        return isinstance(value, bool)
    return isinstance(value, str) and (kind == "text" or value in kind)


def _expected(kind: Kind) -> str:
    if isinstance(kind, tuple):
        return f"one of: {', '.join(kind)}"
    return {"text": "a text", "texts": "a list of texts", "flag": "true or false", "table": "a table of texts"}[kind]
