"""``python -m icsdiff``."""

from icsdiff.cli.main import main

main()
