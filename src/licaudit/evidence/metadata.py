# SPDX-License-Identifier: Apache-2.0
"""EXIF, IPTC-IIM and XMP blocks as named fields ("EXIF:Artist", "IPTC:By-line", "XMP:dc:creator")."""

import struct

Fields = dict[str, str]

EXIF_TAGS = {0x010E: "ImageDescription", 0x013B: "Artist", 0x8298: "Copyright", 0x9C9B: "XPTitle", 0x9C9D: "XPAuthor"}
IIM_TAGS = {
    5: "ObjectName",
    40: "SpecialInstructions",
    80: "By-line",
    85: "By-lineTitle",
    103: "OriginalTransmissionReference",
    105: "Headline",
    110: "Credit",
    115: "Source",
    116: "CopyrightNotice",
    118: "Contact",
    120: "Caption",
}
NAMESPACES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://creativecommons.org/ns#": "cc",
    "http://web.resource.org/cc/": "cc",
    "http://ns.useplus.org/ldf/xmp/1.0/": "plus",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
}
XMP_KEPT = frozenset({
    "dc:creator", "dc:rights", "dc:title", "photoshop:Credit", "photoshop:Source", "photoshop:Instructions",
    "xmpRights:Marked", "xmpRights:UsageTerms", "xmpRights:WebStatement", "xmpRights:Owner",
    "cc:license", "cc:attributionName", "cc:attributionURL", "Iptc4xmpExt:DigitalSourceType", "plus:CreditLineRequired",
    "plus:LicensorURL", "plus:LicensorName", "plus:CopyrightOwnerName",
})  # fmt: skip
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
MOST_TEXT = 10_000


def exif(data: bytes) -> Fields:
    """Rights fields of the first directory of a TIFF structure; {} if it is broken."""
    if data[:2] not in (b"II", b"MM") or len(data) < 14:
        return {}
    order = "<" if data[:2] == b"II" else ">"
    at = struct.unpack_from(f"{order}I", data, 4)[0]
    if at + 2 > len(data):
        return {}
    count = struct.unpack_from(f"{order}H", data, at)[0]
    found: Fields = {}
    for entry in range(at + 2, min(at + 2 + 12 * count, len(data) - 11), 12):
        tag, kind, size = struct.unpack_from(f"{order}HHI", data, entry)
        if tag not in EXIF_TAGS or kind not in (1, 2, 7) or size > MOST_TEXT * 4:
            continue
        where = entry + 8 if size <= 4 else struct.unpack_from(f"{order}I", data, entry + 8)[0]
        raw = data[where : where + size]
        text = (
            raw.decode("utf-16-le", "ignore")
            if tag >= 0x9C9B and tag != 0x8298
            else _text(raw.replace(b"\0", b" ") if tag == 0x8298 else raw)
        )
        if clean := _clean(text):
            found[f"EXIF:{EXIF_TAGS[tag]}"] = clean
    return found


def iim(data: bytes) -> Fields:
    """Rights fields of record 2; repeated datasets are joined with a semicolon. Latin-1 unless record 1:90 says UTF-8."""
    at, utf8 = 0, False
    found: dict[str, list[str]] = {}
    while at + 5 <= len(data) and data[at] == 0x1C:
        record, tag, size = data[at + 1], data[at + 2], struct.unpack_from(">H", data, at + 3)[0]
        at += 5
        if size & 0x8000:
            width = size & 0x7FFF
            size = int.from_bytes(data[at : at + width], "big") if width <= 4 else len(data)
            at += width
        raw = data[at : at + size]
        at += size
        if (record, tag) == (1, 90):
            utf8 = raw.startswith(b"\x1b%G")
        elif record == 2 and tag in IIM_TAGS and (clean := _clean(raw.decode("utf-8", "replace") if utf8 else _text(raw))):
            found.setdefault(f"IPTC:{IIM_TAGS[tag]}", []).append(clean)
    return {key: "; ".join(dict.fromkeys(values)) for key, values in found.items()}


def xmp(data: bytes) -> Fields:
    """Rights fields of an XMP packet; {} if it is no well-formed XML or carries entities."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import ElementTree
    from defusedxml.common import DefusedXmlException

    start = data.find(b"<")
    end = data.rfind(b">")
    try:
        root = ElementTree.fromstring(data[max(start, 0) : end + 1])
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return {}
    found: Fields = {}
    for description in root.iter(f"{RDF}Description"):
        for key, value in description.attrib.items():
            _keep(found, key, value)
        for child in description:
            _keep(found, child.tag, _value(child))
            for deep in child.iter():
                if deep is not child and deep.tag.startswith("{http://ns.useplus.org"):
                    _keep(found, deep.tag, _value(deep))
    return found


def _keep(found: Fields, tag: str, value: str) -> None:
    space, _, name = tag[1:].partition("}")
    prefix = NAMESPACES.get(space)
    if prefix and f"{prefix}:{name}" in XMP_KEPT and (clean := _clean(value)):
        found.setdefault(f"XMP:{prefix}:{name}", clean)


def _value(element) -> str:  # type: ignore[no-untyped-def]
    """The text, the resource, the default language of an alternative, or all items of a list."""
    if resource := element.get(f"{RDF}resource"):
        return str(resource)
    items = list(element.iter(f"{RDF}li"))[:50]
    if not items:
        return element.text or ""
    if element.find(f"{RDF}Alt") is not None:
        default = [i for i in items if i.get("{http://www.w3.org/XML/1998/namespace}lang") == "x-default"]
        items = (default or items)[:1]
    return "; ".join(t for i in items if (t := (i.text or i.get(f"{RDF}resource") or "").strip()))


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _clean(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())[:MOST_TEXT]
