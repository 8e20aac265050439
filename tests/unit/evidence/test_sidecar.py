# SPDX-License-Identifier: Apache-2.0
"""REUSE.toml and `.license` files are sources of the register: what they say, how they rank, what is wrong with them."""

# REUSE-IgnoreStart
from pathlib import Path

import pytest

from licaudit import audit, settings
from licaudit.errors import RegisterError
from licaudit.evidence.sidecar import Sidecars, licence_file, parse
from licaudit.model.finding import Finding
from licaudit.model.policy import Settings
from licaudit.model.register import RegisterRow

PAGE = "# Boats\n\n" + "The boats went out early, and the harbour was quiet for an hour. " * 3 + "\n\n![Boats](img/lake.jpg)\n\n{below}\n"
PICTURE = b"\xff\xd8\xff\xd9"


def tree(folder: Path, **files: str) -> Path:
    (folder / "img").mkdir(parents=True, exist_ok=True)
    (folder / "img/lake.jpg").write_bytes(PICTURE)
    for name, text in files.items():
        path = folder / {"toml": "REUSE.toml", "inner": "img/REUSE.toml", "sidecar": "img/lake.jpg.license", "page": "a.md"}[name]
        path.write_text(text, encoding="utf-8")
    return folder


def rows(folder: Path) -> list[tuple[str, str, str, int]]:
    found = Sidecars(Settings(folder=str(folder), cwd=str(folder))).rows(str(folder / "img/lake.jpg"), str(folder))
    return [(row.licence, row.copyright, row.file, row.line) for row in found]


def annotation(path: str, licence: str, more: str = "") -> str:
    return f'[[annotations]]\npath = {path}\n{more}SPDX-FileCopyrightText = "2024 Ada Sample <ada@example.org>"\nSPDX-License-Identifier = "{licence}"\n'


def test_a_file_beside_the_picture_is_read(tmp_path: Path) -> None:
    tree(
        tmp_path,
        sidecar="Lake.\nSPDX-FileCopyrightText: 2024 Ada Sample\nSPDX-FileContributor: Ada Sample <a@b.c>\nSPDX-License-Identifier: CC-BY-4.0\n",
    )
    assert rows(tmp_path) == [("CC-BY-4.0", "2024 Ada Sample", "img/lake.jpg.license", 2)]


@pytest.mark.parametrize(
    ("path", "hit"),
    [
        ('"img/*.jpg"', True),
        ('["x", "**"]', True),
        ('"*.jpg"', False),
        ('"img/lake.jpg"', True),
        ('"img/\\\\*.jpg"', False),
        ('"**/lake.jpg"', True),
        ('"img"', False),
    ],
)
def test_paths_of_reuse_toml_mean_what_the_specification_says(tmp_path: Path, path: str, hit: bool) -> None:
    tree(tmp_path, toml="version = 1\n\n" + annotation(path, "CC-BY-4.0"))
    assert rows(tmp_path) == ([("CC-BY-4.0", "2024 Ada Sample", "REUSE.toml", 3)] if hit else [])


def test_the_last_annotation_of_a_file_counts(tmp_path: Path) -> None:
    tree(tmp_path, toml=annotation('"**"', "CC-BY-4.0") + annotation('"img/**"', "CC-BY-SA-4.0"))
    assert [row[0] for row in rows(tmp_path)] == ["CC-BY-SA-4.0"]


@pytest.mark.parametrize(
    ("outer", "inner", "sidecar", "expected"),
    [
        ("", "", "", ["CC-BY-3.0"]),
        ("", None, "", ["CC-BY-2.0"]),
        ("", "", "SPDX-License-Identifier: CC0-1.0", ["CC0-1.0"]),
        ('precedence = "override"\n', "", "SPDX-License-Identifier: CC0-1.0", ["CC-BY-2.0"]),
        ('precedence = "aggregate"\n', "", "SPDX-License-Identifier: CC0-1.0", ["CC0-1.0", "CC-BY-2.0"]),
    ],
)
def test_what_outweighs_what(tmp_path: Path, outer: str, inner: str | None, sidecar: str, expected: list[str]) -> None:
    tree(tmp_path, toml=annotation('"**"', "CC-BY-2.0", outer))
    if inner is not None:
        tree(tmp_path, inner=annotation('"lake.jpg"', "CC-BY-3.0", inner))
    if sidecar:
        tree(tmp_path, sidecar=sidecar)
    assert [row[0] for row in rows(tmp_path)] == expected


