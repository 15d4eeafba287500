"""Rules about a strategy in two languages: does each say all that the other says?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.read.fault import Fault
from digistrat.wording import counted, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy

# Things that people refer to. A term of a glossary has another id in another language.
_COMPARED = (
    "outcomes", "journeys", "principles", "services", "users", "needs", "research", "technology", "constraints",
    "decisions", "initiatives", "commitments", "measures", "benefits", "risks", "stories",
)  # fmt: skip
_FEW = 2  # ids that a message has room for


def missing_counterpart(strategy: Strategy) -> Iterator[Fault]:
    """A record that only one of two strategies has, where one is the translation of the other.

    Why: readers of one language are promised something that readers of the other never hear of.

    Bad:
        # strategy.yaml
        title: Strategaeth ddigidol
        translation_of: {path: in-english, language: en}  # <-
        …
        # in-english/strategy.yaml
        format: 1
        title: Digital strategy
        # in-english/initiatives.yaml
        - {id: e-letters, title: Discharge letters without paper}
        - {id: lockers, title: Medicine lockers}
        # in-english/mission.yaml
        outcomes: {id: less-waiting, title: People wait less}
        # in-english/measures.yaml
        - {id: letters-sent, name: Letters sent}
        # in-english/users.yaml
        - {id: patients, name: Patients}
        - {id: deaf-patients, name: Patients who cannot hear}
        - {id: ward-staff, name: Ward staff}
        # in-english/risks.yaml
        - {id: too-late, title: Too late}
        - {id: locked-out, title: Locked out}
        - {id: power-cut, title: Power cut}
        # in-english/stories.yaml
        - {id: letters-at-moorside, title: Letters at Moorside}
        - {id: old-printers, title: Old printers}

    Good:
        # strategy.yaml
        …
    """
    other = strategy.counterpart
    if other is None:
        return
    compared = [name for name in _COMPARED if name in other]
    for collection in compared:
        here, there = strategy.declared.get(collection, {}), other[collection]
        for id in here:
            if id not in there:
                message = f"the other language's strategy has no {id!r} in {collection}; write it there, too"
                yield Fault(here[id], message, "or take it out here")
    lacking = [f"{one}/{id}" for one in compared for id in other[one] if not strategy.knows(one, id)]
    if lacking and strategy.is_whole(*{name.partition("/")[0] for name in lacking}):
        more = [f"{len(lacking) - _FEW:,} more"] if len(lacking) > _FEW else []
        message = f"{counted(len(lacking), 'record')} of the other language's strategy are not here; write them"
        names = in_words([*lacking[:_FEW], *more])
        yield Fault(strategy.manifest.at("translation_of"), message, f"write here what you translate: {names}")
