"""Rules about circles: does a chain of references lead back to where it started?"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from digistrat.model.record import Record
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.links import Link
    from digistrat.model.strategy import Strategy


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
            means_another = target is link.part and any(strategy.knows(name, link.id) for name in link.to.also)
            if target and not means_another:
                graphs[link.to.collection, link.field][link.part.id].append((target.id, link))
    for graph in graphs.values():
        for circle in _circles(graph):
            yield _circle(circle)


_Graph = dict[str, list[tuple[str, "Link"]]]  # from each record to those it refers to


def _circles(graph: _Graph) -> Iterator[list[tuple[str, Link]]]:
    """Give each circle once, from the record that is written first; every record is looked at once."""
    done: set[str] = set()
    for start in list(graph):
        steps: list[tuple[str, Link]] = []
        place = {start: 0}  # of each record on the way here, which step leads on from it
        waiting = [(start, iter(graph[start]))] if start not in done else []
        while waiting:
            here, ahead = waiting[-1]
            step = next(ahead, None)
            if step is None:
                waiting.pop()
                done.add(here)
                del place[here]
                del steps[-1:]
            elif step[0] in place:
                yield [*steps[place[step[0]] :], step]
            elif step[0] in graph and step[0] not in done:
                place[step[0]] = len(waiting)
                steps.append(step)
                waiting.append((step[0], iter(graph[step[0]])))


_FEW = 6  # places to show; in a longer circle a reader looks at its beginning


def _circle(steps: list[tuple[str, Link]]) -> Fault:
    """Show a circle whole: the place of its first reference, the others related; a very long one in part."""
    names = [steps[-1][0], *(name for name, _ in steps)]
    related = tuple(Related(link.at, f"leads to {name!r}") for name, link in steps[1:_FEW])
    message = f"this leads back to itself: {' → '.join(names)}"
    if len(message) > _LONGEST:
        message = f"this leads back to itself over {len(names) - 2} others"
    return Fault(steps[0][1].at, message, "take one of these references out", related)


_LONGEST = 100  # characters that a message has room for
