# SPDX-License-Identifier: Apache-2.0
"""What an engine promises."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Outcome(Generic[Item, Result]):
    """One item and what became of it: `value`, or `error` in words for a person."""

    item: Item
    value: Result | None = None
    error: str = ""


class Engine(Protocol):
    """Runs a pure, picklable function over items and keeps their order."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Outcome[Item, Result]]:
        """Yield one Outcome for each item, in order; never raises for an item."""


def attempt(function: Callable[[Item], Result], item: Item) -> tuple[Result | None, str]:
    """Call `function`; a failure becomes words, since one item must not stop the others."""
    try:
        return function(item), ""
    except RecursionError:
        return None, "nested too deeply to be read"
    except MemoryError:
        return None, "needs more memory than there is"
    except Exception as problem:  # an unforeseen fault in reading one document is that document's result
        return None, f"internal error while reading: {type(problem).__name__}: {problem}"
