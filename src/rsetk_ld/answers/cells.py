"""A cell as people read it."""

from typing import Any

NOTHING = "–"


def counted(number: int, thing: str) -> str:
    """Return a number with what it counts.

    >>> counted(1, "skill"), counted(2, "skill")
    ('1 skill', '2 skills')
    """
    return f"{number} {thing}{'' if number == 1 else 's'}"


def shown(value: Any) -> str:
    """Return a cell as text: a dash for nothing, words for truth, one or two decimals where there are any.

    >>> [shown(value) for value in (None, True, 3, 0.8, 2 / 3, ["a", "b"], "text")]
    ['–', 'yes', '3', '0.8', '0.67', 'a, b', 'text']
    """
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    if isinstance(value, list | tuple):
        return ", ".join(map(shown, value)) or NOTHING
    return str(value)
