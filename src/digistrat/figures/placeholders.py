"""Texts that stand where an answer will come: awaiting, tbc, n/a."""

from __future__ import annotations

import re

_PLACEHOLDER = re.compile(
    r"(?:tbc|tbd|tba)(?:\b.*)?|to ?do"
    r"|to be (?:confirmed|decided|determined|agreed|announced|written|completed|added)"
    r"(?: (?:later|soon|shortly|in due course))?"
    r"|(?:still |currently )?(?:awaiting|awaited|pending)"
    r"(?: (?:an? |the |their )?(?:responses?|repl(?:y|ies)|answers?|input|information|details?|text|confirmation)"
    r"(?: from .*)?)?"
    r"|(?:(?:answer|response|text|details?) )?to (?:follow|come)|details later"
    r"|n/?\.?a\.?|not applicable|none|nil|unknown|not (?:yet )?(?:known|answered)|no (?:answer|response)(?: yet)?"
    r"|blank|placeholder|lorem ipsum\b.*|x{2,}|\W+",
    re.IGNORECASE | re.DOTALL,
)
_AROUND = " \t\r\n.…()[]<>*_-–—"  # what people put round such a word


def is_placeholder(text: str | None) -> bool:
    """Tell whether a text says only that something is to be said here; no text at all does not."""
    if text is None:
        return False
    bare = " ".join(text.strip(_AROUND).split())
    return not bare or bool(_PLACEHOLDER.fullmatch(bare))
