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
def axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
