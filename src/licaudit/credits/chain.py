# SPDX-License-Identifier: Apache-2.0
"""Who is who in a chain of names: "Ada Example/dpa", "Bo Muster via Getty Images", "Photo: Harbour Museum".

The same words mean different things in different places, so each element is judged by what it looks like
(`names.kind_of`), what leads to it ("by", "via", a slash) and what else the chain holds.
"""

import re
from typing import NamedTuple

from licaudit.credits.chunks import Chunk
from licaudit.credits.elements import Element, clauses

Form = str
"""How the credit opens: label, credit, creator, source, courtesy, copy, own, ai, tail or whole."""


class Told(NamedTuple):
    """What a chain says: creators and sources, each with the chunk it was read from, and a title."""

    creators: list[tuple[Chunk, str]]
    sources: list[tuple[Chunk, str, str]]
    titles: list[str]


_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def read_chain(parts: list[Chunk], form: Form, licensed: bool) -> Told:
    """Creators and sources of the statements in `parts`."""
    told = Told([], [], [])
    all_clauses = clauses(parts)
    for number, clause in enumerate(all_clauses):
        opening = form if not number else (clause[0].chunk.lead or "more")
        _Reader(clause, opening, licensed, told).read()
    return told


class _Reader:
    """Reads one clause; knows what is still to come, which decides who an ambiguous element is."""

    def __init__(self, clause: list[Element], form: Form, licensed: bool, told: Told) -> None:
        self.clause, self.form, self.licensed, self.told = clause, form, licensed, told
        self.persons = sum(e.kind in ("person", "name") for e in clause)
        self.sure = sum(e.kind == "person" for e in clause)
        self.providers = sum(e.kind == "provider" for e in clause)
        self.made = self.handout = False

    def read(self) -> None:
        for index, element in enumerate(self.clause):
            if element.kind == "quote":
                self._quote(element)
            elif element.kind in ("provider", "maker"):
                self._known(index, element)
            elif element.kind in ("person", "name", "public", "company", "account", "single"):
                self._named(index, element)
            elif element.kind == "text" and self._follows_by(index):
                self.told.titles.append(element.text)
            elif element.kind == "text" and (self._between_slashes(index) or self._hosted(index, element)):
                self._creator(element)

    def _follows_by(self, index: int) -> bool:
        return index + 1 < len(self.clause) and self.clause[index + 1].chunk.lead in ("by", "creator")

    def _titled(self, index: int, element: Element) -> bool:
        """Whether the first words after a label name the work, since an author follows "by"."""
        later = [e for e in self.clause[index + 1 :] if e.chunk.lead in ("by", "creator") and e.kind in ("person", "name")]
        return (
            not index
            and element.chunk.lead == "label"
            and element.kind in ("single", "name", "text")
            and bool(later)
            and not self.providers
        )

    def _hosted(self, index: int, element: Element) -> bool:
        """ "Photo by SAMPLE production on Pexels": few words between "by" and a platform are somebody's name."""
        after = self.clause[index + 1] if index + 1 < len(self.clause) else None
        led = element.chunk.lead in ("by", "creator") and element.text[:1].isupper() and len(element.text.split()) <= 3
        return led and after is not None and after.kind == "provider" and after.chunk.lead in ("on", "via", "source")

    def _between_slashes(self, index: int) -> bool:
        """One or two words in small letters next to a provider: the account of a photographer ("gettyimages/ada example")."""
        element = self.clause[index]
        after = self.clause[index + 1] if index + 1 < len(self.clause) else None
        before = self.clause[index - 1] if index else None
        beside = (before and before.kind == "provider" and "/" in element.chunk.sep) or (
            after and after.kind == "provider" and "/" in after.chunk.sep
        )
        return bool(beside) and len(element.text.split()) <= 2 and element.text.replace(" ", "").isalpha() and not self.made

    def _quote(self, element: Element) -> None:
        if element.chunk.lead in ("by", "creator") or (self.persons + self.made == 0 and element.chunk.lead == "source"):
            self._creator(element)
        elif not self.told.titles:
            self.told.titles.append(element.text)

    def _known(self, index: int, element: Element) -> None:
        alone = not self.providers and not self.sure and element.chunk.lead not in ("via", "on", "source")
        if element.kind == "maker" and alone:
            self._creator(element)
        else:
            self._source(element, f"a known {element.provider}")

    def _named(self, index: int, element: Element) -> None:
        lead, sep = element.chunk.lead, element.chunk.sep
        if lead in ("licensed", "site", "ui", "changed") or self._aside(index, element):
            return
        before = self.clause[index - 1] if index else None
        if before and before.kind == "junk" and "/" in sep and element.kind != "person":
            self._source(element, "after a word for handouts")
            self.handout = True
            return
        if self.handout and not self.made and element.kind != "person":
            self._source(element, "after a word for handouts")
            return
        if before and before.kind == "changed" and self.made:
            return
        if (
            index + 1 < len(self.clause)
            and not index
            and self.clause[1].chunk.sep[:1] in (":", "：")
            and element.kind in ("single", "account")
        ):
            return
        if self._titled(index, element):
            self.told.titles.append(element.text)
            return
        if lead == "source" and not index and self.providers and element.kind != "company":
            lead = "label"
        if self._follows_by(index) and lead not in ("by", "creator", "via"):
            if not self.told.titles and not (lead == "label" and element.kind == "person"):
                self.told.titles.append(element.text)
            return
        if lead in ("by", "creator"):
            self._creator(element)
        elif lead in ("via", "on", "source"):
            self._after_via(index, element)
        elif element.kind in ("person", "name"):
            self._person(index, element)
        elif element.kind in ("account", "single"):
            self._short(index, element)
        elif element.kind == "public":
            thanked = lead == "courtesy" and bool(self.told.creators)
            self._source(element, "a body beside a person") if self._beside(index) or thanked else self._creator(element)
        else:
            self._company(index, element, sep)

    def _aside(self, index: int, element: Element) -> bool:
        """Words in brackets, after a licence or a sentence's end say something else about what was named before them."""
        sep = element.chunk.sep
        before = self.clause[index - 1].kind if index else ""
        if not index or element.chunk.lead in ("by", "creator", "via", "on", "source", "courtesy", "label", "credit"):
            return False
        if before in ("licence", "url") and self.made:
            return not ("," in sep and ")" in sep)
        if ("(" in sep or "（" in sep) and self.told.sources and not self.made and element.kind != "person":
            return True
        if "(" in sep and self.made:
            return element.kind not in ("company", "public") or self.providers > 0
        return bool(self.made or self.told.sources) and (
            any(s in sep for s in ".\n") or (not sep and before in ("provider", "licence", "junk"))
        )

    def _beside(self, index: int) -> bool:
        """Whether the clause names a person (or somebody by "by") somewhere else."""
        others = self.clause[:index] + self.clause[index + 1 :]
        return any(
            e.kind in ("person", "name") or e.chunk.lead in ("by", "creator") for e in others if e.kind not in ("text", "date", "licence")
        )

    def _person(self, index: int, element: Element) -> None:
        sep = element.chunk.sep.strip()
        loose = element.kind == "name"
        if loose and sep in ("&", ",&") and not self.made and self.told.sources:
            self._source(element, "named with a source")
            return
        if (
            loose
            and not element.text.isascii()
            and _EAST.match(element.text)
            and self.told.creators
            and self.told.creators[-1][1].isascii()
        ):
            return
        if self.made and sep in ("—", "–", "-", "[", ")") and not self.providers:
            self._source(element, "after a dash") if self.form != "whole" and not self.licensed else None
            return
        if loose and self.made and sep in ("/", "|", ",|") and not (self.sure == 0 and self.providers and self.persons <= 2):
            self._source(element, "after a slash")
        elif loose and self.made and sep in ("/", "|") and index + 1 < len(self.clause) and self.clause[index + 1].kind == "provider":
            self._source(element, "between the name and the agency")
        elif loose and self.form == "source" and not self.providers and not self.sure and not self.licensed:
            self._source(element, "named as the source")
        else:
            self._creator(element)

    def _after_via(self, index: int, element: Element) -> None:
        after_provider = index > 0 and self.clause[index - 1].kind == "provider"
        if (
            (element.kind in ("person", "name") and element.chunk.lead == "on" and after_provider and not self.made)
            or (element.kind == "person" and (element.chunk.lead == "on" or self.told.sources) and not self.made)
            or (not self.made and (element.kind == "person" or (element.kind == "account" and element.chunk.lead == "via")))
        ):
            self._creator(element)
        elif (
            element.chunk.lead == "on"
            and (self.providers or index == 0 or element.kind in ("person", "name", "single"))
            and self.form != "creator"
        ):
            return
        elif element.chunk.lead != "on" or not self.told.sources:
            self._source(element, f"after “{element.chunk.lead}”")

    def _short(self, index: int, element: Element) -> None:
        """One word: an account or a family name before a provider; a firm where it stands alone after a label."""
        after = index + 1 < len(self.clause) and self.clause[index + 1].kind in ("provider", "person", "name")
        plain = element.kind == "account" and element.text.isalpha()
        listed = self.made and element.chunk.sep.strip() in ("&", ",")
        beside = index > 0 and self.clause[index - 1].kind == "provider" and "/" in element.chunk.sep
        led = beside or element.chunk.lead in ("label", "credit", "copy", "source") or (not index and self.form == "tail")
        if plain and not (led or listed or (after and self.providers) or (self.form == "whole" and self.licensed and not index)):
            return
        if self.made and element.chunk.sep.strip() in ("/", "|"):
            self._source(element, "after a slash")
        elif (
            self.licensed
            or self.providers
            or element.kind == "account"
            or self.form in ("creator", "whole", "tail")
            or (element.chunk.sep.strip() in ("&", ",") and self.made)
        ):
            self._creator(element)
        elif after and self.persons:
            self._source(element, "a word before a person")
        else:
            self._source(element, "a single word after a label")

    def _company(self, index: int, element: Element, sep: str) -> None:
        follows = index + 1 < len(self.clause) and self.clause[index + 1].kind == "provider"
        if "." in element.text.strip(".") and " " not in element.text and not follows:
            self._source(element, "a web site")
            return
        if self.form == "copy" and element.text.isupper() and not index:
            self._source(element, "an acronym after ©")
            return
        first = (
            not index
            and (follows or (self.providers and self.form != "source" and "/" in self.clause[1].chunk.sep))
            and not self.sure
            and not (element.text.isupper() and len(element.text) <= 6)
        )
        if (self.licensed and not self._beside(index) and not self.told.sources and not self.made) or first:
            self._creator(element)
        else:
            self._source(element, "a company")

    def _creator(self, element: Element) -> None:
        self.made = True
        self.told.creators.append((element.chunk, element.text))

    def _source(self, element: Element, why: str) -> None:
        self.told.sources.append((element.chunk, element.text, why))
