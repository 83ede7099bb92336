"""Documents in other formats, made from the strategies that the repository holds as Markdown."""
