# SPDX-License-Identifier: Apache-2.0
"""Open a page of a report and watch it: console, errors, refusals by its policy, requests that leave the disk."""

from pathlib import Path
from typing import Any

WATCH = "window.refused = []; document.addEventListener('securitypolicyviolation', (e) => window.refused.push(e.violatedDirective));"


def opened(chromium: Any, path: Path, *, width: int = 1280, height: int = 800, part: str = "", **options: Any) -> Any:
    """A page with `problems`: whatever should not be there. `part` is the fragment."""
    page = chromium.new_context(viewport={"width": width, "height": height}, **options).new_page()
    page.problems = []
    page.on("console", lambda m: page.problems.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: page.problems.append(str(e)))
    page.on("request", lambda r: None if r.url.startswith(("file:", "data:", "blob:")) else page.problems.append(r.url))
    page.add_init_script(WATCH)
    page.goto(path.as_uri() + part)
    return page


def kinds(report: Path) -> dict[str, Path]:
    """One page of each kind; the article is the longest there is."""
    found = {"index": report / "index.html", "credits": report / "credits.html"}
    for kind in ("pages", "images"):
        pages = sorted((report / kind).glob("*.html"), key=lambda p: (-p.stat().st_size, p.name)) if (report / kind).is_dir() else []
        if pages:
            found[kind] = pages[0]
    return {name: path for name, path in found.items() if path.is_file()}
