# SPDX-License-Identifier: Apache-2.0
"""What comment/action.yml runs: post the comment of an audit on its pull request, or replace the one that is there.

The file may come out of an artifact that a stranger's pull request wrote, so
it is taken for hostile: it must be a regular file of the size GitHub takes,
begin with our mark, and hold nothing but inert text outside of code blocks.
The number of the pull request comes from GitHub's event, never from the file.
"""

import json
import os
import re
import stat
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from typing import Any

MARKER = "<!-- licaudit -->"
CHARACTERS = 65_536
PAGES = 20
LIVE = re.compile(r"(?<!\\)[<\[]|https?://|(?<![\w\\])@\w")
"""Tags, links, pictures, addresses and mentions; the audit writes all of these escaped or broken."""

Json = dict[str, Any]


class Refused(Exception):
    """The comment cannot be posted; the message says why."""


def body(path: str) -> str:
    """The comment's text. Raises Refused for a file that the audit cannot have written."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as problem:
        raise Refused(f"the comment cannot be opened ({problem.strerror})") from None
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Refused("the comment is not a regular file")
        raw = file.read(4 * CHARACTERS + 1)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("the comment is not UTF-8") from None
    if len(text) >= CHARACTERS or not text.startswith(MARKER + "\n"):
        raise Refused("the comment is too long, or not one of licaudit's")
    plain = outside_code(text.removeprefix(MARKER)).replace("<sub>", "").replace("</sub>", "")
    if live := LIVE.search(plain):
        raise Refused(f"the comment holds live markup ({live[0]!r}), which licaudit never writes")
    return text


def outside_code(text: str) -> str:
    """`text` without its fenced blocks; a block that is not closed runs to the end, as on GitHub."""
    out, fence = [], ""
    for line in text.split("\n"):
        mark = re.match(r" {0,3}(`{3,})", line)
        if fence:
            if mark and len(mark[1]) >= len(fence) and not line.strip().strip("`"):
                fence = ""
        elif mark and "`" not in line.strip().lstrip("`"):
            fence = mark[1]
        else:
            out.append(line)
    return "\n".join(out)


class Api:
    """The few calls to GitHub that are needed. Redirects are refused, for they would carry the token along."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.base = f"{env['GITHUB_API_URL']}/repos/{env['GITHUB_REPOSITORY']}"
        self.head = {"Authorization": f"Bearer {env['INPUT_TOKEN']}", "Accept": "application/vnd.github+json", "User-Agent": "licaudit"}
        self.opener = urllib.request.build_opener(NoRedirect)

    def __call__(self, method: str, path: str, data: Json | None = None) -> Any:
        """The answer's JSON. Raises Refused with the status."""
        raw = json.dumps(data).encode() if data is not None else None
        request = urllib.request.Request(self.base + path, data=raw, method=method, headers=self.head)
        try:
            with self.opener.open(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as problem:
            problem.close()
            raise Refused(f"GitHub answered {problem.code} to {method} {path.partition('?')[0]}") from None
        except (OSError, ValueError) as problem:
            raise Refused(f"GitHub could not be asked ({type(problem).__name__})") from None


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Every redirect becomes an error."""

    def redirect_request(self, *arguments: Any) -> None:
        """Follow none."""


def number(event: Json, api: Api) -> int:
    """The pull request that the event is about. Raises Refused where there is none."""
    if "pull_request" in event:
        return int(event["pull_request"]["number"])
    run = event.get("workflow_run") or {}
    owner, branch, sha = (run.get("head_repository") or {}).get("owner", {}).get("login"), run.get("head_branch"), run.get("head_sha")
    if run.get("event") == "pull_request" and owner and branch and sha:
        head = urllib.parse.quote(f"{owner}:{branch}", safe="")
        for found in api("GET", f"/pulls?state=open&per_page=100&head={head}"):
            if found["head"]["sha"] == sha:
                return int(found["number"])
    raise Refused("no open pull request belongs to this run")


def earlier(pull: int, api: Api) -> int | None:
    """Our comment on the pull request, or None."""
    for page in range(1, PAGES + 1):
        comments = api("GET", f"/issues/{pull}/comments?per_page=100&page={page}")
        for comment in comments:
            if comment["user"]["type"] == "Bot" and str(comment["body"]).startswith(MARKER):
                return int(comment["id"])
        if len(comments) < 100:
            break
    return None


def main() -> int:
    """Post or replace the comment. A clean audit starts no comment, it only replaces one."""
    env = os.environ
    try:
        text = body(env["INPUT_FILE"])
        with open(env["GITHUB_EVENT_PATH"], "rb") as file:
            event = json.load(file)
        api = Api(env)
        pull = number(event, api)
        known = earlier(pull, api)
        if known is not None:
            api("PATCH", f"/issues/comments/{known}", {"body": text})
        elif "\n### " in text or "\n**" in text:
            api("POST", f"/issues/{pull}/comments", {"body": text})
        print("comment " + ("replaced" if known is not None else "posted if there was anything to say"))
    except Refused as problem:
        print(f"::error title=licaudit::{str(problem).replace('%', '%25')}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
