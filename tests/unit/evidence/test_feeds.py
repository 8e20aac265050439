# SPDX-License-Identifier: Apache-2.0
"""Feeds in the tree: their pictures are found in every form, those that cannot be read are told, and nothing explodes."""

import json
from pathlib import Path

import pytest

from licaudit import audit, settings
from licaudit.evidence import feeds
from licaudit.evidence.feeds import feed, read

MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
A = "https://x.example/a.jpg"


def rss(item: str) -> bytes:
    return f'<?xml version="1.0"?>\n<rss version="2.0" {MEDIA}><channel><title>X</title>\n<item><title>Boats</title>{item}</item></channel></rss>'.encode()


@pytest.mark.parametrize(
    ("item", "found"),
    [
        (f'<enclosure url="{A}" type="image/jpeg"/>', [(A, False)]),
        (f'<enclosure url="{A}"/>', [(A, False)]),
        ('<enclosure url="https://x.example/a.mp3" type="audio/mpeg"/>', []),
        (f'<media:content url="{A}" medium="image"/>', [(A, False)]),
        ('<media:content url="https://x.example/a.mp4" medium="video"/>', []),
        (f'<media:thumbnail url="{A}"/>', [(A, False)]),
        (f'<media:content url="{A}" medium="image"><media:credit>Ada</media:credit></media:content>', [(A, True)]),
        (f'<enclosure url="{A}" type="image/jpeg"/><dc:rights>© Ada</dc:rights>', [(A, True)]),
        (f'<description>&lt;img src="{A}" width="640" height="426"&gt;</description>', [(A, False)]),
        (f'<content:encoded><![CDATA[<figure><img src="{A}" width="640" height="426"><figcaption>Photo: Ada Sample/AFP</figcaption></figure>]]></content:encoded>', [(A, True)]),
        (f'<description>&lt;img src="{A}"&gt;</description><enclosure url="{A}" type="image/jpeg"/>', [(A, False)]),
        ("<description>No picture.</description>", []),
    ],
)  # fmt: skip
def test_pictures_of_an_entry(item: str, found: list[tuple[str, bool]]) -> None:
    pictures = feed(rss(item), "feed.xml")
    assert [(p.address, p.credited) for p in pictures] == found
    assert all((p.title, p.place.line) == ("Boats", 3) for p in pictures)


def test_a_json_feed() -> None:
    item = {
        "title": "Boats",
        "image": A,
        "content_html": '<img src="/b.jpg" width="600" height="400">',
        "attachments": [{"url": "/c.jpg", "mime_type": "image/jpeg"}, 7],
    }
    data = {"version": "https://jsonfeed.org/version/1.1", "items": [item, {"image": 7}, "x"]}
    assert {p.address for p in feed(json.dumps(data).encode(), "feed.json")} == {A, "/b.jpg", "/c.jpg"}


LAUGHS = b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>'


@pytest.mark.parametrize("raw", [b"<rss><channel>", LAUGHS, b"<rss>" + b"<a>" * 100_000])
def test_a_broken_feed_is_told_and_the_rest_goes_on(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.xml").write_bytes(raw)
    (tmp_path / "b.xml").write_bytes(rss(f'<enclosure url="{A}" type="image/jpeg"/>'))
    pictures, troubles = read([str(tmp_path)])
    assert [p.address for p in pictures] == [A]
    assert len(troubles) == 1
    assert "a.xml" in troubles[0]


def test_what_is_no_feed_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text("<urlset></urlset>", encoding="utf-8")
    (tmp_path / "package.json").write_text("{", encoding="utf-8")
    (tmp_path / "link.xml").symlink_to(tmp_path / "sitemap.xml")
    assert read([str(tmp_path), str(tmp_path / "nowhere")]) == ((), ())


PAGE = '<html lang="en"><body><article><h1>Boats</h1><p>{text}</p><figure><img src="/img/a-800x600.jpg" width="640" height="400"><figcaption>Photo: Ada Sample/AFP</figcaption></figure></article></body></html>'


def test_the_feed_of_a_site_is_judged_against_its_pages(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news/a.html").write_text(PAGE.format(text="The boats went out early. " * 20), encoding="utf-8")
    (tmp_path / "feed.xml").write_bytes(
        rss(
            '<enclosure url="https://x.example/img/a.jpg?w=9" type="image/jpeg"/><enclosure url="https://x.example/other/a.jpg" type="image/jpeg"/>'
        )
    )
    (tmp_path / "broken.rss").write_bytes(b"<rss>")
    result = audit.run(settings.load([str(tmp_path)], {"no_config": True}))
    found = [f for f in result.findings if f.rule == "feed-image-uncredited"]
    assert [(Path(f.document).name, f.severity, f.place and f.place.line) for f in found] == [("feed.xml", "note", 3)]
    assert "“Boats”" in found[0].message
    assert [m for m in result.messages if "broken.rss" in m]


def test_a_deep_feed_is_read(tmp_path: Path) -> None:
    raw = rss("<a>" * 20_000 + f'<enclosure url="{A}" type="image/jpeg"/>' + "</a>" * 20_000)
    assert [p.address for p in feed(raw, "feed.xml")] == [A]


def test_a_feed_that_is_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "feed.xml").write_text('<rss version="2.0"><channel><title>Harbour Post</title></channel></rss>')
    monkeypatch.setattr(feeds, "MOST_BYTES", 20)
    pictures, troubles = feeds.read([str(tmp_path)])
    assert pictures == ()
    assert len(troubles) == 1
    assert "feed.xml" in troubles[0]


def test_more_files_than_are_looked_at_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("x")
    assert feeds.read([str(tmp_path)]) == ((), ())
    monkeypatch.setattr(feeds, "MOST_FILES", 2)
    assert "2 files" in feeds.read([str(tmp_path)])[1][0]
