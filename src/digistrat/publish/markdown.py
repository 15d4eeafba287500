"""Put the strategy into one Markdown file that reads well on a git host: the same sections as the web version."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from jinja2 import DictLoader, Environment, StrictUndefined, pass_context
from markupsafe import Markup

from digistrat.disk.templates import files_below
from digistrat.publish import markdown_text
from digistrat.publish.addresses import section_of
from digistrat.publish.amounts import money
from digistrat.publish.dates import in_words
from digistrat.publish.durations import lasting, often
from digistrat.publish.glossary import PageTerms, terms
from digistrat.publish.shown import common, sections_of
from digistrat.publish.words import as_key, words_for
from digistrat.wording import clean, rounded

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context

    from digistrat.answers import Answers
    from digistrat.model.record import Record
    from digistrat.publish.page import Page
    from digistrat.publish.words import Words


def build(answers: Answers) -> bytes:
    """Give the whole strategy as one file; the same answers give the same bytes."""
    strategy = answers.strategy
    words = words_for(strategy.manifest.language)
    sections = sections_of(answers, words)
    shared = common(strategy, words, sections)
    environment = _environment(words, strategy.manifest.currency)
    found = terms(strategy.glossary.values(), lambda term: f"#{_anchor(term)}") if "glossary" in sections else None
    explained = PageTerms(found, "") if found else None

    def told(section: str, page: Page) -> Markup:
        template = environment.get_template(f"{page.template}.md.j2")
        known = explained if section != "glossary" else None
        text = template.render(**shared, page=page, section=section, page_terms=known, **page.data)
        return Markup(text)  # noqa: S704  (escaped there)

    text = environment.get_template("document.md.j2").render(**shared, sections=sections, told=told, page_terms=None)
    return f"{_tidy(clean(text))}\n".encode()


def _tidy(text: str) -> str:
    """Leave one empty line where templates left several, and none at the ends."""
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)).strip()


def _environment(words: Words, currency: str) -> Environment:
    """Make the environment of the templates; whatever they put in that is no Markdown of ours is escaped for it."""
    sources = {path: content.decode() for path, content in files_below("markdown").items()}
    environment = Environment(
        loader=DictLoader(sources),
        autoescape=True,
        finalize=markdown_text.plain,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(anchor=_anchor, anchor_of=_anchor_of, place=_place, section_of=section_of)
    environment.filters.update(prose=_with_terms(markdown_text.prose), flat=_with_terms(markdown_text.flat))
    environment.filters.update(line=_with_terms(markdown_text.line), heading=markdown_text.line)
    environment.filters.update(label=markdown_text.label, url=markdown_text.url, fill=markdown_text.fill)
    environment.filters.update(rounded=partial(rounded, grouped=True), money=partial(money, currency), as_key=as_key)
    environment.filters.update(in_words=partial(in_words, words))
    environment.filters.update(often=partial(often, words), lasting=partial(lasting, words))
    return environment


def _with_terms(write: Callable[[str | None, PageTerms | None], Markup]) -> Callable[[Context, str | None], Markup]:
    """Let a filter link what the glossary explains, each term once in the file."""

    @pass_context
    def written(context: Context, text: str | None) -> Markup:
        return write(text, context["page_terms"])

    return written


def _anchor(record: Record) -> str:
    """Give a record's place in the file; ids hold no `_`, and headings seldom do, of which a git host makes places."""
    return _anchor_of(record, record.key)


def _anchor_of(record: Record, key: str) -> str:
    """Give the place that a record has, or had, by a key."""
    return f"{record.collection}_{re.sub(r'[^a-z0-9-]', '_', key)}"


def _place(section: str) -> str:
    """Give a section's place in the file."""
    return f"section_{section}"
