"""Texts as people type them, with stray spaces and invisible characters; and slugs made from names."""

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def clean(text: str, *, lines: bool = True) -> tuple[str, list[str]]:
    r"""Return the text without what nobody meant to write, and what was done to it.

    >>> clean("Ability to share.  ")
    ('Ability to share.', ['spaces at the end removed'])
    >>> clean("a  b\r\n")
    ('a b', ['line breaks of Windows replaced', 'line break at the end removed', 'double space removed'])
    """
    done = []
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        done.append("line breaks of Windows replaced")
    if _CONTROL.search(text):
        text = _CONTROL.sub("", text)
        done.append("invisible characters removed")
    if "\n" in text.strip() and not lines:
        text = re.sub(r"\s*\n\s*", " ", text)
        done.append("line break inside replaced by a space")
    text = _trimmed(text, done)
    tidy = re.sub(r"[ \t]{2,}|\t", " ", text)
    tidy = re.sub(r" ?\n ?", "\n", tidy)
    if tidy != text:
        done.append(
            "double space removed" if "  " in text else "space beside a line break or tabulator replaced"
        )
    return tidy, done


def _trimmed(text: str, done: list[str]) -> str:
    start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    for name, part in (("start", start), ("end", end)):
        if part:
            what = "line break" if "\n" in part else "spaces" if len(part) > 1 else "space"
            done.append(f"{what} at the {name} removed")
    return text.strip()


def slug(text: str) -> str:
    """Return the slug that the DIRECT software makes of a name (Django's rule).

    >>> slug("User Interface / User Experience (UI/UX) design"), slug("None or N/A")
    ('user-interface-user-experience-uiux-design', 'none-or-na')
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_text)).strip("-_")


def key(text: str) -> str:
    """Return the key nearest to a text, or nothing where the text has no letter or digit.

    >>> key("Web_Frameworks -- (new)"), key("***")
    ('web-frameworks-new', '')
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")[:128].strip("-")


def folded(text: str) -> str:
    """Return a text in the form in which names are compared.

    >>> folded("  Software  Version control ")
    'software version control'
    """
    return " ".join(unicodedata.normalize("NFKC", text).split()).casefold()


def listed(names: list[str], most: int = 12) -> str:
    """Return some names for a message.

    >>> listed(["a", "b", "c"], most=2)
    'a, b and 1 more'
    """
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else f"{shown} and {len(names) - most} more"
