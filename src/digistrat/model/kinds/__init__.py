"""The kinds of the format, one small file each; `model/shelf.py` lists them."""
