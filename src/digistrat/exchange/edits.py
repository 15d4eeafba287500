"""What a row says that the strategy does not: each difference as one edit, in the form in which the record is written."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.exchange.grid import as_cell, digits, text_of
from digistrat.model.values.number import parse_number, plain
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digistrat.exchange.grid import Value
    from digistrat.exchange.rows import Taken
    from digistrat.read.fault import Key
    from digistrat.read.yaml_text import Plain

_LISTED = re.compile(r"\s*[;,]\s*")


class Edit(NamedTuple):
    """One change inside a record: a value at an address, or with `is_item` one more item of the list there."""

    keys: tuple[Key, ...]
    value: Plain
    field: str
    old: Any = None  # as it is written
    is_item: bool = False

    @property
    def sides(self) -> tuple[Any, Any]:
        """Give the old and the new value as JSON has them: numbers as numbers, None for what is not known."""
        is_number = isinstance(self.value, Decimal) or (self.keys[0] == "scores" and not isinstance(self.value, str))
        return _as_json(self.old, is_number=is_number), _as_json(self.value, is_number=is_number)


def _as_json(value: Any, *, is_number: bool) -> Any:
    """Give a value as JSON has it; `is_number` where a text that is written is a number, as all are in a file."""
    match value:
        case Decimal():
            return plain(value)
        case list():
            return [_as_json(one, is_number=is_number) for one in value]
        case dict():
            return {key: _as_json(one, is_number=is_number and key not in _WORDS) for key, one in value.items()}
        case str() if is_number:
            return plain(parse_number(value))  # a record with a number that is none is not read at all
    return value


_WORDS = frozenset({"by", "why"})  # keys beside points that hold none


def in_a_line(value: Any) -> str:
    """Write what a record holds, or is to hold, as people read it: points by criterion."""
    match value:
        case Decimal():
            return digits(value)
        case list():
            return "; ".join(map(in_a_line, value))
        case {"score": points, **rest}:
            return f"{in_a_line(points)} ({rest['why']})" if rest.get("why") else in_a_line(points)
        case dict():
            return ", ".join(f"{key} {in_a_line(one)}" for key, one in value.items())
    return str(value)


class NoPlaceError(Exception):
    """What a row says has no place in the record as it is written."""


def edits(taken: Taken, written: Mapping[str, Any]) -> list[Edit]:
    """Give what changes in a record; `written` is its data as it stands in the file. Raises NoPlaceError."""
    others = {name: value for name, value in taken.values.items() if not name.startswith("scores.") and name != "id"}
    found = [edit for name, value in others.items() for edit in _plain(name, value, written)]
    found += [
        edit
        for name, value in taken.constants.items()
        if _at(written, name.split(".")) is None
        for edit in _plain(name, value, written)
    ]
    return found if taken.by else found + list(_scores(points_of(taken), written.get("scores")))


def points_of(taken: Taken) -> dict[str, dict[str, Value]]:
    """Give a row's points and reasons by criterion: `{patient: {score: 4, why: …}}`."""
    found: dict[str, dict[str, Value]] = {}
    for name, value in taken.values.items():
        above, _, rest = name.partition(".")
        criterion, _, is_why = rest.partition(".")
        if above == "scores":
            found.setdefault(criterion, {})["why" if is_why else "score"] = value
    return found


def _at(written: Any, keys: list[str]) -> Any:
    for key in keys:
        written = written.get(key) if isinstance(written, dict) else None
    return written


def _plain(name: str, value: Value, written: Mapping[str, Any]) -> Iterator[Edit]:
    """Give the change of a field that is no score."""
    keys = name.split(".")
    if name == "choice" and isinstance(written.get("choice"), dict):
        keys = ["choice", "decision"]
    _check_way(written, keys)
    old = _at(written, keys)
    if isinstance(old, dict):
        raise NoPlaceError(
            f"{name!r} is written as a map; name one of its keys, such as '{name}.{next(iter(old), '')}'"
        )
    if isinstance(old, list):
        new = [one for one in _LISTED.split(text_of(value)) if one]
        if not all(isinstance(one, str) for one in old):
            raise NoPlaceError(f"{name!r} is a list of maps; change it by hand")
        if new != old:
            yield Edit(tuple(keys), new, name, old)
    elif not is_same(old, value):
        yield Edit(tuple(keys), _stored(value), name, old)


