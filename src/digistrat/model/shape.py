"""Check the shape of one value against its model, and say what is wrong in the words of the format."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pydantic import ValidationError

from digistrat.model.anatomy import part_at
from digistrat.model.part import Part, Single, is_blank, written_keys
from digistrat.model.salvage import Salvage
from digistrat.model.values.fault import shown
from digistrat.read.fault import Fault, Fix, Key, Ref
from digistrat.read.slips import clear
from digistrat.wording import nearest, quoted

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from digistrat.model.values.context import Context

P = TypeVar("P", bound=Part)
S = TypeVar("S", bound=Single)
Faults = list[tuple[str, Fault]]
_WANTED = {"model_type": "a map", "dict_type": "a map", "tuple_type": "a list", "string_type": "a text"}
_SHAPE_HELP = {
    "a map": "write its keys, indented, each with a colon",
    "a list": "write its items, each with a '-'",
    "a text": "write one text, in quotes where it holds special characters",
}


class _Problem(NamedTuple):
    """One error of pydantic's, in the file's own keys."""

    keys: tuple[Key, ...]
    type: str
    details: ErrorDetails


def check(model: type[P], data: Any, ref: Ref, context: Context) -> tuple[P | None, Faults]:
    """Make a part from data; None when its shape is wrong, with a fault for each place."""
    try:
        return model.model_validate(data, context=context), []
    except ValidationError as error:
        return None, _faults(model, _problems(error), ref)


def check_single(model: type[S], data: Any, ref: Ref, context: Context) -> tuple[S, Faults]:
    """Make what a file of its own holds; what is faulty is left out and the rest stands."""
    if data is None:
        data = {}
    faults: Faults = []
    if not isinstance(data, dict):
        faults.append(("wrong-type", Fault(ref, f"expected a map, found {shown(data)}", _SHAPE_HELP["a map"])))
        data = {}
    try:
        found = model.model_validate(data, context=context)
        problems: list[_Problem] = []
        found.placed(ref)
    except ValidationError as error:
        salvage = Salvage(data)
        found, problems = _salvaged(model, salvage, error, context)
        found.placed(ref, written=salvage.written)
    if not faults:
        problems += [_nothing_at(key) for key in model.required if _is_blank(data, key, problems)]
    return found, faults + _faults(model, problems, ref)


def _salvaged(model: type[S], salvage: Salvage, error: ValidationError, context: Context) -> tuple[S, list[_Problem]]:
    """Take out what is faulty until the rest is sound."""
    problems: list[_Problem] = []
    while True:
        new = [problem._replace(keys=salvage.written(problem.keys)) for problem in _problems(error)]
        told = {problem.keys for problem in problems}
        problems += [problem for problem in new if problem.keys not in told]  # what was faulty is missing now
        for problem in new:
            salvage.take_out(problem.keys, with_its_map=problem.type == "missing")
        try:
            return model.model_validate(salvage.data, context=context), problems
        except ValidationError as another:
            error = another


def _nothing_at(key: str) -> _Problem:
    return _Problem((key,), "missing", {})  # type: ignore[typeddict-item]  # no details: nothing was given


def _is_blank(data: dict[str, Any], key: str, problems: list[_Problem]) -> bool:
    """Tell whether a required key says nothing; one that was faulty says too much."""
    return _says_nothing(data.get(key)) and not any(problem.keys[:1] == (key,) for problem in problems)


def _says_nothing(value: Any) -> bool:
    """Tell whether there is no text in a value, however it is wrapped."""
    if isinstance(value, list | dict):
        return all(_says_nothing(inner) for inner in (value.values() if isinstance(value, dict) else value))
    return is_blank(value)


def _problems(error: ValidationError) -> list[_Problem]:
    """Take pydantic's errors; `[key]` is its own step for the key of a map."""
    return [
        _Problem(
            tuple(key for key in details["loc"] if key != "[key]"),
            "extra_forbidden" if "[key]" in details["loc"] and details["type"] == "literal_error" else details["type"],
            details,
        )
        for details in error.errors(include_url=False, include_input=True)
    ]


def _faults(model: type[Part], problems: list[_Problem], ref: Ref) -> Faults:
    """Word every problem; a misspelt required key is one fault, not two."""
    missing: dict[tuple[Key, ...], list[str]] = defaultdict(list)
    for problem in problems:
        if problem.type == "missing":
            missing[problem.keys[:-1]].append(str(problem.keys[-1]))
    faults, meant = _unknown_keys(model, problems, missing, ref)
    id_from = getattr(model, "id_from", "")
    if id_from in missing[()] or any(problem.keys == (id_from,) for problem in problems):
        meant.add(("id",))  # it would have come from the key that is missing
    for problem in problems:
        if problem.type != "extra_forbidden" and not (problem.type == "missing" and problem.keys in meant):
            faults.append(_worded(model, problem, ref))
    return faults


