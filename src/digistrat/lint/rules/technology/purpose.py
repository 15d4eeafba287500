"""Rules about what technology is for: does somebody look after it, for an outcome, within the law?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.technology import Technology
    from digistrat.model.strategy import Strategy


def tool_without_team(strategy: Strategy) -> Iterator[Fault]:
    """A tool that no team looks after; legacy may go without.

    Why: bought tools need people, too, who know their users and see that the tool still helps them.

    Bad:
        # technology.yaml
        - id: letter-system  # <-
          … without team

    Good:
        - id: letter-system
          team: Letters team, led by a ward clerk

    Source: NHS Providers, Building a digital strategy (2021), on a team for every tool.
    """
    for technology in _here_to_stay(strategy):
        if not technology.team:
            message = f"nobody looks after {technology.id!r}; name who does under 'team'"
            yield Fault(technology.at("team"), message, "a role or a team, with people who use it")


def technology_without_outcome(strategy: Strategy) -> Iterator[Fault]:
    """A tool that does not say what people can do thanks to it; legacy may go without.

    Why: without an outcome nobody can tell whether the tool is worth what it costs.

    Bad:
        # technology.yaml
        - id: letter-system  # <-
          … without outcome

    Good:
        - id: letter-system
          outcome: Letters leave on the day

    Source: NHS Providers, Building a digital strategy (2021), on outcomes before technology.
    """
    for technology in _here_to_stay(strategy):
        if not technology.outcome:
            message = f"{technology.id!r} does not say what it is for; add 'outcome'"
            yield Fault(technology.at("outcome"), message, "what people can do thanks to it")


def _here_to_stay(strategy: Strategy) -> Iterator[Technology]:
    """Give what is planned or in use and not old technology that should go."""
    return (one for one in strategy.technology.values() if not one.legacy and one.status != "retired")


def personal_data_without_basis(strategy: Strategy) -> Iterator[Fault]:
    """Technology that holds data about people and does not say why the law allows it.

    Why: the people whose data it is have a right to know, and without a basis the data may not be held.

    Bad:
        # technology.yaml
        - id: letter-system
          data: {personal: true, controller: Example Trust}  # <-
          …

    Good:
          data: {personal: true, controller: Example Trust, lawful_basis: Public task}

    Source: UK General Data Protection Regulation, article 6.
    """
    for technology in strategy.technology.values():
        data = technology.data
        if data and data.personal and not data.lawful_basis and technology.status != "retired":
            message = f"{technology.id!r} holds data about people without a 'lawful_basis'; add it"
            yield Fault(technology.at("data", "lawful_basis"), message, "ask whoever answers for data protection")
