# SPDX-License-Identifier: Apache-2.0
"""Metadata of picture files: three containers, three formats, broken files, and no way out of the folder."""

import os
import struct
import zlib
from pathlib import Path

import pytest

from licaudit.evidence import metadata
from licaudit.evidence.embedded import claims, fields, inside

XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
    ' xmpRights:WebStatement="https://creativecommons.org/licenses/by/4.0/">'
    "<dc:creator><rdf:Seq><rdf:li>Paula Modell</rdf:li></rdf:Seq></dc:creator>"
    '<dc:rights><rdf:Alt><rdf:li xml:lang="de">nein</rdf:li><rdf:li xml:lang="x-default">© Modell</rdf:li></rdf:Alt></dc:rights>'
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
).encode()


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def jpeg(*segments: bytes) -> bytes:
    return b"\xff\xd8" + b"".join(segments) + b"\xff\xd9"


def exif(artist: bytes) -> bytes:
    data = artist + b"\0"
    return b"II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 0x013B, 2, len(data), 26) + b"\0\0\0\0" + data


def iim(tag: int, text: bytes) -> bytes:
    record = b"\x1c\x02" + bytes([tag]) + struct.pack(">H", len(text)) + text
    record += b"\0" * (len(record) & 1)
    return b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record


def test_a_jpeg_with_all_three(tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    body = jpeg(
        segment(0xE1, b"Exif\0\0" + exif(b"Ada Sample")),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
        segment(0xED, iim(80, b"Jonas")),
    )
    file.write_bytes(body)
    found = fields(str(file))
    assert found["EXIF:Artist"] == "Ada Sample"
    assert found["IPTC:By-line"] == "Jonas"
    assert found["XMP:dc:creator"] == "Paula Modell"
    assert found["XMP:dc:rights"] == "© Modell"
    assert ("licence", "CC-BY-4.0", "xmp") in {(c.field, c.value, c.origin) for c in claims(str(file), "a.jpg")}


def test_a_png_and_a_webp(tmp_path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    text = b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IDAT", b"x" * 99) + chunk(b"tEXt", b"Author\0Ada") + chunk(b"iTXt", text) + chunk(b"IEND", b"")
    (tmp_path / "a.png").write_bytes(png)
    assert fields(str(tmp_path / "a.png")) | {"text:Author": "Ada", "XMP:dc:creator": "Paula Modell"} == fields(str(tmp_path / "a.png"))
    webp = b"RIFF\0\0\0\0WEBP" + b"XMP " + struct.pack("<I", len(XMP)) + XMP
    (tmp_path / "a.webp").write_bytes(webp)
    assert fields(str(tmp_path / "a.webp"))["XMP:dc:creator"] == "Paula Modell"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe1\x00\x01",
        b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffiTXt",
        b"RIFF0000WEBPEXIF",
        b"II*\0\xff\xff\xff\xff" * 2,
    ],
)
def test_broken_files_say_nothing(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(data)
    assert fields(str(tmp_path / "a.jpg")) == {}


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'
    assert metadata.xmp(bomb) == {}
    assert metadata.xmp(b"<x") == {}


def test_every_cut_of_a_file_is_harmless(tmp_path: Path) -> None:
    whole = jpeg(segment(0xE1, b"Exif\0\0" + exif(b"Ada Sample")), segment(0xED, iim(80, b"Jonas")))
    file = tmp_path / "a.jpg"
    for end in range(len(whole)):
        file.write_bytes(whole[:end])
        assert set(fields(str(file))) <= {"EXIF:Artist", "IPTC:By-line"}


def test_only_files_inside_the_root_are_found(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / "news").mkdir(parents=True)
    (root / "a b.jpg").write_bytes(b"x")
    (tmp_path / "secret.jpg").write_bytes(b"x")
    (root / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    page = str(root / "news" / "p.html")
    assert inside(str(root), page, "/a%20b.jpg?w=1") == inside(str(root), page, "../a b.jpg") == os.path.realpath(root / "a b.jpg")
    for address in (
        "../../secret.jpg",
        "/link.jpg",
        "https://example.org/a.jpg",
        "//example.org/a",
        "data:x",
        "absent.jpg",
        "",
        "\0",
        "%00",
        "file:///etc/passwd",
    ):
        assert inside(str(root), page, address) == ""


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.jpg")
    assert fields(str(tmp_path / "p.jpg")) == {}
