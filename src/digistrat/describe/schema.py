"""JSON Schema (draft 2020-12) of the format, made from the models, for editors that check while one types.

An editor reads YAML its own way: `2027` and `1.10` are numbers there, `true` is a boolean. So each value type brings
the schema of what people write, and a text takes any scalar. What no schema can say, lint does.
"""

from __future__ import annotations

import json
import re
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from digistrat.describe.meanings import meanings
from digistrat.model.part import Part, Single, written_keys
from digistrat.model.record import Record
from digistrat.model.shelf import COLLECTIONS, SERIES, SINGLES
from digistrat.model.values.date import DATE_JSON, Date
from digistrat.model.values.duration import DURATION_JSON
from digistrat.model.values.field import TEXT, Checked, Lengthened, Parsed, ParsedInContext
from digistrat.model.values.link import To
from digistrat.model.values.number import BOOLEAN_JSON, NUMBER_JSON
from digistrat.model.values.quantity import PERCENT_JSON, QUANTITY_JSON
from digistrat.model.values.text import ID_JSON
from digistrat.read.document import read_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digistrat.describe.meanings import Meaning
    from digistrat.model.values.field import Json

Schema = dict[str, Any]
KINDS = (*SINGLES, *COLLECTIONS, *SERIES)
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_NULL: Schema = {"type": "null"}
_SHARED: Mapping[str, tuple[Json, str]] = {
    "date": (DATE_JSON, "A date: 2027-03-31, 2027-03, 2027-Q1, 2027, FY2026-27 or FY2026-27-Q4."),
    "amount": (QUANTITY_JSON, "An amount: 1200, 1,200, 82%, £1.2m, about 3 million, over 95."),
    "percent": (PERCENT_JSON, "A share from 0 to 100."),
    "number": (NUMBER_JSON, "A number in digits, such as 1200 or 2.5."),
    "boolean": (BOOLEAN_JSON, "true or false."),
    "duration": (DURATION_JSON, "How long or how often: 2 weeks, 5 months, weekly, monthly, quarterly, yearly."),
    "id": (ID_JSON, "Lower-case letters, digits and hyphens."),
}
SHARED_VALUES = {name: said for name, (_, said) in _SHARED.items()}  # how each is written, for people
_SAYS_SOMETHING = {"pattern": r"\S"}


def schema_text(kind: str = "") -> str:
    """Write the schema of one kind's files, or of the whole format, as JSON."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=1) + "\n"


def schema(kind: str = "") -> Schema:
    """Give the schema of one kind's files, or without a kind of a whole strategy: a key for each kind."""
    definitions = _Definitions()
    root = definitions.file(kind) if kind else definitions.whole()
    return {
        "$schema": _DRAFT,
        "$id": f"urn:digistrat:format:1:{kind or 'strategy-folder'}",
        **root,
        "$defs": dict(sorted(definitions.found.items())),
    }


class _Definitions:
    """The parts met so far, each described once."""

    def __init__(self) -> None:
        self.found: dict[str, Schema] = {}

    def file(self, kind: str) -> Schema:
        """Describe what a file of a kind holds: for a collection one record or a list of them."""
        if kind in COLLECTIONS:
            record = COLLECTIONS[kind].load()
            title = f"A record of {kind}, or a list of them"
            return {"title": title, "anyOf": [self.part(record), self.records(record), _NULL]}
        return {"title": f"{kind}.yaml" if kind in SINGLES else f"A file in {kind}/", **self.part(_single(kind))}

    def whole(self) -> Schema:
        singles = {name: self.part(_single(name)) for name in SINGLES}
        collections = {name: self.records(kind.load()) for name, kind in COLLECTIONS.items()}
        series = {name: {"type": "object", "additionalProperties": self.part(_single(name))} for name in SERIES}
        return {"title": "A strategy", "type": "object", "properties": {**singles, **collections, **series}}

    def records(self, record: type[Record]) -> Schema:
        """Describe a list, in which each record says its id unless that comes from another key."""
        required = {} if record.id_from else {"required": ["id"]}
        return {"type": "array", "items": {**self.part(record), **required}}

    def part(self, part: type[Part]) -> Schema:
        """Refer to a part, and describe it where it is met first."""
        if part.__name__ not in self.found:
            self.found[part.__name__] = {}  # so that a part inside itself ends here
            self.found[part.__name__] = self.described(part)
        return {"$ref": f"#/$defs/{part.__name__}"}

    def described(self, part: type[Part]) -> Schema:
        said = meanings(part)
        required = required_keys(part)
        properties = {}
        for key, name in written_keys(part).items():
            field = part.model_fields[name]
            values = self.of(field.annotation, field.metadata)
            values = _saying_something(values) if key in required else _or_nothing(values)
            properties[key] = {**values, **_meant(said[key])}
        return {
            "description": " ".join((part.__doc__ or "").split()),
            "type": "object",
            "properties": properties,
            "patternProperties": {"^x-": {}},
            "additionalProperties": part.model_config.get("extra") != "forbid",
            **_asked(part, required),
        }

    def of(self, annotation: Any, marks: Iterable[Any] = ()) -> Schema:
        """Describe what may be written where a model has this type."""
        if get_origin(annotation) is Annotated:
            inner, *own = get_args(annotation)
            return self.of(inner, (*own, *marks))
        values = (mark.json for mark in marks if isinstance(mark, Parsed | ParsedInContext))
        found = next((self.value(json) for json in values if json), None) or self.of_type(annotation)
        for mark in marks:
            if isinstance(mark, Checked) and mark.json:
                found = self.value(mark.json) if "type" in mark.json else {**found, **mark.json}
            elif isinstance(mark, Lengthened) and mark.json:
                found = _any([self.value(mark.json), found])
            elif isinstance(mark, To):
                found = {**found, "description": f"The id of a record in {' or '.join(mark.collections)}."}
        return found

    def value(self, json: Json) -> Schema:
        """Refer to a value type that many keys share, and describe it where it is met first; others stand in place."""
        named = next((name for name, (shared, _) in _SHARED.items() if shared is json), None)
        if named is None:
            return dict(json)
        self.found[named] = {"description": _SHARED[named][1], **json}
        return {"$ref": f"#/$defs/{named}"}

    def of_type(self, annotation: Any) -> Schema:
        origin, inside = get_origin(annotation), get_args(annotation)
        if origin in {Union, UnionType}:
            return _any([self.of(inner) for inner in inside if inner is not NoneType])
        if origin is tuple:
            item = self.of(inside[0])
            return _any([item, {"type": "array", "items": item}])
        if origin is dict:
            return {"type": "object", **_names(inside[0]), "additionalProperties": _or_nothing(self.of(inside[1]))}
        if origin is Literal:
            return {"enum": list(inside)}
        if isinstance(annotation, type) and issubclass(annotation, Part):
            return self.part(annotation)
        return dict(TEXT)


