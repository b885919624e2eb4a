"""What PyYAML's parsers complain of, in words for people who never saw a YAML grammar."""

_MISALIGNED = (
    "this line does not fit the lines above it; check its indentation, and quotes that close too early"
)
_BAD_ESCAPE = "not an escape after this backslash; double the backslash, or use single quotes"
_NOT_A_CHARACTER = "an escape that is not a Unicode character; write the character itself"
_OWN_LINE = "cannot stand here; start it on a line of its own"

# The first phrase that occurs in the complaint decides; libyaml and PyYAML's own parser are both covered.
_REASONS = {
    "mapping values are not allowed": (
        "a colon and a space cannot stand here; check the indentation, or put the whole value in quotes"
    ),
    "cannot start any token": (
        "this character cannot start a value; put the value in quotes, and use spaces, not tabs, to indent"
    ),
    "could not find expected ':'": "a key without its colon (`key: value`), or a line indented too little",
    "found a tab character": "a tab cannot be used here; indent with spaces",
    "found unexpected end of stream": "the file ends inside a quoted text; a closing quote is missing",
    "found unexpected document separator": "--- or ... inside a quoted text; a closing quote is missing",
    "found unknown escape character": _BAD_ESCAPE,
    "escape sequence of": _BAD_ESCAPE,
    "hexadecimal number": _BAD_ESCAPE,
    "invalid Unicode character escape": _NOT_A_CHARACTER,
    "chr() arg": _NOT_A_CHARACTER,
    "too large to convert": _NOT_A_CHARACTER,
    "expected ',' or ']'": "a comma or a closing ] is missing",
    "expected ',' or '}'": "a comma or a closing } is missing",
    "block sequence entries are not allowed": f"a list item (`- `) {_OWN_LINE}",
    "block collections are not allowed": f"a key {_OWN_LINE}",
    "mapping keys are not allowed": f"a key {_OWN_LINE}",
    "did not find expected '-' indicator": "this line is not indented like the list items above it",
    "expected <block end>": _MISALIGNED,
    "did not find expected key": _MISALIGNED,
    "<document start>": "this cannot follow a value that is complete; check quotes and indentation",
    "did not find expected node content": "a value is missing here",
    "expected the node content": "a value is missing here",
    "directive": "a line that starts with % is a YAML directive, and this one is not understood",
    "tag handle": "this tag is not declared; remove it",
    "incompatible YAML document": "this version of YAML is not understood; remove the %YAML line",
    "indentation indicator": "after | or > only -, + or a number from 1 to 9 can stand",
    "comment or a line break": "nothing but a comment can follow | or > on its line",
    "alphabetic or numeric character": "a name is missing after & or *; put a text in quotes",
}


def plain_reason(complaint: str) -> str:
    """A complaint of the parser as advice.

    >>> plain_reason("found a tab character that violates indentation")
    'a tab cannot be used here; indent with spaces'
    """
    for phrase, reason in _REASONS.items():
        if phrase in complaint:
            return reason
    return f"not YAML: {complaint}"
