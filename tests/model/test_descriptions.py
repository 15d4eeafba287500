"""What the models' sources say of each key: a sentence for people, and an example that can be written as it stands."""

from __future__ import annotations

import ast
from functools import cache
from inspect import cleandoc
from itertools import pairwise
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

import pytest

from digistrat.model.kinds.mission import Journey, Outcome
from digistrat.model.kinds.user import Need
from digistrat.model.part import Part, Placed, Single, written_keys
from digistrat.model.record import Record
from digistrat.model.shape import check, check_single
from digistrat.model.shelf import COLLECTIONS, SERIES, SINGLES
from digistrat.model.values import period
from digistrat.model.values.context import DEFAULT
from digistrat.read.document import read_document
from digistrat.read.fault import Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = Path(period.__file__).parents[2]
_LONGEST = 100  # characters in a description
_MOST = 9  # keys that a good record has
_FEWEST = 4
_NAMING = {"id", "title", "name", "statement", "term"}


class Said(NamedTuple):
    """What stands below a field: its description, and a value as one would write it behind the key."""

    text: str = ""
    example: str = ""
    rest: str = ""  # anything else, which has no place there


@cache
def said_of(part: type[Part]) -> dict[str, Said]:
    """Give what is said of each key of a model, of those it is made from too."""
    above = [base for base in reversed(part.__mro__) if issubclass(base, Part)]
    said = {name: said for base in above for name, said in _said_in(base)}
    return {key: said.get(name, Said()) for key, name in written_keys(part).items()}


def _said_in(part: type[Part]) -> Iterator[tuple[str, Said]]:
    source = _PACKAGE.joinpath(*part.__module__.split(".")[1:]).with_suffix(".py").read_text(encoding="utf-8")
    classes = {node.name: node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)}
    for field, below in pairwise(classes[part.__name__].body):
        match field, below:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(docstring))):
                text, _, more = cleandoc(docstring).partition("\n\n")
                mark, _, example = more.partition("Example: ")
                example, _, rest = example.partition("\n")
                yield name, Said(text, example, mark or rest)


def _reachable() -> Iterator[type[Part]]:
    """Give the models of all that people may write, those that stand inside others too."""
    waiting: list[type[Part]] = [kind.load() for kind in COLLECTIONS.values()]
    waiting += [kind.load_single() for kind in (*SINGLES.values(), *SERIES.values())]
    waiting += [Outcome, Journey, Need]
    known: set[type[Part]] = set()
    while waiting:
        part = waiting.pop(0)
        if part not in known:
            known.add(part)
            yield part
            waiting += [inner for field in part.model_fields.values() for inner in _parts_in(field.annotation)]


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    if annotation is period.Period:
        yield period._FromTo  # its long form, which no field names
    elif isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts_in(inner)


PARTS = [pytest.param(part, id=part.__name__) for part in _reachable()]
PLACED = [pytest.param(part, id=part.__name__) for part in _reachable() if issubclass(part, Placed)]


def _is_one_sentence(said: Said) -> bool:
    return said.text.endswith(".") and "\n" not in said.text and len(said.text) <= _LONGEST and not said.rest


@pytest.mark.parametrize("part", PARTS)
def test_each_key_is_described_in_one_sentence(part: type[Part]) -> None:
    assert [] == [(key, said) for key, said in said_of(part).items() if not _is_one_sentence(said)]


def _takes_words_of_a_list(annotation: Any) -> bool:
    """Tell whether a type lists the words to choose from, alone or several."""
    inside = get_args(annotation)[:1] if get_origin(annotation) is Annotated else get_args(annotation)
    if get_origin(annotation) in {Annotated, tuple, Union, UnionType}:
        return all(_takes_words_of_a_list(inner) for inner in inside if inner not in {NoneType, Ellipsis})
    return get_origin(annotation) is Literal


@pytest.mark.parametrize("part", PARTS)
def test_each_key_without_a_list_of_words_has_an_example(part: type[Part]) -> None:
    annotations = {key: part.model_fields[name].annotation for key, name in written_keys(part).items()}
    without = [key for key, said in said_of(part).items() if not said.example]

    assert [] == [key for key in without if not _takes_words_of_a_list(annotations[key])]


def _required_in(part: type[Part]) -> list[str]:
    if issubclass(part, Single):
        return list(part.required)
    return [key for key, name in written_keys(part).items() if part.model_fields[name].is_required()]


def _faults_of(part: type[Part], *keys: str) -> list[tuple[str, str]]:
    """Write what a model needs and some keys besides, each with its example, and give what is wrong with it."""
    wanted = dict.fromkeys((*_required_in(part), *keys))
    document = read_document("it.yaml", "".join(f"{key}: {said_of(part)[key].example}\n" for key in wanted).encode())
    if not isinstance(document.data, dict) or not all(document.data.get(key) for key in wanted):
        return [("nothing-said", document.text)]
    it, at = document.data, Ref("it.yaml")
    _, faults = check_single(part, it, at, DEFAULT) if issubclass(part, Single) else check(part, it, at, DEFAULT)
    return [(rule, fault.message) for rule, fault in (*document.faults, *faults)]


@pytest.mark.parametrize("part", PARTS)
def test_each_example_can_be_written_as_it_stands(part: type[Part]) -> None:
    shown = [key for key, said in said_of(part).items() if said.example]

    assert {} == {key: faults for key in shown if (faults := _faults_of(part, key))}


@pytest.mark.parametrize("part", PLACED)
def test_the_keys_of_a_good_one_can_be_offered(part: type[Placed]) -> None:
    others = set(said_of(part)) - _NAMING - set(_required_in(part))
    others -= {part.named_by} if issubclass(part, Record) else set()
    fewest = min(_FEWEST, len(others - {"was"}))

    assert set(part.good) <= others
    assert fewest <= len(part.good) == len(set(part.good)) <= _MOST
    assert [] == [key for key in part.good if not said_of(part)[key].example]
    assert [] == _faults_of(part, *part.good)
