"""What a careful reader would ask of a strategy, asked on every change."""
