# SPDX-License-Identifier: Apache-2.0
"""Built pages lead back to their source, and only to files that are there."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from report_samples import audit, licence

from licaudit.errors import ConfigError, UsageError
from licaudit.model.policy import SourceMap as Entry
from licaudit.reports import json_v1, sourcemap
from licaudit.reports.presets import PRESETS, Pair
from licaudit.reports.sourcemap import SourceMap

SITES = {
    "hugo": {
        "public/news/solar/index.html": "content/news/solar.md",
        "public/news/wind/index.html": "content/news/wind/index.md",
        "public/news/index.html": "content/news/_index.md",
        "public/index.html": "content/_index.md",
        "public/ugly.html": "content/ugly.md",
        "public/de/news/wasser/index.html": "content/news/wasser.de.md",
        "public/news/big-news/index.html": "content/news/Big News.md",
        "public/tags/index.html": None,
    },
    "jekyll": {
        "_site/2024/05/06/solar.html": "_posts/2024-05-06-solar.md",
        "_site/news/local/2024/05/07/wind/index.html": "_posts/2024-05-07-wind.markdown",
        "_site/news/water.html": "_posts/2024-05-08-water.md",
        "_site/about/index.html": "about.md",
        "_site/recipes/soup.html": "_recipes/soup.md",
        "_site/index.html": "index.md",
        "_site/feed/index.html": None,
    },
    "eleventy": {
        "_site/posts/solar/index.html": "src/posts/solar.md",
        "_site/posts/wind/index.html": "src/posts/2024-05-06-wind.md",
        "_site/blog/water/index.html": "content/blog/water/water.md",
        "_site/index.html": "src/index.njk",
        "_site/tags/x/index.html": None,
    },
    "mkdocs": {
        "site/guide/solar/index.html": "docs/guide/solar.md",
        "site/guide/index.html": "docs/guide/index.md",
        "site/wind.html": "docs/wind.md",
        "site/index.html": "docs/index.md",
        "site/search.html": None,
    },
    "pelican": {
        "output/solar.html": "content/solar.md",
        "output/wind.html": "content/news/wind.md",
        "output/water.html": "content/2024-05-06-water.rst",
        "output/pages/about.html": "content/pages/about.md",
        "output/tag/x.html": None,
    },
    "sphinx": {
        "docs/_build/html/a/solar.html": "docs/a/solar.rst",
        "docs/build/html/wind.html": "docs/source/wind.md",
        "_build/dirhtml/water/index.html": "water.rst",
        "_build/html/index.html": "index.rst",
        "_build/html/genindex.html": None,
    },
    "docusaurus": {
        "build/docs/solar/index.html": "docs/solar.mdx",
        "build/docs/wind.html": "docs/02-wind.md",
        "build/blog/2024/05/06/water/index.html": "blog/2024-05-06-water/index.md",
        "build/blog/2024/05/07/rain/index.html": "blog/2024-05-07-rain.md",
        "build/help/index.html": "src/pages/help.mdx",
        "build/404.html": None,
    },
}


@pytest.mark.parametrize("preset", SITES)
def test_each_preset_on_a_small_tree(tmp_path: Path, preset: str) -> None:
    sources = {built: source for built, source in SITES[preset].items() if source}
    mapped = SourceMap(PRESETS[preset], tmp_path)
    assert [mapped.source_of(built) for built in SITES[preset]] == [None] * len(SITES[preset]), "a source counts only if it is there"
    for source in sources.values():
        (tmp_path / source).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / source).write_text("x")
    mapped = SourceMap(PRESETS[preset], tmp_path)
    for built, source in SITES[preset].items():
        assert mapped.source_of(built) == source
        assert mapped.knows(built)
        assert mapped.source_of("elsewhere/" + built) is None
        assert not mapped.knows("elsewhere/" + built)


def test_every_preset_is_tried() -> None:
    assert set(SITES) == set(PRESETS)


def test_a_source_that_may_be_one_of_several_is_none(tmp_path: Path) -> None:
    for name in ("content/a/solar.md", "content/b/solar.md"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("x")
    assert SourceMap(PRESETS["pelican"], tmp_path).source_of("output/solar.html") is None


def test_a_page_cannot_lead_out_of_the_folder_nor_bring_wild_cards(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("x")
    inside = tmp_path / "in"
    (inside / "_posts").mkdir(parents=True)
    (inside / "_posts/2024-05-06-solar.md").write_text("x")
    assert SourceMap((Pair("public/{path}.html", "{path}.md"),), inside).source_of("public/../secret.html") is None
    assert SourceMap((Pair("public/{path}.html", "_posts/*-{path}.md"),), inside).source_of("public/so*.html") is None
    assert SourceMap((Pair("public/{path}.html", "_posts/*-{path}.md"),), inside).source_of("public/solar.html")


@pytest.mark.parametrize(
    "pair",
    [Pair("a/{path}/{path}", "b"), Pair("a/{}", "b"), Pair("a/{path}", "b/{slug}"), Pair("a/{path}", "b/{path.x}"), Pair("a/{1}", "b")],
)
def test_patterns_that_cannot_work(pair: Pair) -> None:
    with pytest.raises(UsageError):
        SourceMap((pair,))


SOURCE = '# Solär\n\n![x](/img/panel.jpg)\n\nText.\n\n![y](/img/panel.jpg "t") and\n'


def carried(tmp_path: Path, source: str, image: str, text: str = "short") -> dict[str, object]:
    (tmp_path / "content").mkdir(exist_ok=True)
    (tmp_path / "content/solar.md").write_text(source, "utf-8")
    report = json_v1.to_report(audit(image, "public/solar/index.html"), licence)
    for f in report["findings"]:
        f["quotes"] = [{"text": text, "label": "", "place": None}]
    made = sourcemap.carry(report, SourceMap(PRESETS["hugo"], tmp_path), tmp_path)["findings"][0]
    assert made["related"][0]["path"] == "public/solar/index.html"
    assert made["fingerprint"] == report["findings"][0]["fingerprint"]
    place = made["place"]
    data = source.encode()
    assert isinstance(place, dict)
    return {"line": place["line"], "column": place["column"], "text": data[place["start"] : place["end"]].decode()}


@pytest.mark.parametrize(
    ("image", "found"),
    [
        ("/img/panel.jpg", {"line": 3, "column": 1, "text": "![x](/img/panel.jpg)"}),
        ("../img/panel.jpg?w=200", {"line": 3, "column": 1, "text": "![x](/img/panel.jpg)"}),
        ("/solar/panel_hu8f3a9c_1200x0_resize_q75.jpg", {"line": 3, "column": 1, "text": "![x](/img/panel.jpg)"}),
        ("/assets/images/panel-0a1b2c3d4e5f.jpg", {"line": 3, "column": 1, "text": "![x](/img/panel.jpg)"}),
        ("/img/panel-640x480.webp", {"line": 3, "column": 1, "text": "![x](/img/panel.jpg)"}),
        ("/img/pan.jpg", {"line": 0, "column": 0, "text": ""}),
        ("/img/anel.jpg", {"line": 0, "column": 0, "text": ""}),
        ("data:image/gif;base64,xx", {"line": 0, "column": 0, "text": ""}),
    ],
)
def test_the_picture_is_found_in_its_source(tmp_path: Path, image: str, found: dict[str, object]) -> None:
    assert carried(tmp_path, SOURCE, image) == found


def test_a_credit_is_found_by_its_words(tmp_path: Path) -> None:
    found = carried(
        tmp_path, "x\n\nPhoto: **Ada Example**,\n[CC BY-SA 2.5](https://e.example)\n", "/img/a.jpg", "Photo: Ada Example, CC BY-SA 2.5"
    )
    assert (found["line"], found["column"]) == (3, 1)
    assert str(found["text"]).startswith("Photo: **Ada Example**")


def test_the_second_of_two_equal_pictures_is_the_second_in_the_source(tmp_path: Path) -> None:
    page = '<article><p>{0}</p><p><img src="/img/panel.jpg" width="600" height="400"></p><p>{0}</p><p><img src="/img/panel.jpg" width="600" height="400"></p></article>'
    (tmp_path / "content").mkdir()
    (tmp_path / "content/solar.md").write_text(SOURCE, "utf-8")
    (tmp_path / "public/solar").mkdir(parents=True)
    (tmp_path / "public/solar/index.html").write_text(page.format("The ferry made its first crossing on Monday. " * 9), "utf-8")
    (tmp_path / "public/tags").mkdir()
    (tmp_path / "public/tags/index.html").write_text(page.format("The harbour was full of people that day. " * 9), "utf-8")
    (tmp_path / "licaudit.toml").write_text('[[source-map]]\npreset = "hugo"\n', "utf-8")
    command = [sys.executable, "-P", "-m", "licaudit", "scan", "public", "--no-report", "--format", "sarif", "--format", "concise:out.txt"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    results = json.loads(done.stdout)["runs"][0]["results"]
    places = [r["locations"][0]["physicalLocation"] for r in results if r["ruleId"] == "credit-missing"]
    regions = [(p["artifactLocation"]["uri"], p["region"]["startLine"], p["region"].get("endColumn")) for p in places]
    assert [r for r in regions if r[0] == "content/solar.md"] == [("content/solar.md", 3, 21), ("content/solar.md", 7, 25)]
    assert [r[0] for r in regions].count("public/tags/index.html") == 2
    assert "no source file is found for 1 built page with findings, for example public/tags/index.html" in done.stderr
    lines = (tmp_path / "out.txt").read_text("utf-8").splitlines()
    assert any(line.startswith("content/solar.md:7:1: ") for line in lines)
    related = next(r for r in results if r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "content/solar.md")[
        "relatedLocations"
    ]
    assert related[0]["physicalLocation"]["artifactLocation"]["uri"] == "public/solar/index.html"
    assert related[0]["message"]["text"] == "built page"


def test_settings_become_a_map(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    entries = (Entry(preset="hugo"), Entry(built="out/{path}.html", source="{path}.md"))
    assert sourcemap.from_settings(entries, tmp_path).source_of("out/a.html") == "a.md"


@pytest.mark.parametrize(
    "block", ['preset = "hugoo"', 'built = "a/{path}"', "", 'preset = "hugo"\nbuilt = "a"\nsource = "b"', 'built = "{a}{a}"\nsource = "b"']
)
@pytest.mark.parametrize("formats", [[], ["--format", "json"], ["--format", "sarif"]])
def test_a_map_that_cannot_work_is_refused_whatever_is_printed(tmp_path: Path, block: str, formats: list[str]) -> None:
    (tmp_path / "a.html").write_text("<p>x")
    (tmp_path / "licaudit.toml").write_text(f"[site]\nname = 'x'\n\n[[source-map]]\n{block}\n")
    command = [sys.executable, "-P", "-m", "licaudit", "scan", "a.html", "--no-report", *formats]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "licaudit.toml:4: " in done.stderr
    if "hugoo" in block:
        assert "Did you mean 'hugo'?" in done.stderr


def test_an_entry_from_elsewhere_is_refused_too() -> None:
    with pytest.raises(ConfigError, match="hugo"):
        sourcemap.from_settings((Entry(preset="hugoo"),))
