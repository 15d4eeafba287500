"""From bytes to data whose every value can be found again: YAML, positions, suppressions."""