def test_nothing_outside_the_sites_folder_is_opened(tmp_path: Path) -> None:
    (tmp_path / "REUSE.toml").write_text(annotation('"**"', "CC-BY-4.0"), encoding="utf-8")
    assert rows(tree(tmp_path / "site")) == []
    (tmp_path / "elsewhere.license").write_text("SPDX-License-Identifier: CC0-1.0", encoding="utf-8")
    (tmp_path / "site/img/lake.jpg.license").symlink_to(tmp_path / "elsewhere.license")
    assert rows(tmp_path / "site") == []


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[[annotations]]\npath = 1\n", 2, "holds no texts"),
        ('version = 1\n[[annotations]]\nSPDX-License-Identifier = "MIT"\n', 2, "names no path"),
        ('[[annotations]]\npath = "a"\nprecedence = "nearest"\n', 3, "closest, aggregate, override"),
        ('annotations = "a"\n', 1, "list of tables"),
        ("[[annotations]\n", 1, "not valid TOML"),
        (f'[[annotations]]\npath = ["a", "{"x" * 3000}*"]\n', 2, "too long"),
    ],
)
def test_a_broken_reuse_toml_names_file_and_line(text: str, line: int, said: str) -> None:
    with pytest.raises(RegisterError, match=said) as caught:
        parse(text.encode(), "REUSE.toml")
    assert (caught.value.path, caught.value.line) == ("REUSE.toml", line)


def test_a_licence_file_that_is_no_text_names_file_and_line() -> None:
    with pytest.raises(RegisterError) as caught:
        licence_file(b"SPDX\n\xff\xfe", "a.jpg.license")
    assert (caught.value.path, caught.value.line) == ("a.jpg.license", 2)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Nothing about rights.\n", None),
        ("© 2020 Jo Muster\n", RegisterRow(copyright="© 2020 Jo Muster")),
        ("SPDX-License-Identifier: LicenseRef-House\nSPDX-License-Identifier: MIT", RegisterRow(licence="House AND MIT")),
    ],
)
def test_what_a_licence_file_may_say(text: str, row: RegisterRow | None) -> None:
    found = licence_file(text.encode(), "a.jpg.license")
    assert (found and (found.copyright, found.licence)) == (row and (row.copyright, row.licence))


def judged(folder: Path) -> list[Finding]:
    return audit.run(settings.load([str(folder)], {"no_config": True})).findings


def found(folder: Path) -> dict[str, str]:
    return {f.rule: f.severity for f in judged(folder)}


def test_a_recorded_picture_without_a_credit_is_no_picture_without_a_word(tmp_path: Path) -> None:
    tree(tmp_path, page=PAGE.format(below="Next."), toml=annotation('"**"', "MIT"))
    assert found(tmp_path) == {}


@pytest.mark.parametrize(
    ("files", "severity"),
    [
        ({"sidecar": "SPDX-FileCopyrightText: 2024 Ada\nSPDX-License-Identifier: CC-BY-SA-4.0"}, "warning"),
        ({"toml": annotation('"img/lake.jpg"', "CC-BY-SA-4.0")}, "warning"),
        ({"toml": annotation('"**"', "CC-BY-SA-4.0")}, "note"),
        ({"toml": annotation('"**"', "CC0-1.0")}, None),
    ],
)
def test_a_recorded_licence_that_demands_a_credit_is_told_by_how_sure_it_is(
    tmp_path: Path, files: dict[str, str], severity: str | None
) -> None:
    tree(tmp_path, page=PAGE.format(below="Next."), **files)
    assert found(tmp_path) == ({"creator-missing": severity} if severity else {})


def test_a_credit_in_order_stays_in_order(tmp_path: Path) -> None:
    credit = "*Photo: “Boats” by Ada Sample, [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)*"
    tree(tmp_path, page=PAGE.format(below=credit), toml=annotation('"**"', "CC-BY-4.0"))
    assert {rule for rule, level in found(tmp_path).items() if level != "note"} == set()


def test_a_broken_file_ends_the_run_before_anything_is_written(tmp_path: Path) -> None:
    tree(tmp_path, page=PAGE.format(below="Next."), toml="[[annotations]]\npath = 1\n")
    with pytest.raises(RegisterError, match=r"REUSE\.toml:2: "):
        judged(tmp_path)


def test_the_register_gives_the_credit_that_is_missing(tmp_path: Path) -> None:
    tree(tmp_path, page=PAGE.format(below="Next."))
    row = '[[picture]]\npath = "img/lake.jpg"\ncreator = "Ada Sample"\nlicence = "CC-BY-SA-3.0"\n'
    (tmp_path / "licaudit.register.toml").write_text(row, encoding="utf-8")
    (told,) = audit.run(settings.load([str(tmp_path)], {})).findings
    assert (told.rule, told.severity) == ("creator-missing", "error")
    assert told.fix is not None
    assert told.fix.text == "Photo: Ada Sample, CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/)"
    assert told.clause is not None
    assert told.clause.clause == "4(c)(i)"


def test_a_list_of_thousands_of_paths_is_no_burden(tmp_path: Path) -> None:
    names = ", ".join(f'"img/{number}-{"x" * 40}.jpg"' for number in range(3_000))
    tree(tmp_path, toml=annotation(f'[{names}, "img/lake.jpg"]', "CC-BY-4.0"))
    assert [row[0] for row in rows(tmp_path)] == ["CC-BY-4.0"]


# REUSE-IgnoreEnd
