# SPDX-License-Identifier: Apache-2.0
"""The comment on a pull request: posted once, then replaced; never from a file that holds live markup. GitHub is a server on loopback."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from hostile import STRINGS
from licaudit.reports import json_v1, markdown
from unit.reports.report_samples import HOSTILE, audit, clean, licence

ROOT = Path(__file__).parents[2]
RUN = {"workflow_run": {"event": "pull_request", "head_branch": "fix", "head_sha": "abc", "head_repository": {"owner": {"login": "ada"}}}}


class GitHub:
    """What the fake server holds and was asked for."""

    def __init__(self) -> None:
        self.comments: list[dict[str, Any]] = [{"id": n, "user": {"type": "User"}, "body": "<!-- licaudit -->"} for n in range(1, 104)]
        self.asked: list[tuple[str, str]] = []
        self.redirect = False
        self.url = ""

    def answer(self, method: str, path: str, data: Any) -> tuple[int, Any]:
        self.asked.append((method, path))
        if self.redirect:
            return 302, {}
        if path.startswith("/repos/o/r/pulls?"):
            assert "head=ada%3Afix" in path
            return 200, [{"number": 6, "head": {"sha": "old"}}, {"number": 7, "head": {"sha": "abc"}}]
        if method == "GET":
            page = int(path.rpartition("page=")[2])
            return 200, self.comments[(page - 1) * 100 : page * 100]
        if method == "POST":
            assert path == "/repos/o/r/issues/7/comments"
            self.comments.append({"id": 999, "user": {"type": "Bot"}, "body": data["body"]})
            return 201, {}
        assert (method, path) == ("PATCH", "/repos/o/r/issues/comments/999")
        self.comments[-1]["body"] = data["body"]
        return 200, {}


@pytest.fixture
def github() -> Iterator[GitHub]:
    held = GitHub()

    class Handler(BaseHTTPRequestHandler):
        def respond(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            assert self.headers["Authorization"] == "Bearer t0ken"
            status, answer = held.answer(self.command, self.path, json.loads(self.rfile.read(size)) if size else None)
            self.send_response(status)
            if status == 302:
                self.send_header("Location", held.url + "/stolen")
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        do_GET = do_POST = do_PATCH = respond  # noqa: N815

        def log_message(self, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        held.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield held
        server.shutdown()
        thread.join()


def post(folder: Path, github: GitHub, text: str, event: dict[str, Any] = RUN) -> subprocess.CompletedProcess[str]:
    (folder / "comment.md").write_text(text, "utf-8")
    (folder / "event.json").write_text(json.dumps(event))
    env = {"PATH": os.environ["PATH"], "GITHUB_API_URL": github.url, "GITHUB_REPOSITORY": "o/r", "INPUT_TOKEN": "t0ken"}
    env |= {"INPUT_FILE": str(folder / "comment.md"), "GITHUB_EVENT_PATH": str(folder / "event.json")}
    command = [sys.executable, "-P", "-I", str(ROOT / "ci/github_comment.py")]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def made(text: str = "Photo: Ada Example, CC BY-SA 2.5") -> str:
    return markdown.comment(json_v1.to_report(audit(text), licence))


@pytest.mark.parametrize("event", [RUN, {"pull_request": {"number": 7}}])
def test_one_comment_is_posted_and_then_replaced(tmp_path: Path, github: GitHub, event: dict[str, Any]) -> None:
    assert post(tmp_path, github, made(), event).returncode == 0
    assert github.comments[-1]["body"] == made()
    assert post(tmp_path, github, made("Photo: Jo Muster, CC BY 3.0"), event).returncode == 0
    assert len(github.comments) == 104 and "Jo Muster" in github.comments[-1]["body"]


def test_a_clean_audit_starts_no_comment_and_ends_one(tmp_path: Path, github: GitHub) -> None:
    fine = markdown.comment(json_v1.to_report(clean(), licence))
    assert post(tmp_path, github, fine).returncode == 0 and len(github.comments) == 103
    post(tmp_path, github, made())
    post(tmp_path, github, fine)
    assert github.comments[-1]["body"] == fine


def test_every_comment_of_ours_is_inert(tmp_path: Path) -> None:
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("github_comment", ROOT / "ci/github_comment.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    for text in [*HOSTILE, *STRINGS]:
        (tmp_path / "c.md").write_text(made(text), "utf-8")
        assert module.body(str(tmp_path / "c.md")) == made(text)


@pytest.mark.parametrize(
    "text",
    ["hello", "<!-- licaudit -->\n<img src=x>", "<!-- licaudit -->\n[a](javascript:b)", "<!-- licaudit -->\n@everyone", "<!-- licaudit -->\nhttps://evil.example",
     "<!-- licaudit -->\n```\ncode\n```\n![x](y)", "<!-- licaudit -->\n```a`b\n<b>", "<!-- licaudit -->\n" + "x" * 65_536],
)  # fmt: skip
def test_a_foreign_comment_is_refused(tmp_path: Path, github: GitHub, text: str) -> None:
    done = post(tmp_path, github, text)
    assert done.returncode == 1 and done.stdout.startswith("::error title=licaudit::") and github.asked == []


def test_a_link_is_no_comment_and_a_redirect_no_answer(tmp_path: Path, github: GitHub) -> None:
    post(tmp_path, github, made())
    (tmp_path / "real").write_text(made(), "utf-8")
    (tmp_path / "comment.md").unlink()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    env = {"INPUT_FILE": str(tmp_path / "link"), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-P", "-I", str(ROOT / "ci/github_comment.py")]
    assert subprocess.run(command, env=env, capture_output=True, check=False).returncode == 1
    github.redirect, github.asked = True, []
    assert post(tmp_path, github, made()).returncode == 1
    assert len(github.asked) == 1, "the token follows no redirect"


def test_a_run_without_pull_request_is_told(tmp_path: Path, github: GitHub) -> None:
    other = {"workflow_run": {**RUN["workflow_run"], "head_sha": "other"}}
    assert "no open pull request" in post(tmp_path, github, made(), other).stdout


def test_the_action_passes_inputs_through_the_environment() -> None:
    action = yaml.safe_load((ROOT / "comment/action.yml").read_text("utf-8"))
    for step in action["runs"]["steps"]:
        assert "${{" not in step["run"] and "-P -I" in step["run"]
