"""Compile the shipped framework into the wheel.

The result is `rsetk_ld/_framework/framework.compiled`, in the form of the cache (`rsetk_ld.framework.cache`).
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileFramework(BuildHookInterface[Any]):  # type: ignore[misc]
    """Adds the compiled framework to a wheel; an editable install reads the folder itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the framework and hand it to the builder."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from rsetk_ld.framework import cache
        from rsetk_ld.framework.compile import compile_framework
        from rsetk_ld.framework.locate import COMPILED

        source = compile_framework(root / "framework")
        if source.framework is None or not source.valid:
            raise SystemExit(f"the framework has errors: {[f.message for f in source.findings]}")
        compiled = Path(tempfile.mkdtemp()) / COMPILED
        compiled.write_bytes(cache.compiled(source.framework))
        build_data["force_include"][str(compiled)] = f"rsetk_ld/_framework/{COMPILED}"
