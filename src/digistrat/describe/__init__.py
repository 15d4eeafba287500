"""The format described: what each key means, and the schema that an editor checks files with."""
