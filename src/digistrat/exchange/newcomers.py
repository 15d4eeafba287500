"""Rows that are no record yet: what each would be as one, and where it would stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digistrat.exchange.edits import cells, folded, points_of
from digistrat.exchange.grid import in_quotes, text_of
from digistrat.exchange.merging import clash
from digistrat.exchange.scorers import entries
from digistrat.model.values.text import is_id, slug
from digistrat.read.document import read_document
from digistrat.read.edit import append, encoded
from digistrat.read.yaml_text import EditError, as_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digistrat.exchange.rows import Taken
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Key
    from digistrat.read.yaml_text import Plain


class Newcomer(NamedTuple):
    """Rows as a new record: the file it stands in, with its new text; or why it cannot be one."""

    rows: tuple[Taken, ...]
    address: str = ""
    title: str = ""
    file: str = ""
    text: str = ""
    keys: tuple[Key, ...] = ()
    refused: str = ""


def newcomers(strategy: Strategy, rows: Sequence[Taken], texts: Mapping[str, str]) -> Iterator[Newcomer]:
    """Give a record for each row, and one for the rows of all who scored it; `texts` are those of changed files."""
    changed = dict(texts)
    names: set[str] = set()
    for some in _by_name(rows):
        made = _newcomer(strategy, some, changed, names)
        if not made.refused:
            changed[made.file] = made.text
            names.add(made.address)
        yield made


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


def _newcomer(strategy: Strategy, rows: tuple[Taken, ...], texts: Mapping[str, str], names: set[str]) -> Newcomer:
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
        file, text, keys = _written(strategy, collection, id, _record(rows, id, title), texts)
    except EditError as error:
        return Newcomer(rows, refused=error.message)
    return Newcomer(rows, address, title, file, text, keys)


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


def _put(record: dict[str, Plain], keys: list[str], value: str) -> None:
    for key in keys[:-1]:
        inside = record.setdefault(key, {})
        if not isinstance(inside, dict):
            return  # a shorter field has said it already
        record = inside
    record[keys[-1]] = value


def _written(
    strategy: Strategy, collection: str, id: str, record: dict[str, Plain], texts: Mapping[str, str]
) -> tuple[str, str, tuple[Key, ...]]:
    """Put the record at the end of its collection's list, or into a file of its own where the others have one."""
    file, own = f"{collection}.yaml", f"{collection}/{id}.yaml"
    text = texts.get(file) or (strategy.documents[file].text if file in strategy.documents else None)
    if text is None and any(path.startswith(f"{collection}/") for path in strategy.documents):
        return own, as_yaml(record), ()
    new = append(text or "", (), record)
    held = read_document(file, encoded(new)).data
    return file, new, (len(held) - 1,) if isinstance(held, list) else ()
