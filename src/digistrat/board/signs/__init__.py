"""Twelve signs by which a reader knows a good strategy from a bad one, six of each, in our own words.

Source: NHS Providers and Public Digital, Building a digital strategy (2021), section 1.
"""

from __future__ import annotations

from digistrat.board.signs import bad, good

GOOD = good.SIGNS
BAD = bad.SIGNS
