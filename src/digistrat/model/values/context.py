"""What a value type must know of the strategy it stands in: the money and the year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pydantic import ValidationInfo


class Context(NamedTuple):
    """The manifest's `currency` and `financial_year_starts`."""

    currency: str = "GBP"
    year_starts: tuple[int, int] = (4, 1)  # month, day


DEFAULT = Context()


def context_of(info: ValidationInfo) -> Context:
    """Take the context that the whole validation runs in."""
    return info.context if isinstance(info.context, Context) else DEFAULT
