"""Validate on several cores: chunks of files go to worker processes, reports come back in order."""

import gc
import os
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from rsetk_ld.validation.validate import CHUNK, Report, Validator

WORTHWHILE = 4 * CHUNK
_validator: Validator | None = None


def validate_on(jobs: int | None, validator: Validator, paths: Iterable[Path]) -> Iterator[Report]:
    """Yield a report for each file, in order, using `jobs` processes (None: as many as are worthwhile).

    At most a few chunks wait at a time, so memory does not grow with the number of files.
    """
    stream = iter(paths)
    if jobs is None:
        head = list(islice(stream, WORTHWHILE))
        jobs = (os.cpu_count() or 1) if len(head) == WORTHWHILE else 1
        stream = chain(head, stream)
    if jobs == 1:
        for place, report in enumerate(validator.validate(stream)):
            if not place:
                _settle()
            yield report
        return
    yield from _validate_in_processes(jobs, validator, stream)


def _validate_in_processes(jobs: int, validator: Validator, stream: Iterator[Path]) -> Iterator[Report]:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(validator,)) as pool:
        waiting: deque[Future[list[Report]]] = deque()
        while chunk := list(islice(stream, CHUNK)):
            waiting.append(pool.submit(_work, chunk))
            if len(waiting) > 2 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _settle() -> None:
    """Take what is loaded by now out of the garbage collector's rounds: the framework stays until the end."""
    gc.freeze()


def _begin(validator: Validator) -> None:
    global _validator
    _validator = validator


def _work(paths: list[Path]) -> list[Report]:
    assert _validator is not None
    reports = _validator.chunk(paths)
    _settle()
    return reports
