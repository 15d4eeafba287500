"""Tests of outside expectations."""
