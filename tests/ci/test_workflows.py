# SPDX-License-Identifier: Apache-2.0
"""The actions, and the workflows that the manual tells people to copy, hold against zizmor in its strictest mode."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SHA = "0123456789abcdef0123456789abcdef01234567"
PAGE = ROOT / "docs/how-to/github-action.md"


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("zizmor")
    command = [str(program), "--offline", "--pedantic", "--no-progress", "--format", "plain", *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def workflows() -> list[str]:
    """Every whole workflow on the page, with revisions filled in; and the first one with the steps that are to be added."""
    blocks = re.findall(r"^```yaml\n(.*?)^```", PAGE.read_text("utf-8"), re.M | re.S)
    filled = [block.replace("@REVISION", f"@{SHA} # v1.0.0") for block in blocks]
    whole = [block for block in filled if block.startswith("name:")]
    added = next(block for block in filled if not block.startswith("name:"))
    return [*whole, whole[0].rstrip("\n") + "\n" + added]


def test_the_actions_pass() -> None:
    done = zizmor(ROOT / "action.yml", ROOT / "comment/action.yml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflows_of_the_manual_pass(tmp_path: Path) -> None:
    made = workflows()
    assert len(made) == 3
    for number, text in enumerate(made):
        steps = [step for job in yaml.safe_load(text)["jobs"].values() for step in job["steps"]]
        assert all("uses" in step for step in steps) and len(steps) == (2, 2, 3)[number]
        path = tmp_path / f".github/workflows/{number}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    done = zizmor(tmp_path)
    # A workflow_run trigger is what zizmor warns of in general; here it is the point: the job never sees the checkout.
    found = set(re.findall(r"^(?:error|warning|help|info)\[([\w-]+)\]", done.stdout, re.M))
    assert found <= {"dangerous-triggers"}, done.stdout + done.stderr
    assert "actions/checkout" not in made[1] and "pull_request_target" not in "".join(made)


@pytest.mark.parametrize("harm", ["pull_request_target", "unpinned", "template"])
def test_a_careless_action_would_be_told(tmp_path: Path, harm: str) -> None:
    shutil.copy(ROOT / "action.yml", tmp_path)
    path = tmp_path / "action.yml"
    text = path.read_text("utf-8")
    path.write_text(
        {
            "pull_request_target": text,
            "unpinned": re.sub(r"upload-sarif@\w+", "upload-sarif@v4", text),
            "template": text.replace("        EXIT_CODE: ${{", "        X: ${{").replace(
                'exit "${EXIT_CODE:-2}"', "exit ${{ inputs.paths }}"
            ),
        }[harm],
        "utf-8",
    )
    if harm == "pull_request_target":
        path = tmp_path / ".github/workflows/x.yml"
        path.parent.mkdir(parents=True)
        path.write_text(workflows()[0].replace("on: pull_request", "on: pull_request_target"), "utf-8")
    assert zizmor(path).returncode != 0
