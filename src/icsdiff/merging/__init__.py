"""Three versions in, one out: what two people changed of the same version, brought together."""
