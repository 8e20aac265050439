# SPDX-License-Identifier: Apache-2.0
"""The documentation site builds without a warning, and every command that a page shows does what the page says.

A fence ```console is run: lines after `$ ` are commands, the others what they
print (standard output, then standard error), where a line `…` stands for any
number of lines and `…` inside a line for any text. "Save this as `NAME`:"
before a fence makes the file. Commands in running text and in other fences
are only checked for their spelling: they must not be wrong use (exit 2).
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted(p for p in (ROOT / "docs").rglob("*.md") if "reference/" not in p.as_posix())]
FENCE = re.compile(r"(?P<before>[^\n]*\n)?(?:\n)?^(?P<mark>`{3,}|~{3,})(?P<kind>\w*)[^\n]*\n(?P<body>.*?)^(?P=mark)$", re.M | re.S)
SAVE = re.compile(r"[Ss]ave this as `([^`]+)`")
STAND_INS = {
    "PATH…": "site",
    "PATH": "site",
    "FOLDER": "site",
    "RULE": "title-missing",
    "LICENCE": "CC-BY-4.0",
    "TEXT": "'Photo: Ada Example, CC BY 4.0'",
}


def sandbox(folder: Path) -> None:
    """A small site under the names that the pages use."""
    for name in ("site", "content", "export"):
        shutil.copytree(ROOT / "tests/sites/demo/news", folder / name)
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    run(folder, "licaudit scan site")


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    words = shlex.split(command)
    assert words[0] == "licaudit", command
    env = {k: v for k, v in os.environ.items() if k not in ("GITHUB_ACTIONS", "FORCE_COLOR")} | {"COLUMNS": "100"}
    line = [sys.executable, "-P", "-m", "licaudit", *words[1:]]
    given = "\n" * 9 if words[1:2] == ["init"] else '{"id": "1", "markup": "Photo: Ada Example, CC BY 4.0"}\n'
    return subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False, env=env, input=given)


def matches(shown: list[str], printed: list[str]) -> bool:
    """Whether the lines shown describe the lines printed."""
    if not shown:
        return not printed
    if shown[0] == "…":
        return any(matches(shown[1:], printed[n:]) for n in range(len(printed) + 1))
    pattern = ".*".join(re.escape(part) for part in shown[0].split("…"))
    return bool(printed) and bool(re.fullmatch(pattern, printed[0].rstrip())) and matches(shown[1:], printed[1:])


def spelled(text: str, folder: Path) -> list[str]:
    """Every command in running text and in fences that are not run, with what stands for something put in."""
    found = re.findall(r"`(licaudit [^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.S))
    for fence in FENCE.finditer(text):
        if fence["kind"] in ("sh", "text", "yaml"):
            found += re.findall(r"^\s*(?:\$ )?(licaudit (?:scan|parse|explain|credit|fix|evidence)\b[^\n]*)", fence["body"], re.M)
    names = json.loads((folder / "reports/report.json").read_bytes())["findings"]
    stand_ins = {**STAND_INS, "FINGERPRINT": names[0]["fingerprint"]}
    pattern = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, stand_ins)) + r")(?![\w-])")
    return [pattern.sub(lambda m: stand_ins[m[1]], one) for one in found]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_shown_commands_print_what_is_shown(page: Path, tmp_path: Path) -> None:
    text = page.read_text("utf-8")
    if page.name == "README.md":
        sandbox(tmp_path)
    for fence in FENCE.finditer(text):
        before = text[max(0, fence.start() - 200) : fence.start("mark")]
        save = list(SAVE.finditer(before.rpartition("\n\n\n")[2]))
        if save and text[: fence.start("mark")].rstrip().endswith(":") and save[-1][1].partition("/")[0] != ".github":
            path = tmp_path / save[-1][1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(fence["body"], "utf-8")
        if fence["kind"] != "console" or "$ make" in fence["body"]:
            continue
        for command, shown in re.findall(r"^\$ ([^\n]+)\n((?:(?!\$ )[^\n]*\n)*)", fence["body"], re.M):
            done = run(tmp_path, command)
            printed = (done.stdout + done.stderr).splitlines()
            assert matches(shown.splitlines(), printed), f"{page.name}: $ {command}\nshown:\n{shown}\nprinted:\n" + "\n".join(printed)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_commands_in_running_text_are_right(page: Path, tmp_path: Path) -> None:
    sandbox(tmp_path)
    for command in spelled(page.read_text("utf-8"), tmp_path):
        done = run(tmp_path, command)
        assert done.returncode in (0, 1, 3), f"{page.name}: {command}: exit {done.returncode}: {done.stderr}"


def test_the_comparison_tells_what_differs() -> None:
    assert matches(["a", "…", "c"], ["a", "b", "b", "c"]) and matches(["a…d"], ["abcd"]) and matches(["…"], [])
    assert not matches(["a"], ["a", "b"]) and not matches(["a", "b"], ["a"]) and not matches(["x"], ["y"]) and not matches([], ["y"])


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "out")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "WARNING" not in done.stderr, done.stderr
    pages = [p.relative_to(ROOT / "docs").with_suffix(".html") for p in (ROOT / "docs").rglob("*.md")]
    assert [p for p in pages if not (tmp_path / "out" / p).is_file()] == []
    for page in (tmp_path / "out").rglob("*.html"):
        assert not re.search(r'<(?:script|link|img)[^>]+(?:src|href)="https?://', page.read_text("utf-8")), (
            f"{page.name} loads from elsewhere"
        )


@pytest.mark.parametrize("harm", ["[x](no-such-page.md)", "[x](tutorial.md#no-such-heading)", "[x](/absolute.md)"])
def test_the_build_would_tell_a_broken_link(tmp_path: Path, harm: str) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    with (tmp_path / "docs/index.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{harm}\n")
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 1
