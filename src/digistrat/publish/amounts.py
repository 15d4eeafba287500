"""Sums of money as a page says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.model.values.quantity import SIGNS

if TYPE_CHECKING:
    from digistrat.model.values.quantity import Quantity


def money(currency: str, amount: Quantity) -> str:
    """Write a sum with its currency, which many leave out."""
    sign = next((sign for sign, code in SIGNS.items() if code == currency), f"{currency} ")
    return amount.text if amount.money else f"{sign}{amount.text}"
