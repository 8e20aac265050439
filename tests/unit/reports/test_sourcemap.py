# SPDX-License-Identifier: Apache-2.0
"""Built pages lead back to their source, and only to files that are there."""

from pathlib import Path

import pytest
from report_samples import audit, licence

from licaudit.errors import UsageError
from licaudit.model.policy import SourceMap as Entry
from licaudit.reports import json_v1, sourcemap
from licaudit.reports.sourcemap import PRESETS, Pair, SourceMap

CASES = [
    ("hugo", "public/news/solar/index.html", "content/news/solar.md"),
    ("hugo", "public/news/solar/index.html", "content/news/solar/index.md"),
    ("hugo", "public/index.html", "content/_index.md"),
    ("jekyll", "_site/2024/05/06/solar.html", "_posts/2024-05-06-solar.md"),
    ("jekyll", "_site/news/2024/05/06/solar.html", "_posts/2024-05-06-solar.md"),
    ("jekyll", "_site/about/index.html", "about.md"),
    ("eleventy", "_site/posts/solar/index.html", "src/posts/solar.md"),
    ("mkdocs", "site/guide/solar/index.html", "docs/guide/solar.md"),
    ("pelican", "output/solar.html", "content/solar.md"),
    ("sphinx", "docs/_build/html/a/solar.html", "docs/a/solar.rst"),
    ("docusaurus", "build/docs/solar/index.html", "docs/solar.mdx"),
    ("docusaurus", "build/blog/2024/05/06/solar/index.html", "blog/2024-05-06-solar.md"),
]


@pytest.mark.parametrize(("preset", "built", "source"), CASES)
def test_presets(tmp_path: Path, preset: str, built: str, source: str) -> None:
    mapped = SourceMap(PRESETS[preset], tmp_path)
    assert mapped.source_of(built) is None
    (tmp_path / source).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / source).write_text("x")
    assert mapped.source_of(built) == source
    assert mapped.source_of("elsewhere/" + built) is None


def test_a_page_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("x")
    (tmp_path / "in").mkdir()
    assert SourceMap((Pair("public/{path}.html", "{path}.md"),), tmp_path / "in").source_of("public/../secret.html") is None


@pytest.mark.parametrize(
    "pair",
    [Pair("a/{path}/{path}", "b"), Pair("a/{}", "b"), Pair("a/{path}", "b/{slug}"), Pair("a/{path}", "b/{path.x}"), Pair("a/{1}", "b")],
)
def test_patterns_that_cannot_work(pair: Pair) -> None:
    with pytest.raises(UsageError):
        SourceMap((pair,))


def test_findings_are_carried_and_the_built_place_stays(tmp_path: Path) -> None:
    (tmp_path / "solar.md").write_text("# Solar\n\n![x](/img/panel.jpg)\n")
    report = json_v1.to_report(audit("../img/panel.jpg?w=200"), licence)
    carried = sourcemap.carry(report, lambda page: "solar.md" if page == "site/news/solar.html" else None, tmp_path)
    first = carried["findings"][0]
    assert first["place"] == {"path": "solar.md", "line": 3, "column": 11, "start": 0, "end": 0}
    assert first["related"][0] == report["findings"][0]["place"]
    assert first["fingerprint"] == report["findings"][0]["fingerprint"]
    assert report["findings"][0]["place"]["path"] == "site/news/solar.html"
    assert sourcemap.carry(report, lambda page: None)["findings"] == report["findings"]


def test_settings_become_a_map(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    assert (
        sourcemap.from_settings((Entry(preset="hugo"), Entry(built="out/{path}.html", source="{path}.md")), tmp_path).source_of(
            "out/a.html"
        )
        == "a.md"
    )
    with pytest.raises(UsageError, match="hugo"):
        sourcemap.from_settings((Entry(preset="hugoo"),))
