# SPDX-License-Identifier: Apache-2.0
"""The register of pictures: what is wrong is told with file, line and remedy; what is right is read."""

from pathlib import Path

import pytest

from licaudit.errors import RegisterError
from licaudit.settings.register import read_register

HASH = "0123456789abcdef" * 4


def written(folder: Path, rows: str) -> Path:
    path = folder / "licaudit.register.toml"
    path.write_text(rows, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "line", "said"),
    [
        ('path = "a.jpg"\nsha256 = ["12ab"]\n', 3, "64 hex digits"),
        (f'path = "a.jpg"\nsha256 = ["{HASH.upper()}"]\n', 3, "small letters"),
        ('path = "a.jpg"\nlicence = "CC-BY-SA-5.0"\n', 3, "CC-BY-SA"),
        ('path = "a.jpg"\nlicence = "GFDL-1.2 OR CC-BY-9.0"\n', 3, "CC-BY-9.0"),
        ('path = "a.jpg"\nfrom = 2026-05-01\nuntil = 2026-01-01\n', 4, "before it begins"),
        ('creator = "Ada Example"\n', 1, "names no picture"),
    ],
)
def test_values_that_mean_nothing(tmp_path: Path, row: str, line: int, said: str) -> None:
    with pytest.raises(RegisterError) as told:
        read_register(written(tmp_path, f"[[picture]]\n{row}"))
    assert told.value.line == line
    assert said in str(told.value)


def test_what_is_right_is_read(tmp_path: Path) -> None:
    rows = f'[[picture]]\npath = "a.jpg"\nsha256 = ["{HASH}"]\nlicence = "GFDL-1.2 OR CC-BY-SA-3.0-DE"\nfrom = 2026-01-01\nuntil = 2026-01-01\n'
    (row,) = read_register(written(tmp_path, rows)).rows
    assert (row.pictures, row.sha256, row.starts, row.until) == (("a.jpg",), (HASH,), "2026-01-01", "2026-01-01")


@pytest.mark.parametrize("licence", ["CC0-1.0", "CC-BY-SA-2.5", "PD", "ARR", "CC-BY"])
def test_licences_that_are_known(tmp_path: Path, licence: str) -> None:
    (row,) = read_register(written(tmp_path, f'[[picture]]\npath = "a.jpg"\nlicence = "{licence}"\n')).rows
    assert row.licence == licence
