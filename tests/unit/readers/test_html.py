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


def test_a_counting_pixel_does_not_swallow_the_lead_picture():
    pixel = '<div><noscript><img src="https://count.example/wt.pl?p=1"></noscript></div>'
    lead = '<figure><noscript><img src="ferry.jpg" alt="Ferry"></noscript><figcaption>Ferry</figcaption></figure>'
    page = read(Document("a.html", f"<body>{pixel}<h1>Ferry</h1><p>Text</p>{lead}</body>".encode(), "html"))
    assert [i.src for i in page.images] == ["https://count.example/wt.pl?p=1", "ferry.jpg"]


@pytest.mark.parametrize(
    "stand_in", ['<img src="data:image/gif;base64,R0lGOD">', '<img class="lazy" data-id="1" src="/blank?x">', '<img data-src="ferry.jpg">']
)
def test_a_stand_in_and_its_noscript_twin_are_one(stand_in):
    page = read(Document("a.html", f'<figure>{stand_in}<noscript><img src="ferry.jpg"></noscript></figure>'.encode(), "html"))
    assert len(page.images) == 1 and "ferry.jpg" in page.images[0].candidates


@pytest.mark.parametrize("tag", ["v-img", "nuxt-img", "b-img-lazy", "q-img", "el-image"])
def test_elements_of_frameworks_that_show_a_picture(tag):
    page = read(Document("a.html", f'<p>Ferry</p><{tag} src="ferry.jpg" alt="Ferry"></{tag}>'.encode(), "html"))
    assert [(i.src, i.alt) for i in page.images] == [("ferry.jpg", "Ferry")]


def test_elements_of_other_names_show_none():
    assert not read(Document("a.html", b'<p>Ferry</p><v-player src="ferry.jpg"></v-player>', "html")).images
