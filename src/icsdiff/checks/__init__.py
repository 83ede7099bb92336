"""Inconsistencies inside one version: one rule a module, each named by its code in the contract."""
