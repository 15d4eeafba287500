"""Rules about how a need is put."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digistrat.lint.vocabulary import TECHNOLOGY, matcher, products
from digistrat.model.values.fault import shown
from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy

# People apply for things, take tablets, wait on platforms and look at clouds, too.
_ALSO_MEAN_OTHERS = frozenset(["application", "platform", "tablet", "cloud"])
_REFUSES = re.compile(
    r"\b(?:without|not|no|instead of|rather than)\b", re.IGNORECASE
)  # what people would rather be spared
_SOLUTIONS = tuple(word for word in TECHNOLOGY if word not in _ALSO_MEAN_OTHERS)


def need_is_a_solution(strategy: Strategy) -> Iterator[Fault]:
    """A need that names a product, or a sort of product: an app, a portal, a dashboard.

    The products are those in technology, spelt as there.

    Why: whoever asks for an app has stopped asking what people want to do, and a letter might have done it.

    Bad:
        # users/carers.yaml
        name: Carers
        kind: carer
        reach: mainstream
        needs:
          - id: hear-from-us
            need: An app that tells carers what was decided  # <-
            evidence: Nine interviews
            observed: true
            services: letters
        # services.yaml
        - id: letters
          …

    Good:
            need: Hear what was decided while I can still ask

    Source: NHS Providers, Building a digital strategy (2021), on user needs.
    """
    own, sorts = matcher(products(strategy), strategy), matcher(_SOLUTIONS, strategy)
    for need in strategy.needs.values():
        text = need.need or ""
        named = [word for word in own.named_in(text) if own.is_spelt(word)]
        named += sorts.named_in(text)
        if named and not _REFUSES.search(text):
            message = f"the need {need.key!r} names a solution, {shown(named[0])}"
            yield Fault(need.at("need"), message, "say what people want to be able to do")
