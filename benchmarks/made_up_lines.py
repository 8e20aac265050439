# SPDX-License-Identifier: Apache-2.0
"""Made-up labelled lines: every ordinary construction of a credit, with invented names, for `fit_scores.py`.

Labelled corpora hold few lines of each construction; these teach the scores the grammar, the corpora teach them the
field. `{p}` is a person, `{q}` another one, `{r}` a third, `{a}` an agency or stock house, `{w}` a platform, `{b}` a firm, `{m}` a
museum or public body, `{u}` an account, `{f}` a family name, `{t}` a title, `{l}` a licence.
"""

import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

RULES = Path(__file__).parents[1] / "rules"
SURNAMES = [
    "Sampleton",
    "Muster",
    "Beispiel",
    "Vzorny",
    "Przykladowska",
    "Modelo",
    "Exemplar",
    "Esempio",
    "Voorbeeld",
    "Malli",
    "Exempel",
    "Ornek",
    "Primjer",
    "Harbourfield",
    "Steinbruch",
    "Lindqvist",
    "Okonkwo",
    "Tanaka",
    "Petrenko",
    "Novakova",
    "Rossetti",
    "Delacroix",
    "Figueroa",
    "Haddad",
    "Nakamura",
    "Berglund",
    "Kowalczyk",
    "Horvat",
    "Papadakis",
    "Ferreira",
    "Vanderbeek",
    "Oduya",
    "Castellano",
    "Brandauer",
    "Whitlock",
    "Ashdown",
    "Pemberton",
    "Marchetti",
    "Duval",
    "Ibarra",
    "Silveira",
    "Kjellberg",
    "Virtanen",
    "Szekely",
    "Ilić",
]
FIRMS = """Acme Pictures|Northwind|Harbour News|Daily Sample|Sampletown Tribune|Beispiel Verlag|Muster GmbH|Globex Corp.|Initech|Le Journal du Port|
Diario Modelo|Umbrella Films|Sample Airlines|Beispielbank AG|Rundfunk Musterland|Kanal Neun|Sampletown.example|Vandelay Industries""".replace(
    "\n", ""
).split("|")
BODIES = """Sampletown City Council|Museum Musterstadt|Harbour Museum|Stadtarchiv Beispielhausen|University of Sampletown|Feuerwehr Musterdorf|
Ministry of Samples|Polizei Musterland|Sample Research Institute|Comune di Esempio|Biblioteca Modelo|Sampletown Fire Department""".replace(
    "\n", ""
).split("|")
ACCOUNTS = [
    "harbourcat99",
    "snap_shooter",
    "lenswalker",
    "pixelmuster",
    "@adasample",
    "old_town84",
    "m.sample",
    "photofan2001",
    "northlight",
]
TITLES = """Harbour at dusk|The old bridge|Market in Sampletown|Leuchtturm im Nebel|Pont de pierre|La torre vieja|Two gulls|Stilleben mit Krug""".replace(
    "\n", ""
).split("|")
LICENCES = [
    "CC BY 4.0",
    "CC BY-SA 3.0",
    "CC-BY-SA-4.0",
    "CC BY 2.0",
    "CC0",
    "CC BY-NC-ND 4.0",
    "Creative Commons Attribution 2.0 Generic",
    "CC BY-SA 3.0 DE",
]
CAPTIONS = """The old bridge of Sampletown was closed on Monday.|Der Rat tagt am Dienstag.|Les pompiers sont arrivés vite.|El puente viejo, cerrado desde ayer.|
Guests at the opening of the fair|Blick auf den Hafen|A ferry leaves the harbour in March 2021.|Il ponte vecchio chiuso al traffico.""".replace(
    "\n", ""
).split("|")
LABELS = """Photo:|Foto:|Bild:|Image:|Image credit:|Photo credit:|Crédit photo :|Foto/Bild:|Fot.|Fotó:|Kuva:|Фото:|Bildquelle:|Fotografía:|Imagem:|Credit:|Illustration:|
Billede:|Photograph:|PHOTO:|Beeld:|Zdjęcie:""".replace("\n", "").split("|")
BY = [
    "Photo by",
    "Image by",
    "Foto von",
    "Photo de",
    "Foto di",
    "Foto door",
    "Illustration by",
    "Photos by",
    "Foto de",
    "Foto av",
    "Picture by",
    "Foto af",
]
ONLY = [
    "Photo courtesy of",
    "Courtesy of",
    "Image courtesy of",
    "Mit freundlicher Genehmigung von",
    "Avec l'aimable autorisation de",
    "Cortesía de",
]
# construction: creators, sources, title
LINES: tuple[tuple[str, str, str, str], ...] = (
    ("{label} {p}", "p", "", ""), ("{label} {p}/{a}", "p", "a", ""), ("{label} {p} / {w}", "p", "w", ""), ("{label} {p}, {a}", "p", "a", ""),
    ("{label} {a}/{p}", "p", "a", ""), ("{label} {a} / {p}", "p", "a", ""), ("{label} {p} & {q}", "p q", "", ""), ("{label} {p} und {q}/{a}", "p q", "a", ""),
    ("{label} {p}, {q} and {r}", "p q r", "", ""), ("{label} {p} & {q} / {w}", "p q", "w", ""), ("{label} {p}, {q}", "p q", "", ""),
    ("{label} {f}", "f", "", ""), ("{label} {f}/{a}", "f", "a", ""), ("{label} {a}", "", "a", ""), ("{label} {w}", "", "w", ""), ("{label} {b}", "", "b", ""),
    ("{label} {p} ({b})", "p", "b", ""), ("{label} {p}/{b}", "p", "b", ""), ("{label} {p} for {b}", "p", "b", ""), ("{label} {p} für {b}", "p", "b", ""),
    ("{label} {p} & {u}", "p u", "", ""), ("{label} {u} and {p}", "u p", "", ""), ("{label} {u}, {p}, {q}", "u p q", "", ""), ("{by} {p} and {u}", "p u", "", ""),
    ("{by} {p} ({a}), {q} ({a}), {r}", "p q r", "a", ""), ("{label} {p}, {q}, {r} und {u}", "p q r u", "", ""), ("{label} {p} ({l}), {q} ({l}), {r} ({l}), via {w}", "p q r", "w", ""),
    ("{label} {n}/{p}", "p", "n", ""), ("{label} {n}", "n", "", ""), ("{c} ({label} {n} / {p})", "p", "n", ""), ("{label} {p}/{n}", "p", "n", ""),
    ("{label} {m}", "m", "", ""), ("{label} {m}/{p}", "p", "m", ""), ("{label} {p} via {w}", "p", "w", ""), ("{label} {u}/{w}", "u", "w", ""), ("{label} {w}/{u}", "u", "w", ""),
    ("{label} {u} ({w})", "u", "w", ""), ("{label} {p} ({l})", "p", "", ""), ("{label} {p}, {l}", "p", "", ""), ("{label} {p}, {l}, via {w}", "p", "w", ""),
    ("{label} {u}, {l}", "u", "", ""), ("{label} {p} / {w} / {l}", "p", "w", ""), ("{label} {p} | {w} | {l}", "p", "w", ""), ("{label} {p} – {b}", "p", "b", ""),
    ("{by} {p}", "p", "", ""), ("{by} {p} on {w}", "p", "w", ""), ("{by} {p} auf {w}", "p", "w", ""), ("{by} {u} from {w}", "u", "w", ""), ("{by} {p}/{a}", "p", "a", ""),
    ("{by} {p} and {q}", "p q", "", ""), ("{by} {p} for {b}", "p", "b", ""), ("{by} {p} via {a}", "p", "a", ""), ("{by} {p}, {l}", "p", "", ""), ("{by} {p} ({l})", "p", "", ""),
    ("{by} {m}", "m", "", ""), ("{by} {u}", "u", "", ""), ("{by} {p}, {b}", "p", "b", ""), ("{by} {p}/{b} via {a}", "p", "b a", ""),
    ("© {p}", "p", "", ""), ("© {p}/{a}", "p", "a", ""), ("© {a}", "", "a", ""), ("© {p} / {b}", "p", "b", ""), ("© {b}", "", "b", ""), ("© {a}/{p}", "p", "a", ""), ("© {p} | {w}", "p", "w", ""),
    ("© {m}", "m", "", ""), ("© {p}, courtesy {m}", "p", "m", ""), ("© {w}/{u}", "u", "w", ""), ("© 2019 {p}", "p", "", ""),
    ("{only} {p}", "p", "", ""), ("{only} {m}", "m", "", ""), ("{only} {b}", "", "b", ""), ("{only} {p}/{b}", "p", "b", ""),
    ("{t} by {p}, {l}", "p", "", "t"), ("“{t}” by {p} is licensed under {l}", "p", "", "t"), ("{t} by {u} on {w} ({l})", "u", "w", "t"), ("„{t}“ von {p}, {l}, via {w}", "p", "w", "t"),
    ("By {p} - Own work, {l}", "p", "", ""), ("Von {u} - Eigenes Werk, {l}", "u", "", ""), ("{p}, {l}, via {w}", "p", "w", ""), ("{u}, {l}, via {w}", "u", "w", ""),
    ("{t} ({p}, {l})", "p", "", "t"), ("{t} - {p} - {l}", "p", "", "t"), ("{p}, {t}, {l}", "p", "", "t"), ("{t}, {p}, {l}, via {w}", "p", "w", "t"), ("{t} | {p} | {w} | {l}", "p", "w", "t"),
    ("{c} {label} {p}/{a}", "p", "a", ""), ("{c} ({label} {p})", "p", "", ""), ("{c} ({p}/{a})", "p", "a", ""), ("{c} {p}/{a}", "p", "a", ""), ("{c} ({p} for {b})", "p", "b", ""),
    ("{c} | {label} {p}", "p", "", ""), ("{c} © {p}", "p", "", ""), ("{c} ({a})", "", "a", ""), ("{c} {p}, {a}", "p", "a", ""), ("{c} {by} {p}", "p", "", ""), ("{c} {p} via {a}", "p", "a", ""),
    ("{p}/{a} {c}", "p", "a", ""), ("{p}/{a}", "p", "a", ""), ("{p} / {a}", "p", "a", ""), ("{a}", "", "a", ""), ("{p} for {b}", "p", "b", ""), ("{a}/{p}", "p", "a", ""), ("{p}, {q}/{a}", "p q", "a", ""),
    ("Image is licensed under the {l} license and was created by {p}.", "p", "", ""), ("The photo by {p} is licensed under {l}.", "p", "", ""),
    ("This image was created by {p} and is licensed under {l}.", "p", "", ""), ("Picture is licensed under {l} and was taken by {u}.", "u", "", ""),
    ("Das Bild von {p} steht unter der Lizenz {l}.", "p", "", ""), ("L'image est de {p}, sous licence {l}.", "p", "", ""), ("La imagen es de {p} y tiene licencia {l}.", "p", "", ""),
    ("Image is licensed under {l} and was created by {f}.", "f", "", ""), ("Featured image by {p} ({l}).", "p", "", ""), ("Cover photo: {p}, {w}, {l}", "p", "w", ""),
    ("Titelbild: {p} ({l})", "p", "", ""), ("The cover image is by {p} via {w}.", "p", "w", ""), ("Header image: {t} by {p}, {l}", "p", "", "t"),
    ("{c} ({label} {p}, {q}/{a})", "p q", "a", ""), ("{c} {label} {a} | {p}", "p", "a", ""), ("{label} {p}; {label} {q}/{a}", "p q", "a", ""), ("{c} ({label} {p}/{b}/{a})", "p", "b a", ""),
)  # fmt: skip
SILENT = (
    "Von {a}", "By {a}", "{a}, {p}", "The article is licensed under {l} and was written by {p}.", "This text is by {p}, {l}.", "{c}", "Photo of {t}", "By {p}", "Text: {p}", "{p}, {b}", "© 2021 {b}. All rights reserved.", "This site is licensed under {l}.", "{c} {c}",
    "Bild {p} spricht im Rat", "Foto: {c}", "Image: {c}", "Our code is released under {l}.", "Follow us on {w}", "{p} told {b} on Monday.", "Von {p}",
    "The data are available under {l}.", "Source: {b} survey, 2020", "Article by {p} for {b}", "Dieses Blog steht unter {l}.", "{c} Read more on {w}.",
    "The texts by {p} are under {l}.", "{b} ({m})", "In this photo {p} opens the fair.", "Fonte: {c}", "Photos and videos from {t}",
)  # fmt: skip


