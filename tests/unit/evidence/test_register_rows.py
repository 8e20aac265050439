# SPDX-License-Identifier: Apache-2.0
"""Rows of the register, from file to finding: how a picture is found, and what a grant covers."""

import hashlib
from pathlib import Path

import msgspec
import pytest

from licaudit import audit, settings

PAGE = "# Boats\n\n" + "The boats went out early, and the harbour was quiet for an hour. " * 3 + "\n\n![Boats](/img/lake.jpg)\n\n{below}\n"
PICTURE = b"\xff\xd8\xff\xfe\x00\x04ab\xff\xd9"
DIGEST = hashlib.sha256(PICTURE).hexdigest()
TODAY = "2026-06-15"


def rules(folder: Path, row: str, below: str = "*Photo: Ada Sample/AFP*", config: str = "") -> dict[str, str]:
    (folder / "site/img").mkdir(parents=True, exist_ok=True)
    (folder / "site/img/lake.jpg").write_bytes(PICTURE)
    (folder / "site/a.md").write_text(PAGE.format(below=below), encoding="utf-8")
    (folder / "licaudit.register.toml").write_text(f"[[picture]]\n{row}\n", encoding="utf-8")
    (folder / "licaudit.toml").write_text(f"no-suppliers = true\n{config}", encoding="utf-8")
    loaded = msgspec.structs.replace(settings.load([str(folder / "site")], {}), today=TODAY)
    return {f.rule: f.severity for f in audit.run(loaded).findings}


@pytest.mark.parametrize(
    ("naming", "found"),
    [
        ('path = "site/img/lake.jpg"', True),
        ('path = "site/img/*.jpg"', True),
        ('path = "lake.*"', True),
        ('path = ["x.jpg", "site/img/"]', True),
        (f'sha256 = "{DIGEST}"', True),
        ('path = "site/img/pier.jpg"', False),
        ('path = "img/*.png"', False),
        (f'sha256 = "{DIGEST[::-1]}"', False),
    ],
)
def test_how_a_row_finds_its_picture(tmp_path: Path, naming: str, found: bool) -> None:
    told = rules(tmp_path, f'{naming}\ngrant = "contract 7"')
    assert told == ({} if found else {"grant-missing": "error", "register-unmatched": "note"})


@pytest.mark.parametrize(
    ("term", "config", "rule"),
    [
        ("until = 2026-06-15", "", ""),
        ("until = 2026-06-14", "", "grant-expired"),
        ("from = 2026-06-15", "", ""),
        ("from = 2026-06-16", "", "grant-expired"),
        ("embargo = 2026-06-16", "", "grant-expired"),
        ("embargo = 2026-06-15", "", ""),
        ('channels = ["print"]', "", "grant-out-of-scope"),
        ('channels = ["print", "web"]', "", ""),
        ('channels = "print"', '[site]\nchannel = "print"\n', ""),
        ('channels = ["Web"]', "", ""),
        ('uses = ["Editorial"]', "", ""),
        ('uses = ["editorial"]', "", ""),
        ('uses = ["editorial"]', "[site]\nadvertising = true\n", "editorial-image-in-advertising"),
        ('uses = ["corporate"]', "[site]\nadvertising = true\n", "grant-out-of-scope"),
        ('uses = ["editorial"]', '[site]\nadvertising-pages = ["site/a.md"]\n', "editorial-image-in-advertising"),
        ('uses = ["advertising"]', "", "grant-out-of-scope"),
        ('territories = ["DE"]', "", ""),
        ('territories = ["DE"]', '[site]\nterritories = ["DE", "AT"]\n', "grant-out-of-scope"),
        ('territories = ["worldwide"]', '[site]\nterritories = ["DE", "AT"]\n', ""),
        ('pages = ["site/b.md"]', "", "grant-out-of-scope"),
        ('pages = ["site/*.md"]', "", ""),
    ],
)
def test_what_a_grant_covers(tmp_path: Path, term: str, config: str, rule: str) -> None:
    told = rules(tmp_path, f'path = "lake.jpg"\ngrant = "contract 7"\n{term}', config=config)
    assert told == ({rule: "error"} if rule else {})


def test_a_second_row_that_allows_the_use_puts_it_in_order(tmp_path: Path) -> None:
    both = 'path = "lake.jpg"\ngrant = "contract 6"\nuntil = 2020-01-01\n\n[[picture]]\npath = "lake.jpg"\ngrant = "contract 7"'
    assert rules(tmp_path, both) == {}


@pytest.mark.parametrize("below", ["Next.", "*Photo: Ada Sample*", "*Photo: Ada Sample/Harbour Post*"])
def test_own_pictures_need_neither_licence_nor_credit(tmp_path: Path, below: str) -> None:
    assert {rule for rule, level in rules(tmp_path, 'path = "lake.jpg"\nown = true', below).items() if level == "error"} == set()


@pytest.mark.parametrize(
    ("row", "below", "rule"),
    [
        ('licence = "CC-BY-4.0"\ncreator = "Ada Sample"', "Next.", "creator-missing"),
        ('licence = "CC0-1.0"\ncreator = "Ada Sample"', "Next.", ""),
        ('licence = "CC-BY-4.0"\ncreator = "Ada Sample"\ngrant = "letter of May"', "Next.", ""),
        ('creator = "Ada Sample"', "Next.", ""),
        ('reason = "quotation, see the note of the legal desk"', "*Photo: fair use*", ""),
    ],
)
def test_what_a_row_says_is_judged_like_a_credit(tmp_path: Path, row: str, below: str, rule: str) -> None:
    told = {name for name, level in rules(tmp_path, f'path = "lake.jpg"\n{row}', below).items() if level != "note"}
    assert told == ({rule} if rule else set())
