# SPDX-License-Identifier: Apache-2.0
"""Where a picture file keeps its metadata: blocks of JPEG, PNG, WebP and TIFF files, found without decoding a pixel."""

import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

MOST_BYTES = 4 * 1024 * 1024
"""No metadata block is read beyond this size; larger ones are left out."""
MOST_BLOCKS = 2_000
XMP_JPEG = b"http://ns.adobe.com/xap/1.0/\0"
PHOTOSHOP = b"Photoshop 3.0\0"

Block = tuple[str, bytes]
"""A kind ("exif", "iim", "xmp", "text:KEY") and its bytes."""


def blocks(file: BinaryIO) -> Iterator[Block]:
    """Metadata blocks of an open file, in file order. Unknown and broken files yield nothing more; raises OSError only."""
    head = file.read(16)
    file.seek(0)
    if head.startswith(b"\xff\xd8"):
        yield from _jpeg(file)
    elif head.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _png(file)
    elif head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        yield from _webp(file)
    elif head[:4] in (b"II*\0", b"MM\0*"):
        yield "exif", file.read(MOST_BYTES)


def _jpeg(file: BinaryIO) -> Iterator[Block]:
    file.seek(2)
    resources = b""
    for _ in range(MOST_BLOCKS):
        marker = file.read(2)
        while marker[1:] == b"\xff":
            marker = marker[1:] + file.read(1)
        if len(marker) < 2 or marker[0] != 0xFF or marker[1] in (0xDA, 0xD9):
            break
        if marker[1] == 0x01 or 0xD0 <= marker[1] <= 0xD7:
            continue
        size = file.read(2)
        if len(size) < 2 or (length := struct.unpack(">H", size)[0]) < 2:
            break
        if marker[1] not in (0xE1, 0xED):
            file.seek(length - 2, 1)
            continue
        body = file.read(length - 2)
        if body.startswith(b"Exif\0"):
            yield "exif", body[6:]
        elif body.startswith(XMP_JPEG):
            yield "xmp", body[len(XMP_JPEG) :]
        elif body.startswith(PHOTOSHOP) and len(resources) < MOST_BYTES:
            resources += body[len(PHOTOSHOP) :]
    yield from _photoshop(resources)


def _photoshop(data: bytes) -> Iterator[Block]:
    """Image resource blocks; 0x0404 holds IPTC-IIM."""
    at = 0
    while data[at : at + 4] == b"8BIM" and at + 12 <= len(data):
        kind = struct.unpack_from(">H", data, at + 4)[0]
        name = data[at + 6] + 1
        at += 6 + name + (name & 1)
        if at + 4 > len(data):
            return
        size = struct.unpack_from(">I", data, at)[0]
        if kind == 0x0404:
            yield "iim", data[at + 4 : at + 4 + size]
        at += 4 + size + (size & 1)


def _png(file: BinaryIO) -> Iterator[Block]:
    file.seek(8)
    for _ in range(MOST_BLOCKS):
        head = file.read(8)
        if len(head) < 8:
            return
        length, kind = struct.unpack(">I4s", head)
        if kind == b"IEND":
            return
        if kind not in (b"eXIf", b"iTXt", b"tEXt", b"zTXt") or length > MOST_BYTES:
            file.seek(length + 4, 1)
            continue
        body = file.read(length)
        file.seek(4, 1)
        if kind == b"eXIf":
            yield "exif", body
        elif (text := _png_text(kind, body)) is not None:
            yield text


def _png_text(kind: bytes, body: bytes) -> Block | None:
    key, _, rest = body.partition(b"\0")
    name = key.decode("latin-1", "replace")
    if kind == b"tEXt":
        return f"text:{name}", rest.decode("latin-1").encode()
    if kind == b"zTXt":
        return f"text:{name}", _inflate(rest[1:]).decode("latin-1").encode()
    packed, rest = rest[:1] == b"\1", rest[2:]
    text = rest.split(b"\0", 2)[-1]
    text = _inflate(text) if packed else text
    return ("xmp", text) if name == "XML:com.adobe.xmp" else (f"text:{name}", text)


def _inflate(data: bytes) -> bytes:
    """At most MOST_BYTES of what `data` inflates to; nothing of broken data."""
    try:
        return zlib.decompressobj().decompress(data, MOST_BYTES)
    except zlib.error:
        return b""


def _webp(file: BinaryIO) -> Iterator[Block]:
    file.seek(12)
    for _ in range(MOST_BLOCKS):
        head = file.read(8)
        if len(head) < 8:
            return
        kind, length = struct.unpack("<4sI", head)
        if kind in (b"EXIF", b"XMP ") and length <= MOST_BYTES:
            body = file.read(length)
            yield ("xmp", body) if kind == b"XMP " else ("exif", body.removeprefix(b"Exif\0\0"))
            file.seek(length & 1, 1)
        else:
            file.seek(length + (length & 1), 1)