def _check_way(written: Mapping[str, Any], keys: list[str]) -> None:
    for number in range(1, len(keys)):
        above = _at(written, keys[:number])
        if above is not None and not isinstance(above, dict):
            found = "a list" if isinstance(above, list) else "a text"
            named = ".".join(keys[:number])
            raise NoPlaceError(f"{named!r} is written as {found}, and has no {keys[number]!r}; change it by hand")


def is_same(old: Any, value: Value) -> bool:
    """Tell whether a cell says what is written, as far as a cell can say it."""
    if not isinstance(old, str):
        return False
    if isinstance(value, Decimal):
        return parse_number(old) == value  # a record with a number that is none is not read at all
    return as_cell(old).strip() == value


def _stored(value: Value) -> Plain:
    return Decimal(digits(value)) if isinstance(value, Decimal) else value


def cells(scored: Mapping[str, Mapping[str, Value]]) -> dict[str, Plain]:
    """Write points: a plain number, or `{score, why}` where a reason is given."""
    made: dict[str, Plain] = {}
    for criterion, one in scored.items():
        given = {key: _stored(value) for key, value in one.items()}
        made[criterion] = given if "why" in given else given["score"]
    return made


def _scores(scored: Mapping[str, Mapping[str, Value]], written: Any) -> Iterator[Edit]:
    """Give the changes of the points and reasons of one session, each in the form it is written in."""
    if not scored:
        return
    if isinstance(written, list) or (isinstance(written, dict) and isinstance(written.get("scores"), dict)):
        raise NoPlaceError("several people scored it; say whose points these are, in a column for 'by'")
    if not written:
        yield Edit(("scores",), cells(scored), "scores")
    else:
        yield from cell_edits(scored, ("scores",), written)


def role(by: Any) -> str:
    """Give the role of a scorer, who may be written as `{role, function}`."""
    found = by.get("role") or by.get("name") if isinstance(by, dict) else by
    return as_cell(str(found or ""))


def cell_edits(
    scored: Mapping[str, Mapping[str, Value]], keys: tuple[Key, ...], written: Mapping[str, Any]
) -> Iterator[Edit]:
    """Give the changes of points and reasons in a map that has some already."""
    for criterion, one in scored.items():
        old, here, field = written.get(criterion), (*keys, criterion), f"scores.{criterion}"
        if isinstance(old, dict):
            for key, value in one.items():
                if not is_same(old.get(key), value):
                    name = field if key == "score" else f"{field}.{key}"
                    yield Edit((*here, key), _stored(value), name, old.get(key))
        elif "why" in one:
            given = {"score": old} if old is not None and "score" not in one else {}
            yield Edit(here, {**given, **{key: _stored(value) for key, value in one.items()}}, field, old)
        elif not is_same(old, one["score"]):
            yield Edit(here, _stored(one["score"]), field, old)


def kept(taken: Taken, written: Mapping[str, Any]) -> list[str]:
    """Name the criteria that the record has points for and the row leaves empty: they stay as they are."""
    mine = taken.record.scores if taken.record else ()
    given = {score.criterion for score in mine if folded(score.by) == folded(taken.by)}
    asked = [place.criterion for place in taken.layout.places if place.criterion]
    is_shared = not taken.by and isinstance(written.get("scores"), list)
    said = {*taken.values, *taken.means}
    return [] if is_shared else [one for one in asked if one in given and f"scores.{one}" not in said]


def folded(name: str) -> str:
    """Give a scorer's name as it is compared: without regard to capitals and spaces."""
    return one_line(name).casefold()
