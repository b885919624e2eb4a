"""Data of other projects in, and data for other tools out."""