def _unknown_keys(
    model: type[Part], problems: list[_Problem], missing: dict[tuple[Key, ...], list[str]], ref: Ref
) -> tuple[Faults, set[tuple[Key, ...]]]:
    """Give a fault for each key that the format does not have, and the keys that were probably meant."""
    found: list[tuple[Fault, tuple[Key, ...]]] = []
    for problem in problems:
        if problem.type == "extra_forbidden":
            above, key = problem.keys[:-1], str(problem.keys[-1])
            known = _choices(problem.details) or _known_keys(model, above)
            name = None
            if len(found) < _SUGGESTIONS:
                name = nearest(key, missing[above]) or nearest(key, known)
            found.append((_unknown(ref, problem.keys, key, name, known), (*above, name or "")))
    wanted = Counter(meant for _, meant in found)
    alone = [fault if wanted[meant] == 1 else fault._replace(fix=None) for fault, meant in found]  # of two keys neither
    return [("unknown-key", fault) for fault in alone], set(wanted)


_SUGGESTIONS = 50  # in one record; more unknown keys than that are no slips of the pen


def _known_keys(model: type[Part], keys: tuple[Key, ...]) -> list[str]:
    """Give the keys that may stand at a place, or none where nobody knows."""
    part = part_at(model, keys)
    if part:
        return list(written_keys(part))
    if "scores" in keys:
        return (
            ["score", "why"] if len(keys) > keys.index("scores") + 1 and isinstance(keys[-1], str) else ["by", "scores"]
        )
    return _KEYS_OF_VALUES.get(str(keys[-1]), []) if keys else []


_DEADLINE = ["after", "months", "weeks", "days"]
_KEYS_OF_VALUES = {
    "period": ["from", "to"],
    **dict.fromkeys(("due", "by", "stop_by", "value_by", "retire_by", "target_by"), _DEADLINE),
}


def _choices(details: ErrorDetails) -> list[str]:
    """Give the words of a closed list that pydantic names, or none."""
    expected = str(details.get("ctx", {}).get("expected", ""))
    return [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")] if expected else []


def _unknown(ref: Ref, keys: tuple[Key, ...], key: str, name: str | None, known: list[str]) -> Fault:
    wanted = repr(name) if name else f"one of {quoted(sorted(known)[:12], 'or')}" if known else "another key"
    help = f"write {wanted}, or begin it with 'x-' to keep it"
    said = f"unknown key {shown(key)}" + (f"; did you mean {name!r}?" if name else "")
    at = ref.at(*keys[:-1]).key(keys[-1])
    return Fault(at, said, help, fix=_slip(at, key, known) if name else None)


def _slip(at: Ref, written: str, known: list[str]) -> Fix | None:
    """Mend one slip of the pen."""
    meant = clear(written, known, closed=True)
    return Fix(at, written, meant) if meant else None


def _worded(model: type[Part], problem: _Problem, ref: Ref) -> tuple[str, Fault]:
    at = ref.at(*problem.keys)
    if problem.type == "missing":
        return _missing(ref, problem.keys)
    details = problem.details
    context: dict[str, Any] = details.get("ctx", {})
    if problem.type == "digistrat":
        fix = Fix(at, *context["mend"]) if context["mend"] else None
        return context["rule"], Fault(at, context["message"], context["help"], fix=fix)
    value = details["input"]
    if problem.type == "literal_error":
        choices = _choices(details)
        if isinstance(value, str):
            return "bad-value", _not_a_choice(at, value, choices)
        return "wrong-type", Fault(at, f"expected a word, found {shown(value)}", f"write {quoted(choices, 'or')}")
    return "wrong-type", _of_another_sort(model, problem, at, value)


def _of_another_sort(model: type[Part], problem: _Problem, at: Ref, value: Any) -> Fault:
    wanted = _WANTED.get(problem.type, "another value")
    found = "nothing" if value is None else shown(value)
    keys = _known_keys(model, problem.keys) if wanted == "a map" else []
    if keys:
        help = f"write under it, indented: {', '.join(f'{key}:' for key in keys[:6])}"
        return Fault(at, f"expected keys of its own here, found {found}", help)
    return Fault(at, f"expected {wanted}, found {found}", _SHAPE_HELP.get(wanted, ""))


def _missing(ref: Ref, keys: tuple[Key, ...]) -> tuple[str, Fault]:
    at = ref.at(*keys[:-1]).key(keys[-1])
    return "missing-key", Fault(at, f"{shown(keys[-1])} is missing; write '{keys[-1]}:' and what it is")


def _not_a_choice(at: Ref, value: str, choices: list[str]) -> Fault:
    name = nearest(value, choices)
    said = f"{shown(value)} is not a value here" + (f"; did you mean {name!r}?" if name else "")
    return Fault(at, said, f"write {quoted(choices, 'or')}", fix=_slip(at, value, choices))
