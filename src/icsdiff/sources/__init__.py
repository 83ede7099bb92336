"""Documents as they are published, read into versions."""
