# SPDX-License-Identifier: Apache-2.0
"""One blast radius for each item, whatever runs it."""

import os
import time

import pytest

from licaudit.engine import PoolEngine, SerialEngine, engine


def double(n: int) -> int:
    if n < 0:
        raise ValueError("negative")
    return 2 * n


def hostile(n: int) -> int:
    if n == 3:
        os._exit(139)
    if n == 7:
        time.sleep(60)
    return n


@pytest.mark.parametrize("jobs", [1, 2])
def test_outcomes_keep_order_and_carry_errors(jobs: int) -> None:
    outcomes = list(engine(jobs).map(double, [1, -1, *range(40)]))
    assert [o.item for o in outcomes] == [1, -1, *range(40)]
    assert [o.value for o in outcomes if not o.error] == [2, *(2 * n for n in range(40))]
    assert [o.error for o in outcomes if o.error] == ["internal error while reading: ValueError: negative"]


def test_a_crash_and_a_hang_cost_only_their_own_items() -> None:
    outcomes = list(PoolEngine(2, seconds=0.5, chunk=5).map(hostile, range(12)))
    failed = {o.item: o.error for o in outcomes if o.error}
    assert set(failed) == {3, 7}
    assert "exit 139" in failed[3]
    assert "time limit" in failed[7]
    assert [o.value for o in outcomes if not o.error] == [n for n in range(12) if n not in (3, 7)]


def test_nothing_to_do_is_no_error() -> None:
    assert list(PoolEngine(2).map(double, [])) == []
    assert list(SerialEngine().map(double, [])) == []


def test_stopping_early_leaves_no_worker_running() -> None:
    stream = PoolEngine(2, chunk=1).map(double, range(50))
    assert next(stream).value == 0
    stream.close()
