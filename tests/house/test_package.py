# SPDX-License-Identifier: Apache-2.0
"""What is shipped is whole: licences of all files, the wheel with its rulebook, a quick and quiet start."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], cwd=cwd, capture_output=True, text=True, check=False)


def test_reuse_lint_passes() -> None:
    done = run("-m", "reuse", "lint")
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-500:]


def test_the_wheel_carries_every_rule_file(tmp_path: Path) -> None:
    done = run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path))
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    (wheel,) = tmp_path.glob("*.whl")
    shipped = {n.removeprefix("licaudit/_rules/") for n in zipfile.ZipFile(wheel).namelist() if n.startswith("licaudit/_rules/")}
    ours = {p.relative_to(ROOT / "rules").as_posix() for p in (ROOT / "rules").rglob("*") if p.is_file()}
    assert shipped == ours
    assert len(ours) > 60


@pytest.mark.parametrize("arguments", [["--help"], ["scan", "--help"], ["rules", "--help"]])
def test_start_up_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom licaudit.cli.main import main\n"
        "try:\n main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "print('HEAVY', sorted({'requests','bs4','PIL','jinja2','urllib3','pebble','turbohtml'} & set(sys.modules)))"
    )
    done = run("-c", code, *arguments)
    assert "HEAVY []" in done.stdout, done.stdout[-300:] + done.stderr[-2000:]


def test_nothing_names_a_machine_or_a_workplace() -> None:
    telltale = re.compile(r"/work/(?:main|shared|team|blind)|/root/|\.library/|farm-(?:studio|bench)")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    found = []
    for name in filter(None, listed):
        path = ROOT / name
        if path.suffix in (".png", ".jpg", ".webp", ".gif") or not path.is_file() or path == Path(__file__):
            continue
        if telltale.search(path.read_text(encoding="utf-8", errors="replace")):
            found.append(name)
    assert not found
