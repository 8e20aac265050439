# SPDX-License-Identifier: Apache-2.0
"""A default scan opens no connection, and no file outside what it was given, what it is made of and what it writes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SPY = """
import json, os, sys
seen = {"socket": [], "open": [], "process": []}
def spy(event, details):
    if event.startswith("socket.") and event != "socket.__new__":
        seen["socket"].append(event)
    elif event == "socket.__new__":
        seen["socket"].append(event)
    elif event in ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system"):
        seen["process"].append(event)
    elif event == "open" and isinstance(details[0], (str, bytes)):
        seen["open"].append(os.path.realpath(os.fsdecode(details[0])))
sys.addaudithook(spy)
if "--self-test" in sys.argv:
    import socket
    socket.socket().close()
    open("/etc/hostname").close() if os.path.exists("/etc/hostname") else None
    print(json.dumps(seen)); sys.exit()
from licaudit.cli.main import main
try:
    main(["scan", "site", "--jobs=1", "-q", "--format=json:out.json"])
except SystemExit:
    pass
print(json.dumps(seen))
"""
PAGE = (
    '<article><p>{text}</p><figure><img src="{src}" width="640" height="400"><figcaption>Photo: Ada Sample</figcaption></figure></article>'
)
OUTSIDE = [
    "../secret.jpg",
    "/../secret.jpg",
    "%2e%2e/secret.jpg",
    "..%2fsecret.jpg",
    "link.jpg",
    "file:///{folder}/secret.jpg",
    "http://example.org/a.jpg",
]


def watched(folder: Path, *arguments: str) -> dict[str, list[str]]:
    done = subprocess.run([sys.executable, "-P", "-c", SPY, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.stdout.strip(), done.stderr[-2000:]
    seen: dict[str, list[str]] = json.loads(done.stdout.strip().splitlines()[-1])
    return seen


@pytest.fixture
def seen(tmp_path: Path) -> dict[str, list[str]]:
    (tmp_path / "site").mkdir()
    (tmp_path / "secret.jpg").write_bytes(b"\xff\xd8\xff\xe1secret")
    (tmp_path / "site" / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    for number, src in enumerate(OUTSIDE):
        words = PAGE.format(
            text="The town has waited for the new ferry since spring. " * 6, src=src.format(folder=str(tmp_path).lstrip("/"))
        )
        (tmp_path / "site" / f"{number}.html").write_text(words, encoding="utf-8")
    found = watched(tmp_path)
    assert len(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["documents"]) == len(OUTSIDE)
    return found


def test_no_socket_is_made_and_no_process_started(seen: dict[str, list[str]]) -> None:
    assert seen["socket"] == []
    assert seen["process"] == []


def test_no_page_makes_it_open_a_file_outside_the_scanned_folder(seen: dict[str, list[str]], tmp_path: Path) -> None:
    assert any(path.endswith("0.html") for path in seen["open"])
    assert str((tmp_path / "secret.jpg").resolve()) not in seen["open"]


def test_the_spy_would_see_a_socket(tmp_path: Path) -> None:
    assert watched(tmp_path, "--self-test")["socket"]
