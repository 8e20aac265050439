# SPDX-License-Identifier: Apache-2.0
"""Ignores in every form: they need a rule and a reason, they end, they mark and remove nothing, and what is left over is told."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from licaudit import audit, settings
from licaudit.model.finding import Finding

TEXT = "The town has waited for the new ferry since spring, and on Monday it made its first crossing with two hundred people aboard. " * 3
IMG = '<img src="a.jpg" alt="Ferry" width="640" height="400"{}>'
FIGURE = f"<figure{{}}>{IMG}<figcaption>Photo: Ada Sample, CC BY-SA 2.5</figcaption></figure>"
RULE = "licence-link-missing"
TODAY = "2026-06-15"


def html(before: str = "", element: str = "", parent: str = "", picture: str = "") -> tuple[str, str]:
    body = f"<p>{TEXT}</p><div{parent}>{before}{FIGURE.format(element, picture)}</div>"
    return "a.html", f'<html lang="en"><body><article><h1>Ferry</h1>{body}</article></body></html>'


def markdown(front: str = "", before: str = "") -> tuple[str, str]:
    head = f"---\ntitle: Ferry\n{front}---\n" if front else ""
    return "a.md", f"{head}# Ferry\n\n{TEXT}\n\n{before}\n\n![Ferry](a.jpg)\n\n*Photo: Ada Sample, CC BY-SA 2.5*\n"


def config(more: str = "", rules: str = f'["{RULE}"]') -> str:
    return f'[[ignore]]\nrules = {rules}\nreason = "contract 7"\n{more}\n'


def judged(folder: Path, page: tuple[str, str], toml: str = "", **options: Any) -> list[Finding]:
    (folder / page[0]).write_text(page[1], encoding="utf-8")
    if toml:
        (folder / "licaudit.toml").write_text(toml, encoding="utf-8")
    found = settings.load([str(folder)], {"no_baseline": True, **options})
    return list(audit.run(msgspec.structs.replace(found, today=TODAY)).findings)


def outcome(found: list[Finding]) -> tuple[str, str, list[str]]:
    """Status and reason of the one finding that is ignored or not, and the rules about ignores."""
    (it,) = [f for f in found if f.rule == RULE]
    return it.status, it.status_reason, sorted(f.rule for f in found if f.rule.startswith("ignore-"))


ATTRIBUTES = ' data-licaudit-ignore="{}" data-licaudit-reason="{}"{}'
END = ' data-licaudit-until="{}"'
FORMS = {
    "comment": lambda rule, reason, until: (html(f"<!-- licaudit: ignore[{rule}] -- {reason} {until and 'until=' + until} -->"), ""),
    "comment for the page": lambda rule, reason, until: (html(f"<!-- licaudit: ignore-page[{rule}] -- {reason} {until and 'until=' + until} -->"), ""),
    "attribute of the picture": lambda rule, reason, until: (html(picture=ATTRIBUTES.format(rule, reason, until and END.format(until))), ""),
    "attribute of the figure": lambda rule, reason, until: (html(element=ATTRIBUTES.format(rule, reason, until and END.format(until))), ""),
    "attribute of a parent": lambda rule, reason, until: (html(parent=ATTRIBUTES.format(rule, reason, until and END.format(until))), ""),
    "comment in Markdown": lambda rule, reason, until: (markdown(before=f"<!-- licaudit: ignore[{rule}] -- {reason} {until and 'until=' + until} -->"), ""),
    "front matter": lambda rule, reason, until: (markdown(f"licaudit:\n  ignore: [{rule}]\n  reason: {reason}\n" + (f"  until: {until}\n" if until else "")), ""),
    "configuration": lambda rule, reason, until: (html(), config(f"until = {until}" if until else "", f'["{rule}"]')),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("until", "alive"), [("", True), ("2026-06-15", True), ("2026-06-14", False)])
def test_each_form_counts_until_its_last_day(tmp_path: Path, form: str, until: str, alive: bool) -> None:
    page, toml = FORMS[form](RULE, "contract 7", until)
    status, reason, about = outcome(judged(tmp_path, page, toml))
    assert (status, reason) == (("ignored", "contract 7") if alive else ("new", ""))
    assert about == ([] if alive else ["ignore-expired"])


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_told_where_it_covers_nothing(tmp_path: Path, form: str) -> None:
    page, toml = FORMS[form]("title-missing", "contract 7", "")
    assert outcome(judged(tmp_path, page, toml)) == ("new", "", ["ignore-unused"])


@pytest.mark.parametrize("form", [form for form in FORMS if form != "configuration"])
def test_each_form_needs_a_reason(tmp_path: Path, form: str) -> None:
    page, toml = FORMS[form](RULE, "", "")
    assert outcome(judged(tmp_path, page, toml)) == ("new", "", ["ignore-without-reason"])


@pytest.mark.parametrize("form", [form for form in FORMS if form != "configuration"])
@pytest.mark.parametrize("until", ["soon", "2027-1-31", "31.01.2027", "2027-02-30"])
def test_an_end_that_is_no_date_does_not_count_and_is_told(tmp_path: Path, form: str, until: str) -> None:
    page, toml = FORMS[form](RULE, "contract 7", until)
    found = judged(tmp_path, page, toml)
    assert outcome(found) == ("new", "", ["ignore-expired"])
    assert any(until in f.message for f in found if f.rule == "ignore-expired")


@pytest.mark.parametrize("form", FORMS)
def test_no_ignores_shows_all(tmp_path: Path, form: str) -> None:
    page, toml = FORMS[form](RULE, "contract 7", "")
    assert outcome(judged(tmp_path, page, toml, no_ignores=True)) == ("new", "", [])


@pytest.mark.parametrize("form", [form for form in FORMS if form != "configuration"])
def test_a_group_may_be_named(tmp_path: Path, form: str) -> None:
    page, toml = FORMS[form]("attribution/*", "contract 7", "")
    assert outcome(judged(tmp_path, page, toml))[0] == "ignored"


@pytest.mark.parametrize(
    ("more", "hit"),
    [
        ('paths = ["a.html"]', True),
        ('paths = ["news/"]', False),
        ('pictures = ["a.*"]', True),
        ('pictures = ["b.jpg"]', False),
        ('fingerprints = ["0000000000000000"]', False),
    ],
)
def test_an_ignore_of_the_configuration_may_be_narrow(tmp_path: Path, more: str, hit: bool) -> None:
    status, _, about = outcome(judged(tmp_path, html(), config(more)))
    assert (status, about) == (("ignored", []) if hit else ("new", ["ignore-unused"]))


def test_a_single_finding_is_ignored_by_its_fingerprint(tmp_path: Path) -> None:
    (one,) = [f for f in judged(tmp_path, html()) if f.rule == RULE]
    assert outcome(judged(tmp_path, html(), config(f'fingerprints = ["{one.fingerprint}"]')))[0] == "ignored"


def test_an_attribute_covers_only_what_is_in_its_element(tmp_path: Path) -> None:
    name, text = html(element=ATTRIBUTES.format(RULE, "contract 7", ""))
    text = text.replace("</article>", FIGURE.format("", "").replace("a.jpg", "b.jpg") + "</article>")
    found = {f.image: f.status for f in judged(tmp_path, (name, text)) if f.rule == RULE}
    assert found == {"a.jpg": "ignored", "b.jpg": "new"}


def test_a_misspelt_rule_in_a_page_is_told_with_the_nearest(tmp_path: Path) -> None:
    found = judged(tmp_path, html("<!-- licaudit: ignore[licence-link-mising] -- contract 7 -->"))
    assert [RULE in f.message for f in found if f.rule == "ignore-unused"] == [True]
