"""Sums over a strategy and a day that rules, pages and answers share: pure, one subject a file."""
