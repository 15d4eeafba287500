"""maturity.yaml: how far the organisation has come on scales that others use too."""

from digistrat.model.part import Part, Single
from digistrat.model.values.date import DateField
from digistrat.model.values.duration import DurationField
from digistrat.model.values.link import ToFramework
from digistrat.model.values.source import Evidence
from digistrat.model.values.text import Many, Text


class Assessment(Part):
    """Where one stood on a scale at a date, and where one wants to stand by when."""

    framework: ToFramework | None = None
    date: DateField | None = None
    level: Text | None = None
    target: Text | None = None
    target_by: DateField | None = None
    evidence: Many[Evidence] = ()
    next: DateField | None = None
    every: DurationField | None = None


class Maturity(Single):
    """What maturity.yaml says."""

    assessments: Many[Assessment] = ()
