"""Data as YAML that people like to read, and that every reader of YAML 1.1 or 1.2 understands alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def dump_yaml(data: Mapping[str, Any] | Sequence[Any]) -> str:
    """Block style in the given order.

    >>> profile = {"title": "Ada's skills", "language": "no", "assessed_on": "2026-11-01", "tags": ["1.0"]}
    >>> print(dump_yaml(profile), end="")
    title: Ada's skills
    language: 'no'
    assessed_on: 2026-11-01
    tags:
    - '1.0'
    """
    from rsetk_ld.documents.yaml_dumper import dump

    return dump(data)
