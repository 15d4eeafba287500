"""exchange/NAME.yaml: which columns of somebody's workbook or CSV are which fields."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field

from digistrat.model.part import Part, Single
from digistrat.model.values.field import TEXT, Lengthened
from digistrat.model.values.number import NotNegative, Positive, Whole
from digistrat.model.values.text import Many, Text


class Column(Part):
    """A column by its heading or its letter, and the field it fills, dotted: `scores.patient-benefit`."""

    heading: Text | None = None
    """The column's heading, as it stands in the file.

    Example: Benefit to patients (0 to 5)
    """
    column: Text | None = None
    """The column's letter, where no heading or more than one says which it is.

    Example: D
    """
    field: Text | None = None
    """The key that it fills, dotted into a map; a `total` is checked, and `by` is who scored.

    Example: scores.patient-benefit
    """
    weight: NotNegative | None = None
    """The criterion's weight in the file, where it is not the one in scoring.yaml.

    Example: 50
    """
    max: Positive | None = None
    """The most points that the criterion gives in the file, where it is not the maximum in scoring.yaml.

    Example: 10
    """
    out_of: Positive | None = None
    """What its numbers are out of, where that is not the criterion's maximum, or 100 for a total.

    Example: 20
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
    """The collection that its rows belong to; initiatives if left out.

    Example: initiatives
    """
    sheet: Text | None = None
    """The sheet of the workbook that holds the rows; the first that has the headings if left out.

    Example: Projects 2026
    """
    heading_row: Whole | None = None
    """The row that holds the headings, counted from 1; the first that holds them all if left out.

    Example: 3
    """
    weight_row: Whole | None = None
    """The row that holds the criteria's weights, counted from 1.

    Example: 1
    """
    max_row: Whole | None = None
    """The row that holds the most points that each criterion gives, counted from 1.

    Example: 2
    """
    columns: Annotated[Many[Column], Lengthened(_listed, json=_COLUMNS)] = ()
    """Which column fills which key.

    Example: [{heading: Project, field: title}, {heading: Benefit to patients, field: scores.patient-benefit}]
    """
    constants: dict[str, Text] = Field(default_factory=dict)
    """Values that every row gets, by key, where its record says nothing itself.

    Example: {status: proposed, portfolio: improve}
    """
    decimal: Literal["point", "comma"] = "point"
    """What stands before the decimals of a number that is written as text; a point if left out."""
    skip_rows: Many[Whole] = ()
    """Rows that are no records, counted from 1.

    Example: [4, 12]
    """
    skip: Many[Text] = ()
    """Words with which the first cell of a row begins that is no record.

    Example: [Total, Average]
    """
