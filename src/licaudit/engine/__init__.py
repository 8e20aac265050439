# SPDX-License-Identifier: Apache-2.0
"""Running a pure function over many items, one blast radius each.

`engine(jobs)` picks the runner. Whatever the runner, outcomes come back in the
order of the items, and an item whose worker crashed, hung or raised becomes an
`Outcome` with `error` set: it is never lost and never stops the others.
"""

from licaudit.engine.base import Engine, Outcome
from licaudit.engine.pool import PoolEngine
from licaudit.engine.serial import SerialEngine

__all__ = ["Engine", "Outcome", "PoolEngine", "SerialEngine", "engine"]


def engine(jobs: int, *, seconds: float = 8.0) -> Engine:
    """The runner for `jobs` workers (1: in this process); `seconds` bounds one item in a worker."""
    return SerialEngine() if jobs <= 1 else PoolEngine(jobs, seconds=seconds)
