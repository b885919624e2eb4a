"""The everyday YAML that every engine reads alike, told from the rest line by line.

A list of what is known to agree is short and stays true; a list of what differs would grow with each release
of a parser. Measured against libyaml, yamlrocks 0.7.1 takes misaligned keys, `|` inside brackets, values that
start with `%` and more; none of that gets past this page.
"""

import re

_KEY = r"""(?:[A-Za-z_][A-Za-z0-9_./ -]*+|"[^"\\\n]*+"|'[^'\n]*+')"""
_QUOTED = r"""(?:"(?:[^"\\\n]|\\["\\nt])*+"|'(?:[^'\n]|'')*+')"""
# Letters, digits and ( + . / _ ~, spelled as what they are not: a range up to U+10FFFF takes long to compile.
_START = r"[^\x00-')*,\-:-@\[-^`{-}\x7f-\xa0]"
# A colon or a number sign inside a word is text; next to a space it is not.
_PLAIN = rf"(?:{_START}|-(?![ \n]))[^:#\n]*+(?:(?::(?![ \n])|(?<! )#)[^:#\n]*+)*+"
_WORDS = r"""[^,\[\]{}:#"'\n]*+"""
_PLAIN_IN_BRACKETS = rf"(?:{_START}|-){_WORDS}(?::(?=[A-Za-z0-9_/]){_WORDS})*+"
_ITEM = rf"(?:{_QUOTED}|{_PLAIN_IN_BRACKETS})"
_LIST = rf"\[ *+(?:{_ITEM} *+(?:, *+{_ITEM} *+)*+)?+\]"
_PAIR = rf"{_KEY}: ++(?:{_ITEM}|{_LIST}) *+"
_MAPPING = rf"\{{ *+(?:{_PAIR}(?:, *+{_PAIR})*+)?+\}}"
_VALUE = rf"(?:{_QUOTED} *+|{_LIST} *+|{_MAPPING} *+|{_PLAIN})"
_END = r"(?:(?:^|(?<= ))#[^\n]*+)?+\n"

# Indentation by twos, so that a key after a list item either continues the item or stands outside it.
_INDENT = r"(?:  )*+(?! )"
_PAIR_LINE = rf"{_INDENT}(?:(?:- )?+{_KEY}:(?: ++{_VALUE}?+)?+)?+{_END}"
# Nothing may stand below a finished list item and deeper: yamlrocks takes it for the next item.
_ITEM_LINE = rf"(?P<dash>(?:  )*+)- {_VALUE}{_END}(?!(?: *+(?:#[^\n]*+)?\n)*+(?P=dash) )"
_BLOCK_TEXT = (
    rf"(?P<outer>(?:  )*+){_KEY}: [|>][+-]?+\n"
    r"(?P<inner>(?P=outer)  )[^ \n][^\n]*+\n(?:(?P=inner)[^\n]++\n|\n)*+"
)
# Most lines are as plain as this; trying it first halves the time.
_SHORT_LINE = rf"{_INDENT}[A-Za-z][A-Za-z0-9_-]*+:(?: [A-Za-z0-9][^:#\n]*+)?+\n"
_TEXT = re.compile(
    rf"(?:#[^\n]*+\n|\n)*+(?:---\n)?+(?:{_SHORT_LINE}|{_PAIR_LINE}|{_ITEM_LINE}|{_BLOCK_TEXT})*+",
    re.MULTILINE,
)

# Numbers with a leading zero, except ORCID iDs, which every profile has.
_ODD_NUMBER = re.compile(
    r"0[0-9oOxX](?:(?<=[\s,\[{]0.)|(?<=[\s,\[{][-+]0.))(?!\d\d-\d{4}-\d{4}-\d{3}[\dX](?:[\s,\]}]|$))"
)


def is_everyday(text: str) -> bool:
    r"""True for YAML of keys, values, list items, comments, and lists and mappings in brackets on one line.

    >>> is_everyday("skills:\n  testing: {level: 2, evidence: ['https://ada.example/ci#1']}\n")
    True
    >>> [is_everyday(text) for text in ("a: &b c\n", "a: 017\n", "a: !b c\n", "a: [b,\n  c]\n")]
    [False, False, False, False]
    """
    return _TEXT.fullmatch(text) is not None and _ODD_NUMBER.search(text) is None
