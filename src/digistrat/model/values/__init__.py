"""The value types of the format: each turns the text that was written into something that can be compared."""
