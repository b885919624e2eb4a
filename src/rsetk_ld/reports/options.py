"""How to write reports: what every format is told."""

import codecs
from dataclasses import dataclass
from typing import TextIO


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller asked for, and the encoding of what is written to.

    `strict` makes warnings count as failures, `quiet` leaves out the lines on valid files, `command` names
    the run.
    """

    strict: bool = False
    colour: bool = False
    quiet: bool = False
    command: str = "validate"
    encoding: str = "utf-8"

    @property
    def unicode(self) -> bool:
        """Whether every character can be written as it is.

        >>> Options().unicode, Options(encoding="cp1252").unicode
        (True, False)
        """
        return self.encoding == "utf-8"

    def fitted(self, text: str) -> str:
        r"""Return the text with `\u...` for the characters that cannot be written.

        >>> Options(encoding="ascii").fitted("naïve")
        'na\\xefve'
        """
        return text if self.unicode else text.encode(self.encoding, "backslashreplace").decode(self.encoding)


def encoding_of(out: TextIO) -> str:
    """Return the canonical name of a stream's encoding; one without, such as `StringIO`, takes anything.

    >>> import io
    >>> encoding_of(io.StringIO()), encoding_of(io.TextIOWrapper(io.BytesIO(), "Latin-1"))
    ('utf-8', 'iso8859-1')
    """
    return codecs.lookup(getattr(out, "encoding", None) or "utf-8").name
