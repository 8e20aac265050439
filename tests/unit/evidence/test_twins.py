# SPDX-License-Identifier: Apache-2.0
"""One picture under two names: known by its bytes, judged as one."""

from pathlib import Path

import pytest

from licaudit import audit, settings

PAGE = "# Boats\n\n" + "The boats went out early, and the harbour was quiet for an hour. " * 3 + "\n\n![Boats]({})\n\n{}\n"
ONE, OTHER = b"\xff\xd8" + b"a" * 900, b"\xff\xd8" + b"b" * 900
ADA, JO = "*Photo: Ada Sample/AFP*", "*Photo: Jo Muster/AFP*"


def judged(folder: Path, second: bytes, credit: str) -> dict[str, str]:
    for name, picture, raw, words in (("one", "lake.jpg", ONE, ADA), ("two", "boats.jpg", second, credit)):
        (folder / name).mkdir()
        (folder / name / picture).write_bytes(raw)
        (folder / name / "a.md").write_text(PAGE.format(picture, words), encoding="utf-8")
    found = audit.run(settings.load([str(folder)], {"no_config": True})).findings
    return {f.rule: Path(f.document).parent.name for f in found if f.rule not in ("grant-missing", "licence-missing")}


@pytest.mark.parametrize(
    ("second", "credit", "rule"),
    [
        (ONE, JO, "same-image-credited-differently"),
        (ONE, "They came home.", "credit-known-elsewhere"),
        (ONE, ADA, ""),
        (OTHER, JO, ""),
        (OTHER, "They came home.", "credit-missing"),
    ],
)
def test_pictures_with_the_same_bytes_are_one(tmp_path: Path, second: bytes, credit: str, rule: str) -> None:
    assert list(judged(tmp_path, second, credit)) == ([rule] if rule else [])


def test_spacers_are_no_twins(tmp_path: Path) -> None:
    for name, words in (("one", ADA), ("two", JO)):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.gif").write_bytes(b"GIF89a" + b"\0" * 30)
        (tmp_path / name / "a.md").write_text(PAGE.format(f"{name}.gif", words), encoding="utf-8")
    found = {f.rule for f in audit.run(settings.load([str(tmp_path)], {"no_config": True})).findings}
    assert "same-image-credited-differently" not in found
