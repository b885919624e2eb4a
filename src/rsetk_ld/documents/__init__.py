"""Files become documents: plain data with places, from input that may be hostile.

>>> document = parse_document("title: Ada's skills\\nskills:\\n  testing: 2\\n", name="ada.yaml")
>>> document.data["skills"]
{'testing': 2}
>>> document.position(["skills", "testing"])
Position(line=3, column=12)

What cannot be read raises `DocumentError`, with a code, the place and a reason:

>>> parse_document("title: A\\ntitle: B\\n", name="a.yaml")
Traceback (most recent call last):
rsetk_ld.documents.errors.DocumentError: a.yaml:2:1: the key "title" appears twice, first on line 1; keep one
"""

from rsetk_ld.documents.document import JSON, Document, Position
from rsetk_ld.documents.errors import DocumentError
from rsetk_ld.documents.limits import DEFAULT_LIMITS, Limits
from rsetk_ld.documents.reader import parse_document, read_document
from rsetk_ld.documents.yaml_writer import dump_yaml

__all__ = [
    "DEFAULT_LIMITS",
    "JSON",
    "Document",
    "DocumentError",
    "Limits",
    "Position",
    "dump_yaml",
    "parse_document",
    "read_document",
]
