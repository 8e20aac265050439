# SPDX-License-Identifier: Apache-2.0
"""An ignore covers what it stands on and nothing else; a register or baseline is read, or it is said that it is not."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "The town has waited for the new ferry since spring, and on Monday it made its first crossing with two hundred people aboard. " * 3
FIGURE = '<figure{box}><img src="{src}" width="640" height="400"{img}><figcaption>Photo: Ada Sample, CC BY-SA 2.5</figcaption></figure>'
IGNORE = ' data-licaudit-ignore="licence-link-missing" data-licaudit-reason="contract 7"'


def statuses(folder: Path, figures: str) -> dict[str, str]:
    (folder / "a.html").write_text(f'<html lang="en"><body><article><p>{TEXT}</p>{figures}</article></body></html>', encoding="utf-8")
    done = scan(folder, "a.html", "--no-config", "--format", "json")
    return {f["image"]: f["status"] for f in json.loads(done.stdout)["findings"] if f["rule"] == "licence-link-missing"}


def scan(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", "-m", "licaudit", "scan", *arguments, "--no-report"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("box", "img"), [(IGNORE, ""), ("", IGNORE)])
def test_an_ignore_on_an_element_does_not_reach_the_pictures_around_it(tmp_path: Path, box: str, img: str) -> None:
    figures = FIGURE.format(src="before.jpg", box="", img="") + FIGURE.format(src="one.jpg", box=box, img=img)
    figures += FIGURE.format(src="two.jpg", box="", img="")
    assert statuses(tmp_path, figures) == {"before.jpg": "new", "one.jpg": "ignored", "two.jpg": "new"}


def test_an_ignore_on_a_parent_reaches_all_that_stands_in_it(tmp_path: Path) -> None:
    inner = FIGURE.format(src="one.jpg", box="", img="") + FIGURE.format(src="two.jpg", box="", img="")
    found = statuses(tmp_path, f"<div{IGNORE}>{inner}</div>" + FIGURE.format(src="after.jpg", box="", img=""))
    assert found == {"one.jpg": "ignored", "two.jpg": "ignored", "after.jpg": "new"}


def test_an_ignore_on_an_empty_box_covers_nothing(tmp_path: Path) -> None:
    assert statuses(tmp_path, f"<div{IGNORE}></div>" + FIGURE.format(src="one.jpg", box="", img="")) == {"one.jpg": "new"}


@pytest.mark.parametrize("name", ["licaudit.register.toml", ".licaudit-baseline.json"])
def test_a_broken_file_in_the_scanned_folder_is_never_passed_over(tmp_path: Path, name: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text("<p>x", encoding="utf-8")
    (tmp_path / "site" / name).write_text("nonsense = {", encoding="utf-8")
    done = scan(tmp_path, "site")
    assert done.returncode == 2
    assert name in done.stderr


def test_a_register_below_the_configuration_is_told_to_be_unread(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text("<p>x", encoding="utf-8")
    (tmp_path / "site" / "licaudit.register.toml").write_text("", encoding="utf-8")
    (tmp_path / "licaudit.toml").write_text("", encoding="utf-8")
    assert "licaudit.register.toml is not read" in scan(tmp_path, "site").stderr


def test_a_configuration_above_the_working_folder_counts(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text("<p>x", encoding="utf-8")
    (tmp_path / "licaudit.toml").write_text("nonsense = 1\n", encoding="utf-8")
    done = scan(tmp_path / "site", ".")
    assert done.returncode == 2
    assert "licaudit.toml:1" in done.stderr
