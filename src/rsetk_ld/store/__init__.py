"""Where triples are kept and asked: one named graph for each profile and each release of a framework."""

from rsetk_ld.store.embedded import EmbeddedStore
from rsetk_ld.store.results import Solutions, Store

__all__ = ["EmbeddedStore", "Solutions", "Store"]
