"""Put the web version together: every page, the style sheet, and the strategy as data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from digistrat.disk.templates import files_below
from digistrat.publish.environment import environment_of
from digistrat.publish.glossary import PageTerms, terms
from digistrat.publish.pages import SECTIONS
from digistrat.publish.shown import common, sections_of
from digistrat.publish.twin import twin
from digistrat.publish.withheld import published
from digistrat.publish.words import words_for
from digistrat.wording import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from digistrat.answers import Answers
    from digistrat.publish.glossary import Terms
    from digistrat.publish.page import Page

# The pages run nothing and load nothing from anywhere; a style sheet beside them is all.
_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"


def build(answers: Answers) -> Mapping[str, bytes]:
    """Give every file of the web version by its path; the same answers give the same bytes."""
    strategy = answers.strategy
    words = words_for(strategy.manifest.language)
    sections = sections_of(answers, words)
    site = files_below("site")
    environment = environment_of(site, words, strategy.manifest.currency)
    first = {name: (pages[0].title, pages[0].path) for name, pages in sections.items()}
    shared = {
        **common(strategy, words, sections),
        "navigation": [page for name, page in first.items() if not SECTIONS[name].deep],
        "all_pages": list(first.values()),
        "policy": _POLICY,
    }
    board = answers.board if "board" in sections else None
    files = {"style.css": site["style.css"], "strategy.json": twin(published(strategy), board)}
    known = terms(strategy.glossary.values()) if "glossary" in first else None
    for page in (page for pages in sections.values() for page in pages):
        files[page.path] = _page(environment, page, shared, known)
    return files


def _page(environment: Environment, page: Page, shared: Mapping[str, Any], known: Terms | None) -> bytes:
    template = environment.get_template(f"pages/{page.template}.html.j2")
    explained = PageTerms(known, page.root) if known and page.template != "glossary" else None
    text = template.render(**shared, page=page, root=page.root, page_terms=explained, **page.data)
    return clean(_tidy(text)).encode()


def _tidy(text: str) -> str:
    """Take out the empty lines that templates leave, but for a page that shows some text as it is written."""
    return text if "<pre" in text else re.sub(r"\n[ \n]*\n", "\n", text)
