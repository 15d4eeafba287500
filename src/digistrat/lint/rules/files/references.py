"""Rules about references: does each lead to a record, by its present name, and not back to where it started?"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from digistrat.model.record import Record
from digistrat.model.shelf import BUILT
from digistrat.model.values.fault import shown
from digistrat.read.fault import Fault, Ref, Related
from digistrat.wording import nearest, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.links import Link
    from digistrat.model.strategy import Strategy


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
    names = _Names(strategy)
    for link in strategy.links:
        collections = link.to.collections
        if not set(collections) <= BUILT or strategy.unread & set(collections):
            continue
        if not any(strategy.knows(collection, link.id) for collection in collections):
            yield names.unknown(link)


_FEW = 6  # ids to list in a help
_SUGGESTIONS = 50  # finding the nearest of 10,000 names takes its time


class _Names:
    """The ids that references may lead to, and which of them one may have meant."""

    def __init__(self, strategy: Strategy) -> None:
        self.strategy = strategy
        self.known: dict[tuple[str, ...], dict[str, Ref]] = {}
        self.meant: dict[tuple[tuple[str, ...], str], str | None] = {}

    def unknown(self, link: Link) -> Fault:
        """Say that a reference leads nowhere, and where it was probably to lead."""
        what = " or ".join(link.to.collections)
        said = f"nothing in {what} has the id {shown(link.id)}"
        meant = self.nearest(link.to.collections, link.id)
        if not meant:
            ids = sorted(self.ids(link.to.collections))
            some = f"write {quoted(ids, 'or')}, or add one" if 0 < len(ids) <= _FEW else f"add it to {what}"
            return Fault(link.at, said, some)
        related = (Related(self.ids(link.to.collections)[meant], f"{meant!r} is defined here"),)
        return Fault(link.at, f"{said}; did you mean {shown(meant)}?", f"write {meant!r}", related)

    def ids(self, collections: tuple[str, ...]) -> dict[str, Ref]:
        if collections not in self.known:
            declared = [self.strategy.declared.get(collection, {}) for collection in collections]
            self.known[collections] = {id: ref for ids in declared for id, ref in ids.items()}
        return self.known[collections]

    def nearest(self, collections: tuple[str, ...], id: str) -> str | None:
        asked = collections, id
        if asked not in self.meant:
            self.meant[asked] = nearest(id, self.ids(collections)) if len(self.meant) < _SUGGESTIONS else None
        return self.meant[asked]


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
        new = None
        for collection in link.to.collections:
            if link.id in strategy.declared.get(collection, {}):
                break
            new = new or strategy.renamed.get(collection, {}).get(link.id)
        else:
            if new:
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
