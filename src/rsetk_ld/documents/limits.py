"""How much a file may ask of us."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep one file from using up the machine.

    >>> Limits(max_depth=8).max_bytes
    16777216
    """

    max_bytes: int = 16 * 1024 * 1024
    max_depth: int = 64
    """Mappings and sequences inside each other; the top counts as one."""
    max_scalar: int = 1024 * 1024
    """Characters in one text, key or number."""
    max_nodes: int = 2_000_000
    """Values and keys, each alias counted as what it stands for."""


DEFAULT_LIMITS = Limits()

# The shortest limit that Python lets anyone set on printing an integer (sys.set_int_max_str_digits), so that
# whatever was read can be written again.
MAX_DIGITS = 640
