"""YAML to data by yamlrocks, ten times faster, for texts on which it and the reference engine agree.

Whatever it might read differently, and whatever it refuses, is IN_DOUBT: the reference engine decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rsetk_ld.documents.plain_data import is_plain

if TYPE_CHECKING:
    from rsetk_ld.documents.document import JSON
    from rsetk_ld.documents.limits import Limits


def _installed() -> Any:
    try:
        import yamlrocks
    except ImportError:
        return None
    return yamlrocks


yamlrocks = _installed()


class InDoubt:
    """The answer for a text that the reference engine must read."""


IN_DOUBT = InDoubt()


def load_quickly(text: str, limits: Limits) -> JSON | InDoubt:
    """The data, or IN_DOUBT.

    >>> from rsetk_ld.documents.limits import Limits
    >>> load_quickly("a: &anchor b\\n", Limits()) is IN_DOUBT
    True
    """
    if yamlrocks is None or len(text) > min(limits.max_scalar, limits.max_nodes) or "\t" in text:
        return IN_DOUBT
    # Here, since to compile its pattern takes longer than to read a small file, and is of no use without yamlrocks.
    from rsetk_ld.documents.yaml_everyday import is_everyday

    if not is_everyday(text):
        return IN_DOUBT
    option = yamlrocks.OPT_DUPLICATE_KEYS_ERROR | yamlrocks.OPT_REJECT_COMPLEX_KEYS
    try:
        documents: list[Any] = yamlrocks.loads_all(text, option=option)
    except (yamlrocks.YAMLRocksError, ValueError, RecursionError):
        return IN_DOUBT
    if len(documents) != 1 or not is_plain(documents[0], limits.max_depth):
        return IN_DOUBT
    data: JSON = documents[0]
    return data
