# SPDX-License-Identifier: Apache-2.0
"""Every machine format for each site in tests/sites is byte-compared with reports/samples. Renew: pytest --renew-samples tests/samples."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from licaudit.reports.registry import FORMATS
from licaudit.rulebook.load import rulebook

ROOT = Path(__file__).parents[2]
SITES = sorted(p.name for p in (ROOT / "tests/sites").iterdir() if p.is_dir() and not p.name.startswith("__"))
ENDINGS = {
    "full": "full.txt", "concise": "concise.txt", "grouped": "grouped.txt", "json": "report.json", "sarif": "licaudit.sarif", "junit": "junit.xml",
    "github": "github.txt", "gitlab": "gitlab.json", "rdjson": "rd.json", "csv": "report.csv", "markdown": "summary.md", "comment": "comment.md",
}  # fmt: skip


def earlier_revision(folder: Path) -> Path:
    """A repository whose last commit has another licaudit.toml than the files in it: the site of rules shows what a change of settings gives."""
    site = folder / "tests/sites/rules"
    shutil.copytree(ROOT / "tests/sites/rules", site)
    config = (site / "licaudit.toml").read_bytes()
    (site / "licaudit.toml").write_bytes(config + b"# A remark that the change under review takes out.\n")
    git = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "-A", "-f"], ["commit", "-q", "-m", "Before"]):
        subprocess.run([*git, *arguments], cwd=folder, check=True, capture_output=True)
    (site / "licaudit.toml").write_bytes(config)
    return folder


@pytest.mark.parametrize("site", SITES)
def test_samples(site: str, tmp_path: Path, renew_samples: bool) -> None:
    assert set(ENDINGS) == set(FORMATS)
    kept = ROOT / "reports/samples" / site
    target = kept if renew_samples else tmp_path
    config = ROOT / "tests/sites" / site / "licaudit.toml"
    settings = ["--config", str(config.relative_to(ROOT))] if config.is_file() else ["--no-config"]
    formats = [f"--format={name}:{target / ending}" for name, ending in ENDINGS.items()]
    command = [
        sys.executable,
        "-m",
        "licaudit",
        "scan",
        f"tests/sites/{site}",
        *settings,
        "--no-report",
        "--color=never",
        "--jobs=1",
        *formats,
    ]
    env = {k: v for k, v in os.environ.items() if not k.startswith(("LICAUDIT_", "GITHUB_"))}
    folder = ROOT
    if site == "rules":
        folder = earlier_revision(tmp_path / "checkout")
        command += ["--config-ref", "HEAD"]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1, 3), done.stderr
    assert "Traceback" not in done.stderr
    for ending in ENDINGS.values():
        assert (target / ending).read_bytes() == (kept / ending).read_bytes(), (
            f"{site}/{ending} differs: read the difference, then renew with --renew-samples"
        )


def test_the_site_of_rules_shows_every_rule() -> None:
    report = json.loads((ROOT / "reports/samples/rules/report.json").read_text(encoding="utf-8"))
    assert {finding["rule"] for finding in report["findings"]} == set(rulebook().rules)
