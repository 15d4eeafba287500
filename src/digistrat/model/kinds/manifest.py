"""strategy.yaml: what this strategy is, for whom, from when to when, and how digistrat treats it."""

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from digistrat.model.part import Part, Single
from digistrat.model.values.date import DateField
from digistrat.model.values.fault import not_valid, shown
from digistrat.model.values.field import Checked
from digistrat.model.values.link import ToInitiative
from digistrat.model.values.number import Whole, between
from digistrat.model.values.owner import Owners
from digistrat.model.values.period import PeriodField
from digistrat.model.values.quantity import SIGNS, QuantityField
from digistrat.model.values.source import Source
from digistrat.model.values.text import Many, Text, Url

OrganisationKind = Literal["nhs-trust", "integrated-care-system", "council", "department", "agency", "charity", "other"]
Status = Literal["draft", "consulting", "approved", "retired"]


class Organisation(Part):
    """Whose strategy it is."""

    name: Text
    kind: OrganisationKind | None = None
    url: Url | None = None


class Approval(Part):
    """Who approved it, and when."""

    by: Text | None = None
    date: DateField | None = None


class Goal(Part):
    """A goal of the organisation's own strategy."""

    id: Text | None = None
    title: Text | None = None


class PartOf(Part):
    """The organisation's own strategy."""

    title: Text | None = None
    url: Url | None = None
    goals: Many[Goal] = ()


class Exclusion(Part):
    """What is left out, and why."""

    what: Text | None = None
    why: Text | None = None
    initiatives: Many[ToInitiative] = ()


class Envelope(Part):
    """The money of one year, in the manifest's currency; a sum left out is no limit."""

    year: DateField | None = None
    capital: QuantityField | None = None
    revenue: QuantityField | None = None


class Limits(Part):
    """How much the organisation takes on."""

    commitments: Whole | None = None
    exemplars: Whole | None = None
    in_parallel: Whole | None = None


class LintSettings(Part):
    """What lint looks at here."""

    select: Many[str] = ()
    ignore: Many[str] = ()
    levels: dict[str, Literal["error", "warning", "info"]] = Field(default_factory=dict)
    allow: Many[str] = ()
    words: Many[str] = ()
    sign_off: Text | None = None
    silent_after: Annotated[int, between(0, 3650)] | None = None  # days


class Accessibility(Part):
    """What the accessibility statement says."""

    contact: Text | None = None
    status: Literal["full", "partial", "none", "not-checked"] | None = None
    prepared: DateField | None = None
    reviewed: DateField | None = None
    known_issues: Many[Text] = ()


class Publishing(Part):
    """How the web version looks and what it leaves out."""

    base_url: Url | None = None
    theme_css: Text | None = None
    templates: Text | None = None
    logo: Text | None = None
    brand_colour: Text | None = None
    leave_out: Many[Text] = ()
    accessibility: Accessibility | None = None


class Translation(Part):
    """The strategy that this one says in another language."""

    path: Text | None = None
    language: Text | None = None


def _currency(value: str) -> str:
    if not re.fullmatch(r"[A-Z]{3}", value):
        codes = ", ".join(sorted(SIGNS.values()))
        raise not_valid("bad-value", f"{shown(value)} is no currency", f"write its three letters: {codes}")
    return value


def parse_year_start(value: Any) -> tuple[int, int] | None:
    """Read `04-01` as month and day; None when it is no day of every year."""
    found = re.fullmatch(r"(\d\d)-(\d\d)", value) if isinstance(value, str) else None
    month, day = (int(found[1]), int(found[2])) if found else (0, 0)
    return (month, day) if 1 <= month <= 12 and 1 <= day <= 28 else None  # noqa: PLR2004  (months; the shortest one)


def _year_start(value: str) -> str:
    if parse_year_start(value) is None:
        raise not_valid("bad-date", f"{shown(value)} is no day of the year", "write month and day: 04-01")
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        raise not_valid("bad-value", f"{shown(value)} is no language", "write its tag, such as en-GB or cy")
    return value


class Manifest(Single):
    """What strategy.yaml says."""

    required: ClassVar[tuple[str, ...]] = ("format", "title", "organisation", "period", "owner")

    format: Annotated[int, between(1, 1)] = 1
    title: Text = ""
    organisation: Organisation | None = None
    period: PeriodField | None = None
    owner: Owners = ()
    coordinator: Owners = ()
    prepared_by: Text | None = None
    status: Status = "draft"
    approved: Approval | None = None
    published: DateField | None = None
    next_review: DateField | None = None
    part_of: PartOf | None = None
    related: Many[Source] = ()
    in_scope: Many[Text] = ()
    out_of_scope: Many[Exclusion] = ()
    currency: Annotated[str, Checked(_currency)] = "GBP"
    language: Annotated[str, Checked(_language)] = "en-GB"
    financial_year_starts: Annotated[str, Checked(_year_start)] = "04-01"
    envelope: Many[Envelope] = ()
    limits: Limits = Limits.model_construct()
    feedback: Text | None = None
    comment_url: Text | None = None
    licence: Text | None = None
    translation_of: Translation | None = None
    requires: Text | None = None
    lint: LintSettings = LintSettings.model_construct(levels={})
    publish: Publishing = Publishing.model_construct()
