"""Benchmarks: made-up strategies of any size, and what each command costs on them."""
