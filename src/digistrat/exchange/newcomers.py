"""Rows that are no record yet: what each would be as one, and where it would stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from digistrat.exchange.edits import cells, folded, points_of
from digistrat.exchange.grid import in_quotes, text_of
from digistrat.exchange.growing import Growing
from digistrat.exchange.merging import clash
from digistrat.exchange.scorers import entries
from digistrat.model.values.text import is_id, slug
from digistrat.read.yaml_text import EditError, as_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digistrat.exchange.rows import Taken
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Key
    from digistrat.read.yaml_text import Plain


class Newcomer(NamedTuple):
    """Rows as a new record, and the file it stands in; or why it cannot be one."""

    rows: tuple[Taken, ...]
    address: str = ""
    title: str = ""
    file: str = ""
    keys: tuple[Key, ...] = ()
    refused: str = ""


def newcomers(
    strategy: Strategy, rows: Sequence[Taken], texts: Mapping[str, str]
) -> tuple[list[Newcomer], dict[str, str]]:
    """Give a record for each row, and one for the rows of all who scored it; and the new texts of their files.

    `texts` are those of files that change already.
    """
    files = _Files(strategy, texts)
    names: set[str] = set()
    found = []
    for some in _by_name(rows):
        found.append(_newcomer(strategy, some, files, names))
        names.add(found[-1].address)
    changed, refused = files.texts()
    return [one._replace(refused=refused[one.file]) if one.file in refused else one for one in found], changed


def _by_name(rows: Sequence[Taken]) -> list[tuple[Taken, ...]]:
    """Sort rows by what they call their record, the one that nobody scored first; a second such one stays alone."""
    found: dict[tuple[str, int], list[Taken]] = {}
    for number, one in enumerate(sorted(rows, key=lambda one: bool(one.by))):
        name = folded(_title(one))
        is_second = not one.by and (name, 0) in found
        found.setdefault((name, number if is_second else 0), []).append(one)
    return [tuple(some) for some in found.values()]


def _title(taken: Taken) -> str:
    return text_of(taken.values[taken.layout.named_by])


def _newcomer(strategy: Strategy, rows: tuple[Taken, ...], files: _Files, names: set[str]) -> Newcomer:
    collection, title = rows[0].layout.collection, _title(rows[0])
    id = next((text_of(one.values["id"]) for one in rows if "id" in one.values), "") or slug(title)
    address = f"{collection}/{id}"
    if not is_id(id):
        return Newcomer(rows, refused=f"no id can be made of {in_quotes(title)}; write one into a column for 'id'")
    if strategy.knows(collection, id) or address in names:
        said = f"{in_quotes(id)} is the id of another one; write another into a column for 'id'"
        return Newcomer(rows, refused=said)
    said = clash(rows)
    if said:
        return Newcomer(rows, refused=said)
    try:
        file, keys = files.add(collection, id, _record(rows, id, title))
    except EditError as error:
        return Newcomer(rows, refused=error.message)
    return Newcomer(rows, address, title, file, keys)


def _record(rows: Sequence[Taken], id: str, title: str) -> dict[str, Plain]:
    """Make the record: its id, its name, then what the rows say in the order of their columns."""
    record: dict[str, Plain] = {"id": id, rows[0].layout.named_by: title}
    if rows[0].layout.collection == "initiatives":
        record["status"] = "proposed"
    said = {name: value for one in rows for name, value in one.values.items()}
    for name, value in {**rows[0].constants, **said}.items():
        if name not in {"id", rows[0].layout.named_by} and not name.startswith("scores."):
            _put(record, name.split("."), text_of(value))
    scored = [one for one in rows if points_of(one)]
    if scored:
        record["scores"] = entries(scored) if scored[0].by else cells(points_of(scored[0]))
    return record


def _put(record: dict[str, Any], keys: list[str], value: str) -> None:
    """Write a value into the maps that lead to it; raises EditError where a text stands in the way."""
    for key in keys[:-1]:
        inside = record.setdefault(key, {})
        if isinstance(inside, str) and key == "choice":
            inside = record[key] = {"decision": inside}
        if not isinstance(inside, dict):
            raise _both(key, ".".join(keys))
        record = inside
    if isinstance(record.get(keys[-1]), dict):
        raise _both(keys[-1], f"{keys[-1]}.{next(iter(record[keys[-1]]))}")
    record[keys[-1]] = value


def _both(above: str, below: str) -> EditError:
    return EditError(
        f"a text for {above!r} and one for {below!r} cannot stand together", "leave one of the columns out"
    )


class _Files:
    """The files that new records go into."""

    def __init__(self, strategy: Strategy, texts: Mapping[str, str]) -> None:
        self.documents, self.changed = strategy.documents, texts
        self.own: dict[str, str] = {}
        self.growing: dict[str, Growing] = {}

    def add(self, collection: str, id: str, record: dict[str, Plain]) -> tuple[str, tuple[Key, ...]]:
        """Put a record at the end of its collection's list, or into a file of its own where the others have one."""
        file, own = f"{collection}.yaml", f"{collection}/{id}.yaml"
        if file not in self.documents and any(path.startswith(f"{collection}/") for path in self.documents):
            self.own[own] = as_yaml(record)
            return own, ()
        if file not in self.growing:
            written = self.documents[file].text if file in self.documents else ""
            self.growing[file] = Growing(self.changed.get(file, written))
        return file, (self.growing[file].add(record),)

    def texts(self) -> tuple[dict[str, str], dict[str, str]]:
        """Give the new texts, and of each file that cannot have one why."""
        texts, refused = dict(self.own), {}
        for file, one in self.growing.items():
            try:
                texts[file] = one.text()
            except EditError as error:
                refused[file] = error.message
        return texts, refused
