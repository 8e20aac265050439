# SPDX-License-Identifier: Apache-2.0
"""The editors' report of 25,000 image uses on 10,000 pages: time to write, size, and how soon Chromium can use it.

Run: python benchmarks/report_html.py [OUT]. Two pictures in five have a finding. Exit 1 where a limit is missed.
"""

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))
from sample import sample

from licaudit.reports.html import write

WORDS = ["milan", "milan exemplar", "ferry", "school 17"]
FILTER = """(words) => words.map((w) => { const q = document.getElementById('q'); q.value = w;
  const t = performance.now(); q.dispatchEvent(new Event('input')); document.body.offsetHeight; return performance.now() - t; })"""


def big() -> dict:
    """25,000 uses on 10,000 pages."""
    report = sample(10_000, 3)
    report["uses"] = report["uses"][:25_000]
    known = {u["id"] for u in report["uses"]}
    report["findings"] = [f for f in report["findings"] if f["use"] in known]
    return report


def measure(folder: Path) -> dict[str, tuple[float, float]]:
    """Name → (measured, limit)."""
    report = big()
    start = time.perf_counter()
    write(report, folder, roots=(), thumbnails=False)
    out = {"written, s": (time.perf_counter() - start, 20.0)}
    whole = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
    out["all files, MB"] = (whole / 1e6, 40.0)
    import os
    import shutil

    browser = (
        os.environ.get("LICAUDIT_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    )
    if not browser:
        print("no Chromium: only writing was measured")
        return out
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        page = play.chromium.launch(executable_path=browser, args=["--no-sandbox"]).new_page()
        page.goto((folder / "index.html").as_uri())
        timing = "performance.timing.loadEventEnd - performance.timing.navigationStart"
        out["first screen, s"] = (page.evaluate(timing) / 1000, 1.0)
        page.wait_for_timeout(1500)
        out["slowest filter, ms"] = (max(page.evaluate(FILTER, WORDS)), 50.0)
    return out


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        results = measure(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(temporary))
    for name, (value, limit) in results.items():
        print(f"{name:40} {value:8.2f}   limit {limit:g}{'' if value <= limit else '   MISSED'}")
    sys.exit(any(value > limit for value, limit in results.values()))
