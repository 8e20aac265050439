# SPDX-License-Identifier: Apache-2.0
"""Regular expressions whose time grows with the text alone, for patterns that stand in rule files.

`re` may take exponential time on a pattern that somebody wrote in good faith.
Here all paths through the pattern are followed at once (Thompson 1968), and
what was worked out for a character is kept. Groups, alternatives, classes,
repeats, anchors and `\\b` are known; look-around and back references, which
need backtracking, are refused.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

MOST_STATES = 2_000
"""A pattern that unfolds to more is refused: `(a{1,100}){1,100}` is ten thousand letters long."""
MOST_DEPTH = 50
MOST_KEPT = 20_000
_CLASSES = {
    "d": str.isdigit,
    "w": lambda c: c.isalnum() or c == "_",
    "s": str.isspace,
}
_ANCHORS = {"^": "start", "$": "end", "\\A": "start", "\\Z": "end", "\\b": "border", "\\B": "inside"}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}


class PatternError(ValueError):
    """The pattern is not well formed, or needs backtracking; the message says which part and why."""


class Set(NamedTuple):
    """A set of characters: single ones, ranges, and classes such as \\d ("D" is its opposite)."""

    chars: frozenset[str] = frozenset()
    ranges: tuple[tuple[str, str], ...] = ()
    classes: str = ""
    negated: bool = False

    def has(self, char: str, fold: bool) -> bool:
        """Whether `char` is in the set; `fold` takes upper and lower case as one."""
        forms = {char, char.lower(), char.upper()} if fold else {char}
        found = any(self._one(form) for form in forms if len(form) == 1)
        return found != self.negated

    def _one(self, char: str) -> bool:
        if char in self.chars or any(low <= char <= high for low, high in self.ranges):
            return True
        return any(_CLASSES[c.lower()](char) != c.isupper() for c in self.classes)


Node = tuple[str, Any]
ANY = Set(frozenset("\n"), negated=True)


class _Parser:
    """The pattern as a tree of ("set", Set), ("anchor", name), ("all", nodes), ("any", nodes), ("repeat", (node, least, most))."""

    def __init__(self, pattern: str) -> None:
        self.text, self.at, self.depth, self.fold = pattern, 0, 0, False
        if pattern.startswith("(?i)"):
            self.at, self.fold = 4, True

    def tree(self) -> Node:
        made = self._alternatives()
        if self.at < len(self.text):
            raise self._fail("a bracket is closed that was not opened")
        return made

    def _fail(self, what: str) -> PatternError:
        return PatternError(f"{what} (at character {self.at + 1} of {self.text[:80]!r})")

    def _peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def _alternatives(self) -> Node:
        ways = [self._sequence()]
        while self._peek() == "|":
            self.at += 1
            ways.append(self._sequence())
        return ways[0] if len(ways) == 1 else ("any", ways)

    def _sequence(self) -> Node:
        parts: list[Node] = []
        while (char := self._peek()) and char not in "|)":
            atom = self._atom()
            while self._peek() in ("*", "+", "?", "{") and self._peek():
                atom = self._repeat(atom)
            parts.append(atom)
        return ("all", parts)

    def _atom(self) -> Node:
        char = self._peek()
        if char == "(":
            return self._group()
        if char == "[":
            return ("set", self._set())
        if char in "*+?{":
            raise self._fail(f"nothing stands before the {char!r} that repeats it")
        if char == "\\":
            return self._escape()
        self.at += 1
        if char in _ANCHORS:
            return ("anchor", _ANCHORS[char])
        return ("set", ANY if char == "." else Set(frozenset(char)))

    def _group(self) -> Node:
        self.at += 1
        if self.text.startswith("?:", self.at):
            self.at += 2
        elif self._peek() == "?":
            raise self._fail("only (…) and (?:…) are known, and (?i) at the very beginning: look-around needs backtracking")
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise self._fail("groups are nested too deeply")
        made = self._alternatives()
        if self._peek() != ")":
            raise self._fail("a bracket is not closed")
        self.at += 1
        self.depth -= 1
        return made

    def _escape(self) -> Node:
        name = self.text[self.at + 1 : self.at + 2]
        if not name:
            raise self._fail("a backslash stands at the end")
        if name.isdigit():
            raise self._fail("a back reference needs backtracking")
        if f"\\{name}" in _ANCHORS:
            self.at += 2
            return ("anchor", _ANCHORS[f"\\{name}"])
        return ("set", self._escaped())

    def _escaped(self) -> Set:
        """The set that an escape stands for."""
        name = self.text[self.at + 1 : self.at + 2]
        self.at += 2
        if name in _ESCAPES:
            return Set(frozenset(_ESCAPES[name]))
        if name.lower() in _CLASSES:
            return Set(classes=name)
        if not name or name.isalnum():
            self.at -= 2
            raise self._fail(f"the escape \\{name} is not known")
        return Set(frozenset(name))

    def _set(self) -> Set:
        self.at += 1
        negated = self._peek() == "^"
        self.at += negated
        chars, ranges, classes = set[str](), list[tuple[str, str]](), ""
        first = True
        while first or self._peek() != "]":
            first = False
            low = self._member()
            if low.classes:
                classes += low.classes
                continue
            char = next(iter(low.chars))
            if self._peek() == "-" and self.text[self.at + 1 : self.at + 2] not in ("]", ""):
                self.at += 1
                high = next(iter(self._member().chars), "")
                if high < char:
                    raise self._fail("a range ends before it begins")
                ranges.append((char, high))
            else:
                chars.add(char)
        self.at += 1
        return Set(frozenset(chars), tuple(ranges), classes, negated)

    def _member(self) -> Set:
        char = self._peek()
        if not char:
            raise self._fail("a [ is not closed")
        if char == "\\":
            return self._escaped()
        self.at += 1
        return Set(frozenset(char))

    def _repeat(self, atom: Node) -> Node:
        char, least, most = self._peek(), 0, -1
        self.at += 1
        if char == "{":
            end = self.text.find("}", self.at)
            low, comma, high = self.text[self.at : end].partition(",")
            if end < 0 or not low.isdecimal() or (high and not high.isdecimal()) or len(low) > 4 or len(high) > 4:
                raise self._fail("a repeat is written {2}, {2,} or {2,5}")
            least, most = int(low), int(high) if high else -1 if comma else int(low)
            self.at = end + 1
            if 0 <= most < least:
                raise self._fail("a repeat ends before it begins")
        elif char == "+":
            least = 1
        elif char == "?":
            most = 1
        if self._peek() == "?":  # as few as possible: the same texts match
            self.at += 1
        elif self._peek() == "+":
            raise self._fail("a repeat that gives nothing back is not known")
        return ("repeat", (atom, least, most))


class _Builder:
    """States of the machine: ("set", Set, next, fold), ("anchor", name, next), ("split", next, next …), ("end", number)."""

    def __init__(self) -> None:
        self.states: list[tuple[Any, ...]] = []
        self.fold, self.limit = False, MOST_STATES

    def pattern(self, text: str, number: int) -> int:
        """The first state of a whole pattern; its last says `number`."""
        parser = _Parser(text)
        self.limit = len(self.states) + MOST_STATES
        tree, self.fold = parser.tree(), parser.fold
        return self.node(tree, self.add("end", number))

    def add(self, *state: Any) -> int:
        if len(self.states) >= self.limit:
            raise PatternError(f"the pattern unfolds to more than {MOST_STATES} states")
        self.states.append(state)
        return len(self.states) - 1

    def node(self, node: Node, then: int) -> int:
        """The first state of `node`, which leads to `then`."""
        kind, body = node
        if kind in ("set", "anchor"):
            return self.add(kind, body, then, self.fold)
        if kind == "all":
            for part in reversed(body):
                then = self.node(part, then)
            return then
        if kind == "any":
            return self.add("split", *[self.node(part, then) for part in body])
        atom, least, most = body
        if most < 0:
            loop = self.add("split", 0, then)
            self.states[loop] = ("split", self.node(atom, loop), then)
            then = loop
        for _ in range(max(most, least) - least):
            then = self.add("split", self.node(atom, then), then)
        for _ in range(least):
            then = self.node(atom, then)
        return then


class Patterns:
    """Named patterns, searched for all at once in one pass over the text."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        """Raises PatternError, whose message begins with the pattern's name, for one that is not taken."""
        self.names = tuple(patterns)
        builder = _Builder()
        starts = []
        for number, (name, pattern) in enumerate(patterns.items()):
            try:
                starts.append(builder.pattern(pattern, number))
            except PatternError as problem:
                raise PatternError(f"{name}: {problem}") from None
        self._states, self._starts = builder.states, frozenset(starts)
        self._steps: dict[tuple[frozenset[int], int, str], tuple[frozenset[int], int, int]] = {}

    def first(self, text: str) -> str | None:
        """The first pattern, in the order they were given in, that is found anywhere in `text`."""
        here, best, before = self._starts, len(self.names), _START
        steps = self._steps
        for char in (*text, ""):
            known = steps.get((here, before, char))
            if known is None:
                known = self._step(here, before, char)
            here, found, before = known
            if found < best:
                best = found
                if not best:
                    break
        return self.names[best] if best < len(self.names) else None

    def _step(self, here: frozenset[int], before: int, char: str) -> tuple[frozenset[int], int, int]:
        """States after `char`, the number of the first pattern that ended before it, and what kind of character it is."""
        word = bool(char) and (char.isalnum() or char == "_")
        border = (before == _WORD) != word
        holds = {"start": before == _START, "end": not char, "border": border, "inside": not border}
        after, found, seen, stack = set(self._starts), len(self.names), set(here), list(here)
        while stack:
            kind, *rest = self._states[stack.pop()]
            if kind == "end":
                found = min(found, rest[0])
            elif kind == "set":
                if char and rest[0].has(char, rest[2]):
                    after.add(rest[1])
            elif kind == "split" or holds[rest[0]]:
                new = {one for one in (rest if kind == "split" else rest[1:2]) if one not in seen}
                seen |= new
                stack += new
        if len(self._steps) >= MOST_KEPT:
            self._steps.clear()
        self._steps[(here, before, char)] = made = (frozenset(after), found, _WORD if word else _OTHER)
        return made


_START, _WORD, _OTHER = range(3)
