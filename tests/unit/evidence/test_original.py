# SPDX-License-Identifier: Apache-2.0
"""The original of a rendition: found beside it or among what the page offers, never guessed."""

from pathlib import Path

import pytest

from licaudit.evidence.original import originals


@pytest.mark.parametrize(
    ("shown", "others", "found"),
    [
        ("lake-800x600.jpg", ["lake.jpg"], ["lake.jpg"]),
        ("lake-scaled.jpg", ["lake.tiff"], ["lake.tiff"]),
        ("lake@2x.webp", ["lake.jpg", "lake.webp"], ["lake.webp", "lake.jpg"]),
        ("lake_640w.jpg", ["lake.jpg"], ["lake.jpg"]),
        ("lake-thumb.jpg", ["lake.jpg"], ["lake.jpg"]),
        ("lake.jpg", ["lake-800x600.jpg"], []),
        ("lake-2024.jpg", ["lake.jpg"], []),
        ("lake-800x600.jpg", ["pier.jpg"], []),
    ],
)
def test_by_name(tmp_path: Path, shown: str, others: list[str], found: list[str]) -> None:
    for name in (shown, *others):
        (tmp_path / name).write_bytes(b"x")
    assert [Path(one).name for one in originals(str(tmp_path / shown), ())] == found


def test_what_the_page_offers_counts_if_it_is_larger_and_of_the_same_name(tmp_path: Path) -> None:
    for name, size in (("a.webp", 10), ("a.jpg", 100), ("b.jpg", 100), ("a-1x1.png", 5)):
        (tmp_path / name).write_bytes(b"x" * size)
    offered = [str(tmp_path / name) for name in ("a.webp", "a.jpg", "b.jpg", "a-1x1.png")]
    assert [Path(one).name for one in originals(offered[0], offered)] == ["a.jpg"]


def test_a_file_that_is_gone_has_no_original(tmp_path: Path) -> None:
    assert list(originals(str(tmp_path / "x-800x600.jpg"), ())) == []
