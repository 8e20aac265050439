# SPDX-License-Identifier: Apache-2.0
"""`licaudit init` looks at the site, says what it found, and writes a configuration that loads and holds what was found."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from licaudit import settings
from licaudit.cli import init
from licaudit.errors import UsageError

HEAD = '<html lang="{lang}"><head><meta name="generator" content="Hugo 0.140"><meta property="og:site_name" content="Harbour “Post” 🚢"><link rel="canonical" href="https://www.harbourpost.example/a"></head>'
PAGE = (
    HEAD
    + '<body><article><p>{text}</p><figure><img src="{src}" width="640" height="400"><figcaption>{caption}</figcaption></figure></article></body></html>'
)
TEXT = "The town has waited for the new ferry since spring, and on Monday it made its first crossing with two hundred people aboard. " * 3
CC = '<a href="https://creativecommons.org/licenses/{}/4.0/">CC {} 4.0</a>'


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    captions = ["Photo: Ada Sample/AFP", "Photo: Jo Muster/AFP", "Photo: Kim Sample/Reuters", "Photo: Ann via Unsplash"]
    captions += [f"Photo: Ada Sample, {CC.format(unit, unit.upper())}" for unit in ("by-nc", "by-sa", "by-sa")]
    (tmp_path / "public").mkdir()
    (tmp_path / "hugo.toml").write_text("", encoding="utf-8")
    for number, caption in enumerate(captions):
        page = PAGE.format(lang="de" if number == 1 else "en-GB", text=TEXT, src=f"{number}.jpg", caption=caption)
        (tmp_path / f"public/{number}.html").write_text(page, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(init.command, list(arguments), input=typed, catch_exceptions=False, standalone_mode=False)


def written(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "licaudit.toml").read_text(encoding="utf-8"))


def test_yes_writes_what_was_found_and_assumes_no_contract(site: Path) -> None:
    said = run("public", "--yes").output
    assert "7 pages, 7 pictures, 7 of them with a credit." in said
    assert "Under an open licence: 43 % of the pictures with a credit; under a non-commercial one: 14 %." in said
    assert "Built with: Hugo 0.140." in said
    assert "The pages' own addresses: harbourpost.example (7)." in said
    assert "Languages: en (6), de (1)." in said
    assert "CC-BY-SA-4.0 (2)" in said
    assert "Suppliers: AFP (2), Reuters (1)." in said
    assert "Next: licaudit scan public" in said
    data = written(site)
    assert data["site"] == {"name": "Harbour “Post” 🚢", "hosts": ["harbourpost.example"]}
    assert data["policy"] == {"name": "newsroom"}
    assert data["source-map"] == [{"preset": "hugo"}]
    assert "supplier" not in data
    text = (site / "licaudit.toml").read_text(encoding="utf-8")
    assert '# 2 pictures found\n# [[supplier]]\n# name = "AFP"' in text
    assert "Unsplash" not in text
    assert "pictures under such licences: 1" in text
    assert settings.load(["public"]).policy.site == "Harbour “Post” 🚢"


def test_comments_taken_away_give_a_configuration_too(site: Path) -> None:
    run("public", "--yes")
    path = site / "licaudit.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    bare = [line[2:] if line.startswith(("# [", "# name =", "# own =", "# law =", "# commercial =")) else line for line in lines]
    path.write_text("\n".join(bare), encoding="utf-8")
    loaded = settings.load(["public"]).policy
    assert [s.name for s in loaded.suppliers] == ["AFP", "Reuters"]
    assert (loaded.commercial, loaded.law, loaded.style.own) == (True, ("DE",), "Photo: {creator}/{site}")


def test_answers_are_written(site: Path) -> None:
    run("public", typed='The "Post"\nyes\nuniversity\nAFP, dpa\nAda Sample, Jo Muster\n')
    data = written(site)
    assert data["site"]["name"] == 'The "Post"'
    assert data["site"]["commercial"] is True
    assert data["policy"]["name"] == "university"
    assert [s["name"] for s in data["supplier"]] == ["AFP", "dpa"]
    assert data["staff"] == ["Ada Sample", "Jo Muster"]
    loaded = settings.load(["public"]).policy
    assert loaded.suppliers_declared
    assert loaded.staff == ("Ada Sample", "Jo Muster")


def test_an_empty_folder_gives_a_file_with_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "0 pages, 0 pictures" in run("--yes").output
    assert written(tmp_path) == {"site": {"name": tmp_path.name}, "policy": {"name": "newsroom"}}


def test_nothing_is_replaced_unasked_and_a_missing_folder_is_told(site: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        run("nowhere", "--yes")
    assert not (site / "licaudit.toml").exists()
    (site / "licaudit.toml").write_text("# mine\n", encoding="utf-8")
    with pytest.raises(UsageError, match="--force"):
        run("--yes")
    assert (site / "licaudit.toml").read_text(encoding="utf-8") == "# mine\n"
    run("public", "--yes", "--force")
    assert written(site)["policy"] == {"name": "newsroom"}


@pytest.mark.parametrize(
    ("change", "policy"),
    [
        ({}, "newsroom"),
        ({"suppliers": {}}, "blog"),
        ({"hosts": {"physics.example.edu": 1}}, "university"),
        ({"page_licences": {"x": 7}, "licences": {"CC-BY-4.0": 6}, "suppliers": {}}, "oer"),
        ({"suppliers": {}, "pictures": 900}, "newsroom"),
    ],
)
def test_the_policy_is_chosen_by_what_was_found(change: dict[str, Any], policy: str) -> None:
    from collections import Counter

    from licaudit.cli.survey import Survey

    found = Survey(pages=7, pictures=7, credited=7, suppliers=Counter({"AFP": 2}), licences=Counter({"CC-BY-4.0": 1}))
    for key, value in change.items():
        setattr(found, key, Counter(value) if isinstance(value, dict) else value)
    assert found.policy[0] == policy
