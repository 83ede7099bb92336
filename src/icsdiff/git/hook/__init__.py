"""The git hook: what it installs, how it finds strategies in a commit, and what it does about them."""
