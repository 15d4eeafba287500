"""The ten questions of a board, in our own words, each in a file of its own.

Source: NHS Providers and Public Digital, Building a digital strategy (2021), section 2.
"""

from __future__ import annotations

from digistrat.board.questions import (
    actions,
    change,
    feedback,
    integration,
    mission,
    not_prioritising,
    risk,
    services,
    system,
    users,
)

QUESTIONS = (
    integration.QUESTION,
    mission.QUESTION,
    users.QUESTION,
    services.QUESTION,
    not_prioritising.QUESTION,
    actions.QUESTION,
    feedback.QUESTION,
    system.QUESTION,
    change.QUESTION,
    risk.QUESTION,
)
