"""Two versions in, a change set out."""
