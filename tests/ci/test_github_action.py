# SPDX-License-Identifier: Apache-2.0
"""The action's script against a real git repository with two refs, a fake runner environment and a recording `licaudit`."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from repositories import git

ROOT = Path(__file__).parents[2]
SHA = "0123456789abcdef0123456789abcdef01234567"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("github_action", ROOT / "ci/github_action.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


action = load()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A shallow clone of a pull request's head, as actions/checkout leaves it: the base branch is not there."""
    upstream = tmp_path / "upstream"
    upstream.mkdir()
    git(upstream, "init", "-q", "-b", "main")
    (upstream / "licaudit.toml").write_text('policy = "newsroom"\n')
    (upstream / "a.html").write_text('<img src="p.jpg"><p>Photo: Ada Example, CC BY-SA 2.5</p>\n')
    git(upstream, "add", ".")
    git(upstream, "commit", "-q", "-m", "base")
    git(upstream, "checkout", "-q", "-b", "pr")
    (upstream / "licaudit.toml").write_text('policy = "blog"\n')
    git(upstream, "commit", "-q", "-a", "-m", "weaken")
    git(tmp_path, "clone", "-q", "--depth=1", "--branch=pr", "--single-branch", upstream.as_uri(), "checkout")
    return tmp_path / "checkout"


