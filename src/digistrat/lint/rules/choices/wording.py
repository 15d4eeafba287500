"""Hints from the words of an initiative: is it about people, and does it rest on something proven?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digistrat.figures.live import is_open
from digistrat.lint.vocabulary import HYPE, TECHNOLOGY, matcher, products
from digistrat.model.values.fault import shown
from digistrat.read.fault import Fault
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.lint.vocabulary import Matcher
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Level

# Words that add no change for anybody to the name of a technology: that it is new, that it is there, and where.
_NO_CHANGE = frozenset([
    "a", "an", "the", "our", "its", "their", "one", "each", "every", "all", "any", "both", "of", "for", "in", "on",
    "at", "to", "by", "with", "and", "or", "across", "throughout", "from", "into", "through", "via", "it", "we", "they",
    "is", "are", "be", "been", "being", "was", "were", "will", "shall", "can", "have", "has", "had", "get", "gets",
    "there", "now", "fully", "new", "modern", "better", "improved", "single", "shared", "common", "central", "digital",
    "electronic", "cloud-based", "web-based", "online", "mobile", "smart", "secure", "integrated", "latest", "upgraded", "working",
    "install", "installs", "installed", "implement", "implemented", "implementation", "introduce", "introduced",
    "launch", "launched", "deploy", "deployed", "deployment", "roll", "rolled", "rollout", "roll-out", "out", "live",
    "go", "goes", "place", "available", "up", "running", "operational", "use", "uses", "using", "used", "access",
    "build", "built", "buy", "bought", "procure", "procured", "provide", "provided", "deliver", "delivered",
    "develop", "developed", "create", "created", "replace", "replaced", "upgrade", "move", "moved", "migrate",
    "migrated", "complete", "completed", "completion",
    "patient", "patients", "people", "public", "resident", "residents", "citizen", "citizens", "customer", "customers",
    "user", "users", "everyone", "everybody", "staff", "colleague", "colleagues", "employee", "employees", "nurse",
    "nurses", "doctor", "doctors", "clinician", "clinicians", "clinical", "manager", "managers", "team", "teams",
    "ward", "wards", "clinic", "clinics", "hospital", "hospitals", "trust", "council", "department", "departments",
    "organisation", "organisations", "site", "sites", "office", "offices", "service", "services", "system", "systems",
    "solution", "solutions", "technology", "technologies", "tool", "tools", "data", "record", "records",
])  # fmt: skip
_ARTICLE = "an?|the|our|one|new|single|modern|digital|electronic"
_WORD = re.compile(r"[\w'’-]+")


def technology_led_initiative(strategy: Strategy) -> Iterator[Fault]:
    """An outcome that only names a technology, and nothing that will be different for anybody.

    Why: a new system is a means. Whoever reads only its name cannot tell when it has been worth it.

    Bad:
        # initiatives.yaml
        - id: e-letters
          outcome: A new portal for all patients  # <-
          …

    Good:
          outcome: Patients read their letters at home on the day they are written

    Source: NHS Providers, Building a digital strategy (2021), on strategies that IT drives.
    """
    words = matcher((*TECHNOLOGY, *HYPE, *products(strategy)), strategy)
    for initiative in strategy.initiatives.values():
        outcome = one_line(initiative.outcome or "")
        named = list(words.named_in(outcome)) if is_open(strategy, initiative) else []
        if named and _says_no_more_than(outcome, named):
            message = f"the outcome of {initiative.id!r} only names {shown(named[0])}; say what changes"
            yield Fault(initiative.at("outcome"), message, "what can people do then that they cannot do today?")


def _says_no_more_than(text: str, names: list[str]) -> bool:
    for name in names:  # with the one word that says which: a bed dashboard
        which = rf"\b(?:{_ARTICLE})\s+[\w'’-]+\s+"
        text = re.sub(rf"(?:{which}|(?<!\w)){re.escape(name)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return all(word in _NO_CHANGE for word in _WORD.findall(text.lower()))


_FIELDS = ("title", "summary", "outcome")
_DENIED = re.compile(r"\b(?:no|not|never|without|instead of|rather than)\b(?:\s+\S+){1,3}", re.IGNORECASE)
_JOINED = re.compile(r"-(?=(?:powered|driven|enabled|based|assisted|supported|led|ready)\b)", re.IGNORECASE)
_BASICS = frozenset({"physical-infrastructure", "data-infrastructure"})


def hype_without_trial(strategy: Strategy) -> Iterator[Fault]:
    """Work that everything rests on, built on a fashion (AI, blockchain, robots) that nobody has tried here.

    Why: what is new may well work, and a small trial would show it. Until then the basics come first: it is only
    a hint where constraints of data and physical infrastructure are known and answered.

    Bad:
        # initiatives.yaml
        - id: e-letters
          title: Discharge letters written by AI  # <-
          …

    Good:
        # initiatives.yaml
        - id: e-letters
          title: Discharge letters written by AI
          technology: letter-writer
          …
        # technology.yaml
        - id: letter-writer
          trial: {date: 2026-02, found: Doctors changed one letter in nine}
          …

    Source: NHS Providers, Building a digital strategy (2021), on unproven technology.
    """
    level: Level | None = "info" if _basics_are_answered(strategy) else None
    hype = matcher(HYPE, strategy)
    for initiative in strategy.initiatives.values():
        if initiative.certainty == "experiment" or not is_open(strategy, initiative):
            continue
        named = next(((field, word) for field in _FIELDS for word in _fashions(hype, initiative, field)), None)
        if named and not _may_be_tried(strategy, initiative):
            field, word = named
            message = f"{initiative.id!r} rests on {shown(word)} without a trial; try it first"
            help = "make it an experiment, or name the technology and what its trial found: trial: {date, found}"
            yield Fault(initiative.at(field), message, help, level=level)


def _fashions(hype: Matcher, initiative: Initiative, field: str) -> Iterator[str]:
    """Give what a text builds on, but for what it says it does without, as far as a reader can tell."""
    text = _DENIED.sub(" ", one_line(getattr(initiative, field) or ""))
    for word in hype.named_in(_JOINED.sub(" ", text)):
        is_another_acronym = word.isupper() and word.casefold() not in HYPE  # AIS is not several AI
        if not is_another_acronym:
            yield word


def _may_be_tried(strategy: Strategy, initiative: Initiative) -> bool:
    """Tell whether a technology that it names was tried, or may have been: it is not known."""
    technology = strategy.find_all("technology", initiative.technology)
    if len(technology) < len(initiative.technology):
        return True
    trials = [one.trial for one in technology if one.trial]
    return any(trial.found or (trial.date and trial.date.first <= strategy.as_of) for trial in trials)


def _basics_are_answered(strategy: Strategy) -> bool:
    """Tell whether the basics are known to be lacking, and something is done about each."""
    basics = [one for one in strategy.constraints.values() if one.kind in _BASICS]
    responses = [one.response for one in basics]
    return {one.kind for one in basics} >= _BASICS and all(
        one and (one.kind or one.text or one.initiatives) for one in responses
    )
