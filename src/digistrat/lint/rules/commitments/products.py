"""The hint about products: does a commitment promise a thing, or what it is for?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.progress import is_closed
from digistrat.lint.vocabulary import TECHNOLOGY, matcher
from digistrat.model.values.fault import shown
from digistrat.read.fault import Fault
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.lint.vocabulary import Matcher
    from digistrat.model.strategy import Strategy

# Words that some organisation has made a name of: at the start of a sentence nobody can tell which is meant.
_ORDINARY = frozenset({
    *TECHNOLOGY, "archive", "calendar", "computer", "data", "device", "email", "epic", "form", "internet", "letter",
    "library", "mail", "network", "office", "phone", "printer", "record", "register", "roster", "rota", "scanner",
    "server", "store", "switchboard", "system", "team", "telephone", "wireless",
})  # fmt: skip


def names_a_product(strategy: Strategy) -> Iterator[Fault]:
    """A promise that names something in technology, where `because` does not say why that very thing.

    Why: a product can go live and change nothing; and a promise bound to it falls with its contract.

    Bad:
        # technology.yaml
        - id: letter-system
          name: Moorside letter system
          …
        # commitments.yaml
        - id: same-day-letters
          statement: Every ward uses the Moorside letter system  # <-
          …

    Good:
          statement: Every ward sends its letters on the same day

    Source: NHS Providers, Building a digital strategy (2021), on outcome-focused commitments.
    """
    lasting = [
        one for one in strategy.technology.values() if not (one.legacy or one.retire_by or one.status == "retired")
    ]
    names = matcher([one.name for one in lasting if one.name], strategy)  # to switch something off is no bet on it
    for commitment in strategy.commitments.values() if lasting else ():
        statement = one_line(commitment.statement)
        said = [one for one in names.named_in(statement) if _is_name(one, names, statement)]
        why = {one.casefold() for one in names.named_in(one_line(commitment.because or ""))}
        unexplained = [one for one in said if one.casefold() not in why]
        if unexplained and not is_closed(strategy, commitment):
            message = f"names {shown(unexplained[0])}; say what will be different, or why this one"
            help = "write under 'because' why it has to be this one; a product is a means, and will be replaced"
            yield Fault(commitment.at("statement"), message, help)


def _is_name(said: str, names: Matcher, statement: str) -> bool:
    """Tell whether words are clearly meant as a name: several are; one is if it has the capitals of the name.

    "network" is no name where something is called Network, nor is the "Network" that begins a sentence.
    """
    if " " in said:
        return True
    begins = statement.startswith(said) or f". {said}" in statement
    is_ordinary = said.casefold() in _ORDINARY or said.casefold().removesuffix("s") in _ORDINARY
    return said != said.lower() and names.is_spelt(said) and not (begins and is_ordinary)
