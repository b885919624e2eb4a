r"""The tokens of SPARQL that matter here: parameters and keywords, told from what stands in strings, IRIs and comments.

>>> sorted(parameters_in('SELECT * { $a ?p "$b", <http://x.example/$c> } # $d'))
['a']
"""

import re
from collections.abc import Callable

# Sections 19.3 to 19.8 of https://www.w3.org/TR/sparql11-query/#sparqlGrammar, as far as they can hide a name.
_TOKEN = re.compile(
    r"""
      <[^<>"{}|^`\\\x00-\x20]*>
    | \"\"\"(?:(?:"|"")?(?:[^"\\]|\\.))*\"\"\"
    | '''(?:(?:'|'')?(?:[^'\\]|\\.))*'''
    | "(?:[^"\\\n\r]|\\.)*"
    | '(?:[^'\\\n\r]|\\.)*'
    | \#[^\n\r]*
    | \$(?P<parameter>\w+)
    | \?\w+
    | [\w-]*:[\w.:%\\-]*
    | (?P<word>[A-Za-z]+)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(000[0-9A-Fa-f]{5}|0010[0-9A-Fa-f]{4})")


def parameters_in(sparql: str) -> set[str]:
    """Return the names of the variables that are written with `$`."""
    return {found["parameter"] for found in _TOKEN.finditer(sparql) if found["parameter"]}


def words_in(sparql: str) -> set[str]:
    """Return the keywords of a query, in upper case, also those spelled with escapes of code points (section 19.2).

    >>> "SERVICE" in words_in('SELECT * { ?s ?p "SERVICE" }'), "SERVICE" in words_in("SELECT * { service <x:y> {} }")
    (False, True)
    """
    spelled = _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), sparql)
    return {
        found["word"].upper()
        for text in {sparql, spelled}
        for found in _TOKEN.finditer(text)
        if found["word"]
    }


def with_parameters(sparql: str, term: Callable[[str], str]) -> str:
    """Return the query with `term(name)` in the place of each parameter."""
    return _TOKEN.sub(lambda found: term(found["parameter"]) if found["parameter"] else found.group(), sparql)
