"""What is wrong with a query."""

from __future__ import annotations


class BadQuery(ValueError):  # noqa: N818  # named for what the caller knows, not for the class
    """A query that cannot be understood. `at` is the place of the fault, counted from 0."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(f"{message} (at character {at + 1})")
        self.at = at
