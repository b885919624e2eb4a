"""YAML to data by PyYAML's event stream: the reference engine, which also finds every error's place.

Events come one at a time and nothing here recurses, so depth, aliases and size are checked before they can
hurt. (PyYAML's own composer recurses in C and builds the whole file first.)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NoReturn

import yaml

from rsetk_ld.documents.core_schema import UnsupportedNumberError, resolve
from rsetk_ld.documents.errors import DocumentError
from rsetk_ld.documents.kinds import kind_of, shown
from rsetk_ld.documents.limits import DEFAULT_LIMITS
from rsetk_ld.documents.yaml_reasons import plain_reason
from rsetk_ld.documents.yaml_tags import tagged_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rsetk_ld.documents.document import JSON
    from rsetk_ld.documents.limits import Limits

FASTEST_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_DOCUMENT_END = re.compile(r"^\.\.\.(?:\s|\Z)", re.MULTILINE)
_NO_KEY = object()
_MERGE = "merge keys (`<<`) are not supported; write the keys out"
_COLLECTION_TAGS: dict[type, tuple[str | None, ...]] = {
    dict: (None, "!", "tag:yaml.org,2002:map"),
    list: (None, "!", "tag:yaml.org,2002:seq"),
}


def load_events(text: str, limits: Limits, loader: Any = FASTEST_LOADER) -> JSON:
    """The one document in the text.

    >>> from rsetk_ld.documents.limits import Limits
    >>> load_events("skills: {testing: 2}", Limits())
    {'skills': {'testing': 2}}
    >>> load_events("a: [[[[x]]]]", Limits(max_depth=3))
    Traceback (most recent call last):
    rsetk_ld.documents.errors.DocumentError: 1:6: more than 3 levels of nesting
    """
    builder = _Builder(limits)
    for event in events(text, loader, limits.max_depth):
        builder.take(event)
    if not builder.documents:
        raise DocumentError("Y011", line=1, column=1)
    data: JSON = builder.root
    return data


def events(
    text: str, loader: Any = FASTEST_LOADER, max_depth: int = DEFAULT_LIMITS.max_depth
) -> Iterator[Any]:
    """PyYAML's events, with its errors in plain words."""
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        reason = error.problem or str(error)
        # After "..." libyaml wants "---" where YAML 1.2 lets the next document start at once.
        if "<document start>" in reason and _DOCUMENT_END.search(text, 0, mark.index if mark else 0):
            raise DocumentError("Y010", line=line, column=column) from None
        # libyaml has a limit of its own since 2026 (PyYAML 6.0.4), which its scanner meets before we see the events.
        if "maximum nesting depth" in reason:
            raise DocumentError("Y006", {"limit": max_depth}, line=line, column=column) from None
        raise DocumentError("Y004", {"reason": plain_reason(reason)}, line=line, column=column) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # PyYAML's Python parser lets chr() complain about an escape like "\UFFFFFFFF".
        raise DocumentError("Y004", {"reason": plain_reason(str(error))}) from None


class _Frame:
    """A collection that is still open, or an anchored node that is done."""

    __slots__ = ("anchor", "chars", "height", "key", "key_lines", "nodes", "value")

    def __init__(self, value: Any, anchor: str | None, nodes: int, chars: int) -> None:
        self.value = value
        self.anchor = anchor
        self.nodes = nodes
        self.chars = chars
        self.height = 0
        self.key: Any = _NO_KEY
        self.key_lines: dict[str, int] = {}


