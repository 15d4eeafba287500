"""Take a filled-in sheet into a strategy, in memory: what would change in which file, and what is not taken, and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from digistrat.errors import DigistratError
from digistrat.exchange.drafting import Drafter
from digistrat.exchange.edits import kept
from digistrat.exchange.grid import in_quotes
from digistrat.exchange.heads import BY
from digistrat.exchange.layout import differing
from digistrat.exchange.mapped import layouts
from digistrat.exchange.means import odd_means
from digistrat.exchange.own import own_remarks
from digistrat.exchange.remark import Remark
from digistrat.exchange.rows import read_rows
from digistrat.exchange.totals import say_unchecked
from digistrat.exchange.weights import weight_remarks
from digistrat.figures.scores import standing
from digistrat.lint.engine import run
from digistrat.lint.fix import Mended
from digistrat.model.load import load
from digistrat.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from digistrat.disk.folder import Tree
    from digistrat.exchange.drafting import Change, Draft
    from digistrat.exchange.grid import Book
    from digistrat.exchange.layout import SheetLayout
    from digistrat.exchange.rows import Reading, Taken
    from digistrat.lint.finding import Finding
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Key


_NAMED = 10  # initiatives that a remark names


class Wishes(NamedTuple):
    """What somebody asked for besides: a layout by name, new records, the file's weights and maxima."""

    using: str = ""
    add: bool = False
    weights: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file: the texts that change, value by value, what to know, and what lint will say of it."""

    strategy: Strategy  # as it was
    layouts: tuple[SheetLayout, ...]
    remarks: tuple[Remark, ...]
    files: tuple[Mended, ...] = ()
    new_files: frozenset[str] = frozenset()  # names among the files that are not there yet
    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()  # errors in the records that change

    @property
    def is_refused(self) -> bool:
        """Tell whether nothing may be written: a stated total does not match its scores."""
        return any(one.kind == "wrong total" for one in self.remarks)

    @property
    def is_whole(self) -> bool:
        """Tell whether every row was taken but those that are empty or that the layout leaves out."""
        return not any(one.kind in {"wrong total", "not taken"} for one in self.remarks)


def take(tree: Tree, as_of: date, book: Book, wishes: Wishes) -> Outcome:
    """Say what a file would change; raises DigistratError where it cannot be read, UsageError where nobody knows how."""
    strategy = load(tree, as_of)
    for newer in strategy.faults.get("newer-format", ()):
        raise DigistratError(newer.message, newer.help)
    found = layouts(strategy, book, wishes.using)
    has_means = any(one.is_ours and one.place(BY) for one in found)
    read = [read_rows(strategy, one, add=wishes.add, has_means=has_means) for one in found]
    remarks = [
        remark
        for one, rows in zip(found, read, strict=True)
        for remark in (*_about(strategy, one, wishes), *rows.remarks)
    ]
    if any(one.kind == "wrong total" for one in remarks):
        return Outcome(strategy, found, tuple(remarks))
    remarks += _lacking(strategy, found, read)
    drafter, weighed = Drafter(strategy), found if wishes.weights else ()
    rows = [row for one in read for row in one.taken]
    remarks += odd_means(rows)
    draft = drafter.draft(rows, weighed)
    while refused := draft.refused or _faulty(strategy, _after(tree, draft, as_of), draft):
        remarks += _together([one.remark(said) for one, said in refused])
        out = {id(one) for one, _ in refused}
        rows = [one for one in rows if id(one) not in out]
        draft = drafter.draft(rows, weighed)
    remarks += [*draft.notes, *(one for row in rows for one in _left_empty(drafter, row))]
    return _outcome(strategy, _after(tree, draft, as_of), found, draft, remarks)


def _together(remarks: list[Remark]) -> list[Remark]:
    """Say once what is to be said of several rows of a sheet."""
    rows: dict[tuple[str, str], list[int]] = {}
    for one in remarks:
        rows.setdefault((one.sheet, one.said), []).extend(one.rows)
    return [Remark("not taken", said, sheet, tuple(sorted(some))) for (sheet, said), some in rows.items()]


def _lacking(strategy: Strategy, found: Sequence[SheetLayout], read: Sequence[Reading]) -> list[Remark]:
    """Name the initiatives in the running that a file with points says nothing of."""
    if not any(place.criterion for one in found if one.collection == "initiatives" for place in one.places):
        return []
    seen = {id for one in read for id in one.seen}
    names = [one.id for one in strategy.initiatives.values() if standing(strategy, one) == "in the running"]
    lacking = [in_quotes(id) for id in names if id not in seen]
    if len(lacking) > _NAMED:
        lacking = [*lacking[:_NAMED], f"{len(lacking) - _NAMED:,} more"]
    are = "is" if len(lacking) == 1 else "are"
    return [Remark("note", f"no row is about {in_words(lacking)}, which {are} in the running")] if lacking else []


def _about(strategy: Strategy, layout: SheetLayout, wishes: Wishes) -> list[Remark]:
    unchecked = say_unchecked(strategy, layout)
    found = [Remark("note", unchecked, layout.grid.sheet)] if unchecked else []
    found += own_remarks(strategy, layout) if layout.is_ours else ()
    return found + ([] if wishes.weights else weight_remarks(strategy, layout, differing(strategy, layout)))


def _after(tree: Tree, draft: Draft, as_of: date) -> Strategy:
    contents = {**tree.contents, **{file: text.encode() for file, text in draft.texts.items()}}
    return load(tree._replace(contents=contents), as_of)


def _faulty(before: Strategy, after: Strategy, draft: Draft) -> list[tuple[Taken, str]]:
    """Give the rows that would bring a fault: what no reader of the file would understand."""
    known = {(rule, fault.at, fault.message) for rule, some in before.faults.items() for fault in some}
    places: dict[tuple[str, tuple[Key, ...]], list[Taken]] = defaultdict(list)
    for file, keys, taken in draft.places:
        places[file, keys].append(taken)
    found: dict[int, tuple[Taken, str]] = {}
    new = [
        fault for rule, some in after.faults.items() for fault in some if (rule, fault.at, fault.message) not in known
    ]
    for fault in new:
        at = fault.at
        for length in range(len(at.keys) + 1):
            field = ".".join(str(key) for key in at.keys[length:])
            for taken in places.get((at.file, at.keys[:length]), ()):
                found.setdefault(id(taken), (taken, f"{field}: {fault.message}" if field else fault.message))
    return list(found.values())


def _left_empty(drafter: Drafter, taken: Taken) -> list[Remark]:
    """Say which points stay although the file has none."""
    names = kept(taken, drafter.written(taken)) if taken.record is not None else []
    if not names:
        return []
    said = f"has nothing for {in_words(map(in_quotes, names))}; what the strategy has stays"
    return [Remark("note", said, taken.layout.grid.sheet, (taken.row,))]


def _outcome(
    before: Strategy, after: Strategy, found: tuple[SheetLayout, ...], draft: Draft, remarks: Sequence[Remark]
) -> Outcome:
    old = before.documents
    files = [
        Mended(file, old[file].text if file in old else "", text, sum(one.file == file for one in draft.changes))
        for file, text in sorted(draft.texts.items())
    ]
    new = frozenset(one.file for one in files if one.file not in old)
    errors = _new_errors(before, after, draft)
    return Outcome(before, found, tuple(remarks), tuple(files), new, tuple(draft.changes), errors)


def _new_errors(before: Strategy, after: Strategy, draft: Draft) -> tuple[Finding, ...]:
    """Give what lint will say of the records that change, and of scoring.yaml where it does."""
    if not draft.changes:
        return ()
    touched = {change.record for change in draft.changes}
    known = {(one.rule, one.record, one.field, one.message) for one in run(before).findings}
    return tuple(
        one
        for one in run(after).findings
        if one.level == "error"
        and (one.record in touched)
        and (one.rule, one.record, one.field, one.message) not in known
    )
