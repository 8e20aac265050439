# SPDX-License-Identifier: Apache-2.0
"""For each way of losing a picture: the bad picture is reported, or the document is incomplete and the exit code is 3."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BAD = '<figure><img src="bad.jpg" width="640" height="400"><figcaption>Photo: Ada Sample, CC BY-SA 5.0</figcaption></figure>'
TEXT = "<p>" + "The town has waited for the new ferry since spring. " * 6 + "</p>"


def page(before: str = "", after: str = "", bad: str = BAD) -> str:
    return f'<html lang="en"><body><article>{TEXT}{before}{bad}{after}</article></body></html>'


MODES: dict[str, tuple[str, bytes]] = {
    "300 boxes around it": ("a.html", page("<div>" * 300, "</div>" * 300).encode()),
    "3,000 boxes around it": ("a.html", page("<div>" * 3_000).encode()),
    "100,000 boxes around it": ("a.html", page("<div>" * 100_000).encode()),
    "UTF-16 without a mark": ("a.html", page().encode("utf-16-le")),
    "UTF-16 with a mark": ("a.html", page().encode("utf-16")),
    "UTF-8 with a mark": ("a.html", b"\xef\xbb\xbf" + page().encode()),
    "bytes that are no UTF-8": ("a.html", page("<p>\xe9\xe8</p>").encode("latin-1")),
    "utf-7 declared": ("a.html", page('<meta charset="utf-7">').encode()),
    "iso-2022-jp declared": ("a.html", page('<meta charset="iso-2022-jp">').encode()),
    "NUL in the text": ("a.html", page("\0").encode()),
    "a lone surrogate's bytes": ("a.html", page("\ud800").encode("utf-8", "surrogatepass")),
    "an unclosed comment far back": ("a.html", page("<!-- x --><p><b><i>").encode()),
    "100,000 comments": ("a.html", page("<!---->" * 100_000).encode()),
    "50,000 attributes": ("a.html", page("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x</p>").encode()),
    "20 quotes deep in Markdown": ("a.md", (">" * 20 + " " + BAD + "\n").encode()),
    "101 quotes deep in Markdown": ("a.md", (">" * 101 + " " + BAD + "\n").encode()),
    "front matter with aliases": ("a.md", b"---\na: &a [x]\nb: *a\n---\n\n" + BAD.encode()),
    "front matter nested too deeply": ("a.md", b"---\na: " + b"[" * 5_000 + b"\n---\n\n" + BAD.encode()),
    "front matter that is too long": ("a.md", b"---\na: " + b"x" * 300_000 + b"\n---\n\n" + BAD.encode()),
    "JSON-LD nested too deeply": ("a.html", page('<script type="application/ld+json">' + "[" * 100_000 + "</script>").encode()),
    "a caption of 5,000 characters": ("a.html", page(bad=BAD.replace("Photo:", "The ferry leaves. " * 280 + "Photo:")).encode()),
    "a long caption with the credit in front": (
        "a.html",
        page(bad=BAD.replace("</figcaption>", ". The ferry leaves." * 280 + "</figcaption>")).encode(),
    ),
    "a credit field of 5,000 characters": (
        "a.md",
        b"---\nimage: bad.jpg\nimage_credit: 'Photo: Ada Sample, CC BY-SA 5.0. " + b"It leaves. " * 450 + b"'\n---\n\nText.\n",
    ),
    "more than 20 MB": ("a.html", (page() + " " * (20 * 1024 * 1024)).encode()),
}


def outcome(folder: Path) -> tuple[int, bool, str]:
    command = [sys.executable, "-P", "-m", "licaudit", "scan", "site", "--no-report", "--no-config", "-q", "--format=json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    assert "Traceback" not in done.stderr
    report = json.loads(done.stdout)
    found = any(f["rule"] == "licence-nonexistent" for f in report["findings"])
    return done.returncode, found, report["documents"][0]["status"]


@pytest.mark.parametrize("mode", MODES)
def test_nothing_is_lost_in_silence(mode: str, tmp_path: Path) -> None:
    name, data = MODES[mode]
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / name).write_bytes(data)
    code, found, status = outcome(tmp_path)
    assert (code, found) == (1, True) or (status == "incomplete" and code in (1, 3)), (code, found, status)


def test_a_pipe_is_told_and_does_not_hang(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    os.mkfifo(tmp_path / "site" / "a.html")
    assert outcome(tmp_path) == (3, False, "incomplete")
