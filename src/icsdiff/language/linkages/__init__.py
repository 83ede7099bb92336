"""How strategies write their linkages: the grammar behind ``references``, from the smallest piece up.

``elements`` and ``tokens``, ``names`` of documents among the tokens, ``atoms`` of an entry, one of the ``letters`` for
each; ``frameworks`` knows which names are one.
"""
