"""Rules about choices: was it scored as agreed, was something decided, and can it be done?"""

from __future__ import annotations

from digistrat.lint.rule import Rule
from digistrat.lint.rules.choices import (
    cited,
    decided,
    dependencies,
    experiments,
    limits,
    order,
    plan,
    scores,
    session,
    signed,
    stopped,
    wishes,
    wording,
)

RULES = (
    Rule(cited.unowned_initiative, "warning", completeness=True),
    Rule(decided.undecided_initiative, "warning", completeness=True),
    Rule(scores.unscored_initiative, "warning", completeness=True),
    Rule(decided.unexplained_choice, "warning"),
    Rule(cited.initiative_without_need, "warning", completeness=True),
    Rule(cited.initiative_without_outcome, "warning", completeness=True),
    Rule(wording.technology_led_initiative, "info", english=True),
    Rule(wording.hype_without_trial, "warning", english=True),
    Rule(scores.score_above_maximum, "error"),
    Rule(scores.weights_not_100, "error"),
    Rule(scores.unknown_criterion, "error"),
    Rule(session.scorers_disagree, "info"),
    Rule(session.one_discipline_scoring, "info"),
    Rule(session.no_effort, "info"),
    Rule(wishes.wish_list, "warning", completeness=True),
    Rule(dependencies.depends_on_unchosen, "error"),
    Rule(dependencies.both_excluded_chosen, "error"),
    Rule(order.starts_before_dependency, "error"),
    Rule(order.long_dependency_chain, "info"),
    Rule(experiments.endless_experiment, "warning", completeness=True),
    Rule(experiments.slow_exemplar, "warning"),
    Rule(limits.too_many_exemplars, "warning"),
    Rule(limits.too_many_at_once, "warning"),
    Rule(limits.mix_out_of_bounds, "warning"),
    Rule(signed.unsigned_work, "warning"),
    Rule(signed.decided_against, "error"),
    Rule(stopped.stop_undecided, "warning", today=True),
    Rule(plan.plan_broken, "error"),
)
