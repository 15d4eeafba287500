"""What a new record offers to fill in: the keys of a good one, each with its meaning and a value, as comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from digistrat.describe.meanings import meanings
from digistrat.model.anatomy import link_trails
from digistrat.model.part import written_keys
from digistrat.model.values.deadline import AFTER

if TYPE_CHECKING:
    from digistrat.model.part import Placed
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.link import To


def commented(strategy: Strategy, model: type[Placed]) -> str:
    """Write the keys of a good one as comments, each with what it means and what one could write."""
    said = meanings(model)
    lines = [
        line for key in model.good for line in (said[key].says, *_offered(strategy, model, key, said[key].example))
    ]
    return "".join(f"# {line}\n" for line in lines)


_FEW = 6


def _offered(strategy: Strategy, model: type[Placed], key: str, example: str) -> list[str]:
    """Offer a value: ids and criteria of this strategy where they are asked for, a list of maps item by item."""
    if key == "scores":
        criteria = strategy.scoring.criteria if strategy.scoring else ()
        return [f"scores: {{{', '.join(f'{one.id}: ' for one in criteria)}}}" if criteria else f"scores: {example}"]
    field = model.model_fields[written_keys(model)[key]]
    link = _link(model, key, example)
    is_list = get_origin(field.annotation) is tuple
    if link and link.also != AFTER and link.collection != "frameworks":
        known = list(strategy.collections.get(link.collection, {}))
        some = f"{', '.join(known[:_FEW])}{' …' if len(known) > _FEW else ''}" if known else "none yet"
        value = f"[{known[0]}]" if known and is_list else known[0] if known else ""
        return [f"({link.collection}: {some})", f"{key}: {value}".rstrip()]
    words = _words(field.annotation)
    said = [f"({', '.join(words)})"] if words else []
    if is_list and example.startswith("{"):
        return [*said, f"{key}:", f"  - {example}"]
    return [*said, f"{key}: {example}"]


def _link(model: type[Placed], key: str, example: str) -> To | None:
    """Say to which collection a key's ids lead; a key may also take a map that holds the id further in."""
    trails = (trail for trail in link_trails(model) if trail.names[0][1] == key)
    return next((one.to for one in trails if len(one.names) == 1 or example[:1] not in "{["), None)


def _words(annotation: Any) -> list[str]:
    """Give the words of a closed list, wherever a type has it."""
    if get_origin(annotation) is Literal:
        return [str(word) for word in get_args(annotation)]
    return [word for inner in get_args(annotation) for word in _words(inner)]
