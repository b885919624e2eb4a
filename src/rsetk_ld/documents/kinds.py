"""Values and texts as messages show them."""

_NAMES = {
    dict: "a mapping",
    list: "a list",
    str: "a text",
    bool: "true or false",
    type(None): "the empty value",
}
_SHOWN = 60


def kind_of(value: object) -> str:
    """What a value is, as a message says it.

    >>> kind_of(3), kind_of(None), kind_of([])
    ('a number', 'the empty value', 'a list')
    """
    return _NAMES.get(type(value), "a number")


def shown(text: str) -> str:
    """A text from a file, short and without characters that could drive a terminal.

    >>> shown("title"), shown("x\\n\\x1b[31m")
    ('title', 'x\\\\n\\\\x1b[31m')
    """
    short = text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."
    return short if short.isprintable() else repr(short)[1:-1]
