"""What templates can do: escape everything, and use these filters and functions and no others of ours."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jinja2 import DictLoader, Environment, StrictUndefined, pass_context

from digistrat.model.values.text import slug
from digistrat.publish import prose
from digistrat.publish.addresses import address, anchor, anchor_of, page_of, section_of
from digistrat.publish.amounts import as_meant, money
from digistrat.publish.dates import in_words
from digistrat.publish.durations import lasting, often
from digistrat.publish.words import as_key, fill
from digistrat.wording import rounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2.runtime import Context
    from markupsafe import Markup

    from digistrat.publish.words import Words


def environment_of(site: Mapping[str, bytes], words: Words, currency: str) -> Environment:
    """Make the environment in which the templates of a site are rendered."""
    sources = {path: content.decode() for path, content in site.items() if path.endswith(".j2")}
    environment = Environment(
        loader=DictLoader(sources), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(address=address, anchor=anchor, anchor_of=anchor_of, page_of=page_of)
    environment.globals.update(section_of=section_of, slug=slug)
    environment.filters.update(prose=_prose, line=_line, heading=prose.heading, label=prose.label)
    environment.filters.update(rounded=partial(rounded, grouped=True), money=partial(money, currency))
    environment.filters.update(in_words=partial(in_words, words), fill=fill, as_key=as_key)
    environment.filters.update(as_meant=as_meant, often=partial(often, words), lasting=partial(lasting, words))
    return environment


@pass_context
def _prose(context: Context, text: str | None) -> Markup:
    return prose.prose(text, context["page_terms"])


@pass_context
def _line(context: Context, text: str | None) -> Markup:
    return prose.line(text, context["page_terms"])
