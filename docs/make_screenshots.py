# SPDX-License-Identifier: Apache-2.0
"""Take the screenshots of the documentation from an audit of the sample site. Run: python docs/make_screenshots.py; needs Chromium and playwright."""

import os
import shutil
import tempfile
from pathlib import Path

from licaudit import audit
from licaudit.reports import json_v1
from licaudit.reports.html import write
from licaudit.reports.html.view import slug
from licaudit.settings import load

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs" / "images"
SITE = ROOT / "tests" / "sites" / "demo"
ARTICLE = "tests/sites/demo/news/solar-roofs.html"


def main() -> None:
    """First screen (light, dark, German, narrow), a card, an article page, ticked pictures, the credits page."""
    from playwright.sync_api import sync_playwright

    os.chdir(ROOT)
    settings = load([SITE.relative_to(ROOT).as_posix()], {"config_file": str(SITE / "licaudit.toml"), "jobs": 1})
    report = json_v1.to_report(audit.run(settings))
    browser_path = os.environ.get("LICAUDIT_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as play:
        english, german = Path(temporary, "en"), Path(temporary, "de")
        write(report, english, roots=(SITE,))
        write(report, german, roots=(SITE,), lang="de")
        browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])

        def shoot(name: str, path: Path, *, width: int = 1280, scheme: str = "light", part: str = "", do: str = "") -> None:
            context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce")
            page = context.new_page()
            page.goto(path.as_uri())
            if do:
                page.evaluate(do)
            page.wait_for_timeout(300)
            target = page.locator(part).first if part else page
            target.screenshot(path=OUT / f"{name}.png")
            context.close()

        article = f"pages/{slug(ARTICLE)}.html"
        tick = "document.querySelectorAll('.row input').forEach((box, n) => n < 3 && box.click()); document.getElementById('work').scrollIntoView()"
        shoot("first-screen", english / "index.html")
        shoot("first-screen-dark", english / "index.html", scheme="dark")
        shoot("card", english / article, part=".card")
        shoot("article", english / article)
        shoot("ticked", english / "index.html", do=tick)
        shoot("credits", english / "credits.html")
        shoot("german", german / "index.html")
        shoot("german-card", german / article, part=".card")
        shoot("narrow", english / "index.html", width=320)
        browser.close()


if __name__ == "__main__":
    main()
