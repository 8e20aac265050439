# SPDX-License-Identifier: Apache-2.0
"""`licaudit explain` of every rule and every Creative Commons licence: whole sentences, no blanks, no placeholders."""

import re

from click.testing import CliRunner

from licaudit.cli.explain import command
from licaudit.rulebook import licences
from licaudit.rulebook.load import rulebook

HOLES = re.compile(r"\bNone\b|\bnan\b|\{\w*\}|TODO|XXX|\?\?|\(\)|\[\]|: *\n\s*\n|\s—\s*$", re.M)
BLANK = re.compile(r"\n\s*\n\s*\n\s*\n")


def explained(name: str) -> str:
    done = CliRunner().invoke(command, [name])
    assert done.exit_code == 0, f"{name}: {done.output}"
    return done.output


def test_every_rule_is_explained_without_holes() -> None:
    holes = {}
    for rule in rulebook().rules.values():
        text = explained(rule.id)
        assert rule.title in text
        quoted = re.sub(r"`[^`]*`|“[^”]*”|\"[^\"]*\"", "x", text).replace("None; good practice", "")  # rules about placeholders name some
        if (hole := HOLES.search(quoted) or BLANK.search(text)) or len(text) < 300:
            holes[rule.id] = hole[0] if hole else text
    assert holes == {}


def test_every_creative_commons_licence_is_explained_without_holes() -> None:
    names = [name for name in licences.ids() if name.startswith("CC") and re.search(r"\d", name)]
    assert len(names) > 600
    holes = {}
    for name in names:
        text = explained(name)
        assert "creativecommons.org/" in text
        if (hole := HOLES.search(text) or BLANK.search(text)) or len(text) < 200:
            holes[name] = hole[0] if hole else text
    assert holes == {}
