# SPDX-License-Identifier: Apache-2.0
"""`licaudit fix`: what it writes, what it leaves alone, and that nothing else moves."""

import itertools
import json
import os
import random
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from hostile import STRINGS
from licaudit import audit
from licaudit.fixes import MENDED
from licaudit.fixes.plan import FilePlan, plan, spliced
from licaudit.fixes.splice import alone, apply
from licaudit.fixes.verify import Judge
from licaudit.model.finding import Finding
from licaudit.model.page import Document
from licaudit.rulebook.load import rulebook
from licaudit.settings import load

TEXT = "The town has waited for the new ferry since spring, and on Monday it made its first crossing with two hundred people aboard. " * 3
HTML = '<html lang="en"><body><article><p>{text}</p>\n<figure><img src="m.jpg" width="640" height="400">\n<figcaption>{credit}</figcaption></figure>\n</article></body></html>'
MARKDOWN = "# Ferry\n\n{text}\n\n![The ferry](m.jpg)\n\n{credit}\n\nThe end.\n"
PLAIN = "{text}\n\n{credit}\n"
URL = "https://creativecommons.org/licenses/by-sa/2.5/"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> list[Finding]:
    return [f for f in audit.run(load(list(paths), {"no_config": True})).findings if f.rule in MENDED and f.status == "new"]


def planned(name: str, data: bytes) -> FilePlan:
    Path(name).write_bytes(data)
    form = {".html": "html", ".md": "markdown", ".mdx": "markdown", ".txt": "text"}[Path(name).suffix]
    document = Document(name, data, form, root=os.getcwd(), file=os.path.abspath(name))  # type: ignore[arg-type]  # noqa: PTH109
    return plan(document, found(name), Judge(load([name], {"no_config": True}), rulebook()))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-P", "-m", "licaudit", "fix", *arguments], capture_output=True, text=True, check=False)


def untouched(made: FilePlan) -> None:
    """Every byte outside of the edits is as it was."""
    before, last, out = made.document.data, 0, 0
    for edit in sorted(made.edits):
        assert made.result[out : out + edit.start - last] == before[last : edit.start]
        out += edit.start - last + len(edit.new)
        last = edit.end
    assert made.result[out:] == before[last:]


