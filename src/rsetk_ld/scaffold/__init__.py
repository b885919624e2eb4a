"""Commented files to start from: a profile, a role, a framework."""

from rsetk_ld.scaffold.frameworks import framework_files
from rsetk_ld.scaffold.profiles import profile_text, role_text

__all__ = ["framework_files", "profile_text", "role_text"]
