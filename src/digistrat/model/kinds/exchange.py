"""exchange/NAME.yaml: which columns of somebody's workbook or CSV are which fields."""

from pydantic import Field

from digistrat.model.part import Part, Single
from digistrat.model.values.number import Whole
from digistrat.model.values.text import Many, Text


class Column(Part):
    """A column by its heading, and the field it fills, dotted: `scores.patient-benefit`."""

    heading: Text | None = None
    field: Text | None = None


class Exchange(Single):
    """What a file in exchange/ says of one layout."""

    title: Text | None = None
    collection: Text | None = None
    sheet: Text | None = None
    heading_row: Whole | None = None
    columns: Many[Column] = ()
    constants: dict[str, Text] = Field(default_factory=dict)
