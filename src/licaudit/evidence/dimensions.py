# SPDX-License-Identifier: Apache-2.0
"""Width and height of a picture from its first bytes; no pixel is decoded."""

import struct
from pathlib import Path
from typing import BinaryIO

MOST_BLOCKS = 500
_SOF = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
SAME = 0.03
"""Proportions that differ by less than this are the same but for rounding."""
LEAST = 32
"""Pictures smaller than this in either direction are icons: rounding alone moves their proportions."""

Size = tuple[int, int]


def size(path: str) -> Size | None:
    """Width and height of a JPEG, PNG, GIF or WebP file; None for others, for broken ones and for files that cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return _size(file)
    except (OSError, struct.error):
        return None


def cropped(shown: Size, original: Size) -> bool:
    """Whether the proportions differ, turned or not: then something of the original is gone, or was added."""
    if min(*shown, *original) < LEAST:
        return False
    one, two = shown[0] / shown[1], original[0] / original[1]
    return all(abs(one / other - 1) > SAME for other in (two, 1 / two))


def _size(file: BinaryIO) -> Size | None:
    head = file.read(32)
    if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR":
        return struct.unpack(">II", head[16:24])
    if head[:6] in (b"GIF87a", b"GIF89a"):
        return struct.unpack("<HH", head[6:10])
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _webp(head)
    if head.startswith(b"\xff\xd8"):
        file.seek(2)
        return _jpeg(file)
    return None


def _webp(head: bytes) -> Size | None:
    kind = head[12:16]
    if kind == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if kind == b"VP8 " and head[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L" and head[20] == 0x2F:
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


def _jpeg(file: BinaryIO) -> Size | None:
    for _ in range(MOST_BLOCKS):
        marker = file.read(2)
        while marker[1:] == b"\xff":
            marker = marker[1:] + file.read(1)
        if len(marker) < 2 or marker[0] != 0xFF or marker[1] in (0xDA, 0xD9):
            return None
        if marker[1] == 0x01 or 0xD0 <= marker[1] <= 0xD7:
            continue
        length = struct.unpack(">H", file.read(2))[0]
        if marker[1] in _SOF:
            _, height, width = struct.unpack(">BHH", file.read(5))
            return width, height
        file.seek(max(length - 2, 0), 1)
    return None
