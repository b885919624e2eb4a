"""The classes of the model as Python dataclasses, made by LinkML from `schema/rsetk.yaml`.

This is the only module that imports `linkml_runtime`; no command does.

>>> person = Person(id="https://orcid.org/0000-0002-1825-0097", name="Ada Example")
>>> person.name
'Ada Example'
"""

from rsetk_ld.generated.model import *  # noqa: F403
