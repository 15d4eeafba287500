"""Rules about language and about the comments that hide findings."""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.language import ignores, sentences, terms, words

RULES = (
    Rule(terms.undefined_acronym, "info", english=True),
    Rule(terms.unused_term, "info", english=True),  # other languages change a word in more ways than by an s
    Rule(sentences.long_sentence, "info", english=True),
    Rule(sentences.hard_to_read, "info", english=True),
    Rule(words.word_to_avoid, "info", english=True),
    Rule(ignores.unused_ignore, "warning"),
    Rule(ignores.ignore_without_reason, "warning"),
    Rule(ignores.expired_ignore, "warning", today=True),
)
