"""What the language of strategies says: text in, values out; no strategy, no files."""
