"""Rows that are no record yet: what each would be as one, and where it would stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digistrat.exchange.edits import by_criterion, cells, text_of
from digistrat.exchange.grid import quoted
from digistrat.model.shelf import COLLECTIONS
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
    """A row as a new record: the file it stands in, with its new text; or why it cannot be one."""

    taken: Taken
    address: str = ""
    title: str = ""
    file: str = ""
    text: str = ""
    keys: tuple[Key, ...] = ()
    refused: str = ""


def newcomers(strategy: Strategy, rows: Sequence[Taken], texts: Mapping[str, str]) -> Iterator[Newcomer]:
    """Give a record for each row, one after the other; `texts` are those of files that other rows change already."""
    changed = dict(texts)
    names: set[str] = set()
    for taken in rows:
        made = _newcomer(strategy, taken, changed, names)
        if not made.refused:
            changed[made.file] = made.text
            names.add(made.address)
        yield made


def _newcomer(strategy: Strategy, taken: Taken, texts: Mapping[str, str], names: set[str]) -> Newcomer:
    collection = taken.layout.collection
    named_by = COLLECTIONS[collection].load().named_by
    title = text_of(taken.values[named_by])
    id = text_of(taken.values.get("id", "")) or slug(title)
    address = f"{collection}/{id}"
    if not is_id(id):
        return Newcomer(taken, refused=f"no id can be made of {quoted(title)}; write one into a column for 'id'")
    if strategy.knows(collection, id) or address in names:
        return Newcomer(taken, refused=f"{quoted(id)} is the id of another one; write another into a column for 'id'")
    record = _record(taken, id, named_by, title)
    try:
        file, text, keys = _written(strategy, collection, id, record, texts)
    except EditError as error:
        return Newcomer(taken, refused=error.message)
    return Newcomer(taken, address, title, file, text, keys)


def _record(taken: Taken, id: str, named_by: str, title: str) -> dict[str, Plain]:
    """Make the record: its id, its name, then what the row says in the order of its columns."""
    record: dict[str, Plain] = {"id": id, named_by: title}
    if taken.layout.collection == "initiatives":
        record["status"] = "proposed"
    points = {name: value for name, value in taken.values.items() if name.startswith("scores.")}
    for name, value in {**taken.constants, **taken.values}.items():
        if name not in {"id", named_by} and name not in points:
            _put(record, name.split("."), text_of(value))
    scored = cells(by_criterion(points))
    if scored:
        record["scores"] = [{"by": taken.by, "scores": scored}] if taken.by else scored
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