@pytest.mark.parametrize(
    ("name", "page", "credit", "after"),
    [
        ("a.html", HTML, "A boat. Photo: Ada Sample, CC BY-SA 2.5", f'A boat. Photo: Ada Sample, <a href="{URL}" rel="license">CC BY-SA 2.5</a>'),
        ("a.html", HTML, "Photo: <b>Ada</b> Sample / CC&nbsp;BY-SA\n 2.5", f'Photo: <b>Ada</b> Sample / <a href="{URL}" rel="license">CC&nbsp;BY-SA\n 2.5</a>'),
        ("a.md", MARKDOWN, "Photo: Ada Sample, CC BY-SA 2.5", f"Photo: Ada Sample, [CC BY-SA 2.5]({URL})"),
        ("a.md", MARKDOWN, "*Photo: Ada Sample, CC BY-SA 2.5*", f"*Photo: Ada Sample, [CC BY-SA 2.5]({URL})*"),
        ("a.txt", PLAIN, "Image by Ada Sample, licensed under CC BY-SA 2.5.", f"Image by Ada Sample, licensed under CC BY-SA 2.5 ({URL})."),
        ("a.html", HTML, 'Photo: Ada Sample, <a href="http://creativecommons.org/licenses/by-sa/2.5">CC BY-SA 2.5</a>', f'Photo: Ada Sample, <a href="{URL}">CC BY-SA 2.5</a>'),
        ("a.md", MARKDOWN, "Photo: Ada Sample, [CC BY-SA 2.5](http://creativecommons.org/licenses/by-sa/2.5)", f"Photo: Ada Sample, [CC BY-SA 2.5]({URL})"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_what_is_written(here: Path, name: str, page: str, credit: str, after: str, ending: str, mark: bytes) -> None:
    before, wanted = (mark + page.format(text=TEXT, credit=c).replace("\n", ending).encode() for c in (credit, after))
    made = planned(name, before)
    assert (made.result, made.refused) == (wanted, ())
    assert apply(made) == "" and Path(name).read_bytes() == wanted
    assert found(name) == [], "the finding is gone"
    again = planned(name, wanted)
    assert again.edits == (), "a second run does nothing"


@pytest.mark.parametrize(
    ("name", "page", "credit", "reason"),
    [
        ("a.html", HTML, 'Photo: <a href="https://e.example/x">Ada Sample, CC BY-SA 2.5</a>', "inside a link"),
        ("a.html", HTML, "Photo: Ada Sample, CC <b>BY-SA</b> 2.5", "broken up by markup"),
        ("a.html", HTML, "Photo: {{ name }}, Ada Sample, CC BY-SA 2.5", "template"),
        ("a.html", HTML, "Photo: <?= $x ?>Ada Sample, CC BY-SA 2.5", "template"),
        ("a.md", MARKDOWN, "Photo: [Ada Sample, CC BY-SA 2.5](https://e.example/x)", "inside a link"),
        ("a.md", "{text}\n\n![x](m.jpg \"Photo: Ada Sample, CC BY-SA 2.5\")\n", "", "title"),
        ("a.md", "---\nimage: m.jpg\nimage_credit: 'Photo: Ada Sample, CC BY-SA 2.5'\n---\n\n{text}\n", "", "front-matter"),
        ("a.md", "{text}\n\n{{{{< figure src=\"m.jpg\" attr=\"Photo: Ada Sample, CC BY-SA 2.5\" >}}}}\n", "", "shortcode"),
    ],
)  # fmt: skip
def test_what_is_left_to_a_person(here: Path, name: str, page: str, credit: str, reason: str) -> None:
    made = planned(name, page.format(text=TEXT, credit=credit).encode())
    assert made.edits == () and made.result == made.document.data
    assert all(reason in r.reason for r in made.refused), made.refused
    assert made.refused or "link" in reason, "whether a name inside a link to elsewhere counts as linked is for the rules to say"


def test_an_accepted_finding_and_a_good_credit_are_left_alone(here: Path) -> None:
    Path("a.html").write_text(HTML.format(text=TEXT, credit=f'Photo: Ada Sample, <a href="{URL}">CC BY-SA 2.5</a>'))
    ignored = HTML.format(text=TEXT, credit="Photo: Ada Sample, CC BY-SA 2.5").replace(
        "<figure>", "<!-- licaudit: ignore[licence-link-missing] -- ours --><figure>"
    )
    Path("b.html").write_text(ignored)
    done = run(".", "--apply")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Nothing is to be mended.\n")
    assert Path("b.html").read_text() == ignored


def test_nothing_is_written_without_apply_and_the_diff_tells_all(here: Path) -> None:
    page = HTML.format(text=TEXT, credit="Photo: Ada \u202e\x1b[2JSample, CC BY-SA 2.5")
    Path("a.html").write_text(page)
    os.chmod("a.html", 0o640)  # noqa: PTH101
    done = run("a.html", "--no-config")
    assert done.returncode == 1 and Path("a.html").read_text() == page
    assert f'+<figcaption>Photo: Ada \\u{{202e}}\\u{{1b}}[2JSample, <a href="{URL}" rel="license">CC BY-SA 2.5</a>' in done.stdout
    assert "\x1b" not in done.stdout and "Could be mended: 1 finding in 1 file." in done.stderr
    assert run("a.html", "--no-config", "--apply").returncode == 0
    assert Path("a.html").read_text() == page.replace("CC BY-SA 2.5", f'<a href="{URL}" rel="license">CC BY-SA 2.5</a>')
    assert stat.S_IMODE(Path("a.html").stat().st_mode) == 0o640 and [p.name for p in here.iterdir()] == ["a.html"]
    assert run("a.html", "--no-config", "--apply").stderr == "Nothing is to be mended.\n"


def test_files_that_are_not_edited_at_all(here: Path) -> None:
    page = HTML.format(text=TEXT, credit="Photo: Zoë Sample, CC BY-SA 2.5")
    Path("latin.html").write_bytes(page.replace("<html", '<meta charset="windows-1252"><html').encode("cp1252"))
    Path("one.html").write_text(page)
    os.link("one.html", "two.html")
    (here / "out").mkdir()
    (here / "out/real.html").write_text(page)
    (here / "in").mkdir()
    (here / "in/link.html").symlink_to(here / "out/real.html")
    kept = {p: p.read_bytes() for p in here.rglob("*.html")}
    done = run("latin.html", "one.html", "in", "--no-config", "--apply")
    assert done.returncode == 3, done.stderr
    assert "latin.html: is not UTF-8" in done.stderr and "hard links" in done.stderr
    assert {p: p.read_bytes() for p in here.rglob("*.html")} == kept


def test_a_built_page_is_mended_at_its_source(here: Path) -> None:
    (here / "public/ferry").mkdir(parents=True)
    (here / "content").mkdir()
    Path("content/ferry.md").write_text("x")
    Path("licaudit.toml").write_text('[[source-map]]\npreset = "hugo"\n')
    Path("public/ferry/index.html").write_text(HTML.format(text=TEXT, credit="Photo: Ada Sample, CC BY-SA 2.5"))
    done = run("public", "--apply")
    assert "public/ferry/index.html: is built from content/ferry.md: mend it there" in done.stderr
    assert URL not in Path("public/ferry/index.html").read_text()


def test_a_file_that_changed_meanwhile_is_not_touched(here: Path) -> None:
    made = planned("a.html", HTML.format(text=TEXT, credit="Photo: Ada Sample, CC BY-SA 2.5").encode())
    assert made.edits
    Path("a.html").write_text("new")
    assert "has changed" in apply(made) and Path("a.html").read_text() == "new"
    Path("a.html").unlink()
    Path("b.html").write_bytes(made.document.data)
    Path("a.html").symlink_to("b.html")
    assert "could not be written" in apply(made) and Path("b.html").read_bytes() == made.document.data
    assert sorted(p.name for p in here.iterdir()) == ["a.html", "b.html"]


def test_a_disk_that_fails_leaves_the_old_file(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = planned("a.html", HTML.format(text=TEXT, credit="Photo: Ada Sample, CC BY-SA 2.5").encode())

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    for call in ("fsync", "replace", "chmod"):
        with monkeypatch.context() as patch:
            patch.setattr(os, call, full)
            assert "No space left" in apply(made)
        assert Path("a.html").read_bytes() == made.document.data and [p.name for p in here.iterdir()] == ["a.html"]


def test_two_runs_do_not_edit_one_tree(here: Path) -> None:
    Path("a.html").write_text(HTML.format(text=TEXT, credit="Photo: Ada Sample, CC BY-SA 2.5"))
    with alone(here):
        done = run(".", "--no-config", "--apply")
    assert done.returncode == 2 and "another licaudit fix" in done.stderr


def test_a_selection_limits_what_is_mended(here: Path) -> None:
    for name in ("a.html", "b.html"):
        Path(name).write_text(HTML.format(text=TEXT, credit="Photo: Ada Sample, CC BY-SA 2.5"))
    (one,) = [f for f in found(".") if f.document == "b.html"]
    Path("chosen.csv").write_text(f"page,fingerprints\r\nb.html,{one.fingerprint}\r\n")
    assert run(".", "--no-config", "--apply", "--from", "chosen.csv").returncode == 0
    assert URL in Path("b.html").read_text() and URL not in Path("a.html").read_text()
    Path("chosen.csv").write_text("nothing")
    assert run(".", "--from", "chosen.csv").returncode == 2 and run(".", "--from", "nowhere").returncode == 2
    assert run(".", "--rule", "title-missing").returncode == 2


def test_whatever_a_name_holds_only_the_address_is_added(here: Path) -> None:
    """Bar 5 and X8: hostile creators in three formats; every byte that was there still is, and only our link is new."""
    done = 0
    for number, name in enumerate([*STRINGS, *(f"Ada {s} Sample" for s in STRINGS[::3])]):
        page, suffix = ((HTML, ".html"), (MARKDOWN, ".md"), (PLAIN, ".txt"))[number % 3]
        if "\0" in name:
            continue
        before = page.format(text=TEXT, credit=f"Photo: {name}, CC BY-SA 2.5").encode("utf-8", "surrogatepass")
        made = planned(f"h{suffix}", before)
        for edit in sorted(made.edits, reverse=True):
            old = before[edit.start : edit.end]
            assert edit.new in (
                f'<a href="{URL}" rel="license">'.encode() + old + b"</a>",
                b"[" + old + f"]({URL})".encode(),
                old + f" ({URL})".encode(),
            )
        done += bool(made.edits)
        untouched(made)
    assert done > 100


def test_many_documents_stay_what_they_were(here: Path) -> None:
    """Generated pairs of document and finding: bytes outside the spans identical, fault gone, second run idle."""
    draw = random.Random(7)
    names = ["Ada Sample", "Zoë Müßig", "写真 太郎", "Jo O'Neil", "A. B. Čapek"]
    licences = ["CC BY-SA 2.5", "CC BY 4.0", "CC-BY-NC-ND 3.0", "Creative Commons Attribution 2.0 Generic"]
    forms = [
        "Photo: {n}, {l}",
        "Foto: {n} / {l}",
        "{l}, by {n}",
        "Image by {n}, licensed under {l}.",
        "© {n} ({l})",
        "<em>{n}</em>, {l}",
        "*{n}* — {l}",
    ]
    mended = pairs = 0
    for name, licence, form, (page, suffix), ending in itertools.product(
        names, licences, forms, ((HTML, ".html"), (MARKDOWN, ".md"), (PLAIN, ".txt")), ("\n", "\r\n")
    ):
        if draw.random() < 0.55:
            continue
        text = page.format(text=TEXT, credit=form.format(n=name, l=licence)).replace("\n", ending)
        made = planned(f"r{suffix}", (text if draw.random() < 0.8 else text.rstrip()).encode())
        pairs += 1
        if not made.edits:
            continue
        mended += 1
        untouched(made)
        assert planned(f"r{suffix}", made.result).edits == ()
    assert pairs > 300 and mended > 150, (pairs, mended)


def test_edits_are_spliced_from_the_end() -> None:
    from licaudit.fixes.edits import Edit

    assert spliced(b"0123456789", [Edit(8, 9, b"b", ""), Edit(2, 4, b"", ""), Edit(5, 5, b"aa", "")]) == b"014aa567b9"


def test_the_json_of_a_scan_is_a_selection_too(here: Path) -> None:
    Path("a.html").write_text(HTML.format(text=TEXT, credit="Photo: Ada Sample, CC BY-SA 2.5"))
    (one,) = found("a.html")
    Path("s.json").write_text(json.dumps({"findings": [{"fingerprint": one.fingerprint}]}))
    assert run("a.html", "--no-config", "--from", "s.json").returncode == 1


def test_a_run_that_is_killed_leaves_old_or_new_and_the_next_one_finishes(here: Path) -> None:
    page = HTML.format(text=TEXT, credit="Photo: Ada Sample, CC BY-SA 2.5")
    after = page.replace("CC BY-SA 2.5", f'<a href="{URL}" rel="license">CC BY-SA 2.5</a>')
    for n in range(12):
        Path(f"{n}.html").write_text(page)
    Path(".licaudit-fix.stale").write_text("half")
    command = [sys.executable, "-P", "-m", "licaudit", "fix", ".", "--no-config", "--apply"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        process.stdout.readline()  # the first edit is about to be made
        process.kill()
    states = [Path(f"{n}.html").read_text() for n in range(12)]
    assert set(states) <= {page, after}
    assert run(".", "--no-config", "--apply").returncode == 0
    assert sorted(p.name for p in here.iterdir()) == sorted(f"{n}.html" for n in range(12))
    assert all(Path(f"{n}.html").read_text() == after for n in range(12))