class _Builder:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.root: Any = None
        self.documents = 0
        self.nodes = 0
        self.chars = 0
        self.stack: list[_Frame] = []
        self.anchors: dict[str, _Frame] = {}
        self.take_by_type = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.open_mapping,
            yaml.SequenceStartEvent: self.open_sequence,
            yaml.MappingEndEvent: self.close,
            yaml.SequenceEndEvent: self.close,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.document,
        }

    def take(self, event: Any) -> None:
        handler = self.take_by_type.get(type(event))
        if handler:
            handler(event)

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            _refuse("Y010", event)

    def scalar(self, event: Any) -> None:
        text = event.value
        if len(text) > self.limits.max_scalar:
            _refuse("Y009", event, limit=self.limits.max_scalar)
        if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
            _refuse("Y004", event, reason="half of a surrogate pair; write the character itself")
        value: Any = self.resolve(event)
        self.count(1, len(text), event)
        if event.anchor:
            done = self.anchors[event.anchor] = _Frame(value, None, 1, len(text))
            done.anchor = event.anchor
        self.put(value, event)

    def resolve(self, event: Any) -> Any:
        try:
            if event.tag is not None and event.tag != "!":
                value = tagged_scalar(event.tag, event.value)
            elif event.implicit[0] and event.tag is None:
                if event.value == "<<" and self.expects_key():
                    _refuse("Y012", event, tag="<<", reason=_MERGE)
                value = resolve(event.value)
            else:
                value = event.value
        except UnsupportedNumberError as error:
            _refuse("Y004", event, reason=str(error))
        except LookupError as error:
            _refuse("Y012", event, tag=shown(event.tag), reason=str(error.args[0]))
        if not self.stack and value is None and event.value == "":
            _refuse("Y011", event)
        return value

    def open_mapping(self, event: Any) -> None:
        self.open({}, event)

    def open_sequence(self, event: Any) -> None:
        self.open([], event)

    def open(self, value: Any, event: Any) -> None:
        if event.tag not in _COLLECTION_TAGS[type(value)]:
            _refuse(
                "Y012",
                event,
                tag=shown(event.tag),
                reason=f"the tag {shown(event.tag)} is not supported; remove it",
            )
        if len(self.stack) >= self.limits.max_depth:
            _refuse("Y006", event, limit=self.limits.max_depth)
        if self.expects_key():
            self.refuse_key(value, event)
        self.count(1, 0, event)
        frame = _Frame(value, event.anchor, self.nodes - 1, self.chars)
        if event.anchor:
            self.anchors[event.anchor] = frame
        self.put(value, event)
        self.stack.append(frame)

    def close(self, event: Any) -> None:
        frame = self.stack.pop()
        frame.height += 1
        frame.nodes = self.nodes - frame.nodes
        frame.chars = self.chars - frame.chars
        if self.stack:
            self.stack[-1].height = max(self.stack[-1].height, frame.height)

    def alias(self, event: Any) -> None:
        frame = self.anchors.get(event.anchor)
        if frame is None:
            _refuse("Y004", event, reason=f"the alias *{shown(event.anchor)} stands for nothing before it")
        if frame in self.stack:
            _refuse(
                "Y007", event, reason=f"the alias *{shown(event.anchor)} stands inside what it stands for"
            )
        if len(self.stack) + frame.height > self.limits.max_depth:
            _refuse("Y006", event, limit=self.limits.max_depth)
        self.count(frame.nodes, frame.chars, event)
        if self.stack:
            self.stack[-1].height = max(self.stack[-1].height, frame.height)
        self.put(frame.value, event)

    def count(self, nodes: int, chars: int, event: Any) -> None:
        self.nodes += nodes
        self.chars += chars
        if self.nodes > self.limits.max_nodes:
            self.refuse_size(f"{self.limits.max_nodes:,} values", event)
        if self.chars > self.limits.max_bytes:
            self.refuse_size(f"{self.limits.max_bytes:,} characters", event)

    def refuse_size(self, size: str, event: Any) -> NoReturn:
        _refuse("Y007", event, reason=f"more than {size} once aliases are written out; make it smaller")

    def expects_key(self) -> bool:
        return bool(self.stack) and type(self.stack[-1].value) is dict and self.stack[-1].key is _NO_KEY

    def put(self, value: Any, event: Any) -> None:
        if not self.stack:
            self.root = value
            return
        frame = self.stack[-1]
        if type(frame.value) is list:
            frame.value.append(value)
        elif frame.key is _NO_KEY:
            self.put_key(frame, value, event)
        else:
            frame.value[frame.key] = value
            frame.key = _NO_KEY

    def put_key(self, frame: _Frame, key: Any, event: Any) -> None:
        if type(key) is not str:
            self.refuse_key(key, event)
        line = event.start_mark.line + 1
        first_line = frame.key_lines.setdefault(key, line)
        if key in frame.value:
            _refuse("Y005", event, key=shown(key), first_line=first_line)
        frame.key = key

    def refuse_key(self, key: Any, event: Any) -> NoReturn:
        written = shown(getattr(event, "value", ""))
        name = (
            "{...}" if isinstance(key, dict) else "[...]" if isinstance(key, list) else written or "nothing"
        )
        hint = f"; write it in quotes, '{written}'" if written else ""
        _refuse("Y013", event, key=name, kind=kind_of(key), hint=hint)


def _refuse(code: str, event: Any, **fields: object) -> NoReturn:
    mark = event.start_mark
    raise DocumentError(code, fields, line=mark.line + 1, column=mark.column + 1)
