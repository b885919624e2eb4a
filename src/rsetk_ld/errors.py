"""The one exception base class: what the toolkit raises when it cannot go on.

Wrong *content* never raises; it becomes a finding (see `rsetk_ld.validation`). An exception means that
there is nothing to judge: a file that cannot be read, an option that makes no sense, a missing package.
"""


class RsetkError(Exception):
    """A failure told to a person: what happened, where, and what to do about it.

    >>> str(RsetkError("team.yaml: no such file; give the path of a profile"))
    'team.yaml: no such file; give the path of a profile'
    """


class UsageError(RsetkError):
    """The call cannot be carried out as asked (exit code 2 on the command line)."""
