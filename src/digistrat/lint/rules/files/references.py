"""Rules about references: does each lead to a record, by its present name, and not back to where it started?"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from digistrat.model.shelf import COLLECTIONS
from digistrat.model.values.deadline import After
from digistrat.read.fault import Fault, Ref, Related
from digistrat.wording import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Link, Strategy

_INSIDE = {"outcomes", "needs"}  # collections inside other files
_WAITED_FOR = ("commitments", "initiatives")


def unknown_reference(strategy: Strategy) -> Iterator[Fault]:
    """A reference to a record that is not there.

    Why: the link leads nowhere, and the record that was meant looks as if nobody worked on it.

    Bad:
        # users.yaml
        - id: patients
          name: Patients
          needs: {id: results, need: Know the result, evidence: Complaints 2025, services: bloodtests}  # <-
        # services.yaml
        - {id: blood-tests, name: Blood tests}

    Good:
          needs: {id: results, need: Know the result, evidence: Complaints 2025, services: blood-tests}
    """
    for link in strategy.links:
        collection = link.to.collection
        built = collection in COLLECTIONS or collection in _INSIDE
        if built and collection not in strategy.unread and not strategy.knows(collection, link.id):
            yield _unknown(strategy, link.at, link.id, (collection,))
    for commitment in strategy.commitments.values():
        if not isinstance(commitment.due, After) or strategy.unread & set(_WAITED_FOR):
            continue
        id = commitment.due.after
        if not any(strategy.knows(collection, id) for collection in _WAITED_FOR):
            yield _unknown(strategy, commitment.at("due", "after"), id, _WAITED_FOR)


def _unknown(strategy: Strategy, at: Ref, id: str, collections: tuple[str, ...]) -> Fault:
    known = {name: ref for collection in collections for name, ref in strategy.declared.get(collection, {}).items()}
    meant = nearest(id, known)
    what = " or ".join(collections)
    if not meant:
        return Fault(at, f"nothing in {what} has the id {id!r}", f"write the id of a record in {what}, or add one")
    related = (Related(known[meant], f"{meant!r} is defined here"),)
    return Fault(at, f"nothing in {what} has the id {id!r}; did you mean {meant!r}?", f"write {meant!r}", related)


def renamed_reference(strategy: Strategy) -> Iterator[Fault]:
    """A reference by an id that a record used to have.

    Why: it still leads there, but a reader who looks for that name finds nothing.

    Bad:
        # users.yaml
        - id: patients
          name: Patients
          needs: {id: results, need: Know the result, evidence: Complaints 2025, services: phlebotomy}  # <-
        # services.yaml
        - {id: blood-tests, was: phlebotomy, name: Blood tests}

    Good:
          needs: {id: results, need: Know the result, evidence: Complaints 2025, services: blood-tests}
    """
    for link in strategy.links:
        new = strategy.renamed.get(link.to.collection, {}).get(link.id)
        if new and link.id not in strategy.declared.get(link.to.collection, {}):
            yield Fault(link.at, f"{link.id!r} is now called {new!r}; write the new id")


def circular_reference(strategy: Strategy) -> Iterator[Fault]:
    """Records that wait for, belong to or replace each other in a circle.

    Why: none of them can come first, so nothing in the circle can be planned or added up.

    Bad:
        # users.yaml
        - {id: patients, name: Patients, within: public}  # <-
        - {id: public, name: The public, within: patients}

    Good:
        # users.yaml
        - {id: patients, name: Patients, within: public}
        - {id: public, name: The public}
    """
    by_field: dict[tuple[str, str], dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in strategy.links:
        if link.to.circle:
            by_field[link.to.collection, str(link.at.keys[-2 if isinstance(link.at.keys[-1], int) else -1])][
                link.record.id  # type: ignore[attr-defined]  # only records refer to their own kind
            ].append(link)
    for graph in by_field.values():
        for circle in _circles(graph):
            yield _circle(circle)


def _circles(graph: dict[str, list[Link]]) -> Iterator[list[Link]]:
    """Give each circle once, from the record that is written first; every record is looked at once."""
    done: set[str] = set()
    for start in graph:
        path: list[Link] = []
        waiting = [iter(graph[start])] if start not in done else []
        inside = [start]
        while waiting:
            link = next(waiting[-1], None)
            if link is None:
                waiting.pop()
                done.add(inside.pop())
                if path:
                    path.pop()
            elif link.id in inside:
                yield [*path[inside.index(link.id) :], link]
            elif link.id in graph and link.id not in done:
                path.append(link)
                inside.append(link.id)
                waiting.append(iter(graph[link.id]))


def _circle(links: list[Link]) -> Fault:
    names = [link.record.id for link in links]  # type: ignore[attr-defined]  # only records refer to their own kind
    shown = " → ".join([*names, names[0]])
    related = tuple(Related(link.at, f"{link.record.id!r} leads to {link.id!r}") for link in links[1:])  # type: ignore[attr-defined]  # as above
    return Fault(links[0].at, f"this leads back to itself: {shown}", "take one of these references out", related)
