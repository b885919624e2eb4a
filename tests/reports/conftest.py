"""Four small reports that show each severity, a file of a folder, and one that cannot be read."""

import pytest

from rsetk_ld.findings import Finding
from rsetk_ld.validation import Report


@pytest.fixture
def reports() -> list[Report]:
    unknown = Finding(
        "R001",
        ("skills", "version-controll"),
        {"what": "skill", "name": "version-controll"},
        "ada.yaml",
        7,
        3,
        "  version-controll: 2",
        "version-control",
        at_key=True,
    )
    nowhere = Finding(
        "P015", ("skills", "testing", "evidence", 0), {"name": "http://10.0.0.1/"}, "ada.yaml", 9, 15,
        '\tevidence: 😀 ["http://10.0.0.1/"]'
    )  # fmt: skip
    link = Finding(
        "F003", ("skills", "docs"), {"other": "skill:a"}, "our team/skills/50%,a.yaml", 3, 5, "    docs:"
    )
    return [
        Report("ada.yaml", "profile", [unknown, nowhere], 12),
        Report("our team", "framework", [link], 54),
        Report("bob.ttl", "graph", [Finding("P014", (), {}, "bob.ttl")], 1),
        Report(
            "gone.yaml", "", [Finding("Y001", (), {"reason": "cannot be read: <gone>"})], 0, readable=False
        ),
    ]
