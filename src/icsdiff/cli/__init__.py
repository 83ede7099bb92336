"""The command line: options in, one call, one exit code."""
