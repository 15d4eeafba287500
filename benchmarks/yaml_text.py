"""How is a generated record written as YAML? The few forms that a person would use."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | int | float | Sequence[Value] | Mapping[str, Value]"
Record: TypeAlias = Mapping[str, Value]

WIDTH = 90
PLAIN = re.compile(r"[A-Za-z0-9£](?:[A-Za-z0-9 .,;'%£/()-]|:(?=/))*")
NOT_TEXT = frozenset({"true", "false", "null"})


def one_record(record: Record) -> str:
    """Write one record as a file of its own; its name is the id."""
    return "".join(f"{line}\n" for line in _map_lines({k: v for k, v in record.items() if k != "id"}))


def many_records(records: Sequence[Record]) -> str:
    """Write records as one list."""
    return "".join(f"{line}\n" for record in records for line in _item_lines(record))


def _map_lines(record: Record) -> Iterator[str]:
    for key, value in record.items():
        yield from _entry_lines(key, value)


def _entry_lines(key: str, value: Value) -> Iterator[str]:
    if isinstance(value, str) and "\n" in value:
        yield f"{key}: |"
        yield from (f"  {line}".rstrip() for line in value.splitlines())
    elif isinstance(value, str | int | float):
        yield f"{key}: {_scalar(value)}"
    elif len(short := f"{key}: {_flow(value)}") <= WIDTH and _is_flat(value):
        yield short
    elif isinstance(value, Mapping):
        yield f"{key}:"
        yield from (f"  {line}" for line in _map_lines(value))
    else:
        yield f"{key}:"
        yield from (f"  {line}" for item in value for line in _item_lines(item))


def _item_lines(item: Value) -> Iterator[str]:
    if isinstance(item, Mapping) and (len(_flow(item)) > WIDTH or not _is_flat(item) or "id" in item):
        for number, line in enumerate(_map_lines(item)):
            yield f"  {line}" if number else f"- {line}"
    else:
        yield f"- {_flow(item)}"


def _is_flat(value: Value) -> bool:
    items = value.values() if isinstance(value, Mapping) else value if isinstance(value, Sequence) else ()
    return all(isinstance(item, int | float) or (isinstance(item, str) and "\n" not in item) for item in items)


def _flow(value: Value) -> str:
    """Write a value on one line, as in `{value: 62, date: 2026-03}`."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) and "," in value else _scalar(value)


def _scalar(value: str | float) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and (value in NOT_TEXT or not PLAIN.fullmatch(value)):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
