# SPDX-License-Identifier: Apache-2.0
"""What the HTML reader keeps."""

import pytest

from licaudit.model.page import Document
from licaudit.readers import read


@pytest.mark.parametrize(("name", "form"), [("a.html", "html"), ("a.md", "markdown")])
def test_a_directive_that_opens_the_page_is_kept(name, form):
    picture = '<figure><img src="lake.jpg" alt="x"></figure>' if form == "html" else "![x](lake.jpg)"
    page = read(Document(name, f"<!-- licaudit: ignore[credit-missing] -- our own -->\n\n{picture}\n".encode(), form))
    assert [(d.rules, d.reason, d.scope) for d in page.directives] == [(("credit-missing",), "our own", "next")]
    assert page.directives[0].order < page.images[0].order


def test_words_of_neighbouring_elements_stay_apart():
    page = read(Document("a.html", b"<p><span>Credit</span><span>Ada Sampleton</span> and <b>B</b>o</p>", "html"))
    assert [b.text for b in page.blocks] == ["Credit Ada Sampleton and Bo"]
