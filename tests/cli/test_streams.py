# SPDX-License-Identifier: Apache-2.0
"""What goes to which stream, exit codes of rare cases, progress and interruption."""

import io
import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from licaudit import audit
from licaudit.checks import registry as checks
from licaudit.cli.progress import Bar
from licaudit.settings import load

PAGE = '<html lang="en"><body><article><p>{}</p><figure><img src="m.jpg" width="640" height="400">{}</figure></article></body></html>'
TEXT = "The town has waited for the new ferry since spring, and on Monday it made its first crossing with two hundred people aboard. " * 3
BAD = "<figcaption>Photo: Ada Sample, CC BY-SA 2.5</figcaption>"
COMMAND = [sys.executable, "-P", "-m", "licaudit", "scan"]


def run(folder: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS")}
    return subprocess.run([*COMMAND, *arguments], cwd=folder, capture_output=True, text=True, check=False, env=clean | env)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.html").write_text(PAGE.format(TEXT, BAD), "utf-8")
    return tmp_path


def test_standard_output_holds_findings_and_nothing_else(site: Path) -> None:
    done = run(site, "site", "--no-report")
    assert re.fullmatch(r"site/a\.html:1:\d+: error licence-link-missing [^\n]+\n", done.stdout)
    assert "1 image use on 1 page: 1 to fix now." in done.stderr
    assert json.loads(run(site, "site", "--no-report", "--format", "json").stdout)["schema"] == "licaudit-report/1"
    quiet = run(site, "site", "--no-report", "-q")
    assert (quiet.stdout, quiet.stderr) == (done.stdout, "")


def test_verbose_tells_what_was_in_force(site: Path) -> None:
    told = run(site, "site", "--no-report", "-v").stderr
    assert "Policy: newsroom." in told and "Time to read: " in told


def test_several_outputs_come_from_one_scan_and_a_failing_one_leaves_no_finding_unsaid(site: Path) -> None:
    done = run(
        site,
        "site",
        "--no-report",
        "--format",
        "sarif:out/x.sarif",
        "--format",
        "junit:out/x.xml",
        "--format",
        "csv:out/x.csv",
        "--format",
        "github",
    )
    assert done.returncode == 1
    assert sorted(p.name for p in (site / "out").iterdir()) == ["x.csv", "x.sarif", "x.xml"]
    assert done.stdout.startswith("::error file=site/a.html,line=1,")
    (site / "dir").mkdir()
    broken = run(site, "site", "--no-report", "--format", "sarif:dir")
    assert broken.returncode == 2 and "dir could not be written" in broken.stderr and list((site / "dir").iterdir()) == []


def test_an_article_without_picture_is_exit_3_unless_that_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Hello\n\nNo picture.\n")
    (tmp_path / "b.html").write_bytes("<p>Photo".encode("utf-16-le"))
    assert run(tmp_path, "a.md", "--no-report").returncode == 3
    assert run(tmp_path, "a.md", "--no-report", "--allow-empty").returncode == 0
    assert run(tmp_path, "a.md", "b.html", "--no-report", "--allow-empty").returncode == 3, "what cannot be read is another matter"


def test_a_report_of_ours_is_not_audited(site: Path) -> None:
    first = run(site, ".")
    assert (site / "reports/status.json").is_file()
    assert run(site, ".").stdout == first.stdout
    (site / "reports/status.json").unlink()
    (site / "reports/x.html").write_text(PAGE.format(TEXT, BAD), "utf-8")
    assert "reports/x.html" in run(site, ".", "--no-report").stdout


@pytest.mark.parametrize(
    ("arguments", "env", "coloured"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color=never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(site: Path, arguments: list[str], env: dict[str, str], coloured: bool) -> None:
    done = run(site, "site", "--no-report", "--format", "full:x.txt", "--format", "concise", *arguments, **env)
    assert ("\x1b[" in done.stdout) == coloured
    assert "\x1b" not in (site / "x.txt").read_text("utf-8"), "a file is no terminal"


@pytest.mark.parametrize("width", [80, 120])
def test_a_real_terminal_gets_full_in_colour_and_no_control_character_of_a_page(tmp_path: Path, width: int) -> None:
    name = "\x1b]0;owned\x07\u202ea.html"
    (tmp_path / name).write_text(PAGE.format(TEXT, "<figcaption>Photo: Ada\x9b31m\x1b[2J Sample\u2066, CC BY-SA 2.5</figcaption>"), "utf-8")
    main, side = pty.openpty()
    env = {**os.environ, "COLUMNS": str(width), "TERM": "xterm"}
    for name_of in ("NO_COLOR", "GITHUB_ACTIONS"):
        env.pop(name_of, None)
    with subprocess.Popen([*COMMAND, ".", "--no-report"], cwd=tmp_path, stdin=side, stdout=side, stderr=side, env=env) as process:
        os.close(side)
        data = b""
        end = time.monotonic() + 60
        while time.monotonic() < end and select.select([main], [], [], 60)[0]:
            try:
                part = os.read(main, 65536)
            except OSError:
                break
            if not part:
                break
            data += part
    os.close(main)
    assert process.returncode == 1
    out = data.decode("utf-8").replace("\r\n", "\n")
    assert "error[licence-link-missing]" in re.sub("\x1b\\[[0-9;]*m", "", out)
    plain = re.sub("\x1b\\[[0-9;]*[mK]|\r", "", out)
    assert all(c == "\n" or c.isprintable() for c in plain)
    assert "\\u{1b}]0;owned\\u{7}\\u{202e}a.html" in plain
    assert all(len(line) <= width for line in plain.splitlines() if " | " in line)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_a_line_for_each_tenth_and_only_of_long_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr("licaudit.cli.progress.time.monotonic", lambda: clock[0])
    for seconds, lines in ((0.001, 0), (0.05, 9)):
        stream = io.StringIO()
        monkeypatch.setattr(sys, "stderr", stream)
        clock[0] = 0.0
        with Bar() as bar:
            for count in range(1, 251):
                clock[0] += seconds
                bar("read", count, 250)
        assert len(stream.getvalue().splitlines()) == lines, stream.getvalue()
    assert stream.getvalue().splitlines()[-1] == "Reading: 100 % (250 of 250 documents)"
    assert bar.spent["read"] == pytest.approx(12.5)


def test_progress_on_a_terminal_is_a_bar_that_is_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr("licaudit.cli.progress.time.monotonic", lambda: clock[0])
    monkeypatch.setattr(sys, "stderr", stream := Terminal())
    with Bar() as bar:
        for count in range(1, 101):
            clock[0] += 0.05
            bar("judge", count, 100)
    drawn = stream.getvalue().split("\r")
    assert any(re.search(r"Judging  \[#{11,13}\.{11,13}\] (4[6-9]|5[0-4])/100", part) for part in drawn)
    assert drawn[-1] == "\x1b[K" and "\n" not in stream.getvalue()
    monkeypatch.setattr(sys, "stderr", silent := Terminal())
    with Bar(loud=False) as bar:
        clock[0] += 10
        bar("judge", 1, 1)
    assert silent.getvalue() == ""


def test_an_interrupt_gives_the_partial_result_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.html").write_text(PAGE.format(TEXT, BAD), "utf-8")
    (tmp_path / "m.jpg").write_bytes(b"\xff\xd8\xff\xd9")
    (tmp_path / "unused.jpg").write_bytes(b"\xff\xd8\xff\xd9")
    monkeypatch.chdir(tmp_path)
    real, calls = checks.run, []

    def stop(*arguments: object) -> object:
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(checks, "run", stop)
    result = audit.run(load(["."], {}))
    assert result.interrupted and result.messages == ("2 of 3 documents were not audited.",)
    assert [d.path for d in result.documents] == ["a.html"]
    assert {f.document for f in result.findings} == {"a.html"}, "nothing is said of what was not compared"
    monkeypatch.setattr(checks, "run", real)
    assert not audit.run(load(["."], {})).interrupted
