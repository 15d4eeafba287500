"""A strategy's texts written anew: what they mean stays, and nothing in them acts on the file around them."""

from __future__ import annotations

import pytest

from digistrat.publish import markdown_text as text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("a  **b** _c_ `d`\n", "a  **b** _c_ `d`", id="emphasis and code stay"),
        pytest.param("# One\n\n### Three", "##### One\n\n###### Three", id="headings go below ours"),
        pytest.param("One\ntwo\\\n\\- three\n===", "##### One two - three", id="a heading of several lines is one"),
        pytest.param("- a\n- b\n  1. c\n  2. d", "- a\n- b\n  1. c\n  2. d", id="tight lists"),
        pytest.param("3) a\n\n   b\n4) c", "3) a\n\n   b\n\n4) c", id="a loose list keeps its numbers"),
        pytest.param("> a\n>\n> - b", "> a\n>\n> - b", id="quotations"),
        pytest.param("```mermaid\na\n```", "```\na\n```", id="code without its language"),
        pytest.param("````\n```\n````", "````\n```\n````", id="code about code"),
        pytest.param("    a", "```\na\n```", id="code by indent"),
        pytest.param("---", "***", id="rules"),
        pytest.param("a\\\n\\- b", "a\\\n\\- b", id="a line after a hard break begins nothing"),
        pytest.param(
            "|a|b|c|\n|-|:-:|-:|\n|`x`|1|", "| a | b | c |\n| --- | :---: | ---: |\n| `x` | 1 |  |", id="tables"
        ),
        pytest.param("1\\. a", "1\\. a", id="a number that begins no list"),
        pytest.param("so![x](https://a.b)", "so\\![x](https://a.b)", id="a mark before a link makes no picture"),
        pytest.param("![x](https://a.b)", "\\![x](https://a.b)", id="a picture becomes a link"),
        pytest.param("[x](<a b(c).md>)", "[x](a%20b%28c%29.md)", id="addresses are written so that they end"),
        pytest.param("[x](javascript:a)", "\\[x\\](javascript:a)", id="no link to what runs"),
        pytest.param("[x](a?b&amp;lt;c)", "[x](a?b&amp;lt;c)", id="an entity in an address stays what it was"),
        pytest.param("&amp;lt; a_b _ c", "&amp;lt; a_b \\_ c", id="only what acts is escaped"),
        pytest.param("<b>x</b> 1 < 2", "&lt;b>x&lt;/b> 1 &lt; 2", id="no raw HTML"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_text_is_written_anew(given: str, expected: str) -> None:
    assert expected == text.prose(given)


def test_a_text_is_written_on_one_line() -> None:
    assert "\\# a *b* [c](d.md)" == text.line("# a *b*\n[c](d.md)")
    assert "a *b* c" == text.label("a *b* [c](d.md)")
    assert "a b `c d` x\\|y" == text.flat("# a\n\n- b\n\n```\nc\nd\n```\n`x|y`")
    assert "`` ` `` ``a`b``" == text.line("`` ` `` ``a`b``")
    assert ("", "", "") == (text.line(None), text.flat(None), text.label(""))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("*a* [b](c) | <d>", "\\*a\\* \\[b\\](c) \\| &lt;d>"),
        ("- a\n  b", "\\- a b"),
        ("2027. a", "2027\\. a"),
        ("# a #", "\\# a \\#"),
        (3, "3"),
        ("snake_case _x_", "snake_case \\_x\\_"),
    ],
)
def test_a_value_means_nothing_but_itself(given: object, expected: str) -> None:
    assert expected == text.plain(given)


def test_a_text_with_places_is_filled_for_markdown() -> None:
    assert "1\\. \\*a\\* **b** {one}" == text.fill(
        "{one}. {two} {three} {{one}}".replace("{{one}}", "{four}"),
        one=1,
        two="*a*",
        three=text.line("**b**"),
        four="{one}",
    )
