"""The schema for editors: it takes what lint takes and refuses what is wrong, as an editor's YAML reads it."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from digistrat.describe.schema import KINDS, schema
from digistrat.describe.schema_files import schema_files
from digistrat.disk.templates import files_below
from digistrat.model.shelf import claim
from tests.lint.test_cases import rows
from tests.strategies import EXAMPLE, HERE

if TYPE_CHECKING:
    from pathlib import Path

SHAPE = {"unknown-key", "missing-key", "wrong-type", "bad-value", "bad-date", "bad-quantity", "bad-id"}
REAL = HERE / "real"


class EditorsYaml(yaml.SafeLoader):
    """YAML 1.2 with its core schema, which editors read: no dates, no `yes`, no sixty-based numbers."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  (the library's own way)


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.nan", list("-+.0123456789")),
):
    EditorsYaml.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def as_an_editor_reads(text: str) -> Any:
    """Read YAML, with the keys of maps as JSON has them."""
    return json.loads(json.dumps(yaml.load(text, EditorsYaml), default=str))  # noqa: S506  (a safe loader)


@cache
def validator(kind: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema(kind))


def kind_of(path: str) -> str:
    return claim(path)[1].partition("/")[0]


@pytest.mark.parametrize("kind", ["", *KINDS])
def test_a_schema_is_one_by_its_own_standard(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(kind))

    assert schema(kind)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def whole_strategies() -> list[Any]:
    folders = [EXAMPLE, *(folder for folder in REAL.glob("*") if folder.is_dir())]
    return [
        pytest.param(folder, path.relative_to(folder).as_posix(), id=f"{folder.name}/{path.relative_to(folder)}")
        for folder in folders
        for path in sorted(folder.rglob("*.yaml"))
    ]


@pytest.mark.parametrize(("folder", "path"), whole_strategies())
def test_an_editor_underlines_nothing_in_a_sound_file(folder: Path, path: str) -> None:
    data = as_an_editor_reads((folder / path).read_text(encoding="utf-8"))

    assert [] == [error.message for error in validator(kind_of(path)).iter_errors(data)]


@pytest.mark.parametrize("path", [path for path in files_below("starters") if path.endswith(".yaml")])
def test_an_editor_underlines_nothing_in_a_starter(path: str) -> None:
    text = re.sub(r"\$(?!\$)\w+", "2026-11", files_below("starters")[path].decode()).replace("$$", "$")

    errors = validator(kind_of(path.partition("/")[2])).iter_errors(as_an_editor_reads(text))

    assert [] == [error.message for error in errors]


# What two files say together, the file's own name, and what a newer format may hold: no schema knows that.
BEYOND = re.compile(r"currency|pounds|tomorrow|file's name|calendar|financial year|15 digits")


def cases() -> list[Any]:
    """Give every file of the lint cases that an editor can read, and whether its shape is sound."""
    found = []
    for param in rows():
        row = param.values[0]
        if not str(param.id).startswith(("files", "kinds", "references")) or BEYOND.search(str(param.id)):
            continue
        for path, content in row.get("files", {}).items():
            if not isinstance(content, str) or claim(path)[0] not in {"collection", "single"}:
                continue
            said = {
                mark for line in re.findall(r"# expect: (.*)", content) for mark in re.findall(r"[a-z]+-[a-z-]+", line)
            }
            said |= {one["rule"] for one in row.get("expect", []) if one["file"] == path}
            if said <= SHAPE:
                found.append(pytest.param(path, content, bool(said), id=f"{param.id}: {path}"))
    return found


@pytest.mark.parametrize(("path", "text", "is_faulty"), cases())
def test_an_editor_underlines_what_lint_finds_in_the_shape(path: str, text: str, is_faulty: bool) -> None:  # noqa: FBT001
    try:
        data = as_an_editor_reads(text)
    except yaml.YAMLError:
        return

    errors = [error.message for error in validator(kind_of(path)).iter_errors(data)]

    assert is_faulty == bool(errors), errors


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("commitments", "- {id: a, statement: 1.10, due: 2027}"),
        ("commitments", "- {id: a, statement: no, owner: , measure: }"),
        ("commitments", "- {id: a, statement: 12:30, due: {after: b, months: 6}, x-ours: [1, {a: 2}]}"),
        ("glossary", "- {term: API, means: A way for programs to talk}"),
        ("decisions", "- {id: a, statement: We go on}"),
        ("services", 'name: Booking\nfigures: {period: 2026, volume: "1,200", cost_per_use: £4.10}'),
        ("initiatives", "- {id: a, title: A, scores: [{by: Nurses, scores: {people: 4}}], uses: {team: [1, 2]}}"),
    ],
)
def test_what_people_write_is_taken(kind: str, text: str) -> None:
    assert [] == [error.message for error in validator(kind).iter_errors(as_an_editor_reads(text))]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("commitments", "- {statement: Nothing says its id}"),
        ("commitments", "- {id: a, statement: }"),
        ("commitments", "- {id: a, statement: Yes, due: early 2027}"),
        ("commitments", "- {id: a, statement: [a, b]}"),
        ("decisions", "- {id: a, kind: policy}"),
        ("risks", "- {id: a, title: A, likelihood: 6}"),
        ("services", "name: Booking\nfigures: {period: 2026, volume: many}"),
        ("strategy", "format: 1\ntitle: T\norganisation: {name: N}\nperiod: {from: 2026}\nowner: Board"),
    ],
)
def test_what_is_wrong_is_refused(kind: str, text: str) -> None:
    assert list(validator(kind).iter_errors(as_an_editor_reads(text)))


def test_a_key_says_what_it_means_and_gives_an_example() -> None:
    properties = schema("commitments")["$defs"]["Commitment"]["properties"]

    assert [] == [key for key, said in properties.items() if not said.get("description")]
    assert properties["owner"]["examples"]


def test_every_kind_has_its_file_for_editors() -> None:
    files = schema_files()

    assert {f".digistrat/schema/{kind}.json" for kind in KINDS} == set(files)
    assert all(json.loads(text)["$id"] for text in files.values())
