"""The form that people write, and the way from there to the canonical instance and back."""
