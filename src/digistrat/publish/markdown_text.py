"""Markdown to Markdown: a strategy's texts as they may stand inside one file of ours.

Each is read and written anew, so that nothing in it can end a table, run, load a picture or be taken for our own
headings: raw HTML stays text, headings go below ours, links lead only to where a reader may safely go.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup

from digistrat.publish.prose import read, read_line
from digistrat.publish.words import fill as fill_text
from digistrat.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from digistrat.publish.glossary import PageTerms

_OURS = 4  # levels of heading that the file itself has
_DEEPEST = 6
# What Markdown, a table, or a git host (strikethrough, mathematics) acts on; `_` inside a word is but a letter.
_ACTS = re.compile(r"[\\`*\[\]|~$]|(?<![^\W_])_|_(?![^\W_])|(?<=\s)#")
_ENTITY = re.compile(r"&(?=#?\w+;)")
# What begins a list, a quotation, a heading or a table's second line at the start of a line.
_FIRST = re.compile(r"^(?=[-+>=#]|:-)", re.MULTILINE)
_NUMBER = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))", re.MULTILINE)


def plain(value: object) -> Markup:
    """Write a value as text that means nothing but itself; what is Markdown of ours already stays."""
    return value if isinstance(value, Markup) else _markdown(_guarded(_escaped(one_line(str(value)))))


def fill(text: str, **values: object) -> Markup:
    """Put values where a text names them in braces, each as `plain` writes it."""
    filled = fill_text(str(_escaped(text)), **{name: str(plain(value)) for name, value in values.items()})
    return _markdown(_guarded(filled))


def line(text: str | None, terms: PageTerms | None = None) -> Markup:
    """Write a short text as one line, with its emphasis, code and links."""
    return _markdown(_guarded(_flat([SyntaxTreeNode(read_line(text or "", terms))])))


def label(text: str | None) -> Markup:
    """Write a short text as one line that may stand inside a link: no link of its own."""
    return _markdown(_guarded(_flat([SyntaxTreeNode(read_line(text or ""))], links=False)))


def flat(text: str | None, terms: PageTerms | None = None) -> Markup:
    """Write a long text as one line, such as a table has room for: one block after another."""
    return _markdown(_guarded(_flat([SyntaxTreeNode(read(text or "", terms))])))


def prose(text: str | None, terms: PageTerms | None = None) -> Markup:
    """Write a long text as paragraphs, lists, quotations, code and tables."""
    return _markdown(_blocks(SyntaxTreeNode(read(text or "", terms)).children))


def url(address: str) -> Markup:
    """Write an address as it may stand between the brackets of a link."""
    return _markdown(_ENTITY.sub("&amp;", quote(address, safe=":/?#@!$&'*+,;=%~")))


def _markdown(text: str) -> Markup:
    return Markup(text)  # noqa: S704  (escaped where it was made, for Markdown)


def _escaped(text: str) -> str:
    text = _ACTS.sub(lambda found: f"\\{found[0]}", text)
    return _ENTITY.sub("&amp;", text).replace("<", "&lt;")


def _guarded(text: str) -> str:
    """Keep the first characters of a line from beginning something."""
    return _NUMBER.sub(r"\1\\", _FIRST.sub(r"\\", text))


def _flat(nodes: Iterable[SyntaxTreeNode], *, links: bool = True) -> str:
    """Write whatever stands on lines, in one line."""
    found = [one for node in nodes for one in node.walk() if one.type in {"inline", "fence", "code_block"}]
    return one_line(" ".join(_inline(one, links=links).replace("\\\n", " ") for one in found))


def _inline(node: SyntaxTreeNode, *, links: bool = True) -> str:
    """Write what stands on a line; its own line breaks become blanks, hard ones stay."""
    match node.type:
        case "text":
            return _escaped(node.content)
        case "softbreak":
            return " "
        case "hardbreak":
            return "\\\n"
        case "code_inline" | "fence" | "code_block":
            return _code(one_line(node.content))
    inside = ""
    for child in node.children:
        if child.type == "link" and inside.endswith("!"):
            inside = f"{inside[:-1]}\\!"  # a mark before a link would make a picture of it
        inside += _inline(child, links=links)
    if node.type in {"em", "strong"}:
        return f"{node.markup}{inside}{node.markup}"
    return f"[{inside}]({url(str(node.attrs['href']))})" if node.type == "link" and links else inside


def _code(content: str) -> str:
    """Write code on a line; in a table nothing keeps a bar from parting cells, so that such code is text."""
    if "|" in content or not content:
        return _escaped(content)
    marks = "`" * (_longest_run(content) + 1)
    blank = " " if content[0] == "`" or content[-1] == "`" else ""
    return f"{marks}{blank}{content}{blank}{marks}"


def _longest_run(content: str) -> int:
    return max((len(run) for run in re.findall(r"`+", content)), default=0)


def _blocks(nodes: Iterable[SyntaxTreeNode]) -> str:
    return "\n\n".join(_block(node) for node in nodes)


def _block(node: SyntaxTreeNode) -> str:
    return _WRITERS.get(node.type, _paragraph)(node)


def _paragraph(node: SyntaxTreeNode) -> str:
    return _guarded("".join(_inline(child) for child in node.children))


def _heading(node: SyntaxTreeNode) -> str:
    return f"{'#' * min(_DEEPEST, _OURS + int(node.tag[1]))} {_flat([node])}"


def _fence(node: SyntaxTreeNode) -> str:
    """Write a block of code, without its language: a git host runs some of them as drawings."""
    marks = "`" * max(3, _longest_run(node.content) + 1)
    return f"{marks}\n{node.content.rstrip()}\n{marks}"


def _list(node: SyntaxTreeNode) -> str:
    """Write a list with its own marks, tight where it was."""
    number = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    is_tight = all(child.hidden for item in node.children for child in item.children if child.type == "paragraph")
    between, items = "\n" if is_tight else "\n\n", []
    for place, item in enumerate(node.children):
        mark = f"{node.markup} " if number is None else f"{number + place}{node.markup} "
        items.append(_indented(between.join(map(_block, item.children)), mark, " " * len(mark)))
    return between.join(items)


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join(f"{first if not place else rest}{one}".rstrip() for place, one in enumerate(lines))


def _table(node: SyntaxTreeNode) -> str:
    head, *body = [row for part in node.children for row in part.children]
    marks = {"text-align:right": "---:", "text-align:center": ":---:"}
    under = [marks.get(str(cell.attrs.get("style")), "---") for cell in head.children]
    rows = [[_flat([cell]) for cell in row.children] for row in (head, *body)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (rows[0], under, *rows[1:]))


_WRITERS: dict[str, Callable[[SyntaxTreeNode], str]] = {
    "heading": _heading,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": lambda node: _indented(_blocks(node.children), "> ", "> "),
    "fence": _fence,
    "code_block": _fence,
    "hr": lambda _: "***",
    "table": _table,
}
