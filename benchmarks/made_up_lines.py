# SPDX-License-Identifier: Apache-2.0
"""Made-up labelled lines: every ordinary construction of a credit, with invented names, for `fit_scores.py`.

Labelled corpora hold few lines of each construction; these teach the scores the grammar, the corpora teach them the
field. `{p}` is a person, `{q}` another one, `{r}` a third, `{a}` an agency or stock house, `{w}` a platform, `{b}` a firm, `{m}` a
museum or public body, `{u}` an account, `{v}` authors of a paper, `{f}` a family name, `{t}` a title, `{l}` a licence.
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
    "d’Avelar",
    "al-Sampli",
    "el-Modeli",
    "von der Beispiel",
    "de los Ejemplos",
    "O'Sample",
]
RARE = [
    "Burkart",
    "Gagelin",
    "Assizo",
    "Sorathen",
    "Shakko",
    "Tolgar",
    "Wendelmar",
    "Ysolt",
    "Jorund",
    "Tamsyne",
    "Okeke",
    "Brinlee",
    "Zdeno",
    "Hauken",
    "Pirjalo",
    "Ivetana",
    "Xoanto",
    "Liutgard",
    "Ademola",
    "Quirien",
    "Sefton",
    "Mirela",
    "Obrad",
    "Yarek",
    "Tiphaine",
]
"""Given names that no list knows, as many a real one is."""
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
    "marisol_fotos",
    "@lens_and_sea",
    "gull.watcher",
    "TidePixels",
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
    ("{label} {u}", "u", "", ""), ("{c} ({label} {u})", "u", "", ""), ("Photo credit: {u}", "u", "", ""), ("{c} Credit: {u}", "u", "", ""), ("Crédits : {u}", "u", "", ""), ("Photo {u} / {a}", "u", "a", ""),
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
MORE: tuple[tuple[str, str, str, str], ...] = (
    ("{c} / {P}", "P", "", ""), ("{c} / {label} {p}", "p", "", ""), ("{c} — {p}", "p", "", ""), ("{c} ({p})", "p", "", ""), ("{c} ({b})", "", "b", ""), ("{label} {w}/{p}", "p", "w", ""),
    ("{w}/{p}", "p", "w", ""), ("{c} {w}/{p}", "p", "w", ""), ("{label} {p} Photography", "p", "", ""), ("{t}, Sampletown, 2009, {p}, {l}, via {w}", "p", "w", "t"), ("{t}, 1987, {u}, {l}, via {w}", "u", "w", "t"),
    ("{t}, March 2004, {p}, {l}, via {w}", "p", "w", "t"), ("{label} {p}, courtesy of {b}", "p", "b", ""), ("{label} courtesy of {p}", "p", "", ""), ("{label} courtesy {m}", "", "m", ""), ("{label} {p}/{b}/{w}", "p", "b w", ""),
    ("{label} {b} via {w}", "", "b w", ""), ("{p} / {l}", "p", "", ""), ("{u} ({l})", "u", "", ""), ("{p} [{l}]", "p", "", ""), ("Author: {p}, source: {w}, licence: {l}", "p", "w", ""), ("Autor: {p} | Quelle: {w} | Lizenz: {l}", "p", "w", ""),
    ("{t} © {p}", "p", "", "t"), ("{t} | © {p}/{a}", "p", "a", "t"), ("{c} © {b}", "", "b", ""), ("Screenshot: {b}", "", "b", ""), ("Screenshot via {w}", "", "w", ""), ("{by} {p}, {l}, cropped", "p", "", ""),
    ("{by} {p}. {l}, modified by {b}", "p", "", ""), ("{label} {p} ({a}) | {label} {q}", "p q", "a", ""), ("{label} {f} / {b}", "f", "b", ""), ("{label} {f}, {a}", "f", "a", ""), ("{label} {p} (via {w})", "p", "w", ""),
    ("(c) {p}", "p", "", ""), ("{c} (c) {p}", "p", "", ""), ("(c) {b} | {p}", "p", "b", ""), ("{label} © {p}", "p", "", ""), ("{label} © {b} / {p}", "p", "b", ""), ("{label} {n}/{b}", "n", "b", ""), ("Image: {t} ({p}/{w})", "p", "w", "t"),
    ("{p} — {t}, {l}", "p", "", "t"), ("{t}: {p}, {l}", "p", "", "t"), ("{t}. {p}, {l}", "p", "", "t"), ("{t}. {p}. {l}", "p", "", "t"), ("{t}, by {p} and {q}, {l}", "p q", "", "t"), ("{t} por {p}, {l}, via {w}", "p", "w", "t"),
    ("{t} par {p}, sous licence {l}", "p", "", "t"), ("{t} di {p} - {l}", "p", "", "t"), ("{label} {t}, {p}, {l}", "p", "", "t"), ("By {p} ({t}.jpg) [{l}], via {w}", "p", "w", ""), ("{p} from Sampletown, Country, {l}, via {w}", "p", "w", ""),
    ("{u} at English Wikipedia, {l}, via Wikimedia Commons", "u", "Wikimedia Commons", ""), ("{m}, {l}, via {w}", "m", "w", ""), ("{m}, Public domain, via {w}", "m", "w", ""), ("{p} / {m}, {l}", "p", "m", ""), ("{p} and {q}/{b}", "p q", "b", ""),
    ("{c} {p} and {q}/{b}", "p q", "b", ""), ("({p}, {q} and {r} | {b})", "p q r", "b", ""), ("{label} {p}, {q} y {r}", "p q r", "", ""), ("{only} {p} and {q}", "p q", "", ""), ("{c} Courtesy of {b}", "", "b", ""), ("{c} {label} {p} for {b}", "p", "b", ""),
    ("“{t}” by {u} is licensed under {l}. To view a copy of this license, visit https://creativecommons.org/licenses/by/4.0/", "u", "", "t"), ("“{t}” by {p} is marked with Public Domain Mark 1.0.", "p", "", "t"),
    ("# “{t}” by {u} is licensed under {l}. To view a copy of this license, visit https://creativecommons.org/licenses/by/2.0/?ref=openverse.", "u", "", "t"), ("“{t}” by {p} is marked with CC0 1.0.", "p", "", "t"),
    ("Image by author", "", "", ""), ("Photo by the author", "", "", ""), ("Own photo", "", "", ""), ("Eigenes Foto", "", "", ""), ("Eigene Aufnahme (Mai 2022 in Musterstadt)", "", "", ""), ("Eigene Aufnahme", "", "", ""), ("({label} {l})", "", "", ""),
    ("Foto propia", "", "", ""), ("Foto: own work, {l}", "", "", ""), ("Submitted photo", "", "", ""), ("(Courtesy photo)", "", "", ""), ("Handout photo", "", "", ""), ("{c} (Courtesy photo)", "", "", ""), ("{c} (Image: supplied)", "", "", ""),
    ("({label} {b} website)", "", "b", ""), ("(Source: {b} documentation)", "", "b", ""), ("Image source: {b} docs", "", "b", ""), ("{label} {d}", "", "d", ""), ("{c} ({label} {d})", "", "d", ""), ("{label} www.{d}", "", "d", ""), ("© {d}", "", "d", ""),
    ("{p} {l} ([https://creativecommons.org/licenses/by-sa/3.0])", "p", "", ""), ("{t} is © 2016 {p}, used under {l}.", "p", "", "t"), ("© {n}, {l}", "n", "", ""), ("Licence: © {n}, {l}", "n", "", ""), ("{label} {l}, {p}", "p", "", ""),
    ("{label} {p} ({w} user {u}), {l}", "p", "w", ""), ("{t}, {u}, {l}, via {w}", "u", "w", "t"), ("{w}/{b}", "", "w", ""), ("{p}/{d}", "p", "d", ""), ("{c} {p} ({d})", "p", "d", ""), ("{t} by {p} - {d} - {l}", "p", "d", "t"),
    ("Source: {w}, author: {p}, licence: {l}", "p", "w", ""), ("Quelle: {w}, Autor: {p}, Lizenz: {l}", "p", "w", ""), ("Fuente: {w}. Autor: {p}", "p", "w", ""), ("{label} {p}. Source: {w}. License: {l}", "p", "w", ""),
    ("{label} {p} on {w} / {l}", "p", "w", ""), ("{p} / {w} / {l}", "p", "w", ""), ("© {p} / {l} (via {w})", "p", "w", ""), ("{label} {p} auf {w}", "p", "w", ""), ("“{t}” (2010), by {p}. Licensed under {l} via {w}.", "p", "w", "t"),
    ("Courtesy {p} ({l})", "p", "", ""), ("Attribution: {p}, {l}, via {w}", "p", "w", ""), ("Attribution: {p}", "p", "", ""), ("By Original: {p} Vector: {q} - Own work, {l}", "p q", "", ""), ("Attributed to {p}, Public domain, via {w}", "p", "w", ""), ("Archivfoto: {p}", "p", "", ""), ("Symbolfoto: {p}/{a}", "p", "a", ""), ("Archivbild: {f}", "f", "", ""), ("Autor: {p}. Licencia: {l}. Fuente: {w}", "p", "w", ""), ("{p}, {q}, {r}, {l}, via {w}", "p q r", "w", ""), ("{p} and {q}, {l}, via {w}", "p q", "w", ""), ("{u} (talk · contribs), {l}, via {w}", "u", "w", ""), ("Unknown author, Public domain, via {w}", "", "w", ""),
    ("No machine-readable author provided. {u} assumed (based on copyright claims)., {l}, via {w}", "u", "w", ""), ("The original uploader was {u} at German Wikipedia., {l}, via Wikimedia Commons", "u", "Wikimedia Commons", ""),
    ("{label} © {p}, used under {l}", "p", "", ""), ("Icons made by {p} from {d}", "p", "d", ""), ("Icon by {p} from the Noun Project", "p", "Noun Project", ""), ("Designed by {u} / {w}", "u", "w", ""), ("cc licensed flickr photo shared by {p}", "p", "", ""),
    ("photo credit: {p} via photopin cc", "p", "photopin", ""), ("Creative Commons licensed photo by {p}", "p", "", ""), ("Some rights reserved by {p}", "p", "", ""), ("{label} {p}; {l}", "p", "", ""), ("{by} {p}. {l}.", "p", "", ""), ("{t} © {p} {l} / {d}", "p", "d", "t"),
    ("Abb. 3: {t} ({p}, {l})", "p", "", "t"), ("{t} by {p} is available under {l} from {w}", "p", "w", "t"), ("{by} {p} is licensed under {l}", "p", "", ""), ("Adapted from “{t}” by {p} ({l})", "p", "", "t"), ("Photo: {p}, {l}. No changes were made.", "p", "", ""),
    ("Photo (c) {p}", "p", "", ""), ("Foto © {p}", "p", "", ""), ("{c} Photo (c) {p}", "p", "", ""), ("{b} on {w}", "b", "w", ""), ("{by} {b} on {w}", "b", "w", ""), ("{p} / Wikipedia / {l}", "p", "Wikipedia", ""),
    ("{p} on {w}", "p", "w", ""), ("{p} on Unsplash", "p", "Unsplash", ""), ("{u} on {w}", "u", "w", ""), ("{c} {p} on {w}", "p", "w", ""), ("{p} via {w}", "p", "w", ""), ("{c} {by} {p} on {w}", "p", "w", ""),
    ("{label} {p} on {w}", "p", "w", ""), ("{c} {u} / {a}", "u", "a", ""), ("{u} - stock.adobe.com", "u", "Adobe Stock", ""), ("{a}/{u}", "u", "a", ""), ("{a} / {u}", "u", "a", ""), ("{label} {a}/{u}", "u", "a", ""), ("Photo submitted by {p}", "p", "", ""), ("Photo provided by {b}", "", "b", ""), ("{c} {u} – stock.adobe.com", "u", "Adobe Stock", ""), ("© {u} - {a}", "u", "a", ""), ("{p} - stock.adobe.com", "p", "Adobe Stock", ""), ("{label} {u} / {a}", "u", "a", ""), ("{u}/{a}", "u", "a", ""), ("{label} {u} - {a}", "u", "a", ""), ("Фото: {x}", "x", "", ""), ("Фото: {x}/{y}", "x", "y", ""), ("Фото: {y}", "", "y", ""), ("Фото {x}", "x", "", ""), ("{e} / Фото: {x}", "x", "", ""), ("{e} © {x} / {y}", "x", "y", ""), ("Фото: архив {y}", "", "y", ""),
    ("{e} Фото: {x}", "x", "", ""), ("Автор фото: {x}", "x", "", ""), ("Иллюстрация: {x} / {y}", "x", "y", ""), ("Світлина: {x}", "x", "", ""), ("Източник: {y}", "", "y", ""),
    ("图片来源：{k}", "", "k", ""), ("摄影：{h}", "h", "", ""), ("（{h} 摄）", "h", "", ""), ("图/{h}", "h", "", ""), ("图源：{k}", "", "k", ""), ("{k}记者 {h} 摄", "h", "k", ""), ("{k}供图", "", "k", ""), ("{h}摄/{k}", "h", "k", ""),
    ("写真：{j}", "j", "", ""), ("撮影：{j}", "j", "", ""), ("画像提供：{i}", "", "i", ""), ("写真提供：{i}", "", "i", ""), ("写真：{j}／{i}", "j", "i", ""), ("出典：{i}", "", "i", ""), ("（写真：{i}）", "", "i", ""), ("撮影 {j}", "j", "", ""),
    ("写真＝{j}", "j", "", ""), ("撮影／{j}", "j", "", ""), ("文・写真＝{j}", "j", "", ""), ("{j}＝撮影", "j", "", ""), ("（{j}撮影）", "j", "", ""), ("写真提供＝{i}", "", "i", ""), ("攝影／{h}", "h", "", ""), ("圖／{h}", "h", "", ""), ("記者{h}／攝影", "h", "", ""), ("图｜{h}", "h", "", ""),
    ("사진: {g} 제공", "", "g", ""), ("사진={g} 제공", "", "g", ""), ("[사진={o} 기자]", "o", "", ""), ("사진|{o} 기자", "o", "", ""), ("사진 {o} 기자", "o", "", ""), ("ⓒ {o}", "o", "", ""), ("ⓒ{g}", "", "g", ""),
    ("사진={o} 기자", "o", "", ""), ("사진: {o}", "o", "", ""), ("사진 제공={g}", "", "g", ""), ("사진제공 = {g}", "", "g", ""), ("[사진 {g}]", "", "g", ""), ("Φωτογραφία: {p}", "p", "", ""), ("تصوير: {z}", "z", "", ""), ("צילום: {s}", "s", "", ""),
)  # fmt: skip
"""Constructions that corpora show seldom, other scripts among them: `{x}` person, `{y}` body, `{e}` caption (Cyrillic), `{h}`, `{k}` Chinese, `{j}`, `{i}` Japanese,
`{o}`, `{g}` Korean, `{z}` Arabic, `{s}` Hebrew; `{P}` a name in capitals."""
WRAPPED: tuple[tuple[str, str, str, str], ...] = (
    ('"credit": "{label} {p}/{a}",', "p", "a", ""), ('"credit": "{p}, {l}, via Wikimedia Commons",', "p", "Wikimedia Commons", ""), ("credit: '{p} / {w} / {l}',", "p", "w", ""), ("attribution: '© {p} ({l})',", "p", "", ""),
    ('"attribution": "\\"{t}\\" by {u} is licensed under {l}.",', "u", "", "t"), ("imageCredit: '{by} {p} on {w}',", "p", "w", ""), ('credit: "{m}, {l}"', "", "m", ""), ("{{ src: 'img/a.jpg', credit: '{p}, {l}' }},", "p", "", ""),
    ("// {by} {p} on {w}", "p", "w", ""), ("// {t} by {u}, {l}", "u", "", "t"), ("By {u} [{l}], from Wikimedia Commons", "u", "Wikimedia Commons", ""), ("{p} [{l}], from Wikimedia Commons", "p", "Wikimedia Commons", ""), ("- {label} [{t}](https://www.flickr.com/photos/a/1/) {p}, [{l}](https://creativecommons.org/licenses/by/4.0/)", "p", "Flickr", "t"), ("- **a.png** - {l} - Source: [{t}](https://commons.wikimedia.org/wiki/File:A.png)", "", "Wikimedia Commons", "t"),
    ("// “{t}” by {u} is licensed under {l}", "u", "", "t"), ('// "{t}" by {u} is licensed under {l}.', "u", "", "t"), ('# "{t}" by {u} is licensed under {l}.', "u", "", "t"), ('* "{t}" by {p} is licensed under {l}.', "p", "", "t"), ("{t} par {p} (licence {l})", "p", "", "t"), ("{t} par {p}, licence {l}", "p", "", "t"), ("{t} by {p}, licensed under {l}", "p", "", "t"), ("{t} von {p}, unter {l}", "p", "", "t"), ("{t} by {p} is licensed under {l}", "p", "", "t"),
    ("Von Bundesarchiv, Bild 183-1989-0401-012 / {p} / {l}", "p", "Bundesarchiv", ""), ("Bundesarchiv, Bild 146-1979-02-13 / {p} / {l}, via Wikimedia Commons", "p", "Bundesarchiv", ""), ("Bundesarchiv, B 145 Bild-F001 / {p} / {l}", "p", "Bundesarchiv", ""), ("{t} by {p} from {w}", "p", "w", "t"), ("{t} by {p} on {w}", "p", "w", "t"), ("{t} von {p} auf {w}", "p", "w", "t"),
    ("“{t}” by {u} is licensed under {l}.", "u", "", "t"), ("*“{t}”* by {p} is licensed under {l}.", "p", "", "t"), ("- “{t}” by {u}, licensed under {l}.", "u", "", "t"), ("{c} “{t}” by {p}, {l}.", "p", "", "t"), ("> “{t}” by {u}, {l}.", "u", "", "t"), ("„{t}“ von {u} ist lizenziert unter {l}.", "u", "", "t"), ("« {t} » par {p} est sous licence {l}.", "p", "", "t"), ("“{t}” de {p} está bajo licencia {l}.", "p", "", "t"), ("// “{t}” by {p}, {l}.", "p", "", "t"),
    ("# {p}, {l}, via {w}", "p", "w", ""), ("<!-- {label} {p} ({l}) -->", "p", "", ""), ("/* {label} {u}, {l} */", "u", "", ""), ("- `a.jpg`: {p}, {l}", "p", "", ""), ("- **a.jpg** - {t} by {p} ({l})", "p", "", "t"),
    ("| a.jpg | {p} | {l} | {w} |", "p", "w", ""), ("| {t} | {p} | {w} | {l} |", "p", "w", "t"), ("* Title: {t}\n* Author: {p}\n* Source: {w}\n* License: {l}", "p", "w", ""), ("Title: {t} | Author: {p} | Source: {w} | License: {l}", "p", "w", ""),
    ("img('a.jpg', '{p}', '{l}', 'https://commons.wikimedia.org/wiki/File:A.jpg')", "p", "Wikimedia Commons", ""), ("author: '{p}', source: '{w}', license: '{l}'", "p", "w", ""), ("\\\\caption{{{c} {label} {p}, {l}.}}", "p", "", ""),
    ("(c) {p}, some rights reserved ({l})", "p", "", ""), ("© {u}, some rights reserved ({l})", "u", "", ""), ("(c) {p}, algunos derechos reservados ({l})", "p", "", ""), ("(c) {p}, certains droits réservés ({l})", "p", "", ""), ("(c) {p}, einige Rechte vorbehalten ({l})", "p", "", ""), ("{p}, no rights reserved (CC0)", "p", "", ""),
    ("Some rights reserved by {p}", "p", "", ""), ("Some rights reserved by {u}", "u", "", ""), ("All rights reserved by {p}", "p", "", ""), ("{label} {p}. All rights reserved.", "p", "", ""), ("{label} {p}. Used with permission.", "p", "", ""),
    ("Figure adapted from {v} (2019), {l}", "v", "", ""), ("Adapted from {v}, 2016. {l}.", "v", "", ""), ("{c} Figure from {v} ({l})", "v", "", ""), ("Adapted from {p}, {l}", "p", "", ""), ("Figure adapted from {p} (2018)", "p", "", ""), ("Reproduced from {p}, {l}.", "p", "", ""), ("Reprinted with permission from {b}.", "", "b", ""), ("Abbildung nach {p}, {l}", "p", "", ""), ("Grafik: eigene Darstellung nach {p}", "p", "", ""),
    ("Photo used with permission of {p}", "p", "", ""), ("{label} {p}, used by permission", "p", "", ""), ("Mit freundlicher Genehmigung von {b}", "", "b", ""), ("Avec l'aimable autorisation de {m}", "", "m", ""), ("Per gentile concessione di {m}", "", "m", ""), ("{t}, mit freundlicher Genehmigung von {m}", "", "m", "t"),
    ("All images are from {w}", "", "w", ""), ("Photos are from {w} and {a}.", "", "w a", ""), ("Alle Bilder stammen von {w}", "", "w", ""), ("Les photos proviennent d’{w}.", "", "w", ""), ("As imagens são do {w} ({l}).", "", "w", ""), ("Las imágenes provienen de {w}.", "", "w", ""), ("Ikony pochodzą z {w} ({l}).", "", "w", ""), ("Image from {w}, public domain.", "", "w", ""), ("Photo downloaded from {w} ({l})", "", "w", ""),
    ("Icons: {w} ({l})", "", "w", ""), ("Icon from {w}, {l}", "", "w", ""), ("The cover picture is by {p} ({l}).", "p", "", ""), ("Header image: {p}, {l}, via {w}", "p", "w", ""), ("Portrait of {q} by {p}, public domain", "p", "", ""), ("The image is in the public domain, via {w}.", "", "w", ""), ("Das Titelbild stammt von {p} ({l}).", "p", "", ""), ("Das Foto ist von {p}.", "p", "", ""), ("L'image est de {p}, sous licence {l}.", "p", "", ""), ("La imagen es de {p}, con licencia {l}.", "p", "", ""), ("La foto è di {p} ({l}).", "p", "", ""), ("A imagem é de {p}, {l}.", "p", "", ""), ("Autorem zdjęcia jest {p} ({l}).", "p", "", ""), ("Автор фотографии — {x}, {l}", "x", "", ""),
    ("{m}, public domain, via Wikimedia Commons", "m", "Wikimedia Commons", ""), ("{t}. {m}, CC0.", "", "m", "t"), ("{t}, 1884. {m}, public domain, via Wikimedia Commons", "", "m", "t"), ("{p}, {t} (1899), Rijksmuseum, public domain", "p", "Rijksmuseum", "t"), ("{p}, {t}, 1899, oil on canvas, Metropolitan Museum of Art, CC0", "p", "Metropolitan Museum of Art", "t"),
    ("{label} {p} ({l}), {q} ({l}) und {r} ({l})", "p q r", "", ""), ("Photos: {u}, {p}, {q} ({w}, {l})", "u p q", "w", ""), ("left: {l} – {p} / right: {l} – {q}", "p q", "", ""), ("{label} {p}, {l} · {q}, {l}", "p q", "", ""), ("{label} {p}, {l}, cropped", "p", "", ""), ("{p}, {l}, via {w} (cropped)", "p", "w", ""), ("{p}, {l}, via {w}, edited by {b}", "p", "w", ""),
    ("{l} – {p} / {w}", "p", "w", ""), ("{l} {p} via {w}", "p", "w", ""), ("{l}: {p}", "p", "", ""), ("cc {u} https://flic.kr/p/a1b2c3", "u", "Flickr", ""), ("{label} {n}, {l}", "n", "", ""), ("{label} {n}, public domain", "n", "", ""), ("{n}, public domain, via Wikimedia Commons", "n", "Wikimedia Commons", ""), ("{t} — {n}, public domain", "n", "", "t"),
)  # fmt: skip
"""Credits in data and program text, in records, in whole sentences, and of pictures that are named in one breath."""

OTHER = {
    "v": "Sampleton et al.|Muster et al.|Okonkwo et al.|de Sample et al.", "x": "Анна Примерова|Олег Образцов|Ірина Зразкова|Марат Показов|В. Примеров|Зульфия Пробова|Ждан Вигадько", "y": "Вестник Примера|ТАСС|РИА Образец|Пресс-служба мэрии|Гавань-медиа|РБК|музей Примера",
    "e": "Мост закрыли в понедельник.|Заседание совета в мэрии.|Порт на рассвете", "h": "王见本|李样例|陈试|欧阳范文|周例", "k": "见本晚报|样例新闻网|港口博物馆|新华社|范例科技|受访者", "j": "見本太郎|例文花子|試験一郎|サンプル・マリア",
    "i": "見本新聞社|例文株式会社|港博物館|サンプル大学|例文市|時事通信", "o": "김견본|이예시|박시험|최보기", "g": "견본일보|예시대학교|시험전자|서울시|항구박물관", "z": "أحمد المثال|ليلى نموذج", "s": "דוד דוגמה|רות משל",
}  # fmt: skip
SILENT = (
    "Von {a}", "By {a}", "{a}, {p}", "The article is licensed under {l} and was written by {p}.", "This text is by {p}, {l}.", "{c}", "Photo of {t}", "By {p}", "Text: {p}", "{p}, {b}", "© 2021 {b}. All rights reserved.", "This site is licensed under {l}.", "{c} {c}",
    "Bild {p} spricht im Rat", "Foto: {c}", "Image: {c}", "Our code is released under {l}.", "Follow us on {w}", "{p} told {b} on Monday.", "Von {p}",
    "The data are available under {l}.", "Source: {b} survey, 2020", "Article by {p} for {b}", "Dieses Blog steht unter {l}.", "{c} Read more on {w}.",
    "The texts by {p} are under {l}.", "{b} ({m})", "In this photo {p} opens the fair.", "Fonte: {c}", "Photos and videos from {t}",
)  # fmt: skip


HARD = (
    "Author: {p}", "Autor: {p}", "Posted by {p}", "Written by {p} for {b}", "Photo gallery: {t}", "Photo of the day", "Foto des Tages: {c}", "{label} {t}", "Share this on {w}", "© 2020–2024 {b}", "Images may be subject to copyright.",
    "Illustration of {t}", "Map of Sampletown", "{b} is on {w}", "// @license {l}", "* @license https://creativecommons.org/licenses/by-sa/3.0/ {l}", "license: {l}", '"license": "{l}",', "case “{l}”: return “https://creativecommons.org/licenses/by/4.0/”;", "CC_BY: ['{l}'],", "{m} makes 375,000 images available under {l}",
    "{m} releases its collection under {l} – {w} blog", "{m} stellt 10.000 Objekte unter {l} ins Netz", "{m} met en ligne ses images sous licence {l}.", "All photos are published under {l}", "Alle Bilder dieser Seite stehen unter {l}.", "All images on this site are licensed under {l}.",
    "Unless otherwise noted, images are {l}.", "The dataset ({l}) was made by {b}.", "Most codes written by {p} ({l})", "Beschreibungen: {w} unter {l}", "Translation by {p}, {l}", "Slides by {p} are licensed under {l}", "Lesson by {p} – {l}", "{p} — {l} — course notes",
    "Icons by {b} under {l}, code under MIT", "* Created by: {u} * License: {l}", "author: {p} license: {l} version: 1.2", "The attribution must read “© {b} contributors”.", "Attribution required: © {b}", "An attribution such as “Photo by {p}, {l}” is needed.",
    "Publisher: {p} Editor: {q} © {b}", "Impressum Kontakt Datenschutz © {b}", "© 2019 www.{d} | {b}", "Credits for photographers and agencies", "{label} JPG/PNG, 5 MB", "For this example, {b} used an image generated with Midjourney.", "Photos: {p} cleans up", "Фото: {x} на отдыхе", "{label} {p} has replaced {q} as manager",
    "{label} artist’s impression of the building by {p}", "Foto di due barche", "Foto de dos gatos", "Bild von drei Enten", "Recipe: {p} Source: https://{d}/recipes", "“We are ready.” (25/11/2019, {a})", "{e} (СНИМКИ)", "{c} (PHOTOS)", "Source: {b}", "Quelle: {b}", "Fuente: {b}", "Fonte: {m}", "Source : {m}", "By {p} | {b}", "By {p}, {b}", "Von {p} / {b}", "Por {p} | {b}", "By {p} / {a}", "Please give credit to the source. The pictures can be downloaded.", "Bitte die Quelle angeben. Die Bilder stehen in hoher Auflösung bereit.", "As imagens podem ser usadas com crédito à fonte. Além disso, são gratuitas.", "Se debe dar crédito a la fuente. Las imágenes son libres.",
    "{label} /get-sample", "images… etc…", "texts, photos… and more", "{label} 12 × 8 cm", "提供每一类产品的详细信息", "本网站提供图片下载", "写真を提供するサービスです。", "資料來源：", "Your photo: upload", "image: sample:latest", "Photos, videos, {w}, {w}",
    "На фото: {x}", "На фото: {e}", "Автор: {x}", "Источник: {y}", "{y}", "{e}", "作者：{h}", "记者 {h}", "文/{h}", "文：{j}", "取材・文：{j}", "기자 {o}", "图1 {k}",
    "图为{k}", "写真は{i}", "In the picture: {p}", "Im Bild: {p} und {q}", "Nicht im Bild: {p}", "En la foto, {p} y {q}", "{p} told {w}", "Credits: 3 points", "Kredit von {b}", "The credit goes to {p} and {q}.", "Thanks to {p} for the idea.",
    "{p} photographed the harbour.", "Licence: {l}", "Source code by {p}, {l}", "Video: {p}", "Music by {p}, {l}", "Font by {b}, {l}", "{label}", "{t} by {p} is a novel.",  "Sign in with {w}", "Read the paper by {p} and {q}.",
)  # fmt: skip
"""Lines that credit no picture, though their words are those of credits: only their surroundings would tell some of them."""


WRAPPED_HARD = (
    "Scripture quotations © 2011 by {b}. Used with permission.",
    "{b} is a registered trademark. Used with permission from {b}.",
    "Text reproduced with permission of {b}.",
    "Excerpt used with permission of the publisher.",
    "Poem by {p}, used with permission of {b}.",
    "Lyrics used by permission of {b}.",
    "Attribution is required.",
    "Attribution: see the file CREDITS",
    "図から分かるように、橋は古い。",
    "点が直線に並んでいる。図から見て、正しいと言える。",
    "次の図は港の様子である。",
    "写真を見ると、橋が写っている。",
    "画像は見本の町です。",
    "如图所示，港口在左边。",
    "从图中可以看出，桥很旧。",
    "图片显示了港口。",
    "照片里的人在笑。",
    "그림에서 보듯이 다리가 오래되었다.",
    "사진은 항구의 모습이다.",
    "Screenshot of the page",
    "Bildschirmfoto der Seite",
    "Capture d’écran de la page",
    "Captura de pantalla de la página",
    "Schermata della pagina",
    "Zrzut ekranu strony",
    "Снимок экрана страницы",
    "设置页面截图",
    "Screenshot: settings page",
    "Bildschirmfoto: Einstellungen",
    "The figure shows the harbour from the north.",
    "Das Bild zeigt den Hafen von Norden.",
    "Die Grafik zeigt, wie der Hafen wächst.",
    "L’image montre le port vu du nord.",
    "La imagen muestra el puerto desde el norte.",
    "La foto mostra il porto.",
    "A imagem mostra o porto.",
    "На рисунке видно, что мост стар.",
    "На фотографии показан порт.",
    "Na zdjęciu widać port.",
    "Na obrázku je vidět přístav.",
    "As the picture shows, the bridge is old.",
    "Wie auf dem Bild zu sehen ist, steht die Brücke.",
    "From the chart we see that {b} grew.",
    "Figure 2: {t}",
    "Abbildung 3: {t}",
    "図1 {t}",
    "图2：{t}",
    "Рис. 3. {e}",
    'The line reads, e.g. "{label} {p}, {l}".',
    "Give credit, for example: {label} {p} / {a}",
    'z. B. "{label} {p}, {l}"',
    "par exemple : « {label} {p} »",
    "por ejemplo: «{label} {p} / {w}»",
    "np. „{label} {p}”",
    "例如：「{label} {p}」",
    "credit: '{{photo.author}}, {{photo.licence}}'",
    "{label} {{{{ page.photographer }}}}",
    "{label} {{image.rightsHolder}} / {{image.source}}",
    "`© ${{owner}}, ${{licence}}`",
    '"credit": "Photographer Name / Agency"',
    "Photo: Jane Doe / {w}",
    "author: 'Author Name', license: '{l}'",
    '"creator": "Creator Name", "license": "{l}"',
    "assert credit('{p}', '{l}') == '{p}, {l}'",
    "expect(text).toBe('{label} {p}, {l}')",
    "| credit | ready-to-use line, e.g. “© {p}, {l}” |",
    "TODO: {label}",
    "credit: ''",
    "photographer:",
    "imageCredit: null",
    "Map data: © OpenStreetMap contributors (ODbL), timetable: © {b} ({l})",
    "Data: © {b}, {l}",
    "Datenquelle: {m}, {l}",
    "Daten: © {m} (2024), dl-de/by-2-0",
    "Données : {m}, {l}",
    "Fuente de datos: {m} ({l})",
    "Dane: {m}, {l}",
    "data from {m} ({l}), processed",
    "Text from {w}, {l}",
    "Der Text basiert auf dem Artikel {t} aus {w} und steht unter {l}.",
    "The biography is edited from Wikipedia ({l}).",
    "This page uses material from Wikipedia, {l}.",
    "Cet article reprend le texte de Wikipédia ({l}).",
    "sound.mp3 --- {p}, {l}, via archive.org",
    "Music: {t} by {p}, {l}",
    "Musik: {p} ({l})",
    "Musique : {p}, {l}",
    "Audio recorded by {p}, {l}",
    "Font: {b}, SIL OFL 1.1",
    "Schrift: {b} ({l})",
    "3D model by {p} ({l})",
    "3D-Modell von {p}, {l}",
    "Translation: {p}, {l}",
    "Übersetzung: {p} ({l})",
    "Dictionary: {m}, {l}",
    "{w}: only use CC0 or public domain pictures",
    "We accept photos under {l} or CC0.",
    "Upload only images that are {l}.",
    "Images must be {l} or public domain.",
    "Search {w} for pictures under {l}",
    "Bilder müssen unter {l} stehen.",
    "Choose a licence: {l}, CC0, public domain",
    "| Not a licence | “No known copyright restrictions” | reject |",
    "fetches images from {w} ({l})",
    "The scraper downloads pictures from {w} and keeps their credits.",
    "lädt Bilder von {w} herunter und prüft die Lizenz ({l})",
    "télécharge les images depuis {w}",
    "License of the pictures: see CREDITS.md",
    "Code: MIT, docs: {l}",
    "Course material by {p}, {l}",
    "<Author>{p}</Author>",
    "@author {p}",
    "author = {{{p}}}, title = {{{t}}}",
)
"""Data, texts, sounds and rules that name makers and licences; credits that are only examples."""


CAPTIONED = (
    "{p} - {b}", "{p} – {b}", "{p} - {m}",
    "{p} - {b}", "{p} – {m}", "Left: {p}, right: {q}", "Bottom: {p}, {q}, {r}", "{b} screenshot", "Screenshot of {b}", "{c}", "{c} {c}", "{p}", "{p} and {q}", "{p} in Sampletown", "{p}, mayor of Sampletown", "From left: {p}, {q}, {r}", "{m}", "{m} in Sampletown", "{t}",
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
        first = chance.choice(given if chance.random() < 0.75 else RARE)
        middle = chance.choice(["", "", "", "", f" {chance.choice('ABCDEFGHJKLMRST')}.", " van der", " de"])
        name = f"{first}{middle} {chance.choice(SURNAMES)}"
        return name.upper() if chance.random() < 0.06 else name

    def filled(line: str) -> tuple[str, dict[str, str]]:
        words = {
            "p": person(), "q": person(), "r": person(), "a": chance.choice(agencies), "w": chance.choice(platforms), "b": chance.choice(FIRMS),
            "m": chance.choice(BODIES), "u": chance.choice(ACCOUNTS), "f": chance.choice(SURNAMES), "n": chance.choice(["NASA", "ESA", "NOAA", "ESO", "USGS", "CERN"]), "t": chance.choice(TITLES), "l": chance.choice(LICENCES),
            "c": chance.choice(CAPTIONS), "label": chance.choice(LABELS), "P": person().upper(), "d": chance.choice(["sampletown.example.com", "hafenblatt.de", "portnews.ru", "le-port.fr", "boats.org", "muster-blog.net"]), **{k: chance.choice(v.split("|")) for k, v in OTHER.items()}, "by": chance.choice(BY), "only": chance.choice(ONLY),
        }  # fmt: skip
        return line.format(**words), words

    for line, makers, places, title in (*LINES, *FIGURES, *MORE, *WRAPPED):
        for number in range(count):
            text, words = filled(line)
            markup = f"<figcaption>{text}</figcaption>" if (line, makers, places, title) in FIGURES else text
            yield {
                "id": f"M{line}{number}", "text": text, "raw_markup": markup, "lang": "", "is_credit": True, "creators": [words[m] for m in makers.split()],
                "source_name": [words.get(p, p) for p in ([places] if places[1:2].isalpha() else places.split())], "title": words.get(title), "kind": "made-up",
            }  # fmt: skip
    for line in CAPTIONED:
        for number in range(count):
            text, _ = filled(line)
            markup = f"<figcaption>{text}</figcaption>"
            yield {"id": f"F{line}{number}", "text": text, "raw_markup": markup, "lang": "", "is_credit": False, "kind": "made-up"}
    for line in (*SILENT, *HARD, *WRAPPED_HARD):
        for number in range(count if line in SILENT else count // 2):
            text, _ = filled(line)
            kind = "made-up" if line in SILENT else "hard"
            yield {"id": f"S{line}{number}", "text": text, "raw_markup": text, "lang": "", "is_credit": False, "kind": kind}


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
