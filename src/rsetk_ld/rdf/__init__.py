"""Canonical instances as RDF, and back: terms, triples, serialisations."""
