# SPDX-License-Identifier: Apache-2.0
"""An attribute worked out when it is first asked for. `functools.cached_property` takes a lock each time in Python 3.11, and judging asks often."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 (used as a decorator)
    """Calls the function once for each object and leaves the result in its place."""

    def __init__(self, function: Callable[[Any], T]) -> None:
        self.function, self.name, self.__doc__ = function, function.__name__, function.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> "lazy[T]": ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> "T | lazy[T]":
        """The value; from then on the object's own attribute answers, and this is not asked again."""
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.function(instance)
        return value
