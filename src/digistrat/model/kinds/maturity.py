"""maturity.yaml: how far the organisation has come on scales that others use too."""

from typing import ClassVar

from digistrat.model.part import Part, Single
from digistrat.model.values.date import DateField
from digistrat.model.values.deadline import DeadlineField
from digistrat.model.values.duration import DurationField
from digistrat.model.values.link import ToFramework
from digistrat.model.values.source import Evidence
from digistrat.model.values.text import Many, Text


class Assessment(Part):
    """Where one stood on a scale at a date, and where one wants to stand by when."""

    framework: ToFramework | None = None
    """The scale, by its id.

    Example: integration
    """
    date: DateField | None = None
    """When one stood there.

    Example: 2026-10
    """
    level: Text | None = None
    """Where one stood on the scale.

    Example: siloed
    """
    target: Text | None = None
    """Where one wants to stand on the scale.

    Example: embedded
    """
    target_by: DeadlineField | None = None
    """When one wants to stand there.

    Example: 2028-10
    """
    evidence: Many[Evidence] = ()
    """What shows that one stood there.

    Example: [Six of our eight commitments belong to clinical or operational directors]
    """
    next: DateField | None = None
    """When it is looked at again.

    Example: 2028-10
    """
    every: DurationField | None = None
    """How often it is looked at.

    Example: 2 years
    """


class Maturity(Single):
    """How far the organisation has come on scales that others use too."""

    good: ClassVar[tuple[str, ...]] = ("assessments",)

    assessments: Many[Assessment] = ()
    """Where one stood on which scale, when, and where one wants to stand.

    Example: {framework: integration, date: 2026-10, level: siloed, target: embedded, target_by: 2028-10, every: 2 years}
    """
