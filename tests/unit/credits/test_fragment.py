# SPDX-License-Identifier: Apache-2.0
"""Credits given as markup."""

from licaudit.credits.fragment import parse_markup


def test_the_best_text_of_a_fragment_is_told() -> None:
    markup = "<figcaption><p>The old bridge of Sampletown.</p><p>Photo: Anna Sampleton/AP</p></figcaption>"
    credit = parse_markup(markup, "html")
    assert [p.name for p in credit.creators] == ["Anna Sampleton"]


def test_an_element_named_credit_is_taken_at_its_word() -> None:
    credit = parse_markup('<p>The wall.</p><span class="media-credit">Lena Sampleton</span>', "html")
    assert credit.is_credit and credit.confidence != "high"
    assert not parse_markup('<p class="footer-copyright">Example rights</p>', "html").is_credit


def test_attributes_are_read_where_no_text_is() -> None:
    credit = parse_markup('<img src="a.jpg" alt="Harbour, photo: Anna Sampleton &amp;amp; Peter Muster / Flickr">', "html")
    assert credit.is_credit and len(credit.creators) == 2


def test_words_of_neighbouring_elements_stay_apart() -> None:
    credit = parse_markup("<figcaption><span>Credit</span><span>Anna Sampleton/Getty Images</span></figcaption>", "html")
    assert [p.name for p in credit.creators] == ["Anna Sampleton"]


def test_attribute_lists_are_no_text() -> None:
    credit = parse_markup("![map - Credit : Anna Sampleton](map.png){: .center loading=lazy }", "markdown")
    assert [p.name for p in credit.creators] == ["Anna Sampleton"]


def test_a_cut_tag_is_no_text() -> None:
    credit = parse_markup('<figcaption>Photo: Anna Sampleton</figcaption><img class="wide" srcset="a 1x, b', "html")
    assert [p.name for p in credit.creators] == ["Anna Sampleton"]


def test_of_texts_that_are_no_credit_one_that_names_something_is_told() -> None:
    markup = "<div><span>Photo:</span><img src='mill.jpg' alt='Licence: CC BY 4.0'></div>"
    credit = parse_markup(markup, "html")
    assert not credit.is_credit
    assert credit.licence == "CC-BY-4.0"


def test_a_bracket_that_closes_no_link_is_a_bracket_of_the_text() -> None:
    credit = parse_markup("![Old mill [CC BY-SA 3.0 ([deed](https://creativecommons.org/licenses/by-sa/3.0/))]](mill.jpg)", "markdown")
    assert credit.text == "Old mill [CC BY-SA 3.0 (deed)]"
    assert [credit.text[k.start : k.end] for k in credit.links if k.kind == "a"] == ["deed"]
