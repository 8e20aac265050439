# SPDX-License-Identifier: Apache-2.0
"""Every example of every rule file, through read, ask and judge.

A Reported example yields its rule. An Accepted example does not, and gives no error of any rule.
"""

import re
import struct
from pathlib import Path

import msgspec
import pytest

from licaudit import audit
from licaudit import settings as config
from licaudit.model.finding import Example, Finding, Rule
from licaudit.rulebook.load import rulebook

RULES = sorted(rulebook().rules.values(), key=lambda r: r.id)
EXAMPLES = [pytest.param(rule, example, id=f"{rule.id}-{example.verdict}-{n}") for rule in RULES for n, example in enumerate(rule.examples)]
_TAG = re.compile(r"<([a-z]+)")
ENDINGS = {"html": "html", "markdown": "md", "text": "txt"}
NAMED, STRIPPED = "by-paula-modell.jpg", "by-paula-modell-320x213.jpg"
FILES = {
    "metadata-contradicts-credit": (NAMED,),
    "published-but-unused": (NAMED,),
    "rights-metadata-stripped": (NAMED, STRIPPED),
}
"""Pictures that lie beside the page in the examples of a rule."""


def picture(creator: str) -> bytes:
    """A JPEG without pixels whose EXIF data name `creator`."""
    name = creator.encode() + b"\0"
    body = b"Exif\0\0II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 0x013B, 2, len(name), 26) + b"\0\0\0\0" + name
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(body) + 2) + body + b"\xff\xd9"


def judged(rule: Rule, example: Example, folder: Path) -> list[Finding]:
    """What is found in an example."""
    (folder / f"page.{ENDINGS[example.format]}").write_text(example.markup, encoding="utf-8")
    if example.config:
        (folder / "licaudit.toml").write_text(example.config, encoding="utf-8")
    if example.register:
        (folder / "licaudit.register.toml").write_text(example.register, encoding="utf-8")
    if example.feed:
        (folder / "feed.xml").write_text(example.feed, encoding="utf-8")
    for name in FILES.get(rule.id, ()):
        (folder / name).write_bytes(picture("Paula Modell") if name == NAMED else b"\xff\xd8\xff\xd9")
    settings = config.load([str(folder)], {})
    settings = msgspec.structs.replace(settings, paths=(str(folder),), baseline=None)
    if rule.id == "settings-changed" and example.config:
        settings = msgspec.structs.replace(settings, config_ref="origin/main", changed_settings=("licaudit.toml",))
    return [f for f in audit.run(settings).findings if f.status != "ignored"]


NO_CLAUSE = {
    "licence-ambiguous": "nobody can tell which licence, and so which clause",
    "licence-version-missing": "the clause depends on the version that is not named",
    "licence-nonexistent": "a licence that does not exist has no clauses",
    "licence-not-allowed": "rests on the publisher's own list",
    "source-not-allowed": "rests on the publisher's own list",
    "licence-retired": "rests on the whole licence, which does not allow the use; the message says why",
}
"""Rules that are errors under a Creative Commons licence and cite no clause of it, with the reason."""


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Example, tmp_path: Path) -> None:
    found = judged(rule, example, tmp_path)
    names = {f.rule for f in found}
    if example.verdict == "reported":
        assert rule.id in names, f"{rule.file}:{example.line}: not reported; found {sorted(names)}"
    else:
        errors = {f.rule for f in found if f.severity == "error"}
        assert not errors, f"{rule.file}:{example.line}: found {sorted(names)}"
        assert rule.id not in names
    for finding in found:
        assert finding.remedy or finding.fix, f"{finding.rule}: nothing is said of what to do"
        if finding.severity == "error" and re.fullmatch(r"CC-BY-.*\d\.\d.*", finding.licence) and finding.rule not in NO_CLAUSE:
            assert finding.clause and finding.clause.clause, f"{finding.rule} under {finding.licence} cites no clause"
            assert finding.risk_text, f"{finding.rule} under {finding.licence} says nothing of the risk"


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_every_rule_is_whole(rule: Rule) -> None:
    verdicts = [e.verdict for e in rule.examples]
    assert verdicts.count("reported") >= 2
    assert verdicts.count("accepted") >= 2
    for verdict in ("reported", "accepted"):
        mine = [e for e in rule.examples if e.verdict == verdict]
        assert len({e.format for e in mine}) > 1 or len({frozenset(_TAG.findall(e.markup)) for e in mine}) > 1, f"{verdict}: one markup"
        assert len({e.lang for e in mine}) > 1, f"{verdict}: one language"
        assert len({(e.markup, e.config, e.register, e.feed) for e in mine}) == len(mine), f"{verdict}: the same twice"
    assert all((rule.title, rule.asked, rule.why, rule.remedy, rule.references))
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.id)
    assert rule.group in ("attribution", "licence", "use", "provenance", "settings")
