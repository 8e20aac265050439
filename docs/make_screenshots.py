# SPDX-License-Identifier: Apache-2.0
"""Take the screenshots of the documentation. Run: python docs/make_screenshots.py [REPORT.json [ROOT]]; needs Chromium and playwright."""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from licaudit.reports.html import write

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs" / "images"


def main() -> None:
    """First screen (light, dark), a card, an article page, the German version, and a narrow one."""
    from playwright.sync_api import sync_playwright

    if len(sys.argv) > 1:
        report = json.loads(Path(sys.argv[1]).read_bytes())
    else:
        sys.path.insert(0, str(ROOT / "tests" / "browser"))
        from sample import sample

        report = sample()
    roots = (Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "tests" / "sites" / "demo",)
    browser_path = os.environ.get("LICAUDIT_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as play:
        english, german = Path(temporary, "en"), Path(temporary, "de")
        write(report, english, roots=roots)
        write(report, german, roots=roots, lang="de")
        browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])

        def shoot(name: str, path: Path, width: int = 1280, scheme: str = "light", part: str = "") -> None:
            context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
            page = context.new_page()
            page.goto(path.as_uri())
            page.wait_for_timeout(300)
            target = page.locator(part).first if part else page
            target.screenshot(path=OUT / f"{name}.png")
            context.close()

        article = sorted((english / "pages").iterdir())[0]
        shoot("first-screen", english / "index.html")
        shoot("first-screen-dark", english / "index.html", scheme="dark")
        shoot("card", article, part=".card")
        shoot("article", article)
        shoot("german", german / "index.html")
        shoot("narrow", english / "index.html", width=320)
        browser.close()


if __name__ == "__main__":
    main()
