"""Competency frameworks and skill profiles of research software engineers, as linked data.

The public functions, each behind one command of `rsetk-ld`:

- `validate` — is a file right, and if not, where and why?
- `convert` — between files and RDF, both ways
- `find_framework`, `load_framework`, `compile_framework`, `shipped` — a framework in memory
- `coverage` — how far a framework is filled in
- `load` — a file as canonical instances
- `editor_schema` — the JSON Schema for editors
- `Corpus` — files in a store, to ask about; `gap`, `plan`, `compare`, `history`, `suggest`, `team`, `shareable`,
  `wheel`, `heatmap` and `resources` ask
- `Asking`, `find_question` — any question in SPARQL
- `import_direct_framework`, `import_direct_profile` — from the DIRECT framework's formats

The classes of the model are in `rsetk_ld.model`; importing that costs a third of a second.
"""

from typing import TYPE_CHECKING, Any

from rsetk_ld.__about__ import __version__
from rsetk_ld.errors import RsetkError, UsageError

if TYPE_CHECKING:
    from rsetk_ld.analysis import Corpus
    from rsetk_ld.analysis.ask import Asking, find_question
    from rsetk_ld.analysis.compare import compare
    from rsetk_ld.analysis.gap import gap
    from rsetk_ld.analysis.heatmap import heatmap
    from rsetk_ld.analysis.history import history
    from rsetk_ld.analysis.plan import plan
    from rsetk_ld.analysis.shareable import shareable
    from rsetk_ld.analysis.suggest import suggest
    from rsetk_ld.analysis.teaching import resources
    from rsetk_ld.analysis.team import team
    from rsetk_ld.analysis.wheel import wheel
    from rsetk_ld.answers import Answer, rendered
    from rsetk_ld.authoring.editor import editor_schema
    from rsetk_ld.conversion import Conversion, convert
    from rsetk_ld.findings import Finding
    from rsetk_ld.framework import Framework, compile_framework, find_framework, load_framework, shipped
    from rsetk_ld.framework.coverage import Coverage, coverage
    from rsetk_ld.interchange.direct import import_framework as import_direct_framework
    from rsetk_ld.interchange.direct import import_profile as import_direct_profile
    from rsetk_ld.loading import Loaded, load
    from rsetk_ld.validation import Report, Validator, validate

_HOMES = {
    "Answer": "answers",
    "Asking": "analysis.ask",
    "Conversion": "conversion",
    "Corpus": "analysis",
    "Coverage": "framework.coverage",
    "Finding": "findings",
    "Framework": "framework",
    "Loaded": "loading",
    "Report": "validation",
    "Validator": "validation",
    "compare": "analysis.compare",
    "compile_framework": "framework",
    "convert": "conversion",
    "coverage": "framework.coverage",
    "editor_schema": "authoring.editor",
    "find_framework": "framework",
    "find_question": "analysis.ask",
    "gap": "analysis.gap",
    "heatmap": "analysis.heatmap",
    "history": "analysis.history",
    "import_direct_framework": "interchange.direct:import_framework",
    "import_direct_profile": "interchange.direct:import_profile",
    "load": "loading",
    "load_framework": "framework",
    "plan": "analysis.plan",
    "rendered": "answers",
    "resources": "analysis.teaching",
    "shareable": "analysis.shareable",
    "shipped": "framework",
    "suggest": "analysis.suggest",
    "team": "analysis.team",
    "validate": "validation",
    "wheel": "analysis.wheel",
}

__all__ = [
    "Answer",
    "Asking",
    "Conversion",
    "Corpus",
    "Coverage",
    "Finding",
    "Framework",
    "Loaded",
    "Report",
    "RsetkError",
    "UsageError",
    "Validator",
    "__version__",
    "compare",
    "compile_framework",
    "convert",
    "coverage",
    "editor_schema",
    "find_framework",
    "find_question",
    "gap",
    "heatmap",
    "history",
    "import_direct_framework",
    "import_direct_profile",
    "load",
    "load_framework",
    "plan",
    "rendered",
    "resources",
    "shareable",
    "shipped",
    "suggest",
    "team",
    "validate",
    "wheel",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that `import rsetk_ld` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module `rsetk_ld` has no attribute `{name}`")
    from importlib import import_module

    module, _, original = _HOMES[name].partition(":")
    return getattr(import_module(f"rsetk_ld.{module}"), original or name)
