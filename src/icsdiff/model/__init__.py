"""Plain, frozen data that every part of icsdiff sees and that sees none of them."""
