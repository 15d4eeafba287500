"""Rows about one record taken together: nothing that one of them says may silently undo what another says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.exchange.edits import NoPlaceError, edits, in_a_line, points_of
from digistrat.exchange.scorers import is_by_scorer, scorer_edits
from digistrat.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digistrat.exchange.edits import Edit
    from digistrat.exchange.rows import Taken

_TWICE = "several people scored it in this file, too; leave the points of one session as they were"


class Merged(NamedTuple):
    """What the rows of one record change, which of them have no place in it and why, and what gives way."""

    edits: list[Edit]
    rows: list[Taken]
    refused: list[tuple[Taken, str]]
    note: str = ""


def merged(rows: Sequence[Taken], written: Mapping[str, Any], roles: Sequence[str]) -> Merged:
    """Give what the rows about one record change in it; `roles` are those of the session that scores."""
    found = Merged([], [], [])
    scored = [one for one in rows if one.by and points_of(one)]
    for one in rows:
        try:
            some = edits(one, written)
            _check(some, found, has_scorers=bool(scored))
        except NoPlaceError as error:
            found.refused.append((one, str(error)))
            continue
        found.rows.append(one)
        found.edits.extend(edit for edit in some if edit not in found.edits)
    scored = [one for one in scored if one in found.rows]
    return _with_scorers(found, scored, written.get("scores"), roles) if scored else found


def _check(some: Sequence[Edit], found: Merged, *, has_scorers: bool) -> None:
    """Raise NoPlaceError where another row says otherwise."""
    if has_scorers and any(edit.keys[0] == "scores" for edit in some):
        raise NoPlaceError(_TWICE)
    for edit in some:
        for other in found.edits:
            if other.keys == edit.keys and other.value != edit.value:
                said = f"{in_a_line(edit.value)!r} for {edit.field!r}, and another row {in_a_line(other.value)!r}"
                raise NoPlaceError(f"says {said}; let both say the same")


def _with_scorers(found: Merged, scored: list[Taken], written: Any, roles: Sequence[str]) -> Merged:
    try:
        some = scorer_edits(scored, written, roles)
    except NoPlaceError as error:
        return found._replace(refused=[*found.refused, *((one, str(error)) for one in scored)])
    gives_way = bool(written) and not is_by_scorer(written)
    said = f"the points of one session give way to those of each role: {in_a_line(written)}" if gives_way else ""
    return found._replace(edits=[*found.edits, *some], note=said)


def clash(rows: Sequence[Taken]) -> str:
    """Say what rows about one new record say differently; empty where they agree."""
    if any(points_of(one) for one in rows if not one.by) and any(points_of(one) for one in rows if one.by):
        return _TWICE
    known: dict[str, Any] = {}
    for one in rows:
        plain = [name for name in one.values if name != one.layout.named_by and not name.startswith("scores.")]
        other = [name for name in plain if known.setdefault(name, one.values[name]) != one.values[name]]
        if other:
            return f"rows of one new record differ in {in_words(other)}; let them say the same"
    return ""
