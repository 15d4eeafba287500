"""exchange/NAME.yaml: which columns of somebody's workbook or CSV are which fields."""

from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict, Field

from digistrat.model.part import Part, Single
from digistrat.model.values.field import TEXT, Lengthened
from digistrat.model.values.number import Whole
from digistrat.model.values.text import Many, Text


class Column(Part):
    """A column by its heading, and the field it fills, dotted: `scores.patient-benefit`."""

    heading: Text | None = None
    """The column's heading, as it stands in the file.

    Example: Benefit to patients (0 to 5)
    """
    field: Text | None = None
    """The key that it fills; a dot leads into a map.

    Example: scores.patient-benefit
    """


def _listed(value: Any) -> Any:
    """Take `{heading: key}` for a list of columns."""
    if isinstance(value, dict) and not value.keys() & {"heading", "field"}:
        return [{"heading": heading, "field": field} for heading, field in value.items()]
    return value


_COLUMNS = {"type": "object", "additionalProperties": TEXT}


class Exchange(Single):
    """How somebody's workbook or CSV file is laid out: which of its columns fills which key."""

    # The layouts that people meet say more than these keys; what import does not know yet it leaves alone.
    model_config = ConfigDict(extra="ignore")
    good: ClassVar[tuple[str, ...]] = ("collection", "sheet", "heading_row", "columns", "constants")

    title: Text | None = None
    """What the layout is called.

    Example: The finance department's list of projects
    """
    collection: Text | None = None
    """The collection that its rows belong to.

    Example: initiatives
    """
    sheet: Text | None = None
    """The sheet of the workbook that holds the rows.

    Example: Projects 2026
    """
    heading_row: Whole | None = None
    """The row that holds the headings, counted from 1.

    Example: 3
    """
    columns: Annotated[Many[Column], Lengthened(_listed, json=_COLUMNS)] = ()
    """Which column fills which key.

    Example: [{heading: Project, field: title}, {heading: Benefit to patients, field: scores.patient-benefit}]
    """
    constants: dict[str, Text] = Field(default_factory=dict)
    """Values that every row gets, by key.

    Example: {status: proposed, portfolio: improve}
    """
