# SPDX-License-Identifier: Apache-2.0
"""Width and height without decoding, and what they tell of a crop."""

import io
from pathlib import Path

import pytest
from PIL import Image

from licaudit import audit, settings
from licaudit.evidence.dimensions import Size, cropped, size


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "WEBP"])
@pytest.mark.parametrize("wanted", [(640, 426), (33, 1000)])
def test_sizes_are_those_that_pillow_sees(tmp_path: Path, form: str, wanted: Size) -> None:
    path = tmp_path / "x"
    Image.new("RGB", wanted, "teal").save(path, form)
    assert size(str(path)) == wanted
    if form == "WEBP":
        Image.new("RGB", wanted, "teal").save(path, form, lossless=True)
        assert size(str(path)) == wanted
        Image.new("RGBA", wanted, (1, 2, 3, 4)).save(path, form, exif=b"Exif\0\0II*\0\x08\0\0\0\0\0")
        assert size(str(path)) == wanted


def test_broken_and_foreign_files_have_no_size(tmp_path: Path) -> None:
    whole = io.BytesIO()
    Image.new("RGB", (64, 64)).save(whole, "JPEG")
    path = tmp_path / "x"
    for raw in (
        b"",
        b"\xff\xd8",
        b"\xff\xd8\xff\xe0\x00",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"<svg/>",
        whole.getvalue()[:40],
    ):
        path.write_bytes(raw)
        assert size(str(path)) is None
    assert size(str(tmp_path / "none")) is None


@pytest.mark.parametrize(
    ("shown", "original", "hit"),
    [
        ((150, 150), (1600, 1066), True),
        ((640, 426), (1600, 1066), False),
        ((640, 427), (1600, 1066), False),
        ((426, 640), (1600, 1066), False),
        ((640, 360), (1600, 1066), True),
        ((16, 16), (1600, 1066), False),
    ],
)
def test_a_crop_changes_the_proportions(shown: Size, original: Size, hit: bool) -> None:
    assert cropped(shown, original) is hit


PAGE = (
    "# Boats\n\n"
    + "The boats went out early, and the harbour was quiet for an hour. " * 3
    + "\n\n![Boats](lake-640x360.jpg)\n\n*Photo: [“Boats”](https://example.org/b) by Ada Sample, [CC {0} {1}](https://creativecommons.org/licenses/{2}/{1}/){3}*\n"
)


@pytest.mark.parametrize(
    ("unit", "version", "said", "original", "rules"),
    [
        ("BY", "4.0", "", (1600, 1066), {"change-notice-missing": "warning"}),
        ("BY", "4.0", ", cropped", (1600, 1066), {}),
        ("BY", "4.0", "", (1280, 720), {}),
        ("BY", "3.0", "", (1600, 1066), {"change-notice-missing": "note"}),
        ("BY-ND", "4.0", "", (1600, 1066), {"change-notice-missing": "warning", "noderivatives-image-altered": "warning"}),
    ],
)
def test_a_crop_is_seen_where_the_original_lies_beside_it(
    tmp_path: Path, unit: str, version: str, said: str, original: Size, rules: dict[str, str]
) -> None:
    Image.new("RGB", (640, 360)).save(tmp_path / "lake-640x360.jpg")
    Image.new("RGB", original).save(tmp_path / "lake.jpg")
    (tmp_path / "a.md").write_text(PAGE.format(unit, version, unit.lower(), said), encoding="utf-8")
    found = audit.run(settings.load([str(tmp_path)], {"no_config": True})).findings
    assert {f.rule: f.severity for f in found} == rules
