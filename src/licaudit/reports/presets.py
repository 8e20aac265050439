# SPDX-License-Identifier: Apache-2.0
"""How seven site generators name what they build, with their default settings."""

from typing import NamedTuple


class Pair(NamedTuple):
    """One `[[source-map]]` entry; both patterns are relative to the folder of the configuration.

    In `source`, `*` and `?` stand for what the built name does not tell (a
    date, a number), and `**` for folders; then only a single match counts.
    """

    built: str
    source: str


def _pages(out: str, source: str, *endings: str) -> tuple[Pair, ...]:
    """Both ways in which generators name a page: as a folder with an index, or as a file; and the start page."""
    pairs = [Pair(f"{out}/{{path}}/index.html", f"{source}/{{path}}{ending}") for ending in endings]
    pairs += [Pair(f"{out}/{{path}}.html", f"{source}/{{path}}{ending}") for ending in endings]
    return (*pairs, *(Pair(f"{out}/index.html", f"{source}{ending}") for ending in endings if ending.startswith("/")))


DAY = "{year}/{month}/{day}"
DATED = "????-??-??-{slug}"
_POST = "_posts/{year}-{month}-{day}-{slug}"

HUGO = (
    *_pages("public", "content", ".md", "/index.md", "/_index.md", ".html"),
    Pair("public/{lang}/{path}/index.html", "content/{path}.{lang}.md"),
    Pair("public/{lang}/{path}/index.html", "content/{path}/index.{lang}.md"),
)
JEKYLL = (
    *(
        Pair(f"_site/{before}{DAY}/{{slug}}{after}", f"{_POST}{ending}")
        for before in ("", "{path}/")
        for after in (".html", "/index.html")
        for ending in (".md", ".markdown", ".html")
    ),
    *_pages("_site", ".", ".md", "/index.md", ".markdown", "/index.markdown"),
    *(Pair(f"_site/{{collection}}/{{slug}}{after}", "_{collection}/{slug}.md") for after in (".html", "/index.html")),
    *(Pair(f"_site/{before}{{slug}}{after}", f"_posts/{DATED}.md") for before in ("", "{path}/") for after in (".html", "/index.html")),
)
ELEVENTY = tuple(
    pair
    for source in (".", "src", "content")
    for pair in (
        *_pages("_site", source, ".md", "/index.md", ".njk", "/index.njk", ".html", ".liquid"),
        Pair("_site/{path}/{slug}/index.html", f"{source}/{{path}}/{DATED}.md"),
        Pair("_site/{path}/{slug}/index.html", f"{source}/{{path}}/{{slug}}/{{slug}}.md"),
    )
)
MKDOCS = _pages("site", "docs", ".md", "/index.md", "/README.md")
PELICAN = (
    *_pages("output", "content", ".md", ".rst"),
    *(
        Pair(f"output/{before}{{slug}}.html", f"content/**/{name}{ending}")
        for before in ("", "{path}/")
        for name in ("{slug}", DATED)
        for ending in (".md", ".rst")
    ),
)
SPHINX = tuple(
    pair
    for out, source in (("_build", "."), ("docs/_build", "docs"), ("docs/build", "docs/source"), ("build", "source"))
    for builder in ("html", "dirhtml")
    for pair in _pages(f"{out}/{builder}", source, ".rst", "/index.rst", ".md", "/index.md", ".ipynb")
)
DOCUSAURUS = (
    *(
        Pair(f"build/{{blog}}/{DAY}/{{slug}}{after}", f"{{blog}}/{day}{ending}")
        for after in ("/index.html", ".html")
        for day in ("{year}-{month}-{day}-{slug}", f"{DAY}/{{slug}}", f"{DAY}-{{slug}}")
        for ending in (".md", ".mdx", "/index.md", "/index.mdx")
    ),
    *_pages("build", ".", ".md", ".mdx", "/index.md", "/index.mdx"),
    *_pages("build", "docs", ".md", ".mdx", "/index.md", "/index.mdx"),
    *_pages("build", "src/pages", ".md", ".mdx", "/index.md", "/index.mdx"),
    *(
        Pair(f"build/{{path}}/{{slug}}{after}", f"{{path}}/[0-9]*-{{slug}}{ending}")
        for after in ("/index.html", ".html")
        for ending in (".md", ".mdx")
    ),
)
PRESETS: dict[str, tuple[Pair, ...]] = {
    "hugo": HUGO,
    "jekyll": JEKYLL,
    "eleventy": ELEVENTY,
    "mkdocs": MKDOCS,
    "pelican": PELICAN,
    "sphinx": SPHINX,
    "docusaurus": DOCUSAURUS,
}
