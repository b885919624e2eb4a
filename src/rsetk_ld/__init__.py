"""rsetk-ld."""