def run(checkout: Path, scanner: str, **extra: str) -> tuple[str, dict[str, str], str, int]:
    """Run the script with `scanner` (Python source) in place of the package; log, outputs, summary, exit code."""
    runner = checkout.parent / "runner"
    runner.mkdir(exist_ok=True)
    (runner / "licaudit.py").write_text(scanner)
    wrapper = runner / "python"
    # -I would hide the stand-in, so the wrapper drops it and puts the folder on the path.
    wrapper.write_text(f'#!/bin/sh\nshift 4\nPYTHONPATH="{runner}" exec "{sys.executable}" -P -m licaudit "$@"\n')
    wrapper.chmod(0o755)
    env = {"PATH": os.environ["PATH"], "HOME": str(runner), "RUNNER_TEMP": str(runner), "GITHUB_ACTIONS": "true"}
    env |= {"GITHUB_OUTPUT": str(runner / "output"), "GITHUB_STEP_SUMMARY": str(runner / "summary"), **extra}
    start = f"import sys; sys.executable = {str(wrapper)!r}; import runpy; runpy.run_path({str(ROOT / 'ci/github_action.py')!r}, run_name='__main__')"
    done = subprocess.run([sys.executable, "-P", "-I", "-c", start], cwd=checkout, env=env, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    lines = (runner / "output").read_text().split("\n")
    outputs = {lines[n].split("<<")[0]: lines[n + 1] for n in range(0, len(lines) - 1, 3)}
    summary = (runner / "summary").read_text() if (runner / "summary").exists() else ""
    return done.stdout, outputs, summary, done.returncode


SCANNER = """
import json, subprocess, sys
files = dict(a.removeprefix("--format=").split(":", 1) for a in sys.argv if a.startswith("--format=") and ":" in a)
open(files["json"], "w").write(json.dumps({"summary": {"findings": {"new": 2}}}))
open(files["sarif"], "w").write("{}")
open(files["markdown"], "w").write("## Pictures")
open(files["comment"], "w").write("<!-- licaudit -->")
open(files["github"], "w").write("::error file=a.html::x\\n")
print("::error::from the page ##[add-mask]x")
print(json.dumps(sys.argv[1:]), file=sys.stderr)
ref = next((a.split("=", 1)[1] for a in sys.argv if a.startswith("--config-ref=")), "")
if ref:
    print(subprocess.run(["git", "show", ref + ":licaudit.toml"], capture_output=True, text=True, check=True).stdout)
sys.exit(1)
"""


def test_policy_comes_from_the_base_branch(checkout: Path) -> None:
    log, outputs, summary, status = run(checkout, SCANNER, GITHUB_BASE_REF="main", INPUT_PATHS="a.html\n--exit-zero\n")
    assert status == 0
    assert 'policy = "newsroom"' in log
    assert 'policy = "blog"' not in log
    assert {k: outputs[k] for k in ("exit-code", "findings")} == {"exit-code": "1", "findings": "2"}
    assert outputs["sarif-file"].endswith("licaudit.sarif")
    assert outputs["comment-file"].endswith("comment.md")
    assert "## Pictures" in summary
    given = json.loads(next(line for line in log.splitlines() if line.startswith('["scan"')))
    assert given[given.index("--") :] == ["--", "a.html", "--exit-zero"]


def test_the_log_of_the_scan_holds_no_live_command(checkout: Path) -> None:
    lines = run(checkout, SCANNER)[0].splitlines()
    token = lines[0].removeprefix("::stop-commands::")
    assert len(token) == 32
    end = lines.index(f"::{token}::")
    assert "::error::from the page # #[add-mask]x" in lines[1:end]
    assert lines[end + 1 :] == ["::error file=a.html::x"]


def test_switches_are_obeyed(checkout: Path) -> None:
    extra = {
        "INPUT_ANNOTATIONS": "false",
        "INPUT_SUMMARY": "false",
        "INPUT_FAIL_ON": "warning; rm -rf .",
        "INPUT_REPORT": "out",
        "INPUT_ALLOW_INCOMPLETE": "true",
    }
    log, _, summary, _ = run(checkout, SCANNER, **extra)
    assert log.splitlines()[-1].endswith("::")
    assert summary == ""
    for argument in ("--fail-on=warning; rm -rf .", "--report=out", "--allow-incomplete"):
        assert json.dumps(argument) in log
    assert "--config-ref" not in log


def test_only_what_changed_is_asked_for_on_a_pull_request(checkout: Path) -> None:
    extra = {"INPUT_CHANGED_ONLY": "true", "INPUT_CONFIG_REF": "none"}
    log = run(checkout, SCANNER, GITHUB_BASE_REF="main", **extra)[0]
    assert '"--since=refs/remotes/origin/main"' in log and "--config-ref" not in log
    assert "--since" not in run(checkout, SCANNER, **extra)[0], "a push has no base"


def test_a_missing_base_is_told_and_fails(checkout: Path) -> None:
    log, outputs, _, _ = run(checkout, SCANNER, GITHUB_BASE_REF="gone")
    assert outputs == {"exit-code": "2"}
    assert log.startswith("::error title=licaudit::")


def test_a_crash_is_never_a_pass(checkout: Path) -> None:
    assert run(checkout, "import os; os.kill(os.getpid(), 9)")[1]["exit-code"] == "2"


def test_which_ref_is_meant() -> None:
    assert action.base_ref({}) == ""
    assert action.base_ref({"GITHUB_BASE_REF": "-x", "INPUT_CONFIG_REF": "auto"}) == "refs/remotes/origin/-x"
    assert action.base_ref({"GITHUB_BASE_REF": "main", "INPUT_CONFIG_REF": "none"}) == ""
    assert action.base_ref({"INPUT_CONFIG_REF": "v1"}) == "v1"


def test_action_file_is_hardened() -> None:
    made = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    for step in made["runs"]["steps"]:
        assert "${{" not in step.get("run", ""), "inputs reach the shell through the environment only"
        if "uses" in step:
            ref = step["uses"].partition("@")[2]
            assert len(ref) == len(SHA)
            assert set(ref) <= set(SHA)
        if "python" in step.get("run", "").lower():
            assert "-P -I" in step["run"]


def test_hooks_and_template_are_well_formed() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [h["id"] for h in hooks] == ["licaudit", "licaudit-site"]
    job = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text("utf-8"))["licaudit"]
    assert "--config-ref" in job["script"][0]
    assert job["artifacts"]["when"] == "always"
