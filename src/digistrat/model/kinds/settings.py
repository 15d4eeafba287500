"""How digistrat treats a strategy: what lint looks at, and how the web version looks; part of strategy.yaml."""

from typing import Annotated, Literal

from pydantic import Field

from digistrat.model.part import Part
from digistrat.model.values.date import DateField
from digistrat.model.values.number import between
from digistrat.model.values.text import Many, Text, Url


class LintSettings(Part):
    """What lint looks at here."""

    select: Many[str] = ()
    """Rules or topics to run; all of them if left out.

    Example: [commitments, choices]
    """
    ignore: Many[str] = ()
    """Rules or topics not to run.

    Example: [vague-commitment]
    """
    levels: dict[str, Literal["error", "warning", "info"]] = Field(default_factory=dict)
    """How much a rule matters here: error, warning or info.

    Example: {too-many-commitments: error, slipped-commitment: info}
    """
    allow: Many[str] = ()
    """Words that the wording rules leave alone.

    Example: [NHS, support]
    """
    words: Many[str] = ()
    """Words that your organisation avoids, besides those on GOV.UK's list.

    Example: [going forward, end users]
    """
    sign_off: Text | None = None
    """The role that has to sign off work before it is in progress.

    Example: Clinical safety lead
    """
    silent_after: Annotated[int, between(0, 3650)] | None = None  # days
    """Days without an update after which a commitment counts as silent; 90 if left out.

    Example: 60
    """


class Accessibility(Part):
    """What the accessibility statement says."""

    contact: Text | None = None
    """Whom to ask for another form, or to tell about a problem.

    Example: accessibility@northmoor.example
    """
    status: Literal["full", "partial", "none", "not-checked"] | None = None
    """How far the web version meets the accessibility standard."""
    prepared: DateField | None = None
    """When the accessibility statement was written.

    Example: 2026-04-01
    """
    reviewed: DateField | None = None
    """When the web version was last checked.

    Example: 2026-10-01
    """
    known_issues: Many[Text] = ()
    """What some people cannot use yet.

    Example: [Two linked reports are scans that no screen reader can read]
    """


class Publishing(Part):
    """How the web version looks and what it leaves out."""

    base_url: Url | None = None
    """The web address at which the pages will stand (not used yet).

    Example: https://strategy.northmoor.example
    """
    theme_css: Text | None = None
    """A style sheet of your own, as a path in the strategy's folder (not used yet).

    Example: theme.css
    """
    templates: Text | None = None
    """A folder of page templates of your own, as a path in the strategy's folder (not used yet).

    Example: templates
    """
    logo: Text | None = None
    """A picture for the head of each page, as a path in the strategy's folder (not used yet).

    Example: logo.svg
    """
    brand_colour: Text | None = None
    """The colour of the pages' head; text on it has to stay readable (not used yet).

    Example: "#005eb8"
    """
    leave_out: Many[Text] = ()
    """Pages that are not published.

    Example: [users, choices]
    """
    accessibility: Accessibility | None = None
    """What the accessibility statement says.

    Example: {contact: accessibility@northmoor.example, status: partial, prepared: 2026-04-01}
    """
