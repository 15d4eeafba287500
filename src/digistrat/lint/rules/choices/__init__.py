"""Rules about choices: was it scored as agreed, was something decided, and can it be done?"""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.choices import decided, dependencies, scores

RULES = (
    Rule(scores.unscored_initiative, "warning", completeness=True),
    Rule(scores.score_above_maximum, "error"),
    Rule(scores.weights_not_100, "error"),
    Rule(scores.unknown_criterion, "error"),
    Rule(decided.undecided_initiative, "warning", completeness=True),
    Rule(decided.unexplained_choice, "warning"),
    Rule(dependencies.depends_on_unchosen, "error"),
)
