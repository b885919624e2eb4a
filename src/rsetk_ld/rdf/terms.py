"""RDF terms in the syntax of N-Triples, as text.

Text is several times faster to make and to write than objects, and needs no engine. Whoever makes a term
here has a valid one: characters that cannot stand in an IRI are refused, literals are escaped
(https://www.w3.org/TR/n-triples/#grammar-production-STRING_LITERAL_QUOTE).
"""

import re
from decimal import Decimal
from functools import lru_cache

from rsetk_ld.errors import RsetkError

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f]')
_ESCAPES = {chr(code): f"\\u{code:04X}" for code in [*range(32), 127]}
_ESCAPES |= {"\t": "\\t", "\b": "\\b", "\n": "\\n", "\r": "\\r", "\f": "\\f", '"': '\\"', "\\": "\\\\"}
_TABLE = str.maketrans(_ESCAPES)


@lru_cache(maxsize=65536)
def iri(text: str) -> str:
    """Return the IRI as a term.

    >>> iri("https://w3id.org/rsetk/skill/testing")
    '<https://w3id.org/rsetk/skill/testing>'
    """
    if _FORBIDDEN.search(text):
        raise RsetkError(f"`{text}` cannot be an IRI: it holds a space, a quote or a bracket")
    return f"<{text}>"


def literal(text: str, datatype: str = "", language: str = "") -> str:
    r"""Return a literal as a term, with a datatype of XML Schema (local name) or a language tag.

    >>> print(literal('say "hi"\n', language="en"))
    "say \"hi\"\n"@en
    >>> print(literal("3", "integer"))
    "3"^^<http://www.w3.org/2001/XMLSchema#integer>
    """
    quoted = text.translate(_TABLE) if _SPECIAL.search(text) else text
    if language:
        return f'"{quoted}"@{language.lower()}'
    return f'"{quoted}"^^<{XSD}{datatype}>' if datatype else f'"{quoted}"'


def decimal_text(value: float) -> str:
    """Return a number in the lexical form of xsd:decimal, which knows no exponent.

    >>> decimal_text(0.8), decimal_text(1e-7), decimal_text(1)
    ('0.8', '0.0000001', '1')
    """
    return format(Decimal(repr(value)), "f")
