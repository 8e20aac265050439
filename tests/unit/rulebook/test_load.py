# SPDX-License-Identifier: Apache-2.0
"""The loader names file and line of what is wrong, and never trusts a cache that does not fit."""

from pathlib import Path

import pytest

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
