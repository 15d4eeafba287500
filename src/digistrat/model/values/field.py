"""How a value type joins a model: read a value, take a short form for the long one, or check what was read.

pydantic's own markers look at each function's signature when a model is built, which is half the time of a short
command; these say at once what the functions take. Each may bring the JSON Schema of what people write, as an editor
reads it: there `2027` is a number and `true` a boolean.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler

    from digistrat.model.values.context import Context


Json = Mapping[str, Any]
TEXT: Json = {"type": ["string", "number", "boolean"]}  # any scalar: `1.10` and `no` are texts too


class Parsed:
    """Reads a value with `parse(value)`, and writes it with `plain(value)` where the strategy is given as data."""

    def __init__(
        self, parse: Callable[[Any], Any], plain: Callable[[Any], Any] | None = None, *, json: Json | None = None
    ) -> None:
        self.json = json
        self._schema = core_schema.no_info_plain_validator_function(parse, serialization=_writing(plain))

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Give the schema, made once."""
        return self._schema


class ParsedInContext:
    """Reads a value with `parse(value, context)`: its meaning depends on the manifest."""

    def __init__(
        self, parse: Callable[[Any, Context], Any], plain: Callable[[Any], Any], *, json: Json | None = None
    ) -> None:
        self.json = json
        from digistrat.model.values.context import context_of  # noqa: PLC0415  (it imports nothing back)

        def read(value: Any, info: core_schema.ValidationInfo[Any]) -> Any:
            return parse(value, context_of(info))

        self._schema = core_schema.with_info_plain_validator_function(read, serialization=_writing(plain))

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Give the schema, made once."""
        return self._schema


def _writing(plain: Callable[[Any], Any] | None) -> core_schema.SerSchema | None:
    return core_schema.plain_serializer_function_ser_schema(plain) if plain else None


class Lengthened:
    """Turns a short form into the long one before the model looks at it."""

    def __init__(self, lengthen: Callable[[Any], Any], *, json: Json | None = None) -> None:
        self.json = json  # of the short form
        self._lengthen = lengthen

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Give the schema of what follows, with the step before it."""
        return core_schema.no_info_before_validator_function(self._lengthen, handler(source))


class Checked:
    """Checks what was read."""

    def __init__(self, check: Callable[[Any], Any], *, json: Json | None = None) -> None:
        self.json = json  # what the check asks besides
        self._check = check

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Give the schema of what comes before, with the step after it."""
        return core_schema.no_info_after_validator_function(self._check, handler(source))