def _single(kind: str) -> type[Single]:
    return (SINGLES.get(kind) or SERIES[kind]).load_single()


def required_keys(part: type[Part]) -> tuple[str, ...]:
    """Name the keys without which a part says nothing; a record's id may come from its file's name."""
    if issubclass(part, Single):
        return part.required
    one_of = part.one_of if issubclass(part, Record) else ()
    names = [key for key, name in written_keys(part).items() if part.model_fields[name].is_required()]
    return tuple(key for key in names if key not in one_of and not (key == "id" and _stands_in_a_file(part)))


def _stands_in_a_file(part: type[Part]) -> bool:
    return issubclass(part, Record) and part.collection in COLLECTIONS


def _asked(part: type[Part], required: tuple[str, ...]) -> Schema:
    one_of = part.one_of if issubclass(part, Record) else ()
    either = {"anyOf": [{"required": [key], "properties": {key: _SAYS_SOMETHING}} for key in one_of]} if one_of else {}
    return {**({"required": list(required)} if required else {}), **either}


def _names(annotation: Any) -> Schema:
    """Say what the keys of a map may be."""
    marks: tuple[Any, ...] = ()
    if get_origin(annotation) is Annotated:
        annotation, *rest = get_args(annotation)
        marks = tuple(rest)
    if get_origin(annotation) is Literal:
        return {"propertyNames": {"enum": list(get_args(annotation))}}
    if annotation is Date:
        return {"propertyNames": {"pattern": DATE_JSON["pattern"]}}
    link = next((mark for mark in marks if isinstance(mark, To)), None)
    return {"description": f"By the ids of {link.collection}."} if link else {}


def _any(schemas: list[Schema]) -> Schema:
    """Join alternatives, each once, without alternatives inside alternatives."""
    flat: list[Schema] = []
    for one in schemas:
        for inner in one["anyOf"] if set(one) == {"anyOf"} else [one]:
            if inner not in flat:
                flat.append(inner)
    return flat[0] if len(flat) == 1 else {"anyOf": flat}


def _or_nothing(values: Schema) -> Schema:
    """Let a key be left blank."""
    if isinstance(values.get("type"), str | list) and "anyOf" not in values:
        types = values["type"] if isinstance(values["type"], list) else [values["type"]]
        return {**values, "type": [*types, "null"]}
    return {"enum": [*values["enum"], None]} if set(values) == {"enum"} else _any([values, _NULL])


def _saying_something(values: Schema) -> Schema:
    """Refuse a blank text where there has to be one."""
    return {**values, **_SAYS_SOMETHING} if values == TEXT else values


def _meant(meaning: Meaning) -> Schema:
    said: Schema = {"description": meaning.says} if meaning.says else {}
    return {**said, "examples": [_as_an_editor_reads(meaning.example)]} if meaning.example else said


def _as_an_editor_reads(text: str) -> Any:
    return _typed(read_document("example", text.encode()).data)


def _typed(value: Any) -> Any:
    """Turn what our reader leaves as text into the numbers and booleans of an editor."""
    if isinstance(value, dict):
        return {key: _typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_typed(inner) for inner in value]
    if isinstance(value, str) and re.fullmatch(r"-?(0|[1-9]\d*)(\.\d+)?", value):
        return float(value) if "." in value else int(value)
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value
