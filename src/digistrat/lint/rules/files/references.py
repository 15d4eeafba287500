"""Rules about references: does each lead to something, and by its present name?"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any

from digistrat.frameworks.library import find, item_of, level_of
from digistrat.model.shelf import BUILT_IN_FRAMEWORKS, COLLECTIONS, HELD
from digistrat.model.values.fault import shown
from digistrat.model.values.text import is_id, slug
from digistrat.read.fault import Fault, Fix, Ref, Related
from digistrat.read.slips import clear
from digistrat.wording import in_words, nearest, quoted

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
          needs: {id: results, need: Know the result, evidence: Complaints 2025, observed: true, services: bloodtests}  # <-
        # services.yaml
        - id: blood-tests
          name: Blood tests
          …

    Good:
          needs: {id: results, need: Know the result, evidence: Complaints 2025, observed: true, services: blood-tests}
    """
    names = _Names(strategy)
    for link in strategy.links:
        collections = link.to.collections
        if strategy.unread & set(collections) or names.is_known_otherwise(collections, link.id):
            continue
        if any(strategy.knows(collection, link.id) for collection in collections):
            continue
        if strategy.nameless & set(collections) and not names.slip(collections, link.id):
            continue  # it may well be the record whose id cannot be read
        yield names.unknown(link)
    yield from _unknown_items(strategy)
    yield from _unknown_levels(strategy)
    yield from _unknown_groups(strategy)


_FEW = 6  # ids to list in a help
_SUGGESTIONS = 50  # finding the nearest of 10,000 names takes its time


class _Names:
    """The ids that references may lead to, and which of them one may have meant."""

    def __init__(self, strategy: Strategy) -> None:
        self.strategy = strategy
        self.known: dict[tuple[str, ...], dict[str, Ref | None]] = {}
        self.mended: dict[tuple[str, ...], set[str]] = {}
        self.meant: dict[tuple[tuple[str, ...], str], str | None] = {}
        self.fixes: dict[tuple[tuple[str, ...], str], str | None] = {}

    def unknown(self, link: Link) -> Fault:
        """Say that a reference leads nowhere, and where it was probably to lead."""
        several = [id.strip() for id in link.id.split(",")]
        if len(several) > 1 and all(id in self.ids(link.to.collections) for id in several):
            return Fault(link.at, f"{shown(link.id)} is one text, not several ids", f"write [{', '.join(several)}]")
        what = in_words(link.to.collections, "or")
        said = f"nothing in {what} has the id {shown(link.id)}"
        meant = self.nearest(link.to.collections, link.id)
        if not meant:
            ids = sorted(self.ids(link.to.collections))
            some = f"write {quoted(ids, 'or')}, or add one" if 0 < len(ids) <= _FEW else f"add it to {what}"
            return Fault(link.at, said, some)
        place = self.ids(link.to.collections)[meant]
        related = (Related(place, f"{meant!r} is defined here"),) if place else ()
        return Fault(link.at, _asking(said, meant), f"write {meant!r}", related, fix=self.fix(link))

    def fix(self, link: Link) -> Fix | None:
        """Mend a slip of the pen in a reference."""
        asked = link.to.collections, link.id
        if asked not in self.fixes:
            self.fixes[asked] = self.slip(*asked)
        meant = self.fixes[asked]
        return Fix(link.at, link.id, meant) if meant else None

    def slip(self, collections: tuple[str, ...], id: str) -> str | None:
        """Give the id of which one slip makes another; None where that is the id of something else.

        Nor where several refer to it and nobody to what it would be: the slip may well be in the record's own id.
        """
        if any(self.strategy.knows(kind, id) for kind in (*COLLECTIONS, *HELD)):
            return None
        former = {old for collection in collections for old in self.strategy.renamed.get(collection, ())}
        meant = clear(id, {*self.ids(collections), *former})
        if meant is None or meant in former:
            return None
        return meant if self.uses[meant] or self.uses[id] == 1 else None

    @cached_property
    def uses(self) -> Counter[str]:
        """Count the references to each id."""
        return Counter(link.id for link in self.strategy.links)

    def ids(self, collections: tuple[str, ...]) -> dict[str, Ref | None]:
        """Give every id that would do, with its place; what comes with digistrat has none."""
        if collections not in self.known:
            declared = [self.strategy.declared.get(collection, {}) for collection in collections]
            written = {id: ref for ids in declared for id, ref in ids.items() if _is_id(collections, id)}
            self.known[collections] = {**dict.fromkeys(self.built_in(collections)), **written}
        return self.known[collections]

    def is_known_otherwise(self, collections: tuple[str, ...], id: str) -> bool:
        """Tell whether an id is that of a pack of ours, or what a record's id would be that is told to mend its own."""
        if id in self.built_in(collections):
            return True
        if collections not in self.mended:
            declared = [self.strategy.declared.get(collection, {}) for collection in collections]
            self.mended[collections] = {slug(one) for ids in declared for one in ids if not _is_id(collections, one)}
        return id in self.mended[collections]

    @staticmethod
    def built_in(collections: tuple[str, ...]) -> frozenset[str]:
        return BUILT_IN_FRAMEWORKS if collections == ("frameworks",) else frozenset()

    def nearest(self, collections: tuple[str, ...], id: str) -> str | None:
        asked = collections, id
        if asked not in self.meant:
            self.meant[asked] = nearest(id, self.ids(collections)) if len(self.meant) < _SUGGESTIONS else None
        return self.meant[asked]


