# SPDX-License-Identifier: Apache-2.0
"""One item after the other, in this process."""

from collections.abc import Callable, Iterable, Iterator

from licaudit.engine.base import Item, Outcome, Result, attempt


class SerialEngine:
    """The runner for few items: no worker to start, and no protection from a crash of the interpreter."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Outcome[Item, Result]]:
        """Yield one Outcome for each item, in order."""
        for item in items:
            value, error = attempt(function, item)
            yield Outcome(item, value, error)
