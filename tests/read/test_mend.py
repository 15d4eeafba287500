"""Several mends in one text: each exactly where it belongs, and every other character as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from digistrat.read.document import read_document
from digistrat.read.events import FASTEST, PythonEvents
from digistrat.read.fault import Fix, Ref
from digistrat.read.mend import mend
from digistrat.read.yaml_text import EditError

if TYPE_CHECKING:
    from digistrat.read.events import MakeEvents

both = pytest.mark.parametrize("parser", [pytest.param(PythonEvents, id="python"), pytest.param(FASTEST, id="libyaml")])


def key(*keys: Any, to: str) -> Fix:
    return Fix(Ref("", keys, on_key=True), keys[-1], to)


def value(old: str, *keys: Any, to: str) -> Fix:
    return Fix(Ref("", keys), old, to)


def cuts(text: str, parser: MakeEvents = FASTEST) -> list[Fix]:
    return [fault.fix for _, fault in read_document("", text.encode(), parser).faults if fault.fix]


@both
@pytest.mark.parametrize(
    ("text", "fixes", "expected"),
    [
        pytest.param("titel: A # c\n", [key("titel", to="title")], "title: A # c\n", id="a key"),
        pytest.param("'titel' : A", [key("titel", to="title")], "'title' : A", id="a key in single quotes"),
        pytest.param('{"titel":A}', [key("titel", to="title")], '{"title":A}', id="a key in double quotes"),
        pytest.param("a: x  # c", [value("x", "a", to="y")], "a: y  # c", id="a text"),
        pytest.param("a: 'x'\r\n", [value("x", "a", to="it's")], "a: 'it''s'\r\n", id="a text in single quotes"),
        pytest.param('a: ["x", z]\n', [value("x", "a", 0, to="y")], 'a: ["y", z]\n', id="a text in double quotes"),
        pytest.param("a: x\n", [value("x", "a", 0, to="y")], "a: y\n", id="a bare value for a list of one"),
        pytest.param("a: x\n", [value("x", "a", "role", to="y")], "a: y\n", id="a short form"),
        pytest.param("a: [x]\n", [value("x", "a", 0, to="y, z")], 'a: ["y, z"]\n', id="a text that needs quotes"),
        pytest.param("a: 'x'\n", [value("x", "a", to="y\nz")], 'a: "y\\nz"\n', id="a text of two lines"),
        pytest.param("a: >-\n  x\n# c\n", [value("x", "a", to="y")], "a: y\n# c\n", id="a block"),
        pytest.param("a: x\n   z\n", [value("x z", "a", to="y")], "a: y\n", id="a text over two lines"),
        pytest.param(
            "- {aa: x, bb: [y, y]} # é\n",
            [
                key(0, "aa", to="a"), value("x", 0, "aa", to="xx"), key(0, "bb", to="b"),
                value("y", 0, "bb", 0, to="Ü"), value("y", 0, "bb", 1, to="z"),
            ],
            "- {a: xx, b: [Ü, z]} # é\n",
            id="five in one line",
        ),
        pytest.param(
            "aa:\n  bb:\n    cc: x\n",
            [key("aa", to="a"), key("aa", "bb", to="b"), key("aa", "bb", "cc", to="c")],
            "a:\n  b:\n    c: x\n",
            id="a key in a key in a key",
        ),
        pytest.param("a: x\na: y\n", [value("x", "a", to="z")], "a: z\na: y\n", id="beside another fault"),
    ],
)  # fmt: skip
def test_what_is_mended_is_alone(text: str, fixes: list[Fix], expected: str, parser: MakeEvents) -> None:
    assert (expected, fixes) == mend(text, fixes, parser)
    assert (expected, fixes[::-1]) == mend(text, fixes[::-1], parser)


@both
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: Rule #1 is it\n", 'a: "Rule #1 is it"\n', id="a number sign"),
        pytest.param("a: Rule #1: 'it' is \"so\"  \r\nb: c", 'a: "Rule #1: \'it\' is \\"so\\""  \r\nb: c', id="quotes"),
        pytest.param("- Form #A2 é😀", '- "Form #A2 é😀"', id="an item"),
        pytest.param("😀: Rule #1 is it\n", '😀: "Rule #1 is it"\n', id="behind a wide letter"),
        pytest.param("\n# c\r\n\r- {a: Big, fat, c: d} # e", '\n# c\r\n\r- {a: "Big, fat", c: d} # e', id="a comma"),
        pytest.param("{a: Big, fat,  and slow}", '{a: "Big, fat,  and slow"}', id="several commas"),
        pytest.param("{a: Big, fat, b: Low, 'é'}", '{a: "Big, fat", b: "Low, \'é\'"}', id="twice in one map"),
    ],
)
def test_a_text_that_was_cut_is_put_in_quotes(text: str, expected: str, parser: MakeEvents) -> None:
    assert expected == mend(text, cuts(text, parser), parser)[0]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: Rule #1 is it # and a comment\n", id="a comment behind"),
        pytest.param("a: Chief nurse #was another\n", id="what may be a comment"),
        pytest.param("a: #1 of all\n", id="a value that may be commented out"),
        pytest.param("a: Rule\n  number #1 is it\n", id="two lines"),
        pytest.param("{a: blood-tests, x-rays}\n", id="two words from lists"),
        pytest.param("{a: 'Big', fat}\n", id="a text in quotes"),
        pytest.param("{a: [Big], fat}\n", id="a list"),
        pytest.param("{a: Big,\n fat}\n", id="a comma at the end of a line"),
    ],
)
def test_a_text_that_may_have_been_meant_otherwise_is_left(text: str) -> None:
    assert [] == cuts(text)
    assert read_document("", text.encode()).faults


@both
@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        pytest.param("a: x\nb: y\n", [key("a", to="b")], id="a key that is there"),
        pytest.param("a: x\n", [key("b", to="c")], id="a key that is not there"),
        pytest.param("a: x\n", [Fix(Ref("", ("a",), on_key=True), "b", "c")], id="another key"),
        pytest.param("- x\n", [Fix(Ref("", (0,), on_key=True), "a", "b")], id="an item for a key"),
        pytest.param("a: x\n", [value("y", "a", to="z")], id="another text"),
        pytest.param("a: {b: x}\n", [value("x", "a", to="z")], id="a map"),
        pytest.param("x\n", [value("x", to="z")], id="the whole file"),
        pytest.param("", [value("x", "a", to="z")], id="an empty file"),
        pytest.param("a: {b: Rule #1,\n}\n", cuts("a: {b: Rule #1,\n}\n"), id="a number sign in braces"),
        pytest.param("a: Rule #1\n", cuts("a:  Rule #1\n") + cuts("a: Rule #2\n"), id="a cut somewhere else"),
        pytest.param("a: Rule #1\n", cuts("\n\na: Rule #1\n"), id="a cut below the end"),
    ],
)
def test_what_does_not_fit_is_left(text: str, fixes: list[Fix], parser: MakeEvents) -> None:
    more = [value("m", "more", to="n")]
    beside = text + "more: m\n" if text.startswith("a") else text

    assert fixes
    assert (text, []) == mend(text, fixes, parser)
    assert (beside.replace("m\n", "n\n"), more if beside != text else []) == mend(beside, fixes + more, parser)


@both
@pytest.mark.parametrize(
    ("text", "fixes"),
    [
        pytest.param("a: [", [key("a", to="b")], id="a file that cannot be read"),
        pytest.param("aa: x\nab: y\n", [key("aa", to="b"), key("ab", to="b")], id="two keys to one"),
        pytest.param("a: x\n", [value("x", "a", to="y"), value("x", "a", to="z")], id="two for one place"),
        pytest.param("a: x\n", [value("x", "a", to="\x00")], id="what no file may hold"),
    ],
)
def test_what_does_harm_is_refused(text: str, fixes: list[Fix], parser: MakeEvents) -> None:
    with pytest.raises(EditError):
        mend(text, fixes, parser)
