"""What a strategy is made of: kinds, value types, links, and the whole with its look-ups; no date of today."""
