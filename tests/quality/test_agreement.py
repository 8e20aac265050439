# SPDX-License-Identifier: Apache-2.0
"""An independent reading: the pictures of the corpus's pages as BeautifulSoup finds them, against ours.

Explained differences: a picture inside `<template>` is not shown and not ours; a badge of a licence is read as the
licence's link; pictures that only a `srcset` or a `<noscript>` names are ours and not in the plain reading.
"""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from licaudit.credits.licences import by_url
from licaudit.model.page import Document
from licaudit.readers import read

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "dev"


@pytest.mark.skipif(not CORPUS.exists(), reason="the labelled corpus is not part of the project")
def test_pictures_agree_with_beautifulsoup() -> None:
    rows = [json.loads(line) for line in (CORPUS / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    seen, missing = 0, []
    for row in (r for r in rows if r["format"] == "html"):
        data = (CORPUS / row["file"]).read_bytes()
        known = {address for image in read(Document(row["file"], data, "html")).images for address in (image.src, *image.candidates)}
        for tag in BeautifulSoup(data, "html.parser").find_all("img"):
            addresses = {str(tag.get(key)).strip() for key in ("src", "data-src", "data-lazy-src", "data-original") if tag.get(key)}
            addresses = {a for a in addresses if a and not by_url(a)}
            if not addresses or tag.find_parent("template"):
                continue
            seen += 1
            if not addresses & known:
                missing.append((row["id"], sorted(addresses)))
    assert seen > 600
    assert missing == []
