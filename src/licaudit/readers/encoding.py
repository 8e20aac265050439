# SPDX-License-Identifier: Apache-2.0
"""Bytes to text, by the WHATWG order: byte-order mark, declaration, valid UTF-8, windows-1252."""

import codecs
import re

from licaudit.errors import ReadError

_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.I)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_WHATWG = frozenset(
    [
        "utf-8",
        "ibm866",
        "iso-8859-2",
        "iso-8859-3",
        "iso-8859-4",
        "iso-8859-5",
        "iso-8859-6",
        "iso-8859-7",
        "iso-8859-8",
        "iso-8859-10",
        "iso-8859-13",
        "iso-8859-14",
        "iso-8859-15",
        "iso-8859-16",
        "koi8-r",
        "koi8-u",
        "macintosh",
        "windows-874",
        "windows-1250",
        "windows-1251",
        "windows-1252",
        "windows-1253",
        "windows-1254",
        "windows-1255",
        "windows-1256",
        "windows-1257",
        "windows-1258",
        "gbk",
        "gb18030",
        "big5",
        "euc-jp",
        "shift_jis",
        "euc-kr",
    ]
)
_ALIASES = {
    "utf8": "utf-8", "iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252", "ascii": "windows-1252",
    "iso8859-1": "windows-1252", "gb2312": "gbk", "sjis": "shift_jis", "x-sjis": "shift_jis", "ks_c_5601-1987": "euc-kr",
    "cp1252": "windows-1252", "cp1251": "windows-1251", "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8",
}  # fmt: skip


def decode(data: bytes, declared: bool = True) -> tuple[str, str, int]:
    """The text, its Python codec, and how many bytes of mark stand before it.

    Raises ReadError for UTF-16 without a mark: every parser would find nothing in it and say so to nobody.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace"), codec, len(mark)
    head = data[:4096]
    if head.count(0) > len(head) // 10:
        raise ReadError("utf-16-without-mark", "looks like UTF-16 without a byte-order mark, or is no text. Save it as UTF-8")
    codec = _declared(data) if declared else ""
    if not codec or codec == "utf-8":
        try:
            return data.decode("utf-8"), "utf-8", 0
        except UnicodeDecodeError:
            codec = codec or "windows-1252"
    return data.decode(codec, "replace"), codec, 0


def _declared(data: bytes) -> str:
    hit = _META.search(data[:1024]) or _META.search(data[:8192])
    label = hit[1].decode("ascii").lower() if hit else ""
    label = _ALIASES.get(label, label)
    return label if label in _WHATWG else ""
