"""Is a file right? All layers in one run, for one file or a hundred thousand.

    syntax, structure, references   while the file is loaded (`rsetk_ld.loading`)
    meaning                         `meaning`; for frameworks `quality`
    graph                           `graph`, with SHACL

The graph layer runs where the layers before it found no error: it sees the same mistakes once more, as triples.
"""

from rsetk_ld.validation.validate import Report, Validator, validate, without

__all__ = ["Report", "Validator", "validate", "without"]
