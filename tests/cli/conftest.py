"""The settings that these tests share."""

from settings import cache, here, settings

__all__ = ["cache", "here", "settings"]
