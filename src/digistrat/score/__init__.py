"""Which initiatives come first, by the organisation's own criteria, exactly."""
