# SPDX-License-Identifier: Apache-2.0
"""`licaudit credit`: from a line, a picture file, a finding; always a whole line or a question."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from licaudit.cli.main import command as licaudit
from licaudit.credits.known import from_rights
from licaudit.credits.write import fix
from licaudit.errors import UsageError
from licaudit.model.evidence import Claim, RightsRecord
from licaudit.reports import stored

ROOT = Path(__file__).parents[2]
BY_SA = "https://creativecommons.org/licenses/by-sa/2.5/"
LINE = f"Photo: Max Mustermann, CC BY-SA 2.5 ({BY_SA})\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    shutil.copytree(ROOT / "tests" / "sites" / "demo", folder)
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> tuple[str, Any]:
    done = CliRunner().invoke(licaudit, ["credit", *arguments], standalone_mode=False)
    if done.exception:
        raise done.exception
    return done.output, done.return_value


def test_a_line_is_set_right_in_every_format() -> None:
    text = "Image is licensed under CC BY-SA 2.5 and was created by Max Mustermann."
    assert run(text) == (LINE, 0)
    out, _ = run(text, "--format", "all")
    assert out.splitlines() == [
        f"text: {LINE.strip()}",
        f'html: Photo: Max Mustermann, <a href="{BY_SA}">CC BY-SA 2.5</a>',
        f"markdown: Photo: Max Mustermann, [CC BY-SA 2.5]({BY_SA})",
    ]


def test_a_picture_file_speaks_for_itself(site: Path) -> None:
    out, status = run("img/bridge.jpg")
    assert (status, out.startswith("Under which licence")) == (1, True)
    out, status = run("img/bridge.jpg", "--licence", "CC-BY-4.0", "--lang", "fr")
    assert (out, status) == ("Photo : Carla Beispiel, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)\n", 0)


def test_the_register_speaks_for_a_picture(site: Path) -> None:
    row = '[[picture]]\npath = "/img/gulls.jpg"\ncreator = "Ada Sample"\nlicence = "CC-BY-SA-2.5"\ntitle = "Gulls"\nsource-url = "https://example.org/g"\n'
    (site / "licaudit.register.toml").write_text(row, encoding="utf-8")
    assert run("img/gulls.jpg")[0] == f"Photo: “Gulls” (https://example.org/g) by Ada Sample, CC BY-SA 2.5 ({BY_SA})\n"
    (site / "licaudit.register.toml").write_text(row + 'credit = "Gulls: Ada Sample / Studio Muster"\n', encoding="utf-8")
    assert run("img/gulls.jpg")[0].startswith("Gulls: Ada Sample / Studio Muster, ")


def test_a_finding_of_the_last_report_packed_or_not(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for limit, name in ((10**9, "report.json"), (10, "report.json.gz")):
        monkeypatch.setattr(stored, "PLAIN_LIMIT", limit)
        CliRunner().invoke(licaudit, ["scan", ".", "-q"], standalone_mode=False)
        assert (site / "reports" / name).is_file()
        assert len(list((site / "reports").glob("report.json*"))) == 1
        found = stored.read(stored.find(site / "reports"))["findings"]
        mark = next(f["fingerprint"] for f in found if f["fix"] and "Mustermann" in f["fix"]["text"])
        assert run(mark) == (LINE, 0)
        question = next(f for f in found if f["fix"] and f["fix"]["question"])
        assert run(question["fingerprint"]) == (question["fix"]["question"] + "\n", 1)
    with pytest.raises(UsageError, match="no finding 0000000000000000"):
        run("0" * 16)
    with pytest.raises(UsageError, match="Run licaudit scan first"):
        run("0" * 16, "--report", "nowhere")


def test_wrong_use_is_told(site: Path) -> None:
    with pytest.raises(UsageError, match=r"no\.jpg: there is no such file"):
        run("no.jpg")
    with pytest.raises(UsageError, match="nothing to compose"):
        run()


def test_what_is_no_report_is_told(tmp_path: Path) -> None:
    for name, data in (("report.json", b"[1]"), ("report.json.gz", b"\x1f\x8bnonsense"), ("report.json", json.dumps({"x": 1}).encode())):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(UsageError, match="no report of licaudit"):
            run("0" * 16, "--report", str(tmp_path / name))


@pytest.mark.parametrize(
    ("claims", "asked"),
    [
        (
            [("creator", "Ada", "exif"), ("creator", "Bo", "register"), ("licence", "CC-BY-4.0", "register")],
            "contradicts itself (creator: Bo",
        ),
        ([("creator", "Ada", "exif"), ("licence", "CC-BY-4.0", "xmp"), ("licence", "CC-BY-SA-4.0", "json-ld")], "licence: CC-BY-4.0 (xmp)"),
        ([("creator", "Ada", "exif"), ("licence", "CC-BY", "xmp")], "Which version of CC BY?"),
        ([("licence", "CC-BY-4.0", "xmp")], "Who made this picture?"),
        ([], "Under which licence"),
    ],
)
def test_evidence_that_disagrees_or_is_not_enough_is_asked_about(claims: list[tuple[str, str, str]], asked: str) -> None:
    strength = {"register": 1.0, "exif": 0.6, "xmp": 0.7, "json-ld": 0.5}
    record = RightsRecord(tuple(Claim(f, v, o, strength[o]) for f, v, o in claims))  # type: ignore[arg-type]
    made = fix(from_rights(record))
    assert made.text == ""
    assert asked in made.question


def test_evidence_that_agrees_makes_a_line() -> None:
    record = RightsRecord(
        (
            Claim("creator", "Ada Sample", "exif", 0.6),
            Claim("creator", "Photo by Ada Sample", "json-ld", 0.5),
            Claim("licenceUrl", BY_SA, "xmp", 0.7),
            Claim("source", "Flickr", "json-ld", 0.5),
            Claim("workUrl", "https://www.flickr.com/photos/ada/1", "json-ld", 0.5),
        )
    )
    made = fix(from_rights(record), "de")
    assert made.text == f"Foto: Ada Sample (https://www.flickr.com/photos/ada/1), via Flickr, CC BY-SA 2.5 ({BY_SA})"


def test_half_a_name_is_never_written() -> None:
    from licaudit.model.credit import CreditLine, Party

    line = CreditLine(text="Photo: Vera Stand-In, CC BY 4.0", licence="CC-BY-4.0", creators=(Party("Vera Stand"),), confidence="high")
    assert "cannot be read for sure" in fix(line).question
    whole = CreditLine(text="Photo: Vera Stand (In), CC BY 4.0", licence="CC-BY-4.0", creators=(Party("Vera Stand"),), confidence="high")
    assert fix(whole).text.startswith("Photo: Vera Stand, ")
