"""Do the amounts that are claimed add up, and is each claimed once?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.benefits import parts_of, without_end
from digistrat.figures.claims import same_figures
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digistrat.model.kinds.benefit import Benefit
    from digistrat.model.strategy import Strategy


def parts_do_not_add_up(strategy: Strategy) -> Iterator[Fault]:
    """A benefit whose parts come to something else than it claims.

    Why: whoever adds up the parts will trust no other number either.
    Words count: parts of 2.425 billion agree with "over 2.4 billion", and "about" leaves five per cent.

    Bad:
        # benefits.yaml
        - id: no-paper
          amount: £90,000  # <-
          parts: [no-printing, no-postage]
          …
        - {id: no-printing, title: No printing, amount: "£50,000", owner: Director of finance, method: Invoices of 2025}
        - {id: no-postage, title: No postage, amount: "£30,000", owner: Director of finance, method: Invoices of 2025}

    Good:
          amount: £80,000
    """
    circles = without_end(strategy)
    for benefit in strategy.benefits.values():
        found = parts_of(strategy, benefit)
        if found is None or found.sum is None or found.sum.verdict != "disagrees":
            continue
        if benefit.id not in circles and not _is_told(strategy, benefit):
            message = f"{benefit.id!r} claims {benefit.amount}, but its parts come to {found.sum.value:,f}"
            related = tuple(Related(part.at("amount"), f"a part: {part.amount}") for part in found.parts)
            yield Fault(benefit.at("amount"), message, "mend the amount, or name all of its parts", related)


def _is_told(strategy: Strategy, benefit: Benefit) -> bool:
    """Tell whether another finding says it: a part that nobody knows, or one that holds another."""
    parts = {id: strategy.find("benefits", id) for id in benefit.parts}
    if None in parts.values():
        return True
    named = (strategy.find("benefits", part.counted_in) for part in parts.values() if part.counted_in)
    return bool({part.id for part in parts.values()} & {whole.id for whole in named if whole})


def counted_twice(strategy: Strategy) -> Iterator[Fault]:
    """A benefit that is a part of two others, or counted in one and a part of another.

    Why: whoever adds up the two gets its amount twice.

    Bad:
        # benefits.yaml
        - {id: calls, title: Fewer calls, amount: "£40,000", owner: Director of finance, method: Call list of 2025}
        - {id: clerks, title: Clerks' time, amount: "£40,000", parts: calls, owner: Director of finance}
        - {id: telephones, title: Fewer telephones, amount: "£40,000", parts: calls, owner: Director of finance}  # <-

    Good:
        - {id: telephones, title: Fewer telephones, amount: "£8,000", owner: Director of finance, method: Call list of 2025}
    """
    for benefit in strategy.benefits.values():
        wholes = strategy.linking_to(benefit, "benefits", "parts")
        named = strategy.find("benefits", benefit.counted_in) if benefit.counted_in else None
        others = [whole for whole in wholes if whole is not named]
        if named and others:
            message = f"{benefit.id!r} is counted in {named.id!r} and is a part of {others[0].id!r}"
            yield Fault(benefit.at("counted_in"), message, _ONCE, _places(strategy, benefit, others))
        elif len(wholes) > 1:
            message = f"{benefit.id!r} is a part of {wholes[0].id!r} and of {wholes[1].id!r}"
            first, second, *more = _places(strategy, benefit, wholes)
            yield Fault(second.at, message, _ONCE, (first, *more))


_ONCE = "leave it in one of them, so that nobody adds it twice"


def _places(strategy: Strategy, benefit: Benefit, wholes: Iterable[Benefit]) -> tuple[Related, ...]:
    """Give the places at which other benefits list this one as a part, one for each of them."""
    found = []
    for whole in wholes:
        index = next(n for n, id in enumerate(whole.parts) if strategy.find("benefits", id) is benefit)
        found.append(Related(whole.at("parts", index), f"a part of {whole.id!r}"))
    return tuple(found)


def same_figure_two_claims(strategy: Strategy) -> Iterator[Fault]:
    """One amount that is claimed for two different things.

    Why: it is often one gain told twice, or a number that went from one paper into the next.
    An amount that two methods came to, each its own, is left alone while it is round or small.

    Bad:
        # benefits.yaml
        - id: fewer-calls
          amount: £1.8m
          …
        - id: fewer-letters
          title: Letters that nobody has to post
          amount: £1.8m  # <-
          …

    Good:
          amount: £1.8m
          counted_in: fewer-calls
    """
    for benefit, other in same_figures(strategy):
        message = f"{benefit.amount} is what {other.id!r} claims, too; count one in the other, or tell them apart"
        help = "write 'counted_in' where it is one gain; where it is two, say under 'method' how each is worked out"
        yield Fault(benefit.at("amount"), message, help, (Related(other.at("amount"), f"{other.amount} here"),))
