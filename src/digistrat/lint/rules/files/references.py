"""Rules about references: does each lead to a record, by its present name, and not back to where it started?"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from digistrat.model.record import Record
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
    graphs: dict[tuple[str, str], _Graph] = defaultdict(lambda: defaultdict(list))
    for link in strategy.links:
        if link.to.circle and isinstance(link.part, Record):
            target = strategy.find(link.to.collection, link.id)
            if target:
                graphs[link.to.collection, link.field][link.part.id].append((target.id, link))
    for graph in graphs.values():
        for circle in _circles(graph):
            yield _circle(circle)


_Graph = dict[str, list[tuple[str, "Link"]]]  # from each record to those it refers to


def _circles(graph: _Graph) -> Iterator[list[tuple[str, Link]]]:
    """Give each circle once, from the record that is written first; every record is looked at once."""
    done: set[str] = set()
    for start in list(graph):
        path: list[tuple[str, Link]] = []
        inside = [start]
        waiting = [iter(graph[start])] if start not in done else []
        while waiting:
            step = next(waiting[-1], None)
            if step is None:
                waiting.pop()
                done.add(inside.pop())
                path = path[:-1]
            elif step[0] in inside:
                yield [*path[inside.index(step[0]) :], step]
            elif step[0] in graph and step[0] not in done:
                path.append(step)
                inside.append(step[0])
                waiting.append(iter(graph[step[0]]))


def _circle(steps: list[tuple[str, Link]]) -> Fault:
    """Show a circle whole: the place of its first reference, the others related."""
    names = [steps[-1][0], *(name for name, _ in steps)]
    related = tuple(Related(link.at, f"leads to {name!r}") for name, link in steps[1:])
    message = f"this leads back to itself: {' → '.join(names)}"
    return Fault(steps[0][1].at, message, "take one of these references out", related)
