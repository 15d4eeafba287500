"""What digistrat writes into a strategy's folder: a kit to start from, and new records."""