CAPTIONED = (
    "{c}", "{c} {c}", "{p}", "{p} and {q}", "{p} in Sampletown", "{p}, mayor of Sampletown", "From left: {p}, {q}, {r}", "{m}", "{m} in Sampletown", "{t}",
    "{b} headquarters", "{p} (left) with {q}", "{p} ({m})", "{t}, 2019", "{p} at {b}", "{t} / {t}", "{p} speaks. {c}", "Dr. {p}", "{p} – {t}", "Figure 3. {t}",
)  # fmt: skip
"""Captions that name people and places and credit nobody."""


FIGURES: tuple[tuple[str, str, str, str], ...] = (
    ("Source: {b}", "", "b", ""), ("Quelle: {b}", "", "b", ""), ("Fonte: {b}", "", "b", ""), ("Fuente: {w}", "", "w", ""), ("Bron: {b}", "", "b", ""),
    ("{c} (Source: {b})", "", "b", ""), ("{c} Quelle: {m}", "", "m", ""), ("{label} {p}", "p", "", ""), ("{c} {label} {p}/{a}", "p", "a", ""), ("{p}/{a}", "p", "a", ""),
    ("{c} {by} {p}", "p", "", ""), ("{c} © {p}", "p", "", ""), ("{c} ({a})", "", "a", ""), ("{t} by {p}, {l}", "p", "", "t"), ("{p} / {w}", "p", "w", ""), ("{c} {a}", "", "a", ""),
    ("{c} {p}/{b}", "p", "b", ""), ("{t} – {l}", "", "", "t"), ("{by} {u} on {w}", "u", "w", ""), ("{w}", "", "w", ""), ("{a}", "", "a", ""),
)  # fmt: skip
"""Captions that end in, or are, a credit."""


