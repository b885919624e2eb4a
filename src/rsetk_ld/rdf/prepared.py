"""The triples of a framework as text, kept in the cache beside its compiled form.

To make them takes longer than to answer a question, and a framework changes seldom.
"""

from collections.abc import Mapping
from typing import Any

from rsetk_ld.__about__ import __version__
from rsetk_ld.framework import Framework
from rsetk_ld.framework.cache import keep_checked, kept
from rsetk_ld.rdf.emit import lines
from rsetk_ld.rdf.serialize import Item, item_triples

SPARED: Mapping[str, tuple[str, ...]] = {
    "skills": ("descriptors", "definition", "scope_note", "alt_labels", "demonstrated_by"),
    "resources": ("description", "found_in", "about_tools", "see_also"),
    "roles": ("definition", "scope_note", "alt_labels", "based_on"),
}
"""What no shipped question asks for: half of a framework; tools are left out as a whole."""


def framework_triples(framework: Framework, *, whole: bool) -> list[str]:
    r"""Return the lines of N-Triples of a framework, derived statements included.

    Unless the `whole` is wanted, they lack the texts of levels and other things that no shipped question needs.

    >>> from rsetk_ld.framework import shipped
    >>> whole, spare = ("".join(framework_triples(shipped(), whole=each)) for each in (True, False))
    >>> spare.count("\n") < 0.6 * whole.count("\n")
    True
    """
    if whole:
        return list(lines(item_triples(Item("Framework", framework.data))))
    name = f"{framework.checksum[:32]}-{__version__}.nt"
    if framework.checksum and (text := kept(name)):
        return [text.decode()]
    made = "".join(lines(item_triples(Item("Framework", _spared(framework)))))
    if framework.checksum:
        keep_checked(name, made.encode())
    return [made]


def _spared(framework: Framework) -> dict[str, Any]:
    data = {**framework.data, "tools": []}
    for section, slots in SPARED.items():
        data[section] = [
            {name: value for name, value in entry.items() if name not in slots}
            for entry in data.get(section, ())
        ]
    return data
