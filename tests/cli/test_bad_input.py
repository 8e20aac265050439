# SPDX-License-Identifier: Apache-2.0
"""A file of the user that is wrong: exit 2, with file, line and remedy; nothing is written."""

import subprocess
import sys
from pathlib import Path

import pytest

PAGE = '<html lang="en"><body><article><p>{}</p><figure><img src="m.jpg" width="640" height="400"></figure></article></body></html>'
RULE = '+++\nid = "ours"\ncheck = "{}"\nseverity = "note"\n{}\n+++\n# Ours\n'
OWN = '[rules]\nown = ["house"]\n'

CASES = {
    "configuration, key": ({"licaudit.toml": "[site]\nnam = 'x'\n"}, "licaudit.toml:2: ", "name"),
    "configuration, kind": ({"licaudit.toml": "[site]\ncommercial = 'yes'\n"}, "licaudit.toml:2: ", "true or false"),
    "configuration, TOML": ({"licaudit.toml": "[site]\nname = \n"}, "licaudit.toml:2: ", "TOML"),
    "configuration, rule": ({"licaudit.toml": "[severity]\ntitel-missing = 'off'\n"}, "licaudit.toml:2: ", "title-missing"),
    "configuration, override": ({"licaudit.toml": "[[overrides]]\npaths = ['a']\n[overrides.severity]\nx-y = 'off'\n"}, "licaudit.toml:4: ", "no rule"),
    "configuration, licence": ({"licaudit.toml": "[licences]\ndenied = ['CC-BY-SB-4.0']\n"}, "licaudit.toml:2: ", "CC-BY-SA-4.0"),
    "configuration, ignore": ({"licaudit.toml": "[[ignore]]\nrules = ['title-missing']\n"}, "licaudit.toml:1: ", "reason"),
    "configuration, date": ({"licaudit.toml": "[[supplier]]\nname = 'AFP'\nuntil = 'soon'\n"}, "licaudit.toml:3: ", "2027-01-31"),
    "pyproject": ({"pyproject.toml": "[project]\n\n[tool.licaudit.site]\nnam = 'x'\n"}, "pyproject.toml:4: ", "name"),
    "register, key": ({"licaudit.register.toml": "[[picture]]\npath = 'a'\ncreater = 'x'\n"}, "licaudit.register.toml:3: ", "creator"),
    "register, hash": ({"licaudit.register.toml": "[[picture]]\nsha256 = 'zz'\n"}, "licaudit.register.toml:2: ", "sha256sum"),
    "REUSE.toml": ({"REUSE.toml": "version = 1\n[[annotations]]\npath = 1\n", "site/m.jpg": "x"}, "REUSE.toml:3: ", "list of texts"),
    "sidecar": ({"site/m.jpg.license": "\ud800", "site/m.jpg": "x"}, "m.jpg.license:1: ", "UTF-8"),
    "baseline, JSON": ({".licaudit-baseline.json": "{\n"}, ".licaudit-baseline.json:2: ", "--accept-new"),
    "baseline, count": ({".licaudit-baseline.json": '{"schema": "licaudit-baseline/1", "findings": {\n"a": -1}}'}, ".licaudit-baseline.json:2: ", "above 0"),
    "rule, check": ({"licaudit.toml": OWN, "house/ours.md": RULE.format("no-such", "")}, "house/ours.md:3: ", "Known: "),
    "rule, params": ({"licaudit.toml": OWN, "house/ours.md": RULE.format("text-pattern", "params = { say = 'x' }")}, "house/ours.md:5: ", "says"),
    "rule, pattern": (
        {"licaudit.toml": OWN, "house/ours.md": RULE.format("text-pattern", "params.says = 'x'\nparams.patterns.it = '(a)\\1'")},
        "house/ours.md:6: ",
        "back reference",
    ),
    "rule, front matter": ({"licaudit.toml": OWN, "house/ours.md": "# Ours\n"}, "house/ours.md:1: ", "+++"),
    "rule, folder": ({"licaudit.toml": "[rules]\nown = ['hose']\n"}, "hose", "Correct the path"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_wrong_files_are_told_and_nothing_is_written(tmp_path: Path, case: str) -> None:
    files, place, remedy = CASES[case]
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.html").write_text(PAGE.format("The boats went out early. " * 20), encoding="utf-8")
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    before = sorted(tmp_path.rglob("*"))
    command = [sys.executable, "-P", "-m", "licaudit", "scan", "site", "--format", "json:out.json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert place in done.stderr
    assert remedy in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(tmp_path.rglob("*")) == before
