"""Reading one file, with libyaml and with the pure-Python parser alike."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from digistrat.read import limits
from digistrat.read.document import Document, read_document
from digistrat.read.events import PythonEvents
from digistrat.read.fault import Span

PARSERS = [pytest.param(PythonEvents, id="python")]
if yaml.__with_libyaml__:
    from yaml import cyaml

    PARSERS.append(pytest.param(cyaml.CParser, id="libyaml"))  # type: ignore[attr-defined]  # the stubs leave it out
both = pytest.mark.parametrize("parser", PARSERS)


def read(text: str | bytes, parser: Any) -> Document:
    return read_document("a.yaml", text.encode() if isinstance(text, str) else text, parser)


def found(document: Document) -> list[tuple[str, int, int]]:
    return [(rule, fault.span.line, fault.span.column) for rule, fault in document.faults if fault.span]


@both
@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("title: 1.10", {"title": "1.10"}, id="a number stays text"),
        pytest.param("title: no", {"title": "no"}, id="no stays text"),
        pytest.param("title: 012", {"title": "012"}, id="an octal stays text"),
        pytest.param("title: 12:30", {"title": "12:30"}, id="a time stays text"),
        pytest.param("title: 2027-03-31", {"title": "2027-03-31"}, id="a date stays text"),
        pytest.param("title: null", {"title": None}, id="null is not known"),
        pytest.param("title: ~", {"title": None}, id="a tilde is not known"),
        pytest.param("title:", {"title": None}, id="nothing is not known"),
        pytest.param('title: "null"', {"title": "null"}, id="a quoted null is text"),
        pytest.param('title: ""', {"title": ""}, id="quoted nothing is blank text"),
        pytest.param("- a\n- [b, c]", ["a", ["b", "c"]], id="lists"),
        pytest.param("", None, id="an empty file"),
        pytest.param("# only a comment\n", None, id="only a comment"),
        pytest.param("---\na: b\n", {"a": "b"}, id="one document marker"),
        pytest.param("%YAML 1.2\n---\na: b\n...\n", {"a": "b"}, id="a directive and an end"),
        pytest.param("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}, id="carriage returns"),
        pytest.param("a: b\rc: d\r", {"a": "b", "c": "d"}, id="old line ends"),
        pytest.param("\ufeffa: b\n", {"a": "b"}, id="a byte order mark at the start"),
        pytest.param("a: {b: c, d: }", {"a": {"b": "c", "d": None}}, id="an open value in braces"),
        pytest.param("due: 2027 # agreed", {"due": "2027"}, id="a comment behind a value"),
        pytest.param("weight: 50 #half", {"weight": "50"}, id="a tight comment behind a number"),
        pytest.param("a: '#1'", {"a": "#1"}, id="a quoted hash"),
        pytest.param("a: b#c", {"a": "b#c"}, id="a hash inside a word"),
        pytest.param("text: |\n  Rule #1\n", {"text": "Rule #1\n"}, id="a hash in a block"),
    ],
)
def test_what_was_written_is_read(text: str, data: Any, parser: Any) -> None:
    document = read(text, parser)

    assert (data, ()) == (document.data, document.faults)


@both
@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        pytest.param(b"a: \xe9\n", "unreadable-file", 1, 1, id="not UTF-8"),
        pytest.param("a: b".encode("utf-16"), "unreadable-file", 1, 1, id="UTF-16"),
        pytest.param("a: b\n c: d\n", "invalid-yaml", 2, 3, id="wrong indentation"),
        pytest.param("a: b\n\tc: d\n", "invalid-yaml", 2, 1, id="a tab"),
        pytest.param("a: Open: close\n", "invalid-yaml", 1, 8, id="a colon in a text"),
        pytest.param("a: x\u2028y\n", "invalid-yaml", 1, 5, id="a line separator"),
        pytest.param("a: x\x85y\n", "invalid-yaml", 1, 5, id="a next line"),
        pytest.param("a: b\nc: x\x00y\n", "invalid-yaml", 2, 5, id="a zero byte"),
        pytest.param("a: b\ufeffc\n", "invalid-yaml", 1, 5, id="a byte order mark in the middle"),
        pytest.param("a: &x b\n", "unsupported-yaml", 1, 4, id="an anchor"),
        pytest.param("a: *x\n", "unsupported-yaml", 1, 4, id="an alias"),
        pytest.param("a: !x b\n", "unsupported-yaml", 1, 4, id="a tag"),
        pytest.param("a: b\n<<: {c: d}\n", "unsupported-yaml", 2, 1, id="a merge key"),
        pytest.param("a: b\n---\nc: d\n", "unsupported-yaml", 2, 1, id="two documents"),
        pytest.param("? [a]\n: b\n", "unsupported-yaml", 1, 3, id="a list as a key"),
        pytest.param("a: {{name}}\n", "unsupported-yaml", 1, 5, id="a template's braces"),
        pytest.param("? &x a\n: b\n", "unsupported-yaml", 1, 3, id="an anchor on a key"),
        pytest.param("'': b\n", "unsupported-yaml", 1, 1, id="an empty key"),
        pytest.param("null: b\n", "unsupported-yaml", 1, 1, id="a null key"),
        pytest.param("*x : b\n", "unsupported-yaml", 1, 1, id="an alias as a key"),
        pytest.param("a: " + "[" * 100_000, "oversized-yaml", 1, 35, id="too deep"),
        pytest.param("a: " + "{b: " * 33 + "c" + "}" * 33, "oversized-yaml", 1, 128, id="too deep in maps"),
        pytest.param("a: " + "x" * (limits.TEXT_BYTES + 1), "oversized-yaml", 1, 4, id="a text too long"),
        pytest.param("a: '" + "é" * (limits.TEXT_BYTES // 2 + 1) + "'", "oversized-yaml", 1, 4, id="long in bytes"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_fault_at_its_place(
    text: str | bytes, rule: str, line: int, column: int, parser: Any
) -> None:
    document = read(text, parser)

    assert [(rule, line, column)] == found(document)
    assert (None, False) == (document.data, document.readable)
    assert document.faults[0][1].help


@both
def test_too_many_values_stop_the_reading(parser: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "VALUES", 50)

    assert [("oversized-yaml", 1, 101)] == found(read("a: [" + "b," * 100 + "]", parser))


@both
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", [("duplicate-key", 3, 1)], id="a key twice"),
        pytest.param("a: 1\na: 2\na: 3\n", [("duplicate-key", 2, 1), ("duplicate-key", 3, 1)], id="a key three times"),
        pytest.param("a: {b: 1}\na: {b: 2}\n", [("duplicate-key", 2, 1)], id="a map twice is one fault"),
        pytest.param("a: {b: Nurse, midwife}\n", [("cut-value", 1, 8)], id="a comma in braces"),
        pytest.param("a: {b: 1,200}\n", [("cut-value", 1, 8)], id="a thousands comma in braces"),
        pytest.param("a: {b: [c], d}\n", [("cut-value", 1, 8)], id="a comma behind a list in braces"),
        pytest.param("a: {b: c,\n  d}\n", [("cut-value", 1, 8)], id="a comma at the end of a line"),
        pytest.param("a: Priority #1\n", [("cut-value", 1, 4)], id="a hash in a text"),
        pytest.param("a: #1 of all\n", [("cut-value", 1, 1)], id="a hash at the start"),
        pytest.param("- Ward #4\n", [("cut-value", 1, 3)], id="a hash in a list"),
        pytest.param("a: first\n  second #3\n", [("cut-value", 1, 4)], id="a hash in the second line"),
    ],
)
def test_a_doubtful_file_is_read_and_told(text: str, expected: Any, parser: Any) -> None:
    document = read(text, parser)

    assert expected == found(document)
    assert document.readable


@both
def test_the_first_of_two_keys_counts(parser: Any) -> None:
    document = read("a: 1\na: 2\n", parser)

    assert {"a": "1"} == document.data
    assert Span(1, 1, 1, 2) == document.faults[0][1].related[0].span


@both
def test_a_key_that_a_comma_cut_off_is_no_key(parser: Any) -> None:
    assert {"a": {"b": "Nurse"}} == read("a: {b: Nurse, midwife}\n", parser).data
