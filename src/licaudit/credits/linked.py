# SPDX-License-Identifier: Apache-2.0
"""Where the link on a name leads: to somebody's page, to the work, to the front page of a site; and whether its address says the name."""

import re
from collections.abc import Sequence
from functools import lru_cache

from licaudit.credits.licences import by_url
from licaudit.credits.vocabulary import host_of
from licaudit.model.credit import Link

_USER = re.compile(
    r"/(?:users?|u|people|persons?|profiles?|authors?|artists?|creators?|photographers?|contributors?|members?|browse-author)(?:/|\.\w+\?)|/@|\bflickr\.com/photos/[^/]+/?$"
    r"|/wiki/(?:User|Benutzer|Gebruiker|Utilisateur|Usuario|Utente|Bruker|Użytkownik|Участник|利用者)(?:in)?:",
    re.I,
)
_SOCIAL = re.compile(r"^(?:\w+\.)?(?:twitter|x|instagram|facebook|linkedin|github|behance|dribbble)\.com/(?:in/)?[\w.-]+$", re.I)
_WORK = re.compile(
    r"/(?:photo|foto|fotos|photos|image|images|picture|gallery|file|item|object|record|art)s?/|/(?:File|Datei|Fichier|Archivo|Bestand|Plik|Файл):"
    r"|\.(?:jpe?g|png|svg|gif|webp|tiff?)$|[?&](?:curid|image|pic)=|/pic-\d",
    re.I,
)


def target(words: str, start: int, end: int, links: Sequence[Link]) -> tuple[str, ...]:
    """What the link on the words from `start` to `end` tells of them: where it leads, and whether it says the words."""
    for link in links:
        if link.start < end and link.end > start and link.kind == "a":
            sort = sort_of(link.href)
            return (f"links {sort}", "link says it" if _says(words, link.href) else "link says other")
    return ()


_LONGEST = 500
"""Code points of an address that are looked at, and kept in memory."""


def sort_of(href: str) -> str:
    """What sort of page an address leads to, as far as its form tells: licence, inner, home, user, work or page."""
    return _sort_of(href[:_LONGEST])


@lru_cache(maxsize=1024)
def _sort_of(href: str) -> str:
    if by_url(href):
        return "licence"
    if "//" not in href and not href.startswith("www."):
        return "inner"
    address = href.split("//", 1)[-1].split("#", 1)[0].split("utm_", 1)[0].rstrip("?&/").removeprefix("www.")
    if "/" not in address:
        return "home"
    known = host_of(href)[2]
    if _USER.search(address) or _SOCIAL.match(address):
        return "user"
    if _WORK.search(address) or known in ("platform", "stock"):
        return "work"
    return "page"


def _says(words: str, href: str) -> bool:
    """Whether the longest word of a name stands in the address."""
    longest = max((w.strip(".,'’\"()@") for w in words.split()), key=len, default="")
    return len(longest) >= 4 and longest.casefold() in href.casefold()