def providers(kind: str) -> list[str]:
    """Names of providers as people print them."""
    data = tomllib.loads((RULES / "providers" / f"{kind}.toml").read_text(encoding="utf-8"))
    return [p["name"] for p in data["provider"]]


def rows(count: int = 6, seed: int = 11) -> Iterator[dict[str, Any]]:
    """`count` lines of each construction; the same for the same seed."""
    chance = random.Random(seed)
    given = [
        n.title()
        for n in tomllib.loads((RULES / "names" / "given.toml").read_text(encoding="utf-8"))["given"].split()
        if n.isascii() and len(n) > 2
    ]
    agencies, platforms = (
        providers("agencies") + providers("stock"),
        ["Flickr", "Unsplash", "Pexels", "Pixabay", "Wikimedia Commons", "Instagram", "Freepik", "Shutterstock"],
    )

    def person() -> str:
        first = chance.choice(given)
        middle = chance.choice(["", "", "", "", f" {chance.choice('ABCDEFGHJKLMRST')}.", " van der", " de"])
        name = f"{first}{middle} {chance.choice(SURNAMES)}"
        return name.upper() if chance.random() < 0.06 else name

    def filled(line: str) -> tuple[str, dict[str, str]]:
        words = {
            "p": person(), "q": person(), "r": person(), "a": chance.choice(agencies), "w": chance.choice(platforms), "b": chance.choice(FIRMS),
            "m": chance.choice(BODIES), "u": chance.choice(ACCOUNTS), "f": chance.choice(SURNAMES), "n": chance.choice(["NASA", "ESA", "NOAA", "ESO", "USGS", "CERN"]), "t": chance.choice(TITLES), "l": chance.choice(LICENCES),
            "c": chance.choice(CAPTIONS), "label": chance.choice(LABELS), "by": chance.choice(BY), "only": chance.choice(ONLY),
        }  # fmt: skip
        return line.format(**words), words

    for line, makers, places, title in (*LINES, *FIGURES):
        for number in range(count):
            text, words = filled(line)
            markup = f"<figcaption>{text}</figcaption>" if (line, makers, places, title) in FIGURES else text
            yield {
                "id": f"M{line}{number}", "text": text, "raw_markup": markup, "lang": "", "is_credit": True, "creators": [words[m] for m in makers.split()],
                "source_name": [words[p] for p in places.split()], "title": words.get(title), "kind": "made-up",
            }  # fmt: skip
    for line in CAPTIONED:
        for number in range(count):
            text, _ = filled(line)
            markup = f"<figcaption>{text}</figcaption>"
            yield {"id": f"F{line}{number}", "text": text, "raw_markup": markup, "lang": "", "is_credit": False, "kind": "made-up"}
    for line in SILENT:
        for number in range(count):
            text, _ = filled(line)
            yield {"id": f"S{line}{number}", "text": text, "raw_markup": text, "lang": "", "is_credit": False, "kind": "made-up"}


def samples() -> Iterator[dict[str, Any]]:
    """The samples of the phrase files: whether they are credits, without names."""
    for path in sorted((RULES / "phrases").glob("*.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8")).get("samples", {})
        for key, credit in (("match", True), ("silent", False)):
            for text in told.get(key, ()):
                yield {
                    "id": f"{path.stem} {text}",
                    "text": text,
                    "raw_markup": text,
                    "lang": path.stem,
                    "is_credit": credit,
                    "kind": "sample",
                }
