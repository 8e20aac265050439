# SPDX-License-Identifier: Apache-2.0
"""The loader names file and line of what is wrong, and never trusts a cache that does not fit."""

from pathlib import Path

import pytest

from licaudit.checks import registry
from licaudit.errors import RulebookError
from licaudit.rulebook import cache
from licaudit.rulebook.load import rulebook
from licaudit.rulebook.schema import Names, read


def test_a_wrong_key_is_told_with_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "xx.toml"
    path.write_text('[parts]\nby = "x"\n\n[titel]\na = "b"\n', encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        read(path, Names)
    assert (caught.value.path, caught.value.line) == (path.as_posix(), 4)
    assert "titel" in str(caught.value)


def test_broken_toml_is_told_with_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "xx.toml"
    path.write_text('[parts]\nby = "x\n', encoding="utf-8")
    with pytest.raises(RulebookError, match=r"xx\.toml:2: "):
        read(path, Names)


def test_a_missing_folder_of_rules_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="no folder of rules"):
        rulebook((tmp_path / "none",))


@pytest.mark.parametrize("damage", [b"", b"x" * 200])
def test_a_corrupted_cache_is_built_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes) -> None:
    monkeypatch.setattr(cache, "folder", lambda: tmp_path)
    built: list[int] = []

    def build() -> dict[str, int]:
        built.append(1)
        return {"a": 1}

    def ask() -> dict[str, int]:
        return cache.compiled("t", [], dict[str, int], build)

    assert ask() == ask() == {"a": 1}
    assert len(built) == 1
    stored = tmp_path / "t.msgpack"
    stored.write_bytes(stored.read_bytes()[:64] + damage)
    assert ask() == {"a": 1}
    assert len(built) == 2


OWN = """+++
id = "house-rule"
check = "text-pattern"
severity = "warning"

[params]
says = "We do not write this"
{more}
+++
# A rule of our own

**What is asked.** Something.
"""


def own(folder: Path, text: str) -> Path:
    path = folder / "ours" / "house-rule.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("more", "line", "said"),
    [
        ('patterns = { slow = "(a+)\\\\1" }', 8, "back reference"),
        ('\n[params.patterns]\nok = "a"\nslow = "(?=a)b"', 11, "slow: "),
        ('patterns = "a"', 8, "table of texts"),
        ('patterns = { "1" = 2 }', 8, "table of texts"),
    ],
)
def test_a_pattern_that_needs_backtracking_is_refused_with_file_and_line(tmp_path: Path, more: str, line: int, said: str) -> None:
    path = own(tmp_path, OWN.format(more=more))
    with pytest.raises(RulebookError, match=said) as caught:
        rulebook((tmp_path / "ours",))
    assert (caught.value.path, caught.value.line) == (path.as_posix(), line)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (OWN.format(more="worlds = ['a']"), 8, '"words"'),
        (OWN.format(more="words = 'a'"), 8, "list of texts"),
        (OWN.format(more="captions = 1"), 8, "true or false"),
        (OWN.format(more="").replace('says = "We do not write this"', ""), 6, '"says" is missing'),
        (OWN.format(more="").replace("text-pattern", "text-patern"), 3, "no check"),
        (OWN.format(more="").replace("[params]", "applies = { license = 'CC-*' }\n[params]"), 6, "Known is: licence"),
    ],
)
def test_params_that_the_check_does_not_take_are_told(tmp_path: Path, text: str, line: int, said: str) -> None:
    path = own(tmp_path, text)
    with pytest.raises(RulebookError, match=said) as caught:
        registry.plan(rulebook((tmp_path / "ours",)))
    assert (caught.value.path, caught.value.line) == (path.as_posix(), line)


def test_the_shipped_rules_take_what_their_checks_know() -> None:
    assert registry.plan(rulebook()).scopes
