"""strategy.yaml: what this strategy is, for whom, from when to when, and how digistrat treats it."""

import re
from typing import Annotated, Any, ClassVar, Literal

from digistrat.model.kinds.settings import LintSettings, Publishing
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
    """Its full name.

    Example: Northmoor Hospitals NHS Trust
    """
    kind: OrganisationKind | None = None
    """What sort of organisation it is."""
    url: Url | None = None
    """Its website.

    Example: https://www.northmoor.example
    """


class Approval(Part):
    """Who approved it, and when."""

    by: Owners = ()
    """Who approved it.

    Example: Trust board
    """
    date: DateField | None = None
    """When they approved it.

    Example: 2026-03-26
    """


class Goal(Part):
    """A goal of the organisation's own strategy."""

    id: Text | None = None
    """The short name that outcomes use for it under `supports`.

    Example: timely-care
    """
    title: Text | None = None
    """The goal in its own words.

    Example: Care without needless waiting
    """


class PartOf(Part):
    """The organisation's own strategy."""

    title: Text | None = None
    """What that strategy is called.

    Example: Our strategy 2025 to 2030
    """
    url: Url | None = None
    """Where it can be read.

    Example: https://www.northmoor.example/our-strategy
    """
    goals: Many[Goal] = ()
    """Its goals, which the outcomes in mission.yaml support.

    Example: [{id: timely-care, title: Care without needless waiting}, {id: every-pound, title: Every pound used well}]
    """


class Exclusion(Part):
    """What is left out, and why."""

    what: Text | None = None
    """What is left out.

    Example: A new electronic patient record
    """
    why: Text | None = None
    """Why it is left out.

    Example: The present one is sound, and its contract runs to 2031
    """
    initiatives: Many[ToInitiative] = ()
    """Initiatives that are not done because of it.

    Example: new-record
    """


class Envelope(Part):
    """The money of one year, in the strategy's currency; a sum left out is no limit."""

    year: DateField | None = None
    """The year that the money is for.

    Example: FY2027-28
    """
    capital: QuantityField | None = None
    """The most that may go into things that last, in the strategy's currency.

    Example: £2.4m
    """
    revenue: QuantityField | None = None
    """The most that may go into running costs, in the strategy's currency.

    Example: £600,000
    """


class Limits(Part):
    """How much the organisation takes on."""

    commitments: Whole | None = None
    """The most commitments that the strategy makes.

    Example: 12
    """
    exemplars: Whole | None = None
    """The most exemplars, the pieces of work that others learn from.

    Example: 4
    """
    in_parallel: Whole | None = None
    """The most pieces of work that run at the same time.

    Example: 6
    """


class Translation(Part):
    """The strategy that this one says in another language."""

    path: Text | None = None
    """The folder of the other strategy, seen from this one.

    Example: ../strategy-in-english
    """
    language: Text | None = None
    """The language of the other strategy, by its tag.

    Example: en-GB
    """


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
    """The manifest: whose strategy this is, for how long, who owns it, and how digistrat treats it."""

    required: ClassVar[tuple[str, ...]] = ("format", "title", "organisation", "period", "owner")
    good: ClassVar[tuple[str, ...]] = (
        "coordinator", "status", "approved", "next_review", "part_of", "out_of_scope", "envelope", "limits",
        "feedback",
    )  # fmt: skip

    format: Annotated[int, between(1, 1)] = 1
    """The version of the strategy format.

    Example: 1
    """
    title: Text = ""
    """What the strategy is called.

    Example: Digital strategy 2026 to 2029
    """
    organisation: Organisation | None = None
    """Whose strategy it is.

    Example: {name: Northmoor Hospitals NHS Trust, kind: nhs-trust}
    """
    period: PeriodField | None = None
    """From when to when it runs: one to five years.

    Example: {from: 2026-04, to: 2029-03}
    """
    owner: Owners = ()
    """Who owns the strategy: the board, rather than the digital department.

    Example: {role: Trust board, function: board}
    """
    coordinator: Owners = ()
    """Who keeps the strategy together from day to day.

    Example: {role: Chief digital and information officer, function: digital}
    """
    prepared_by: Text | None = None
    """Who wrote it.

    Example: A working group of nurses, doctors, managers and patients
    """
    status: Status = "draft"
    """How far it has come; draft if left out.

    Example: consulting
    """
    approved: Approval | None = None
    """Who approved it, and when.

    Example: {by: Trust board, date: 2026-03-26}
    """
    published: DateField | None = None
    """When it was made public.

    Example: 2026-04-01
    """
    next_review: DateField | None = None
    """When the board looks at the whole of it again.

    Example: 2027-03
    """
    part_of: PartOf | None = None
    """The organisation's own strategy, with the goals that this one supports.

    Example: {title: Our strategy 2025 to 2030, goals: [{id: timely-care, title: Care without needless waiting}]}
    """
    related: Many[Source] = ()
    """Other strategies and plans that it builds on.

    Example: [{title: Our people plan, date: 2025-10}, {title: Digital plan of the integrated care system, date: 2025-06}]
    """
    in_scope: Many[Text] = ()
    """What the strategy covers.

    Example: [Both hospitals, Clinics in health centres, How patients and carers reach us]
    """
    out_of_scope: Many[Exclusion] = ()
    """What the strategy leaves out, and why.

    Example: {what: A new electronic patient record, why: The present contract runs to 2031, initiatives: new-record}
    """
    currency: Annotated[str, Checked(_currency, json={"type": "string", "pattern": "^[A-Z]{3}$"})] = "GBP"
    """The money that all sums are in, as three letters; GBP if left out.

    Example: GBP
    """
    language: Annotated[
        str, Checked(_language, json={"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"})
    ] = "en-GB"
    """The language it is written in, by its tag; en-GB if left out.

    Example: en-GB
    """
    financial_year_starts: Annotated[
        str, Checked(_year_start, json={"type": "string", "pattern": "^(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$"})
    ] = "04-01"
    """The month and day on which the financial year starts; 04-01 if left out.

    Example: 04-01
    """
    envelope: Many[Envelope] = ()
    """The money that has been set aside, year by year.

    Example: [{year: FY2026-27, capital: £2.0m, revenue: £400k}, {year: FY2027-28, capital: £2.4m, revenue: £600k}]
    """
    limits: Limits = Limits.model_construct()
    """How much the organisation takes on.

    Example: {commitments: 12, exemplars: 4, in_parallel: 6}
    """
    feedback: Text | None = None
    """Where readers may send comments: an e-mail address or a web address.

    Example: digital-strategy@northmoor.example
    """
    comment_url: Text | None = None
    """A link for comments on one record, with {title}, {id} and {url} where they belong (not used yet).

    Example: https://www.northmoor.example/comment?about={id}&page={url}
    """
    licence: Text | None = None
    """On what terms others may use it again.

    Example: Open Government Licence v3.0
    """
    translation_of: Translation | None = None
    """The strategy in another language that this one translates (not used yet).

    Example: {path: ../strategy-in-english, language: en-GB}
    """
    requires: Text | None = None
    """Which version of digistrat can read it (not used yet).

    Example: ">=1.2"
    """
    lint: LintSettings = LintSettings.model_construct(levels={})
    """What lint looks at in this strategy.

    Example: {levels: {too-many-commitments: error}, allow: NHS, sign_off: Clinical safety lead}
    """
    publish: Publishing = Publishing.model_construct()
    """How the web version looks, and what it leaves out.

    Example: {base_url: "https://strategy.northmoor.example", brand_colour: "#005eb8", leave_out: choices}
    """
