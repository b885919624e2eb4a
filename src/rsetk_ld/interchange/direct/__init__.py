"""Import of the DIRECT framework, its tables and the profiles made with its tools.

Nothing is lost in silence: each cell of each table ends in the framework or in a finding (I001 repaired, I002
doubtful, I003 left out), and each rating ends in a profile or in a finding.
"""

from rsetk_ld.interchange.direct.framework import FrameworkImport, import_framework
from rsetk_ld.interchange.direct.identity import DIRECT
from rsetk_ld.interchange.direct.profile import ProfileImport, import_profile, import_profile_text

__all__ = [
    "DIRECT",
    "FrameworkImport",
    "ProfileImport",
    "import_framework",
    "import_profile",
    "import_profile_text",
]