def _unknown_items(strategy: Strategy) -> Iterator[Fault]:
    """Find answers to items that the framework does not have."""
    for alignment in strategy.alignments.values():
        framework = find(strategy, alignment.framework)
        if framework is None:
            continue
        for index, answer in enumerate(alignment.responses):
            if answer.item and not item_of(framework, answer.item):
                known = [item.id for item in framework.items]
                said = f"framework {framework.id!r} has no item {shown(answer.item)}"
                yield _no_such(alignment.at("responses", index, "item"), said, answer.item, known)


def _unknown_levels(strategy: Strategy) -> Iterator[Fault]:
    """Find assessments at levels that the scale does not have."""
    maturity: Any = strategy.maturity
    for index, assessment in enumerate(maturity.assessments if maturity else ()):
        framework = find(strategy, assessment.framework)
        known = [level.level for level in framework.levels if level.level] if framework else []
        for key in ("level", "target"):
            named = getattr(assessment, key)
            if framework and known and named and not level_of(framework, named):
                said = f"framework {framework.id!r} has no level {shown(named)}"
                yield _no_such(maturity.at("assessments", index, key), said, named, known)


def _unknown_groups(strategy: Strategy) -> Iterator[Fault]:
    """Find items of groups that their framework does not have."""
    for framework in strategy.own_frameworks.values():
        known = [group.id for group in framework.groups]
        for index, item in enumerate(framework.items):
            if item.group and item.group not in known:
                said = f"framework {framework.id!r} has no group {shown(item.group)}"
                yield _no_such(framework.at("items", index, "group"), said, item.group, known)


def _is_id(collections: tuple[str, ...], text: str) -> bool:
    """Tell whether a written id could be one; a need's is two."""
    return collections == ("needs",) or is_id(text)


def _no_such(at: Ref, said: str, named: str, known: list[str]) -> Fault:
    meant = nearest(named, known)
    help = f"write {meant!r}" if meant else f"write {quoted(known[:_FEW], 'or')}" if known else "add it there first"
    slip = clear(named, known) if meant else None
    return Fault(at, _asking(said, meant), help, fix=Fix(at, named, slip) if slip else None)


_LONGEST = 100


def _asking(said: str, meant: str | None) -> str:
    """Add what was probably meant where the line has room for it; the help says it in any case."""
    asked = f"{said}; did you mean {shown(meant)}?"
    return asked if meant and len(asked) <= _LONGEST else said


def renamed_reference(strategy: Strategy) -> Iterator[Fault]:
    """A reference by an id that a record used to have.

    Why: it still leads there, but a reader who looks for that name finds nothing.

    Bad:
        # users.yaml
        - id: patients
          name: Patients
          needs: {id: results, need: Know the result, evidence: Complaints 2025, observed: true, services: phlebotomy}  # <-
        # services.yaml
        - id: blood-tests
          was: phlebotomy
          name: Blood tests
          …

    Good:
          needs: {id: results, need: Know the result, evidence: Complaints 2025, observed: true, services: blood-tests}
    """
    is_clear = "duplicate-id" not in strategy.faults and not strategy.partial  # else another may have had the id, too
    for link in strategy.links:
        collections = link.to.collections
        if any(link.id in strategy.declared.get(collection, {}) for collection in collections):
            continue
        found = [ids[link.id] for name in collections if link.id in (ids := strategy.renamed.get(name, {}))]
        if found:
            fix = Fix(link.at, link.id, found[0]) if is_clear and len(set(found)) == 1 else None
            yield Fault(link.at, f"{link.id!r} is now called {found[0]!r}; write the new id", fix=fix)
