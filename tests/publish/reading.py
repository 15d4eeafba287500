"""What pages say: built from files in a test, checked as HTML, and read as a reader does."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

import html5lib

from digistrat.answers import Answers
from digistrat.model.load import load_folder
from digistrat.publish.site import build
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def site_of(folder: Path, files: Mapping[str, Any]) -> dict[str, str]:
    """Build a site: text by path, each page checked as HTML."""
    site = build(Answers(load_folder(write(folder, files), AS_OF)))
    for path, content in site.items():
        if path.endswith(".html"):
            html5lib.HTMLParser(strict=True).parse(content.decode())
    return {path: content.decode() for path, content in site.items()}


def said(html: str) -> str:
    """Give what a page's main part says, in one line; of a piece of a page, what all of it says."""
    main = re.split(r"</?main[^>]*>", html)[1] if "<main" in html else html
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", main)).split())


def block(html: str, id: str) -> str:
    """Give the part of a page that is about one record, up to the link to itself."""
    start = html.index(">", html.index(f' id="{id}"')) + 1
    return html[start : html.index("</p>", html.index(f'class="permalink" href="#{id}"'))]


def rows(html: str) -> list[str]:
    """Give what each row of the page's tables says, heads left out."""
    return [said(row) for row in re.findall(r"<tr(?:(?!</tr>).)*<td.*?</tr>", html, re.DOTALL)]
