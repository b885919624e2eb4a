"""Templates, and what may be put into them: YAML that says what it should, comments that stay comments."""

import re
import textwrap
from string import Template
from typing import Any
from urllib.parse import quote

from rsetk_ld.authoring.jsonschema import TAG_PATTERN
from rsetk_ld.documents import dump_yaml
from rsetk_ld.errors import UsageError
from rsetk_ld.identifiers import canonical_tag
from rsetk_ld.vocabulary import PACKAGE

WIDTH = 108


def filled(name: str, **values: str) -> str:
    """Return a template with its values, ending in one line break; no value is itself filled.

    >>> filled("profile-long.yaml", today="2026-11-01").splitlines()[1]
    '    # assessed_on: 2026-11-01'
    """
    template = (PACKAGE / "scaffold" / "templates" / name).read_text(encoding="utf-8")
    return Template(template).substitute(values).rstrip("\n") + "\n"


def checked_tag(language: str) -> str:
    """Return a language tag in its usual case.

    Raises `UsageError` for what is no tag.

    >>> checked_tag("pt-br")
    'pt-BR'
    """
    if not re.fullmatch(TAG_PATTERN[1:-1], language, re.ASCII):
        raise UsageError(f"`{remark(language)}` is no language tag, such as `en` or `pt-BR`")
    return canonical_tag(language)


def yaml(**data: Any) -> str:
    """Return keys and values as YAML, without the line break at the end.

    >>> print(yaml(title="Ada: #1"))
    title: 'Ada: #1'
    """
    return dump_yaml(data).rstrip("\n")


def remark(text: str) -> str:
    r"""Return a text that can stand in a comment: one line, of characters that show.

    >>> remark("Testing\n- evil: true\u2028\x07")
    'Testing - evil: true'
    """
    shown = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(shown.split())


def remarks(text: str, first: str = "", rest: str = "") -> str:
    """Return a text as lines of comments.

    >>> remarks("Working", "  2 ")
    '#   2 Working'
    """
    lines = textwrap.wrap(remark(text), WIDTH - len(rest) - 2, break_long_words=False, break_on_hyphens=False)
    return "\n".join(f"# {rest if place else first}{line}" for place, line in enumerate(lines or [""]))


def schema_line(path: str) -> str:
    r"""Return the line that tells editors where the schema is, or nothing.

    >>> schema_line("my schemas/profile.json")
    '# yaml-language-server: $schema=my%20schemas/profile.json\n'
    """
    unbroken = re.sub(r"[^!-~]", lambda match: quote(match[0]), path)
    return f"# yaml-language-server: $schema={unbroken}\n" if path else ""
