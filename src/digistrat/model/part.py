"""What every map in the format is: frozen, exact about its keys, and sure where its values stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, ClassVar, Self, cast, get_origin

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import core_schema

from digistrat.read.fault import Key, Ref


@cache
def written_keys(part: type[Part]) -> dict[str, str]:
    """Give the keys people may write, each with the attribute that holds it."""
    return {field.alias or name: name for name, field in part.model_fields.items()}


@cache
def _map_keys(part: type[Part]) -> frozenset[str]:
    """Name the keys behind which people write a map of their own names; an entry left blank is not known, too."""
    return frozenset(
        key for key, name in written_keys(part).items() if get_origin(part.model_fields[name].annotation) is dict
    )


def is_blank(value: Any) -> bool:
    """Tell whether nothing was written: null, or a text of white space alone."""
    return value is None or (isinstance(value, str) and not value.strip())


class Part(BaseModel):
    """A map with known keys. Keys that begin with `x-` are the writer's own; null or blank is as good as no key."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, arbitrary_types_allowed=True)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Look at the data before pydantic looks at the fields.

        The step stands inside the model's own schema, which pydantic takes over wherever this part is used again;
        its own decorator does the same, and takes a fifth longer to import and build all kinds.
        """
        schema = handler(source)
        model: Any = handler.resolve_ref_schema(schema)
        if model["schema"]["type"] != "function-before":
            model["schema"] = core_schema.no_info_before_validator_function(cls._leave_out, model["schema"])
        return schema

    @classmethod
    def _leave_out(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        known = written_keys(cls)
        out = {key for key, value in data.items() if key.startswith("x-") or (is_blank(value) and key in known)}
        kept = {key: value for key, value in data.items() if key not in out} if out else data
        for key in _map_keys(cls):
            inside = kept.get(key)
            if isinstance(inside, dict) and any(map(is_blank, inside.values())):
                kept = {**kept, key: {name: value for name, value in inside.items() if not is_blank(value)}}
        return kept


Written = Callable[[tuple[Key, ...]], tuple[Key, ...]]
_NO_KEYS: frozenset[str] = frozenset()


class Placed(Part):
    """A part that knows where it was written."""

    __slots__ = ("_key", "_ref")  # found at once; a private attribute of pydantic's takes ten times as long
    _ref: ClassVar[Ref]
    _key: ClassVar[str]
    good: ClassVar[tuple[str, ...]] = ()  # the keys that a good one has, as people write them, in reading order

    def placed(self, ref: Ref, key: str = "") -> None:
        """Remember where this was written, and by which key it is found; for the loader."""
        object.__setattr__(self, "_key", key)  # noqa: PLC2801  (as below)
        object.__setattr__(self, "_ref", ref)  # noqa: PLC2801  (a frozen model has no other way)
        # Which keys were written nobody asks; at 10,000 records these sets are 8 MB.
        object.__setattr__(self, "__pydantic_fields_set__", _NO_KEYS)  # noqa: PLC2801

    def at(self, *keys: Key) -> Ref:
        """Give the address of a value in here, by the keys that people write."""
        return self._ref.at(*keys) if keys else self._ref


class Single(Placed):
    """What one file of its own holds. All keys have defaults, so that one faulty key does not hide the others."""

    __slots__ = ("_written",)
    _written: ClassVar[Any]  # from an address in here to the one in the file, or None where they are the same
    required: ClassVar[tuple[str, ...]] = ()
    named_by_file: ClassVar[str] = ""  # the key that the file's own name stands for where it is left out

    def placed(self, ref: Ref, key: str = "", written: Written | None = None) -> None:
        """Remember besides how to find again what stands behind items that were left out."""
        super().placed(ref, key)
        object.__setattr__(self, "_written", written)  # noqa: PLC2801  (as above)

    def at(self, *keys: Key) -> Ref:
        """Give the address of a value in here as it is in the file, whatever was left out before it."""
        written = self._written
        return super().at(*(written(keys) if written else keys))

    def changed(self, **values: Any) -> Self:
        """Give the same with other values, at the same place."""
        other = cast("Self", self.model_construct(**{**self.__dict__, **values}))
        other.placed(self._ref, self._key, self._written)
        return other
