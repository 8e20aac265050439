# SPDX-License-Identifier: Apache-2.0
"""A real Chromium, and reports for it to open."""

import os
import shutil
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from sample import sample

from licaudit.reports.html import write

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "tests" / "sites" / "demo"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = os.environ.get("LICAUDIT_CHROMIUM") or next(filter(None, map(shutil.which, names)), "")
    if not path:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium: set LICAUDIT_CHROMIUM")
        pytest.skip("no Chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    write(sample(), folder, roots=(PICTURES,))
    return folder


@pytest.fixture(scope="session")
def scanned() -> dict[str, Any]:
    """The report of the site that shows every rule, as `scan` makes it."""
    from licaudit import audit
    from licaudit.reports import json_v1
    from licaudit.settings import load

    site = ROOT / "tests" / "sites" / "rules"
    return json_v1.to_report(audit.run(load([str(site)], {"config_file": str(site / "licaudit.toml"), "jobs": 1})))


@pytest.fixture(scope="session")
def german(scanned: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The German report of that site, compared with an earlier one that had other findings."""
    folder = tmp_path_factory.mktemp("german")
    earlier = {
        **scanned,
        "findings": [{**f, "fingerprint": f["fingerprint"] + "x" * (n % 9 == 0)} for n, f in enumerate(scanned["findings"])],
    }
    write(earlier, folder, roots=(), lang="de", thumbnails=False)
    write(scanned, folder, roots=(ROOT / "tests" / "sites" / "rules",), lang="de")
    return folder


@pytest.fixture(scope="session")
def axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
