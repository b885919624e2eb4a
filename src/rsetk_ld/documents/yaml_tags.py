"""The few tags that say nothing new: those of the core schema, on text that means that anyway."""

from rsetk_ld.documents.core_schema import Scalar, resolve
from rsetk_ld.documents.kinds import shown

_PREFIX = "tag:yaml.org,2002:"
_TYPES: dict[str, tuple[type, ...]] = {
    "null": (type(None),),
    "bool": (bool,),
    "int": (int,),
    "float": (float, int),
}


def tagged_scalar(tag: str, text: str) -> Scalar:
    """The value of a scalar with an explicit tag; LookupError where the tag is not ours to read.

    >>> tagged_scalar("tag:yaml.org,2002:str", "1"), tagged_scalar("tag:yaml.org,2002:float", "1")
    ('1', 1.0)
    >>> tagged_scalar("!env", "HOME")
    Traceback (most recent call last):
    LookupError: the tag !env is not supported; remove it
    """
    name = tag.removeprefix(_PREFIX)
    if name == "str" and tag != name:
        return text
    if name not in _TYPES or tag == name:
        word = f"!!{name}" if tag != name else tag
        raise LookupError(f"the tag {shown(word)} is not supported; remove it")
    value = resolve(text)
    if type(value) not in _TYPES[name]:
        raise LookupError(f"the tag !!{name} does not fit this value; remove the tag or correct the value")
    return float(value) if name == "float" and isinstance(value, int) else value
