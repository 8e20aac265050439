# SPDX-License-Identifier: Apache-2.0
"""Short names for people: paths without the folders that all share, titles without the site's name at their end."""

import re
from collections import Counter
from collections.abc import Iterable

_END = re.compile(r"\s+[|–—·•»-]\s+([^|–—·•»]{2,60})\Z")


def shared_folders(paths: Iterable[str]) -> int:
    """Length of the leading folders, with their slashes, that all `paths` have in common."""
    split = [p.split("/")[:-1] for p in paths]
    depth = 0
    for level in zip(*split, strict=False):
        if len(set(level)) > 1:
            break
        depth += 1
    return sum(len(part) + 1 for part in split[0][:depth]) if split else 0


def site_name(titles: Iterable[str]) -> str:
    """What stands after a dash or bar at the end of most titles, "" where that is nothing or there are fewer than three."""
    known = [t for t in titles if t]
    ends = Counter(found[1].strip() for t in known if (found := _END.search(t)))
    name, count = ends.most_common(1)[0] if ends else ("", 0)
    return name if count >= 3 and count * 2 > len(known) else ""


def without(title: str, site: str) -> str:
    """The title without the site's name at its end."""
    found = _END.search(title)
    return title[: found.start()].strip() or title if found and site and found[1].strip() == site else title
