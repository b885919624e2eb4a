"""Frameworks: read from a folder, compiled, cached, found by name or IRI."""

from rsetk_ld.framework.compile import Source, compile_framework
from rsetk_ld.framework.locate import FrameworkError, find_framework, load_framework, shipped
from rsetk_ld.framework.model import Framework

__all__ = [
    "Framework",
    "FrameworkError",
    "Source",
    "compile_framework",
    "find_framework",
    "load_framework",
    "shipped",
]
