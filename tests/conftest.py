"""How Hypothesis runs: the same examples each time in CI, more of them with `HYPOTHESIS_PROFILE=thorough`."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

sys.path.insert(0, str(Path(__file__).parent))

_common = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}
settings.register_profile("default", max_examples=25, **_common)
settings.register_profile("ci", max_examples=25, derandomize=True, print_blob=True, **_common)
settings.register_profile("thorough", max_examples=400, **_common)
settings.register_profile(
    "explore", max_examples=25, phases=[Phase.generate], derandomize=True, **_common
)  # no shrinking
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "default"))


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker for tests that are left out of the default run."""
    config.addinivalue_line("markers", "slow: exhaustive; not in the default run (`-m slow` runs them)")
