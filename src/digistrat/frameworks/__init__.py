"""Outside expectations as packs of data, one file each in `packs/`, and the look-ups over them and a strategy's own."""
