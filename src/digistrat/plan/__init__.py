"""What to do when, within what there is, and why not the rest."""
