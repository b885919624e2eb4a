"""YAML text to data: quickly where that is safe, carefully everywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from rsetk_ld.documents.document import JSON
    from rsetk_ld.documents.limits import Limits

Engine: TypeAlias = Literal["auto", "libyaml", "python"]


def load_yaml(text: str, limits: Limits, engine: Engine = "auto") -> JSON:
    """The data of a YAML text.

    "auto" is yamlrocks where it is installed, then PyYAML on libyaml, then PyYAML's own parser.

    >>> from rsetk_ld.documents.limits import Limits
    >>> [load_yaml("language: no", Limits(), engine) for engine in ("auto", "libyaml", "python")]
    [{'language': 'no'}, {'language': 'no'}, {'language': 'no'}]
    """
    if not text.endswith("\n"):
        # The engines differ on whether a block scalar that the file cuts off ends in a line feed.
        text += "\n"
    if engine == "auto":
        from rsetk_ld.documents.yaml_quick import InDoubt, load_quickly

        data = load_quickly(text, limits)
        if not isinstance(data, InDoubt):
            return data
    from rsetk_ld.documents.yaml_events import FASTEST_LOADER, load_events

    if engine == "python":
        from yaml import SafeLoader

        return load_events(text, limits, SafeLoader)
    return load_events(text, limits, FASTEST_LOADER)
