"""The columns of the matrix: which field each shows, what stands above it, and what may be written into it."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, get_args

from digistrat.figures.methods import DECLARED
from digistrat.model.kinds.choice import Decision
from digistrat.model.kinds.initiative import InitiativeStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.figures.methods import Method
    from digistrat.model.kinds.scoring import Criterion, Scoring

MARK = "digistrat matrix 1"  # stands in a sheet's first cell; the number is the version of its head
MATRIX, SCORERS, HELP = "Matrix", "Scorers", "How to fill it in"
TOTAL, BY = "total", "by"  # fields that no record has
RANK, STANDING = "Rank", "Standing when this was written"  # headings of columns that only inform
# How far below the mark each row of the head stands; the records follow the headings.
METHOD_ROW, FIELD_ROW, WEIGHT_ROW, MAX_ROW, HEADING_ROW = range(1, 6)


class Head(NamedTuple):
    """One column; where `field` is empty it only informs, and is not taken back."""

    field: str
    heading: str
    width: int  # characters
    weight: Decimal | None = None
    max: Decimal | None = None
    is_number: bool = False
    choices: tuple[str, ...] = ()
    scale: Mapping[Decimal, str] = MappingProxyType({})

    @property
    def is_centred(self) -> bool:
        """Tell whether it holds numbers, given or worked out."""
        return self.is_number or self.field == TOTAL or self.heading == RANK

    @property
    def is_reason(self) -> bool:
        """Tell whether it says why points were given."""
        return self.field.endswith(".why")

    @property
    def criterion(self) -> str:
        """Give the criterion whose points it holds; empty in every other column."""
        above, _, name = self.field.partition(".")
        return name if above == "scores" and "." not in name else ""


_ABOUT = (
    Head("id", "Id", 22),
    Head("title", "Initiative", 34),
    Head("", STANDING, 14),
    Head("status", "Status", 12, choices=get_args(InitiativeStatus)),
    Head("portfolio", "Portfolio", 12, choices=("maintain", "improve", "transform")),
    Head("choice", "Choice", 10, choices=get_args(Decision)),
)
_FIELDS = {"reach": ("Reach", None), "confidence": ("Confidence (%)", Decimal(100))}


def of_matrix(scoring: Scoring) -> tuple[Head, ...]:
    """Give the columns of the sheet with one row an initiative."""
    method = DECLARED[scoring.method]
    numbers = [_number(scoring, method, name) for name in _inputs(scoring, method)]
    last = (Head(TOTAL, f"Total ({method.title})", 10), Head("", RANK, 7))
    return (*_ABOUT, *numbers, *last, *_whys(numbers))


def of_scorers(scoring: Scoring) -> tuple[Head, ...]:
    """Give the columns of the sheet with one row for each initiative and scorer."""
    method = DECLARED[scoring.method]
    names = [name for name in _inputs(scoring, method) if name not in method.fields and name != "effort"]
    numbers = [_number(scoring, method, name) for name in names]
    return (*_ABOUT[:2], Head(BY, "Scored by", 24), *numbers, *_whys(numbers))


def _inputs(scoring: Scoring, method: Method) -> list[str]:
    """Name what is given as a number, in the order of the formula; effort last where it does not count."""
    names = list(method.inputs) or [one.id for one in scoring.criteria]
    return names if "effort" in names else [*names, "effort"]


def _number(scoring: Scoring, method: Method, name: str) -> Head:
    if name == "effort" and "effort" not in method.criteria:
        title, most = (scoring.effort.title, scoring.effort.max) if scoring.effort else (None, None)
        return Head(name, title or "Effort", 12, max=most, is_number=True)
    if name in method.fields:
        heading, most = _FIELDS[name]
        return Head(name, heading, 12, max=most, is_number=True)
    field = f"scores.{name}"
    if not method.is_weighted:
        return Head(field, method.label(name), 12, is_number=True)
    one: Criterion = next(one for one in scoring.criteria if one.id == name)
    return Head(field, one.label, 12, one.weight, one.max, is_number=True, scale=one.scale)


def _whys(numbers: list[Head]) -> list[Head]:
    return [Head(f"{one.field}.why", f"Why: {one.heading}", 36) for one in numbers if one.criterion]
