# SPDX-License-Identifier: Apache-2.0
"""What action.yml runs: one scan, then annotations, step summary and outputs.

Reads INPUT_* and the runner's environment; no value of it passes through a
shell. Everything the scan prints is logged while workflow commands are
switched off under a random token. The exit code goes to the output
`exit-code`; a later step fails the job, so that the upload comes first.
"""

import json
import os
import re
import secrets
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

SUMMARY_BYTES = 1_000_000
"""GitHub drops a step summary over 1 MiB."""


def base_ref(env: Mapping[str, str]) -> str:
    """The revision that policy is read from: on a pull request the base, which its author cannot change."""
    asked = env.get("INPUT_CONFIG_REF") or "auto"
    if asked == "none":
        return ""
    if asked != "auto":
        return asked
    base = env.get("GITHUB_BASE_REF") or ""
    return f"refs/remotes/origin/{base}" if base else ""


def fetch(ref: str, env: Mapping[str, str]) -> str:
    """Make sure that `ref` is here (a checkout of depth 1 lacks it); the problem in words, or ""."""
    git = ["git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"]
    known = [*git, "rev-parse", "--quiet", "--verify", "--end-of-options", f"{ref}^{{commit}}"]
    if subprocess.run(known, capture_output=True, check=False).returncode == 0:
        return ""
    branch = env.get("GITHUB_BASE_REF") or ""
    if ref == f"refs/remotes/origin/{branch}":
        spec = f"+refs/heads/{branch}:{ref}"
        subprocess.run(
            [*git, "fetch", "--quiet", "--depth=1", "--no-tags", "--end-of-options", "origin", spec], capture_output=True, check=False
        )
        if subprocess.run(known, capture_output=True, check=False).returncode == 0:
            return ""
    return f"the revision {ref!r} that the audit compares with is not in this checkout"


def arguments(env: Mapping[str, str], work: Path, ref: str) -> list[str]:
    """The arguments of `licaudit`. Paths come last, after `--`: none of them can be an option."""
    out = ["scan", "--color=never", f"--format=json:{work / 'licaudit.json'}", f"--format=sarif:{work / 'licaudit.sarif'}"]
    out += [f"--format=markdown:{work / 'licaudit.md'}", f"--format=github:{work / 'licaudit.commands'}", "--format=concise"]
    out.append(f"--format=comment:{work / 'comment.md'}")
    for name, option in (("FAIL_ON", "--fail-on"), ("POLICY", "--policy"), ("BASELINE", "--baseline")):
        if value := env.get(f"INPUT_{name}"):
            out.append(f"{option}={value}")
    out.append(f"--report={env['INPUT_REPORT']}" if env.get("INPUT_REPORT") else "--no-report")
    if ref:
        out.append(f"--config-ref={ref}")
    if env.get("INPUT_CHANGED_ONLY") == "true" and env.get("GITHUB_BASE_REF"):
        out.append(f"--since=refs/remotes/origin/{env['GITHUB_BASE_REF']}")
    if env.get("INPUT_ALLOW_INCOMPLETE") == "true":
        out.append("--allow-incomplete")
    paths = [line.strip() for line in (env.get("INPUT_PATHS") or ".").splitlines() if line.strip()]
    return [*out, "--", *paths]


def main() -> int:
    """Run the scan and hand its results to the runner. 0 unless nothing could be run at all; then 2."""
    env = os.environ
    work = Path(env["RUNNER_TEMP"]) / f"licaudit-{secrets.token_hex(8)}"
    work.mkdir(parents=True)
    ref = base_ref(env)
    since = (
        f"refs/remotes/origin/{env['GITHUB_BASE_REF']}" if env.get("INPUT_CHANGED_ONLY") == "true" and env.get("GITHUB_BASE_REF") else ""
    )
    for needed in dict.fromkeys(name for name in (ref, since) if name):
        if problem := fetch(needed, env):
            return _give(env, {"exit-code": "2"}, f"::error title=licaudit::{_data(problem)}")
    command = [sys.executable, "-P", "-I", "-m", "licaudit", *arguments(env, work, ref)]
    done = subprocess.run(command, capture_output=True, check=False)
    token = secrets.token_hex(16)
    log = (done.stdout + b"\n" + done.stderr).decode("utf-8", "replace")
    print(f"::stop-commands::{token}\n{_quiet(log.strip())}\n::{token}::", flush=True)
    commands, summary, sarif = (work / name for name in ("licaudit.commands", "licaudit.md", "licaudit.sarif"))
    if env.get("INPUT_ANNOTATIONS", "true") == "true" and commands.is_file():
        print(commands.read_text("utf-8"), end="", flush=True)
    if env.get("INPUT_SUMMARY", "true") == "true" and summary.is_file() and env.get("GITHUB_STEP_SUMMARY"):
        with Path(env["GITHUB_STEP_SUMMARY"]).open("ab") as file:
            file.write(summary.read_bytes()[:SUMMARY_BYTES] + b"\n")
    code = done.returncode if done.returncode in (0, 1, 2, 3) else 2
    values = {"exit-code": str(code), "findings": _findings(work / "licaudit.json")}
    for name, path in (("sarif-file", sarif), ("comment-file", work / "comment.md")):
        values[name] = str(path) if path.is_file() else ""
    return _give(env, values, "")


def _findings(report: Path) -> str:
    if not report.is_file():
        return ""
    return str(int(json.loads(report.read_bytes())["summary"]["findings"]["new"]))


def _give(env: Mapping[str, str], values: dict[str, str], line: str) -> int:
    """Write outputs with a random delimiter: no value can start another one."""
    if line:
        print(line, flush=True)
    with Path(env["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as file:
        for name, value in values.items():
            mark = f"licaudit_{secrets.token_hex(16)}"
            file.write(f"{name}<<{mark}\n{value}\n{mark}\n")
    return 0


def _data(text: str) -> str:
    return _quiet(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _quiet(text: str) -> str:
    """Break every `##[`, also where variation selectors stand in it: the runner's comparison ignores them."""
    return re.sub("#([\ufe00-\ufe0f]*)#(?=[\ufe00-\ufe0f]*\\[)", r"#\1 #", text)


if __name__ == "__main__":
    sys.exit(main())
