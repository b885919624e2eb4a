"""Made from schema/rsetk.yaml by `make generate`; not edited by hand."""

# id: https://w3id.org/rsetk/schema
# description: Frameworks of skills with levels shown by example, learning resources that lead from one level to the next, profiles of people and roles, and mappings between frameworks. This file is the one source: dataclasses, JSON Schema, JSON-LD context, SHACL shapes, OWL ontology and the type table are generated from it.
# license: https://creativecommons.org/publicdomain/zero/1.0/

import dataclasses
import re
from dataclasses import dataclass
from datetime import (
    date,
    datetime,
    time
)
from typing import (
    Any,
    ClassVar,
    Dict,
    List,
    Optional,
    Union
)

from jsonasobj2 import (
    JsonObj,
    as_dict
)
from linkml_runtime.linkml_model.meta import (
    EnumDefinition,
    PermissibleValue,
    PvFormulaOptions
)
from linkml_runtime.utils.curienamespace import CurieNamespace
from linkml_runtime.utils.enumerations import EnumDefinitionImpl
from linkml_runtime.utils.formatutils import (
    camelcase,
    sfx,
    underscore
)
from linkml_runtime.utils.metamodelcore import (
    bnode,
    empty_dict,
    empty_list
)
from linkml_runtime.utils.slot import Slot
from linkml_runtime.utils.yamlutils import (
    YAMLRoot,
    extended_float,
    extended_int,
    extended_str
)
from rdflib import (
    Namespace,
    URIRef
)

from linkml_runtime.linkml_model.types import Boolean, Date, Decimal, Integer, String, Uri, Uriorcurie
from linkml_runtime.utils.metamodelcore import Bool, Decimal, URI, URIorCURIE, XSDDate

metamodel_version = "1.12.0"
version = "1.0.0"

# Namespaces
ASN = CurieNamespace('asn', 'http://purl.org/ASN/schema/core/')
CETERMS = CurieNamespace('ceterms', 'https://purl.org/ctdl/terms/')
COMPETENCY = CurieNamespace('competency', 'https://w3id.org/rsetk/competency/')
DCAT = CurieNamespace('dcat', 'http://www.w3.org/ns/dcat#')
DCTERMS = CurieNamespace('dcterms', 'http://purl.org/dc/terms/')
DOMAIN = CurieNamespace('domain', 'https://w3id.org/rsetk/domain/')
ESCO = CurieNamespace('esco', 'http://data.europa.eu/esco/skill/')
FOAF = CurieNamespace('foaf', 'http://xmlns.com/foaf/0.1/')
LEVEL = CurieNamespace('level', 'https://w3id.org/rsetk/level/')
LINKML = CurieNamespace('linkml', 'https://w3id.org/linkml/')
OBO = CurieNamespace('obo', 'http://purl.obolibrary.org/obo/')
ORCID = CurieNamespace('orcid', 'https://orcid.org/')
OWL = CurieNamespace('owl', 'http://www.w3.org/2002/07/owl#')
PROV = CurieNamespace('prov', 'http://www.w3.org/ns/prov#')
PROVIDER = CurieNamespace('provider', 'https://w3id.org/rsetk/provider/')
RDFS = CurieNamespace('rdfs', 'http://www.w3.org/2000/01/rdf-schema#')
RESOURCE = CurieNamespace('resource', 'https://w3id.org/rsetk/resource/')
ROLE = CurieNamespace('role', 'https://w3id.org/rsetk/role/')
RSETK = CurieNamespace('rsetk', 'https://w3id.org/rsetk/schema/')
SCALE = CurieNamespace('scale', 'https://w3id.org/rsetk/scale/')
SDO = CurieNamespace('sdo', 'https://schema.org/')
SEMAPV = CurieNamespace('semapv', 'https://w3id.org/semapv/vocab/')
SKILL = CurieNamespace('skill', 'https://w3id.org/rsetk/skill/')
SKOS = CurieNamespace('skos', 'http://www.w3.org/2004/02/skos/core#')
SSSOM = CurieNamespace('sssom', 'https://w3id.org/sssom/')
TOOL = CurieNamespace('tool', 'https://w3id.org/rsetk/tool/')
URN = CurieNamespace('urn', 'urn:')
VANN = CurieNamespace('vann', 'http://purl.org/vocab/vann/')
WD = CurieNamespace('wd', 'http://www.wikidata.org/entity/')
DEFAULT_ = RSETK


# Types

# Class references
class FrameworkId(URIorCURIE):
    pass


class EntryId(URIorCURIE):
    pass


class ConceptId(EntryId):
    pass


class DomainId(ConceptId):
    pass


class CompetencyId(ConceptId):
    pass


class SkillId(ConceptId):
    pass


class LevelScaleId(EntryId):
    pass


class LevelId(ConceptId):
    pass


class LevelDescriptorId(URIorCURIE):
    pass


class DemonstrationId(URIorCURIE):
    pass


class ToolId(ConceptId):
    pass


class ProviderId(EntryId):
    pass


class LearningResourceId(EntryId):
    pass


class TeachingOutcomeId(URIorCURIE):
    pass


class RoleProfileId(ConceptId):
    pass


class RequirementId(URIorCURIE):
    pass


class PersonProfileId(URIorCURIE):
    pass


class PersonId(URIorCURIE):
    pass


class SkillAssertionId(URIorCURIE):
    pass


class EvidenceId(URIorCURIE):
    pass


class MappingSetId(URIorCURIE):
    pass


class MappingId(URIorCURIE):
    pass


class LanguageStringLanguage(extended_str):
    pass


@dataclass(repr=False)
class Framework(YAMLRoot):
    """
    A framework of skills: its identity, version, default language, licence and default scale, and everything in it.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["Framework"]
    class_class_curie: ClassVar[str] = "rsetk:Framework"
    class_name: ClassVar[str] = "Framework"
    class_model_uri: ClassVar[URIRef] = RSETK.Framework

    id: Union[str, FrameworkId] = None
    title: Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]] = empty_dict()
    base: Union[str, URI] = None
    default_language: str = None
    description: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()
    version: Optional[str] = None
    version_iri: Optional[Union[str, URIorCURIE]] = None
    previous_version: Optional[Union[str, URIorCURIE]] = None
    issued: Optional[Union[str, XSDDate]] = None
    license: Optional[Union[str, URI]] = None
    attribution: Optional[Union[str, list[str]]] = empty_list()
    homepage: Optional[Union[str, URI]] = None
    prefix: Optional[str] = None
    default_scale: Optional[Union[str, LevelScaleId]] = None
    see_also: Optional[Union[Union[str, URI], list[Union[str, URI]]]] = empty_list()
    scales: Optional[Union[dict[Union[str, LevelScaleId], Union[dict, "LevelScale"]], list[Union[dict, "LevelScale"]]]] = empty_dict()
    domains: Optional[Union[dict[Union[str, DomainId], Union[dict, "Domain"]], list[Union[dict, "Domain"]]]] = empty_dict()
    competencies: Optional[Union[dict[Union[str, CompetencyId], Union[dict, "Competency"]], list[Union[dict, "Competency"]]]] = empty_dict()
    skills: Optional[Union[dict[Union[str, SkillId], Union[dict, "Skill"]], list[Union[dict, "Skill"]]]] = empty_dict()
    tools: Optional[Union[dict[Union[str, ToolId], Union[dict, "Tool"]], list[Union[dict, "Tool"]]]] = empty_dict()
    providers: Optional[Union[dict[Union[str, ProviderId], Union[dict, "Provider"]], list[Union[dict, "Provider"]]]] = empty_dict()
    resources: Optional[Union[dict[Union[str, LearningResourceId], Union[dict, "LearningResource"]], list[Union[dict, "LearningResource"]]]] = empty_dict()
    roles: Optional[Union[dict[Union[str, RoleProfileId], Union[dict, "RoleProfile"]], list[Union[dict, "RoleProfile"]]]] = empty_dict()

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, FrameworkId):
            self.id = FrameworkId(self.id)

        if self._is_empty(self.title):
            self.MissingRequiredField("title")
        self._normalize_inlined_as_dict(slot_name="title", slot_type=LanguageString, key_name="language", keyed=True)

        if self._is_empty(self.base):
            self.MissingRequiredField("base")
        if not isinstance(self.base, URI):
            self.base = URI(self.base)

        if self._is_empty(self.default_language):
            self.MissingRequiredField("default_language")
        if not isinstance(self.default_language, str):
            self.default_language = str(self.default_language)

        self._normalize_inlined_as_dict(slot_name="description", slot_type=LanguageString, key_name="language", keyed=True)

        if self.version is not None and not isinstance(self.version, str):
            self.version = str(self.version)

        if self.version_iri is not None and not isinstance(self.version_iri, URIorCURIE):
            self.version_iri = URIorCURIE(self.version_iri)

        if self.previous_version is not None and not isinstance(self.previous_version, URIorCURIE):
            self.previous_version = URIorCURIE(self.previous_version)

        if self.issued is not None and not isinstance(self.issued, XSDDate):
            self.issued = XSDDate(self.issued)

        if self.license is not None and not isinstance(self.license, URI):
            self.license = URI(self.license)

        if not isinstance(self.attribution, list):
            self.attribution = [self.attribution] if self.attribution is not None else []
        self.attribution = [v if isinstance(v, str) else str(v) for v in self.attribution]

        if self.homepage is not None and not isinstance(self.homepage, URI):
            self.homepage = URI(self.homepage)

        if self.prefix is not None and not isinstance(self.prefix, str):
            self.prefix = str(self.prefix)

        if self.default_scale is not None and not isinstance(self.default_scale, LevelScaleId):
            self.default_scale = LevelScaleId(self.default_scale)

        if not isinstance(self.see_also, list):
            self.see_also = [self.see_also] if self.see_also is not None else []
        self.see_also = [v if isinstance(v, URI) else URI(v) for v in self.see_also]

        self._normalize_inlined_as_list(slot_name="scales", slot_type=LevelScale, key_name="id", keyed=True)

        self._normalize_inlined_as_list(slot_name="domains", slot_type=Domain, key_name="id", keyed=True)

        self._normalize_inlined_as_list(slot_name="competencies", slot_type=Competency, key_name="id", keyed=True)

        self._normalize_inlined_as_list(slot_name="skills", slot_type=Skill, key_name="id", keyed=True)

        self._normalize_inlined_as_list(slot_name="tools", slot_type=Tool, key_name="id", keyed=True)

        self._normalize_inlined_as_list(slot_name="providers", slot_type=Provider, key_name="id", keyed=True)

        self._normalize_inlined_as_list(slot_name="resources", slot_type=LearningResource, key_name="id", keyed=True)

        self._normalize_inlined_as_list(slot_name="roles", slot_type=RoleProfile, key_name="id", keyed=True)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class Entry(YAMLRoot):
    """
    Anything in a framework that has a key, and so an identifier that is never reused.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["Entry"]
    class_class_curie: ClassVar[str] = "rsetk:Entry"
    class_name: ClassVar[str] = "Entry"
    class_model_uri: ClassVar[URIRef] = RSETK.Entry

    id: Union[str, EntryId] = None
    label: Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]] = empty_dict()
    position: Optional[int] = None
    deprecated: Optional[Union[bool, Bool]] = None
    replaced_by: Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]] = empty_list()
    see_also: Optional[Union[Union[str, URI], list[Union[str, URI]]]] = empty_list()
    in_scheme: Optional[Union[str, URIorCURIE]] = None

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, EntryId):
            self.id = EntryId(self.id)

        if self._is_empty(self.label):
            self.MissingRequiredField("label")
        self._normalize_inlined_as_dict(slot_name="label", slot_type=LanguageString, key_name="language", keyed=True)

        if self.position is not None and not isinstance(self.position, int):
            self.position = int(self.position)

        if self.deprecated is not None and not isinstance(self.deprecated, Bool):
            self.deprecated = Bool(self.deprecated)

        if not isinstance(self.replaced_by, list):
            self.replaced_by = [self.replaced_by] if self.replaced_by is not None else []
        self.replaced_by = [v if isinstance(v, URIorCURIE) else URIorCURIE(v) for v in self.replaced_by]

        if not isinstance(self.see_also, list):
            self.see_also = [self.see_also] if self.see_also is not None else []
        self.see_also = [v if isinstance(v, URI) else URI(v) for v in self.see_also]

        if self.in_scheme is not None and not isinstance(self.in_scheme, URIorCURIE):
            self.in_scheme = URIorCURIE(self.in_scheme)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class Concept(Entry):
    """
    An entry that is a SKOS concept, with labels, a definition and mappings to concepts elsewhere.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["Concept"]
    class_class_curie: ClassVar[str] = "rsetk:Concept"
    class_name: ClassVar[str] = "Concept"
    class_model_uri: ClassVar[URIRef] = RSETK.Concept

    id: Union[str, ConceptId] = None
    label: Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]] = empty_dict()
    alt_labels: Optional[Union[Union[dict, "TaggedText"], list[Union[dict, "TaggedText"]]]] = empty_list()
    definition: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()
    scope_note: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()
    exact_match: Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]] = empty_list()
    close_match: Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]] = empty_list()
    broad_match: Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]] = empty_list()
    narrow_match: Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]] = empty_list()
    related_match: Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]] = empty_list()

    def __post_init__(self, *_: str, **kwargs: Any):
        self._normalize_inlined_as_list(slot_name="alt_labels", slot_type=TaggedText, key_name="tag", keyed=False)

        self._normalize_inlined_as_dict(slot_name="definition", slot_type=LanguageString, key_name="language", keyed=True)

        self._normalize_inlined_as_dict(slot_name="scope_note", slot_type=LanguageString, key_name="language", keyed=True)

        if not isinstance(self.exact_match, list):
            self.exact_match = [self.exact_match] if self.exact_match is not None else []
        self.exact_match = [v if isinstance(v, URIorCURIE) else URIorCURIE(v) for v in self.exact_match]

        if not isinstance(self.close_match, list):
            self.close_match = [self.close_match] if self.close_match is not None else []
        self.close_match = [v if isinstance(v, URIorCURIE) else URIorCURIE(v) for v in self.close_match]

        if not isinstance(self.broad_match, list):
            self.broad_match = [self.broad_match] if self.broad_match is not None else []
        self.broad_match = [v if isinstance(v, URIorCURIE) else URIorCURIE(v) for v in self.broad_match]

        if not isinstance(self.narrow_match, list):
            self.narrow_match = [self.narrow_match] if self.narrow_match is not None else []
        self.narrow_match = [v if isinstance(v, URIorCURIE) else URIorCURIE(v) for v in self.narrow_match]

        if not isinstance(self.related_match, list):
            self.related_match = [self.related_match] if self.related_match is not None else []
        self.related_match = [v if isinstance(v, URIorCURIE) else URIorCURIE(v) for v in self.related_match]

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class Domain(Concept):
    """
    A broad area of professional capability; the top of the hierarchy.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["Domain"]
    class_class_curie: ClassVar[str] = "rsetk:Domain"
    class_name: ClassVar[str] = "Domain"
    class_model_uri: ClassVar[URIRef] = RSETK.Domain

    id: Union[str, DomainId] = None
    label: Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]] = empty_dict()
    narrower: Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]] = empty_list()
    top_concept_of: Optional[Union[str, URIorCURIE]] = None

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, DomainId):
            self.id = DomainId(self.id)

        if not isinstance(self.narrower, list):
            self.narrower = [self.narrower] if self.narrower is not None else []
        self.narrower = [v if isinstance(v, URIorCURIE) else URIorCURIE(v) for v in self.narrower]

        if self.top_concept_of is not None and not isinstance(self.top_concept_of, URIorCURIE):
            self.top_concept_of = URIorCURIE(self.top_concept_of)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class Competency(Concept):
    """
    A group of skills that together make somebody effective in one part of the work.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["Competency"]
    class_class_curie: ClassVar[str] = "rsetk:Competency"
    class_name: ClassVar[str] = "Competency"
    class_model_uri: ClassVar[URIRef] = RSETK.Competency

    id: Union[str, CompetencyId] = None
    label: Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]] = empty_dict()
    domain: Optional[Union[str, DomainId]] = None
    narrower: Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]] = empty_list()
    top_concept_of: Optional[Union[str, URIorCURIE]] = None

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, CompetencyId):
            self.id = CompetencyId(self.id)

        if self.domain is not None and not isinstance(self.domain, DomainId):
            self.domain = DomainId(self.domain)

        if not isinstance(self.narrower, list):
            self.narrower = [self.narrower] if self.narrower is not None else []
        self.narrower = [v if isinstance(v, URIorCURIE) else URIorCURIE(v) for v in self.narrower]

        if self.top_concept_of is not None and not isinstance(self.top_concept_of, URIorCURIE):
            self.top_concept_of = URIorCURIE(self.top_concept_of)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class Skill(Concept):
    """
    A specific ability that can be learned, shown and observed, described level by level.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["Skill"]
    class_class_curie: ClassVar[str] = "rsetk:Skill"
    class_name: ClassVar[str] = "Skill"
    class_model_uri: ClassVar[URIRef] = RSETK.Skill

    id: Union[str, SkillId] = None
    label: Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]] = empty_dict()
    competency: Optional[Union[str, CompetencyId]] = None
    nature: Optional[Union[str, "Nature"]] = None
    requires: Optional[Union[Union[str, SkillId], list[Union[str, SkillId]]]] = empty_list()
    related: Optional[Union[Union[str, SkillId], list[Union[str, SkillId]]]] = empty_list()
    demonstrated_by: Optional[Union[Union[str, ToolId], list[Union[str, ToolId]]]] = empty_list()
    descriptors: Optional[Union[dict[Union[str, LevelDescriptorId], Union[dict, "LevelDescriptor"]], list[Union[dict, "LevelDescriptor"]]]] = empty_dict()
    top_concept_of: Optional[Union[str, URIorCURIE]] = None

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, SkillId):
            self.id = SkillId(self.id)

        if self.competency is not None and not isinstance(self.competency, CompetencyId):
            self.competency = CompetencyId(self.competency)

        if self.nature is not None and not isinstance(self.nature, Nature):
            self.nature = Nature(self.nature)

        if not isinstance(self.requires, list):
            self.requires = [self.requires] if self.requires is not None else []
        self.requires = [v if isinstance(v, SkillId) else SkillId(v) for v in self.requires]

        if not isinstance(self.related, list):
            self.related = [self.related] if self.related is not None else []
        self.related = [v if isinstance(v, SkillId) else SkillId(v) for v in self.related]

        if not isinstance(self.demonstrated_by, list):
            self.demonstrated_by = [self.demonstrated_by] if self.demonstrated_by is not None else []
        self.demonstrated_by = [v if isinstance(v, ToolId) else ToolId(v) for v in self.demonstrated_by]

        self._normalize_inlined_as_list(slot_name="descriptors", slot_type=LevelDescriptor, key_name="id", keyed=True)

        if self.top_concept_of is not None and not isinstance(self.top_concept_of, URIorCURIE):
            self.top_concept_of = URIorCURIE(self.top_concept_of)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class LevelScale(Entry):
    """
    An ordered set of levels on which skills are rated.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["LevelScale"]
    class_class_curie: ClassVar[str] = "rsetk:LevelScale"
    class_name: ClassVar[str] = "LevelScale"
    class_model_uri: ClassVar[URIRef] = RSETK.LevelScale

    id: Union[str, LevelScaleId] = None
    label: Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]] = empty_dict()
    definition: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()
    levels: Optional[Union[dict[Union[str, LevelId], Union[dict, "Level"]], list[Union[dict, "Level"]]]] = empty_dict()

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, LevelScaleId):
            self.id = LevelScaleId(self.id)

        self._normalize_inlined_as_dict(slot_name="definition", slot_type=LanguageString, key_name="language", keyed=True)

        self._normalize_inlined_as_list(slot_name="levels", slot_type=Level, key_name="id", keyed=True)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class Level(Concept):
    """
    A step of a scale. Levels are compared by rank, never by name.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["Level"]
    class_class_curie: ClassVar[str] = "rsetk:Level"
    class_name: ClassVar[str] = "Level"
    class_model_uri: ClassVar[URIRef] = RSETK.Level

    id: Union[str, LevelId] = None
    label: Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]] = empty_dict()
    rank: int = None
    summary: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()
    focus: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()
    technical: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()
    non_technical: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()
    bloom: Optional[Union[Union[str, "BloomCategory"], list[Union[str, "BloomCategory"]]]] = empty_list()
    precedes: Optional[Union[str, URIorCURIE]] = None
    top_concept_of: Optional[Union[str, URIorCURIE]] = None

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, LevelId):
            self.id = LevelId(self.id)

        if self._is_empty(self.rank):
            self.MissingRequiredField("rank")
        if not isinstance(self.rank, int):
            self.rank = int(self.rank)

        self._normalize_inlined_as_dict(slot_name="summary", slot_type=LanguageString, key_name="language", keyed=True)

        self._normalize_inlined_as_dict(slot_name="focus", slot_type=LanguageString, key_name="language", keyed=True)

        self._normalize_inlined_as_dict(slot_name="technical", slot_type=LanguageString, key_name="language", keyed=True)

        self._normalize_inlined_as_dict(slot_name="non_technical", slot_type=LanguageString, key_name="language", keyed=True)

        if not isinstance(self.bloom, list):
            self.bloom = [self.bloom] if self.bloom is not None else []
        self.bloom = [v if isinstance(v, BloomCategory) else BloomCategory(v) for v in self.bloom]

        if self.precedes is not None and not isinstance(self.precedes, URIorCURIE):
            self.precedes = URIorCURIE(self.precedes)

        if self.top_concept_of is not None and not isinstance(self.top_concept_of, URIorCURIE):
            self.top_concept_of = URIorCURIE(self.top_concept_of)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class LevelDescriptor(YAMLRoot):
    """
    What one skill looks like at one level, as demonstrations that somebody else could observe.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["LevelDescriptor"]
    class_class_curie: ClassVar[str] = "rsetk:LevelDescriptor"
    class_name: ClassVar[str] = "LevelDescriptor"
    class_model_uri: ClassVar[URIRef] = RSETK.LevelDescriptor

    id: Union[str, LevelDescriptorId] = None
    level: Union[str, LevelId] = None
    demonstrations: Optional[Union[dict[Union[str, DemonstrationId], Union[dict, "Demonstration"]], list[Union[dict, "Demonstration"]]]] = empty_dict()

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, LevelDescriptorId):
            self.id = LevelDescriptorId(self.id)

        if self._is_empty(self.level):
            self.MissingRequiredField("level")
        if not isinstance(self.level, LevelId):
            self.level = LevelId(self.level)

        self._normalize_inlined_as_list(slot_name="demonstrations", slot_type=Demonstration, key_name="id", keyed=True)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class Demonstration(YAMLRoot):
    """
    One observable thing that a person at this level does; a sentence in one or more languages.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["Demonstration"]
    class_class_curie: ClassVar[str] = "rsetk:Demonstration"
    class_name: ClassVar[str] = "Demonstration"
    class_model_uri: ClassVar[URIRef] = RSETK.Demonstration

    id: Union[str, DemonstrationId] = None
    position: int = None
    text: Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]] = empty_dict()

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, DemonstrationId):
            self.id = DemonstrationId(self.id)

        if self._is_empty(self.position):
            self.MissingRequiredField("position")
        if not isinstance(self.position, int):
            self.position = int(self.position)

        if self._is_empty(self.text):
            self.MissingRequiredField("text")
        self._normalize_inlined_as_dict(slot_name="text", slot_type=LanguageString, key_name="language", keyed=True)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class Tool(Concept):
    """
    A tool, language or methodology whose use demonstrates a skill, without being the skill.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["Tool"]
    class_class_curie: ClassVar[str] = "rsetk:Tool"
    class_name: ClassVar[str] = "Tool"
    class_model_uri: ClassVar[URIRef] = RSETK.Tool

    id: Union[str, ToolId] = None
    label: Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]] = empty_dict()
    tool_kind: Optional[Union[str, "ToolKind"]] = None
    url: Optional[Union[str, URI]] = None

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, ToolId):
            self.id = ToolId(self.id)

        if self.tool_kind is not None and not isinstance(self.tool_kind, ToolKind):
            self.tool_kind = ToolKind(self.tool_kind)

        if self.url is not None and not isinstance(self.url, URI):
            self.url = URI(self.url)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class Provider(Entry):
    """
    A person or an organisation that offers learning resources.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["Provider"]
    class_class_curie: ClassVar[str] = "rsetk:Provider"
    class_name: ClassVar[str] = "Provider"
    class_model_uri: ClassVar[URIRef] = RSETK.Provider

    id: Union[str, ProviderId] = None
    label: Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]] = empty_dict()
    description: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()
    url: Optional[Union[str, URI]] = None
    ror: Optional[Union[str, URI]] = None

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, ProviderId):
            self.id = ProviderId(self.id)

        self._normalize_inlined_as_dict(slot_name="description", slot_type=LanguageString, key_name="language", keyed=True)

        if self.url is not None and not isinstance(self.url, URI):
            self.url = URI(self.url)

        if self.ror is not None and not isinstance(self.ror, URI):
            self.ror = URI(self.ror)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class LearningResource(Entry):
    """
    A course, lesson, text, video or activity that helps somebody to reach a higher level of a skill.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["LearningResource"]
    class_class_curie: ClassVar[str] = "rsetk:LearningResource"
    class_name: ClassVar[str] = "LearningResource"
    class_model_uri: ClassVar[URIRef] = RSETK.LearningResource

    id: Union[str, LearningResourceId] = None
    label: Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]] = empty_dict()
    url: Union[str, URI] = None
    description: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()
    provider: Optional[Union[str, ProviderId]] = None
    languages: Optional[Union[str, list[str]]] = empty_list()
    resource_type: Optional[Union[str, "ResourceType"]] = None
    license: Optional[Union[str, URI]] = None
    free: Optional[Union[bool, Bool]] = None
    about_tools: Optional[Union[Union[str, ToolId], list[Union[str, ToolId]]]] = empty_list()
    found_in: Optional[Union[Union[str, URI], list[Union[str, URI]]]] = empty_list()
    outcomes: Optional[Union[dict[Union[str, TeachingOutcomeId], Union[dict, "TeachingOutcome"]], list[Union[dict, "TeachingOutcome"]]]] = empty_dict()

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, LearningResourceId):
            self.id = LearningResourceId(self.id)

        if self._is_empty(self.url):
            self.MissingRequiredField("url")
        if not isinstance(self.url, URI):
            self.url = URI(self.url)

        self._normalize_inlined_as_dict(slot_name="description", slot_type=LanguageString, key_name="language", keyed=True)

        if self.provider is not None and not isinstance(self.provider, ProviderId):
            self.provider = ProviderId(self.provider)

        if not isinstance(self.languages, list):
            self.languages = [self.languages] if self.languages is not None else []
        self.languages = [v if isinstance(v, str) else str(v) for v in self.languages]

        if self.resource_type is not None and not isinstance(self.resource_type, ResourceType):
            self.resource_type = ResourceType(self.resource_type)

        if self.license is not None and not isinstance(self.license, URI):
            self.license = URI(self.license)

        if self.free is not None and not isinstance(self.free, Bool):
            self.free = Bool(self.free)

        if not isinstance(self.about_tools, list):
            self.about_tools = [self.about_tools] if self.about_tools is not None else []
        self.about_tools = [v if isinstance(v, ToolId) else ToolId(v) for v in self.about_tools]

        if not isinstance(self.found_in, list):
            self.found_in = [self.found_in] if self.found_in is not None else []
        self.found_in = [v if isinstance(v, URI) else URI(v) for v in self.found_in]

        self._normalize_inlined_as_list(slot_name="outcomes", slot_type=TeachingOutcome, key_name="id", keyed=True)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class TeachingOutcome(YAMLRoot):
    """
    A skill that a resource teaches, with the level it starts from and the level it leads to.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["TeachingOutcome"]
    class_class_curie: ClassVar[str] = "rsetk:TeachingOutcome"
    class_name: ClassVar[str] = "TeachingOutcome"
    class_model_uri: ClassVar[URIRef] = RSETK.TeachingOutcome

    id: Union[str, TeachingOutcomeId] = None
    skill: Union[str, SkillId] = None
    from_level: Optional[Union[str, LevelId]] = None
    to_level: Optional[Union[str, LevelId]] = None

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, TeachingOutcomeId):
            self.id = TeachingOutcomeId(self.id)

        if self._is_empty(self.skill):
            self.MissingRequiredField("skill")
        if not isinstance(self.skill, SkillId):
            self.skill = SkillId(self.skill)

        if self.from_level is not None and not isinstance(self.from_level, LevelId):
            self.from_level = LevelId(self.from_level)

        if self.to_level is not None and not isinstance(self.to_level, LevelId):
            self.to_level = LevelId(self.to_level)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class RoleProfile(Concept):
    """
    An example or target profile: the skills that a role, a post or a project asks for, each with a minimum level.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["RoleProfile"]
    class_class_curie: ClassVar[str] = "rsetk:RoleProfile"
    class_name: ClassVar[str] = "RoleProfile"
    class_model_uri: ClassVar[URIRef] = RSETK.RoleProfile

    id: Union[str, RoleProfileId] = None
    label: Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]] = empty_dict()
    framework: Optional[Union[str, URIorCURIE]] = None
    based_on: Optional[Union[Union[str, URI], list[Union[str, URI]]]] = empty_list()
    license: Optional[Union[str, URI]] = None
    requirements: Optional[Union[dict[Union[str, RequirementId], Union[dict, "Requirement"]], list[Union[dict, "Requirement"]]]] = empty_dict()

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, RoleProfileId):
            self.id = RoleProfileId(self.id)

        if self.framework is not None and not isinstance(self.framework, URIorCURIE):
            self.framework = URIorCURIE(self.framework)

        if not isinstance(self.based_on, list):
            self.based_on = [self.based_on] if self.based_on is not None else []
        self.based_on = [v if isinstance(v, URI) else URI(v) for v in self.based_on]

        if self.license is not None and not isinstance(self.license, URI):
            self.license = URI(self.license)

        self._normalize_inlined_as_list(slot_name="requirements", slot_type=Requirement, key_name="id", keyed=True)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class Requirement(YAMLRoot):
    """
    A skill that a role asks for, the level it needs at least, and how important that is.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["Requirement"]
    class_class_curie: ClassVar[str] = "rsetk:Requirement"
    class_name: ClassVar[str] = "Requirement"
    class_model_uri: ClassVar[URIRef] = RSETK.Requirement

    id: Union[str, RequirementId] = None
    skill: Union[str, SkillId] = None
    level: Union[str, LevelId] = None
    importance: Union[str, "Importance"] = 'essential'
    note: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, RequirementId):
            self.id = RequirementId(self.id)

        if self._is_empty(self.skill):
            self.MissingRequiredField("skill")
        if not isinstance(self.skill, SkillId):
            self.skill = SkillId(self.skill)

        if self._is_empty(self.level):
            self.MissingRequiredField("level")
        if not isinstance(self.level, LevelId):
            self.level = LevelId(self.level)

        if self._is_empty(self.importance):
            self.MissingRequiredField("importance")
        if not isinstance(self.importance, Importance):
            self.importance = Importance(self.importance)

        self._normalize_inlined_as_dict(slot_name="note", slot_type=LanguageString, key_name="language", keyed=True)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class PersonProfile(YAMLRoot):
    """
    What one person says, or others say, about that person's skills.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["PersonProfile"]
    class_class_curie: ClassVar[str] = "rsetk:PersonProfile"
    class_name: ClassVar[str] = "PersonProfile"
    class_model_uri: ClassVar[URIRef] = RSETK.PersonProfile

    id: Union[str, PersonProfileId] = None
    framework: Union[str, URIorCURIE] = None
    about: Union[dict, "Person"] = None
    title: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()
    description: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()
    created: Optional[Union[str, XSDDate]] = None
    modified: Optional[Union[str, XSDDate]] = None
    license: Optional[Union[str, URI]] = None
    visibility: Optional[Union[str, "Visibility"]] = None
    aims_for: Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]] = empty_list()
    assertions: Optional[Union[dict[Union[str, SkillAssertionId], Union[dict, "SkillAssertion"]], list[Union[dict, "SkillAssertion"]]]] = empty_dict()

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, PersonProfileId):
            self.id = PersonProfileId(self.id)

        if self._is_empty(self.framework):
            self.MissingRequiredField("framework")
        if not isinstance(self.framework, URIorCURIE):
            self.framework = URIorCURIE(self.framework)

        if self._is_empty(self.about):
            self.MissingRequiredField("about")
        if not isinstance(self.about, Person):
            self.about = Person(**as_dict(self.about))

        self._normalize_inlined_as_dict(slot_name="title", slot_type=LanguageString, key_name="language", keyed=True)

        self._normalize_inlined_as_dict(slot_name="description", slot_type=LanguageString, key_name="language", keyed=True)

        if self.created is not None and not isinstance(self.created, XSDDate):
            self.created = XSDDate(self.created)

        if self.modified is not None and not isinstance(self.modified, XSDDate):
            self.modified = XSDDate(self.modified)

        if self.license is not None and not isinstance(self.license, URI):
            self.license = URI(self.license)

        if self.visibility is not None and not isinstance(self.visibility, Visibility):
            self.visibility = Visibility(self.visibility)

        if not isinstance(self.aims_for, list):
            self.aims_for = [self.aims_for] if self.aims_for is not None else []
        self.aims_for = [v if isinstance(v, URIorCURIE) else URIorCURIE(v) for v in self.aims_for]

        self._normalize_inlined_as_list(slot_name="assertions", slot_type=SkillAssertion, key_name="id", keyed=True)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class Person(YAMLRoot):
    """
    The person a profile is about, by ORCID or by pseudonym; never by e-mail address.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["Person"]
    class_class_curie: ClassVar[str] = "rsetk:Person"
    class_name: ClassVar[str] = "Person"
    class_model_uri: ClassVar[URIRef] = RSETK.Person

    id: Union[str, PersonId] = None
    name: Optional[str] = None
    orcid: Optional[Union[str, URI]] = None
    pseudonym: Optional[str] = None

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, PersonId):
            self.id = PersonId(self.id)

        if self.name is not None and not isinstance(self.name, str):
            self.name = str(self.name)

        if self.orcid is not None and not isinstance(self.orcid, URI):
            self.orcid = URI(self.orcid)

        if self.pseudonym is not None and not isinstance(self.pseudonym, str):
            self.pseudonym = str(self.pseudonym)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class SkillAssertion(YAMLRoot):
    """
    One statement about one skill of one person: the level reached, or that the skill does not apply, with target,
    date, method, evidence and confidence. A skill without an assertion is unrated, which is not level 0.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["SkillAssertion"]
    class_class_curie: ClassVar[str] = "rsetk:SkillAssertion"
    class_name: ClassVar[str] = "SkillAssertion"
    class_model_uri: ClassVar[URIRef] = RSETK.SkillAssertion

    id: Union[str, SkillAssertionId] = None
    skill: Union[str, SkillId] = None
    level: Optional[Union[str, LevelId]] = None
    status: Optional[Union[str, "AssertionStatus"]] = None
    target: Optional[Union[str, LevelId]] = None
    confidence: Optional[Decimal] = None
    assessed_on: Optional[Union[str, XSDDate]] = None
    valid_until: Optional[Union[str, XSDDate]] = None
    assessed_by: Optional[Union[str, "AssessmentMethod"]] = None
    assessor: Optional[Union[str, URIorCURIE]] = None
    evidence: Optional[Union[dict[Union[str, EvidenceId], Union[dict, "Evidence"]], list[Union[dict, "Evidence"]]]] = empty_dict()
    note: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, SkillAssertionId):
            self.id = SkillAssertionId(self.id)

        if self._is_empty(self.skill):
            self.MissingRequiredField("skill")
        if not isinstance(self.skill, SkillId):
            self.skill = SkillId(self.skill)

        if self.level is not None and not isinstance(self.level, LevelId):
            self.level = LevelId(self.level)

        if self.status is not None and not isinstance(self.status, AssertionStatus):
            self.status = AssertionStatus(self.status)

        if self.target is not None and not isinstance(self.target, LevelId):
            self.target = LevelId(self.target)

        if self.confidence is not None and not isinstance(self.confidence, Decimal):
            self.confidence = Decimal(self.confidence)

        if self.assessed_on is not None and not isinstance(self.assessed_on, XSDDate):
            self.assessed_on = XSDDate(self.assessed_on)

        if self.valid_until is not None and not isinstance(self.valid_until, XSDDate):
            self.valid_until = XSDDate(self.valid_until)

        if self.assessed_by is not None and not isinstance(self.assessed_by, AssessmentMethod):
            self.assessed_by = AssessmentMethod(self.assessed_by)

        if self.assessor is not None and not isinstance(self.assessor, URIorCURIE):
            self.assessor = URIorCURIE(self.assessor)

        self._normalize_inlined_as_list(slot_name="evidence", slot_type=Evidence, key_name="id", keyed=True)

        self._normalize_inlined_as_dict(slot_name="note", slot_type=LanguageString, key_name="language", keyed=True)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class Evidence(YAMLRoot):
    """
    Something on the web that supports an assertion, with an optional title.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["Evidence"]
    class_class_curie: ClassVar[str] = "rsetk:Evidence"
    class_name: ClassVar[str] = "Evidence"
    class_model_uri: ClassVar[URIRef] = RSETK.Evidence

    id: Union[str, EvidenceId] = None
    title: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, EvidenceId):
            self.id = EvidenceId(self.id)

        self._normalize_inlined_as_dict(slot_name="title", slot_type=LanguageString, key_name="language", keyed=True)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class MappingSet(YAMLRoot):
    """
    Mappings from one framework to another, in the terms of SSSOM.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["MappingSet"]
    class_class_curie: ClassVar[str] = "rsetk:MappingSet"
    class_name: ClassVar[str] = "MappingSet"
    class_model_uri: ClassVar[URIRef] = RSETK.MappingSet

    id: Union[str, MappingSetId] = None
    license: Union[str, URI] = None
    title: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()
    description: Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]]] = empty_dict()
    version: Optional[str] = None
    subject_source: Optional[Union[str, URIorCURIE]] = None
    object_source: Optional[Union[str, URIorCURIE]] = None
    mappings: Optional[Union[dict[Union[str, MappingId], Union[dict, "Mapping"]], list[Union[dict, "Mapping"]]]] = empty_dict()

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, MappingSetId):
            self.id = MappingSetId(self.id)

        if self._is_empty(self.license):
            self.MissingRequiredField("license")
        if not isinstance(self.license, URI):
            self.license = URI(self.license)

        self._normalize_inlined_as_dict(slot_name="title", slot_type=LanguageString, key_name="language", keyed=True)

        self._normalize_inlined_as_dict(slot_name="description", slot_type=LanguageString, key_name="language", keyed=True)

        if self.version is not None and not isinstance(self.version, str):
            self.version = str(self.version)

        if self.subject_source is not None and not isinstance(self.subject_source, URIorCURIE):
            self.subject_source = URIorCURIE(self.subject_source)

        if self.object_source is not None and not isinstance(self.object_source, URIorCURIE):
            self.object_source = URIorCURIE(self.object_source)

        self._normalize_inlined_as_list(slot_name="mappings", slot_type=Mapping, key_name="id", keyed=True)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class Mapping(YAMLRoot):
    """
    One mapping between two concepts, with its justification.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["Mapping"]
    class_class_curie: ClassVar[str] = "rsetk:Mapping"
    class_name: ClassVar[str] = "Mapping"
    class_model_uri: ClassVar[URIRef] = RSETK.Mapping

    id: Union[str, MappingId] = None
    subject_id: Union[str, URIorCURIE] = None
    predicate_id: Union[str, URIorCURIE] = None
    object_id: Union[str, URIorCURIE] = None
    mapping_justification: Union[str, URIorCURIE] = None
    mapping_confidence: Optional[Decimal] = None
    subject_label: Optional[str] = None
    object_label: Optional[str] = None
    object_source_version: Optional[str] = None
    author_id: Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]] = empty_list()
    mapping_date: Optional[Union[str, XSDDate]] = None
    comment: Optional[str] = None

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.id):
            self.MissingRequiredField("id")
        if not isinstance(self.id, MappingId):
            self.id = MappingId(self.id)

        if self._is_empty(self.subject_id):
            self.MissingRequiredField("subject_id")
        if not isinstance(self.subject_id, URIorCURIE):
            self.subject_id = URIorCURIE(self.subject_id)

        if self._is_empty(self.predicate_id):
            self.MissingRequiredField("predicate_id")
        if not isinstance(self.predicate_id, URIorCURIE):
            self.predicate_id = URIorCURIE(self.predicate_id)

        if self._is_empty(self.object_id):
            self.MissingRequiredField("object_id")
        if not isinstance(self.object_id, URIorCURIE):
            self.object_id = URIorCURIE(self.object_id)

        if self._is_empty(self.mapping_justification):
            self.MissingRequiredField("mapping_justification")
        if not isinstance(self.mapping_justification, URIorCURIE):
            self.mapping_justification = URIorCURIE(self.mapping_justification)

        if self.mapping_confidence is not None and not isinstance(self.mapping_confidence, Decimal):
            self.mapping_confidence = Decimal(self.mapping_confidence)

        if self.subject_label is not None and not isinstance(self.subject_label, str):
            self.subject_label = str(self.subject_label)

        if self.object_label is not None and not isinstance(self.object_label, str):
            self.object_label = str(self.object_label)

        if self.object_source_version is not None and not isinstance(self.object_source_version, str):
            self.object_source_version = str(self.object_source_version)

        if not isinstance(self.author_id, list):
            self.author_id = [self.author_id] if self.author_id is not None else []
        self.author_id = [v if isinstance(v, URIorCURIE) else URIorCURIE(v) for v in self.author_id]

        if self.mapping_date is not None and not isinstance(self.mapping_date, XSDDate):
            self.mapping_date = XSDDate(self.mapping_date)

        if self.comment is not None and not isinstance(self.comment, str):
            self.comment = str(self.comment)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class LanguageString(YAMLRoot):
    """
    A text in one language. In data a mapping from language tag to text; in RDF a language-tagged literal, at most one
    per language.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["LanguageString"]
    class_class_curie: ClassVar[str] = "rsetk:LanguageString"
    class_name: ClassVar[str] = "LanguageString"
    class_model_uri: ClassVar[URIRef] = RSETK.LanguageString

    language: Union[str, LanguageStringLanguage] = None
    text: str = None

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.language):
            self.MissingRequiredField("language")
        if not isinstance(self.language, LanguageStringLanguage):
            self.language = LanguageStringLanguage(self.language)

        if self._is_empty(self.text):
            self.MissingRequiredField("text")
        if not isinstance(self.text, str):
            self.text = str(self.text)

        super().__post_init__(**kwargs)


@dataclass(repr=False)
class TaggedText(YAMLRoot):
    """
    A text with its language, in a list that may hold several of one language.
    """
    _inherited_slots: ClassVar[list[str]] = []

    class_class_uri: ClassVar[URIRef] = RSETK["TaggedText"]
    class_class_curie: ClassVar[str] = "rsetk:TaggedText"
    class_name: ClassVar[str] = "TaggedText"
    class_model_uri: ClassVar[URIRef] = RSETK.TaggedText

    tag: str = None
    value: str = None

    def __post_init__(self, *_: str, **kwargs: Any):
        if self._is_empty(self.tag):
            self.MissingRequiredField("tag")
        if not isinstance(self.tag, str):
            self.tag = str(self.tag)

        if self._is_empty(self.value):
            self.MissingRequiredField("value")
        if not isinstance(self.value, str):
            self.value = str(self.value)

        super().__post_init__(**kwargs)


# Enumerations
class Nature(EnumDefinitionImpl):
    """
    Which reading of the levels a skill follows.
    """
    technical = PermissibleValue(
        text="technical",
        description="Work with code, data and machines.",
        meaning=RSETK["technical"])

    _defn = EnumDefinition(
        name="Nature",
        description="Which reading of the levels a skill follows.",
    )

    @classmethod
    def _addvals(cls):
        setattr(cls, "non-technical",
            PermissibleValue(
                text="non-technical",
                description="Work with people, words and plans.",
                meaning=RSETK["non-technical"]))

class ToolKind(EnumDefinitionImpl):
    """
    What an entry under tools is.
    """
    tool = PermissibleValue(
        text="tool",
        description="A program, platform or service.",
        meaning=RSETK["tool"])
    language = PermissibleValue(
        text="language",
        description="A programming, query or data language.",
        meaning=RSETK["language"])
    methodology = PermissibleValue(
        text="methodology",
        description="A way of working: a practice, method or standard.",
        meaning=RSETK["methodology"])

    _defn = EnumDefinition(
        name="ToolKind",
        description="What an entry under tools is.",
    )

class BloomCategory(EnumDefinitionImpl):
    """
    The six categories of Bloom's revised taxonomy, from simple to demanding.
    """
    remember = PermissibleValue(
        text="remember",
        description="Recalls facts and terms.",
        meaning=RSETK["remember"])
    understand = PermissibleValue(
        text="understand",
        description="Explains ideas.",
        meaning=RSETK["understand"])
    apply = PermissibleValue(
        text="apply",
        description="Uses what is known on new tasks.",
        meaning=RSETK["apply"])
    analyse = PermissibleValue(
        text="analyse",
        description="Takes a matter apart and relates the parts.",
        meaning=RSETK["analyse"])
    evaluate = PermissibleValue(
        text="evaluate",
        description="Judges by criteria.",
        meaning=RSETK["evaluate"])
    create = PermissibleValue(
        text="create",
        description="Makes something new.",
        meaning=RSETK["create"])

    _defn = EnumDefinition(
        name="BloomCategory",
        description="The six categories of Bloom's revised taxonomy, from simple to demanding.",
    )

class ResourceType(EnumDefinitionImpl):
    """
    What sort of learning resource it is.
    """
    course = PermissibleValue(
        text="course",
        description="Taught over several sessions.",
        meaning=RSETK["course"])
    lesson = PermissibleValue(
        text="lesson",
        description="Teaching material for one topic, taught or self-paced.",
        meaning=RSETK["lesson"])
    tutorial = PermissibleValue(
        text="tutorial",
        description="A worked task to follow.",
        meaning=RSETK["tutorial"])
    workshop = PermissibleValue(
        text="workshop",
        description="An event with practice.",
        meaning=RSETK["workshop"])
    guide = PermissibleValue(
        text="guide",
        description="A text that advises how to do something.",
        meaning=RSETK["guide"])
    book = PermissibleValue(
        text="book",
        description="A book or handbook.",
        meaning=RSETK["book"])
    article = PermissibleValue(
        text="article",
        description="A paper, post or page.",
        meaning=RSETK["article"])
    video = PermissibleValue(
        text="video",
        description="A recording.",
        meaning=RSETK["video"])
    documentation = PermissibleValue(
        text="documentation",
        description="The manual of a tool or language.",
        meaning=RSETK["documentation"])
    reference = PermissibleValue(
        text="reference",
        description="Something to look things up in: a standard, glossary or list.",
        meaning=RSETK["reference"])
    community = PermissibleValue(
        text="community",
        description="People to learn with: a network, forum or mentoring scheme.",
        meaning=RSETK["community"])
    collection = PermissibleValue(
        text="collection",
        description="A list of other resources.",
        meaning=RSETK["collection"])

    _defn = EnumDefinition(
        name="ResourceType",
        description="What sort of learning resource it is.",
    )

class Importance(EnumDefinitionImpl):
    """
    How much a role needs a skill.
    """
    essential = PermissibleValue(
        text="essential",
        description="The role cannot be filled without it.",
        meaning=RSETK["essential"])
    desirable = PermissibleValue(
        text="desirable",
        description="The role gains by it.",
        meaning=RSETK["desirable"])

    _defn = EnumDefinition(
        name="Importance",
        description="How much a role needs a skill.",
    )

class Visibility(EnumDefinitionImpl):
    """
    Who may see a profile.
    """
    public = PermissibleValue(
        text="public",
        description="Anybody; it may be published.",
        meaning=RSETK["public"])
    group = PermissibleValue(
        text="group",
        description="The person's own group.",
        meaning=RSETK["group"])
    private = PermissibleValue(
        text="private",
        description="Only the person.",
        meaning=RSETK["private"])

    _defn = EnumDefinition(
        name="Visibility",
        description="Who may see a profile.",
    )

class AssertionStatus(EnumDefinitionImpl):
    """
    What stands in the place of a level.
    """
    _defn = EnumDefinition(
        name="AssertionStatus",
        description="What stands in the place of a level.",
    )

    @classmethod
    def _addvals(cls):
        setattr(cls, "not-applicable",
            PermissibleValue(
                text="not-applicable",
                description="The skill does not apply to the person's work.",
                meaning=RSETK["not-applicable"]))

class AssessmentMethod(EnumDefinitionImpl):
    """
    How a level was found.
    """
    peer = PermissibleValue(
        text="peer",
        description="A colleague's judgement.",
        meaning=RSETK["peer"])
    manager = PermissibleValue(
        text="manager",
        description="The judgement of the person's manager.",
        meaning=RSETK["manager"])
    test = PermissibleValue(
        text="test",
        description="A test or examination.",
        meaning=RSETK["test"])
    badge = PermissibleValue(
        text="badge",
        description="A badge or certificate.",
        meaning=RSETK["badge"])

    _defn = EnumDefinition(
        name="AssessmentMethod",
        description="How a level was found.",
    )

    @classmethod
    def _addvals(cls):
        setattr(cls, "self-assessment",
            PermissibleValue(
                text="self-assessment",
                description="The person's own judgement.",
                meaning=RSETK["self-assessment"]))

# Slots
class slots:
    pass

slots.id = Slot(uri=RSETK.id, name="id", curie=RSETK.curie('id'),
                   model_uri=RSETK.id, domain=None, range=URIRef)

slots.title = Slot(uri=DCTERMS.title, name="title", curie=DCTERMS.curie('title'),
                   model_uri=RSETK.title, domain=None, range=Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, LanguageString]], list[Union[dict, LanguageString]]]])

slots.label = Slot(uri=SKOS.prefLabel, name="label", curie=SKOS.curie('prefLabel'),
                   model_uri=RSETK.label, domain=None, range=Union[dict[Union[str, LanguageStringLanguage], Union[dict, LanguageString]], list[Union[dict, LanguageString]]])

slots.alt_labels = Slot(uri=SKOS.altLabel, name="alt_labels", curie=SKOS.curie('altLabel'),
                   model_uri=RSETK.alt_labels, domain=None, range=Optional[Union[Union[dict, TaggedText], list[Union[dict, TaggedText]]]])

slots.definition = Slot(uri=SKOS.definition, name="definition", curie=SKOS.curie('definition'),
                   model_uri=RSETK.definition, domain=None, range=Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, LanguageString]], list[Union[dict, LanguageString]]]])

slots.scope_note = Slot(uri=SKOS.scopeNote, name="scope_note", curie=SKOS.curie('scopeNote'),
                   model_uri=RSETK.scope_note, domain=None, range=Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, LanguageString]], list[Union[dict, LanguageString]]]])

slots.description = Slot(uri=DCTERMS.description, name="description", curie=DCTERMS.curie('description'),
                   model_uri=RSETK.description, domain=None, range=Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, LanguageString]], list[Union[dict, LanguageString]]]])

slots.summary = Slot(uri=RSETK.summary, name="summary", curie=RSETK.curie('summary'),
                   model_uri=RSETK.summary, domain=None, range=Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, LanguageString]], list[Union[dict, LanguageString]]]])

slots.focus = Slot(uri=RSETK.focus, name="focus", curie=RSETK.curie('focus'),
                   model_uri=RSETK.focus, domain=None, range=Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, LanguageString]], list[Union[dict, LanguageString]]]])

slots.technical = Slot(uri=RSETK.technicalReading, name="technical", curie=RSETK.curie('technicalReading'),
                   model_uri=RSETK.technical, domain=None, range=Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, LanguageString]], list[Union[dict, LanguageString]]]])

slots.non_technical = Slot(uri=RSETK.nonTechnicalReading, name="non_technical", curie=RSETK.curie('nonTechnicalReading'),
                   model_uri=RSETK.non_technical, domain=None, range=Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, LanguageString]], list[Union[dict, LanguageString]]]])

slots.text = Slot(uri=RSETK.text, name="text", curie=RSETK.curie('text'),
                   model_uri=RSETK.text, domain=None, range=Union[dict[Union[str, LanguageStringLanguage], Union[dict, LanguageString]], list[Union[dict, LanguageString]]])

slots.note = Slot(uri=SKOS.note, name="note", curie=SKOS.curie('note'),
                   model_uri=RSETK.note, domain=None, range=Optional[Union[dict[Union[str, LanguageStringLanguage], Union[dict, LanguageString]], list[Union[dict, LanguageString]]]])

slots.position = Slot(uri=RSETK.position, name="position", curie=RSETK.curie('position'),
                   model_uri=RSETK.position, domain=None, range=Optional[int])

slots.deprecated = Slot(uri=OWL.deprecated, name="deprecated", curie=OWL.curie('deprecated'),
                   model_uri=RSETK.deprecated, domain=None, range=Optional[Union[bool, Bool]])

slots.replaced_by = Slot(uri=DCTERMS.isReplacedBy, name="replaced_by", curie=DCTERMS.curie('isReplacedBy'),
                   model_uri=RSETK.replaced_by, domain=None, range=Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]])

slots.see_also = Slot(uri=RDFS.seeAlso, name="see_also", curie=RDFS.curie('seeAlso'),
                   model_uri=RSETK.see_also, domain=None, range=Optional[Union[Union[str, URI], list[Union[str, URI]]]])

slots.in_scheme = Slot(uri=SKOS.inScheme, name="in_scheme", curie=SKOS.curie('inScheme'),
                   model_uri=RSETK.in_scheme, domain=None, range=Optional[Union[str, URIorCURIE]])

slots.narrower = Slot(uri=SKOS.narrower, name="narrower", curie=SKOS.curie('narrower'),
                   model_uri=RSETK.narrower, domain=None, range=Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]])

slots.top_concept_of = Slot(uri=SKOS.topConceptOf, name="top_concept_of", curie=SKOS.curie('topConceptOf'),
                   model_uri=RSETK.top_concept_of, domain=None, range=Optional[Union[str, URIorCURIE]])

slots.precedes = Slot(uri=CETERMS.precedes, name="precedes", curie=CETERMS.curie('precedes'),
                   model_uri=RSETK.precedes, domain=None, range=Optional[Union[str, URIorCURIE]])

slots.exact_match = Slot(uri=SKOS.exactMatch, name="exact_match", curie=SKOS.curie('exactMatch'),
                   model_uri=RSETK.exact_match, domain=None, range=Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]])

slots.close_match = Slot(uri=SKOS.closeMatch, name="close_match", curie=SKOS.curie('closeMatch'),
                   model_uri=RSETK.close_match, domain=None, range=Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]])

slots.broad_match = Slot(uri=SKOS.broadMatch, name="broad_match", curie=SKOS.curie('broadMatch'),
                   model_uri=RSETK.broad_match, domain=None, range=Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]])

slots.narrow_match = Slot(uri=SKOS.narrowMatch, name="narrow_match", curie=SKOS.curie('narrowMatch'),
                   model_uri=RSETK.narrow_match, domain=None, range=Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]])

slots.related_match = Slot(uri=SKOS.relatedMatch, name="related_match", curie=SKOS.curie('relatedMatch'),
                   model_uri=RSETK.related_match, domain=None, range=Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]])

slots.domain = Slot(uri=SKOS.broader, name="domain", curie=SKOS.curie('broader'),
                   model_uri=RSETK.domain, domain=None, range=Optional[Union[str, DomainId]])

slots.competency = Slot(uri=SKOS.broader, name="competency", curie=SKOS.curie('broader'),
                   model_uri=RSETK.competency, domain=None, range=Optional[Union[str, CompetencyId]])

slots.nature = Slot(uri=RSETK.nature, name="nature", curie=RSETK.curie('nature'),
                   model_uri=RSETK.nature, domain=None, range=Optional[Union[str, "Nature"]])

slots.requires = Slot(uri=RSETK.requires, name="requires", curie=RSETK.curie('requires'),
                   model_uri=RSETK.requires, domain=None, range=Optional[Union[Union[str, SkillId], list[Union[str, SkillId]]]])

slots.related = Slot(uri=SKOS.related, name="related", curie=SKOS.curie('related'),
                   model_uri=RSETK.related, domain=None, range=Optional[Union[Union[str, SkillId], list[Union[str, SkillId]]]])

slots.demonstrated_by = Slot(uri=RSETK.demonstratedBy, name="demonstrated_by", curie=RSETK.curie('demonstratedBy'),
                   model_uri=RSETK.demonstrated_by, domain=None, range=Optional[Union[Union[str, ToolId], list[Union[str, ToolId]]]])

slots.about_tools = Slot(uri=RSETK.aboutTool, name="about_tools", curie=RSETK.curie('aboutTool'),
                   model_uri=RSETK.about_tools, domain=None, range=Optional[Union[Union[str, ToolId], list[Union[str, ToolId]]]])

slots.descriptors = Slot(uri=RSETK.levelDescriptor, name="descriptors", curie=RSETK.curie('levelDescriptor'),
                   model_uri=RSETK.descriptors, domain=None, range=Optional[Union[dict[Union[str, LevelDescriptorId], Union[dict, LevelDescriptor]], list[Union[dict, LevelDescriptor]]]])

slots.demonstrations = Slot(uri=RSETK.demonstration, name="demonstrations", curie=RSETK.curie('demonstration'),
                   model_uri=RSETK.demonstrations, domain=None, range=Optional[Union[dict[Union[str, DemonstrationId], Union[dict, Demonstration]], list[Union[dict, Demonstration]]]])

slots.rank = Slot(uri=RSETK.rank, name="rank", curie=RSETK.curie('rank'),
                   model_uri=RSETK.rank, domain=None, range=int)

slots.bloom = Slot(uri=RSETK.bloomCategory, name="bloom", curie=RSETK.curie('bloomCategory'),
                   model_uri=RSETK.bloom, domain=None, range=Optional[Union[Union[str, "BloomCategory"], list[Union[str, "BloomCategory"]]]])

slots.levels = Slot(uri=SKOS.hasTopConcept, name="levels", curie=SKOS.curie('hasTopConcept'),
                   model_uri=RSETK.levels, domain=None, range=Optional[Union[dict[Union[str, LevelId], Union[dict, Level]], list[Union[dict, Level]]]])

slots.tool_kind = Slot(uri=RSETK.toolKind, name="tool_kind", curie=RSETK.curie('toolKind'),
                   model_uri=RSETK.tool_kind, domain=None, range=Optional[Union[str, "ToolKind"]])

slots.url = Slot(uri=SDO.url, name="url", curie=SDO.curie('url'),
                   model_uri=RSETK.url, domain=None, range=Optional[Union[str, URI]])

slots.ror = Slot(uri=DCTERMS.identifier, name="ror", curie=DCTERMS.curie('identifier'),
                   model_uri=RSETK.ror, domain=None, range=Optional[Union[str, URI]],
                   pattern=re.compile(r'^https://ror\.org/0[a-z0-9]{6}[0-9]{2}$'))

slots.provider = Slot(uri=SDO.provider, name="provider", curie=SDO.curie('provider'),
                   model_uri=RSETK.provider, domain=None, range=Optional[Union[str, ProviderId]])

slots.languages = Slot(uri=SDO.inLanguage, name="languages", curie=SDO.curie('inLanguage'),
                   model_uri=RSETK.languages, domain=None, range=Optional[Union[str, list[str]]],
                   pattern=re.compile(r'^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$'))

slots.resource_type = Slot(uri=SDO.learningResourceType, name="resource_type", curie=SDO.curie('learningResourceType'),
                   model_uri=RSETK.resource_type, domain=None, range=Optional[Union[str, "ResourceType"]])

slots.free = Slot(uri=SDO.isAccessibleForFree, name="free", curie=SDO.curie('isAccessibleForFree'),
                   model_uri=RSETK.free, domain=None, range=Optional[Union[bool, Bool]])

slots.found_in = Slot(uri=DCTERMS.source, name="found_in", curie=DCTERMS.curie('source'),
                   model_uri=RSETK.found_in, domain=None, range=Optional[Union[Union[str, URI], list[Union[str, URI]]]])

slots.outcomes = Slot(uri=RSETK.teachingOutcome, name="outcomes", curie=RSETK.curie('teachingOutcome'),
                   model_uri=RSETK.outcomes, domain=None, range=Optional[Union[dict[Union[str, TeachingOutcomeId], Union[dict, TeachingOutcome]], list[Union[dict, TeachingOutcome]]]])

slots.from_level = Slot(uri=RSETK.fromLevel, name="from_level", curie=RSETK.curie('fromLevel'),
                   model_uri=RSETK.from_level, domain=None, range=Optional[Union[str, LevelId]])

slots.to_level = Slot(uri=RSETK.toLevel, name="to_level", curie=RSETK.curie('toLevel'),
                   model_uri=RSETK.to_level, domain=None, range=Optional[Union[str, LevelId]])

slots.version = Slot(uri=DCAT.version, name="version", curie=DCAT.curie('version'),
                   model_uri=RSETK.version, domain=None, range=Optional[str])

slots.version_iri = Slot(uri=OWL.versionIRI, name="version_iri", curie=OWL.curie('versionIRI'),
                   model_uri=RSETK.version_iri, domain=None, range=Optional[Union[str, URIorCURIE]])

slots.previous_version = Slot(uri=OWL.priorVersion, name="previous_version", curie=OWL.curie('priorVersion'),
                   model_uri=RSETK.previous_version, domain=None, range=Optional[Union[str, URIorCURIE]])

slots.issued = Slot(uri=DCTERMS.issued, name="issued", curie=DCTERMS.curie('issued'),
                   model_uri=RSETK.issued, domain=None, range=Optional[Union[str, XSDDate]])

slots.license = Slot(uri=DCTERMS.license, name="license", curie=DCTERMS.curie('license'),
                   model_uri=RSETK.license, domain=None, range=Optional[Union[str, URI]])

slots.attribution = Slot(uri=DCTERMS.bibliographicCitation, name="attribution", curie=DCTERMS.curie('bibliographicCitation'),
                   model_uri=RSETK.attribution, domain=None, range=Optional[Union[str, list[str]]])

slots.homepage = Slot(uri=FOAF.homepage, name="homepage", curie=FOAF.curie('homepage'),
                   model_uri=RSETK.homepage, domain=None, range=Optional[Union[str, URI]])

slots.base = Slot(uri=VANN.preferredNamespaceUri, name="base", curie=VANN.curie('preferredNamespaceUri'),
                   model_uri=RSETK.base, domain=None, range=Union[str, URI],
                   pattern=re.compile(r'/$'))

slots.prefix = Slot(uri=VANN.preferredNamespacePrefix, name="prefix", curie=VANN.curie('preferredNamespacePrefix'),
                   model_uri=RSETK.prefix, domain=None, range=Optional[str],
                   pattern=re.compile(r'^[a-z][a-z0-9]*$'))

slots.default_language = Slot(uri=DCTERMS.language, name="default_language", curie=DCTERMS.curie('language'),
                   model_uri=RSETK.default_language, domain=None, range=str,
                   pattern=re.compile(r'^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$'))

slots.default_scale = Slot(uri=RSETK.defaultScale, name="default_scale", curie=RSETK.curie('defaultScale'),
                   model_uri=RSETK.default_scale, domain=None, range=Optional[Union[str, LevelScaleId]])

slots.scales = Slot(uri=RSETK.hasScale, name="scales", curie=RSETK.curie('hasScale'),
                   model_uri=RSETK.scales, domain=None, range=Optional[Union[dict[Union[str, LevelScaleId], Union[dict, LevelScale]], list[Union[dict, LevelScale]]]])

slots.domains = Slot(uri=RSETK.hasDomain, name="domains", curie=RSETK.curie('hasDomain'),
                   model_uri=RSETK.domains, domain=None, range=Optional[Union[dict[Union[str, DomainId], Union[dict, Domain]], list[Union[dict, Domain]]]])

slots.competencies = Slot(uri=RSETK.hasCompetency, name="competencies", curie=RSETK.curie('hasCompetency'),
                   model_uri=RSETK.competencies, domain=None, range=Optional[Union[dict[Union[str, CompetencyId], Union[dict, Competency]], list[Union[dict, Competency]]]])

slots.skills = Slot(uri=RSETK.hasSkill, name="skills", curie=RSETK.curie('hasSkill'),
                   model_uri=RSETK.skills, domain=None, range=Optional[Union[dict[Union[str, SkillId], Union[dict, Skill]], list[Union[dict, Skill]]]])

slots.tools = Slot(uri=RSETK.hasTool, name="tools", curie=RSETK.curie('hasTool'),
                   model_uri=RSETK.tools, domain=None, range=Optional[Union[dict[Union[str, ToolId], Union[dict, Tool]], list[Union[dict, Tool]]]])

slots.providers = Slot(uri=RSETK.hasProvider, name="providers", curie=RSETK.curie('hasProvider'),
                   model_uri=RSETK.providers, domain=None, range=Optional[Union[dict[Union[str, ProviderId], Union[dict, Provider]], list[Union[dict, Provider]]]])

slots.resources = Slot(uri=RSETK.hasResource, name="resources", curie=RSETK.curie('hasResource'),
                   model_uri=RSETK.resources, domain=None, range=Optional[Union[dict[Union[str, LearningResourceId], Union[dict, LearningResource]], list[Union[dict, LearningResource]]]])

slots.roles = Slot(uri=RSETK.hasRole, name="roles", curie=RSETK.curie('hasRole'),
                   model_uri=RSETK.roles, domain=None, range=Optional[Union[dict[Union[str, RoleProfileId], Union[dict, RoleProfile]], list[Union[dict, RoleProfile]]]])

slots.framework = Slot(uri=RSETK.framework, name="framework", curie=RSETK.curie('framework'),
                   model_uri=RSETK.framework, domain=None, range=Optional[Union[str, URIorCURIE]])

slots.based_on = Slot(uri=DCTERMS.source, name="based_on", curie=DCTERMS.curie('source'),
                   model_uri=RSETK.based_on, domain=None, range=Optional[Union[Union[str, URI], list[Union[str, URI]]]])

slots.requirements = Slot(uri=RSETK.requirement, name="requirements", curie=RSETK.curie('requirement'),
                   model_uri=RSETK.requirements, domain=None, range=Optional[Union[dict[Union[str, RequirementId], Union[dict, Requirement]], list[Union[dict, Requirement]]]])

slots.importance = Slot(uri=RSETK.importance, name="importance", curie=RSETK.curie('importance'),
                   model_uri=RSETK.importance, domain=None, range=Optional[Union[str, "Importance"]])

slots.about = Slot(uri=SDO.about, name="about", curie=SDO.curie('about'),
                   model_uri=RSETK.about, domain=None, range=Optional[Union[dict, Person]])

slots.name = Slot(uri=FOAF.name, name="name", curie=FOAF.curie('name'),
                   model_uri=RSETK.name, domain=None, range=Optional[str])

slots.orcid = Slot(uri=RSETK.orcid, name="orcid", curie=RSETK.curie('orcid'),
                   model_uri=RSETK.orcid, domain=None, range=Optional[Union[str, URI]],
                   pattern=re.compile(r'^https://orcid\.org/[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$'))

slots.pseudonym = Slot(uri=FOAF.nick, name="pseudonym", curie=FOAF.curie('nick'),
                   model_uri=RSETK.pseudonym, domain=None, range=Optional[str])

slots.created = Slot(uri=DCTERMS.created, name="created", curie=DCTERMS.curie('created'),
                   model_uri=RSETK.created, domain=None, range=Optional[Union[str, XSDDate]])

slots.modified = Slot(uri=DCTERMS.modified, name="modified", curie=DCTERMS.curie('modified'),
                   model_uri=RSETK.modified, domain=None, range=Optional[Union[str, XSDDate]])

slots.visibility = Slot(uri=DCTERMS.accessRights, name="visibility", curie=DCTERMS.curie('accessRights'),
                   model_uri=RSETK.visibility, domain=None, range=Optional[Union[str, "Visibility"]])

slots.aims_for = Slot(uri=RSETK.aimsFor, name="aims_for", curie=RSETK.curie('aimsFor'),
                   model_uri=RSETK.aims_for, domain=None, range=Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]])

slots.assertions = Slot(uri=RSETK.assertion, name="assertions", curie=RSETK.curie('assertion'),
                   model_uri=RSETK.assertions, domain=None, range=Optional[Union[dict[Union[str, SkillAssertionId], Union[dict, SkillAssertion]], list[Union[dict, SkillAssertion]]]])

slots.skill = Slot(uri=RSETK.skill, name="skill", curie=RSETK.curie('skill'),
                   model_uri=RSETK.skill, domain=None, range=Optional[Union[str, SkillId]])

slots.level = Slot(uri=RSETK.level, name="level", curie=RSETK.curie('level'),
                   model_uri=RSETK.level, domain=None, range=Optional[Union[str, LevelId]])

slots.status = Slot(uri=RSETK.status, name="status", curie=RSETK.curie('status'),
                   model_uri=RSETK.status, domain=None, range=Optional[Union[str, "AssertionStatus"]])

slots.target = Slot(uri=RSETK.targetLevel, name="target", curie=RSETK.curie('targetLevel'),
                   model_uri=RSETK.target, domain=None, range=Optional[Union[str, LevelId]])

slots.confidence = Slot(uri=RSETK.confidence, name="confidence", curie=RSETK.curie('confidence'),
                   model_uri=RSETK.confidence, domain=None, range=Optional[Decimal])

slots.assessed_on = Slot(uri=DCTERMS.date, name="assessed_on", curie=DCTERMS.curie('date'),
                   model_uri=RSETK.assessed_on, domain=None, range=Optional[Union[str, XSDDate]])

slots.valid_until = Slot(uri=DCTERMS.valid, name="valid_until", curie=DCTERMS.curie('valid'),
                   model_uri=RSETK.valid_until, domain=None, range=Optional[Union[str, XSDDate]])

slots.assessed_by = Slot(uri=RSETK.assessedBy, name="assessed_by", curie=RSETK.curie('assessedBy'),
                   model_uri=RSETK.assessed_by, domain=None, range=Optional[Union[str, "AssessmentMethod"]])

slots.assessor = Slot(uri=PROV.wasAttributedTo, name="assessor", curie=PROV.curie('wasAttributedTo'),
                   model_uri=RSETK.assessor, domain=None, range=Optional[Union[str, URIorCURIE]])

slots.evidence = Slot(uri=PROV.wasDerivedFrom, name="evidence", curie=PROV.curie('wasDerivedFrom'),
                   model_uri=RSETK.evidence, domain=None, range=Optional[Union[dict[Union[str, EvidenceId], Union[dict, Evidence]], list[Union[dict, Evidence]]]])

slots.subject_source = Slot(uri=SSSOM.subject_source, name="subject_source", curie=SSSOM.curie('subject_source'),
                   model_uri=RSETK.subject_source, domain=None, range=Optional[Union[str, URIorCURIE]])

slots.object_source = Slot(uri=SSSOM.object_source, name="object_source", curie=SSSOM.curie('object_source'),
                   model_uri=RSETK.object_source, domain=None, range=Optional[Union[str, URIorCURIE]])

slots.mappings = Slot(uri=SSSOM.mappings, name="mappings", curie=SSSOM.curie('mappings'),
                   model_uri=RSETK.mappings, domain=None, range=Optional[Union[dict[Union[str, MappingId], Union[dict, Mapping]], list[Union[dict, Mapping]]]])

slots.subject_id = Slot(uri=OWL.annotatedSource, name="subject_id", curie=OWL.curie('annotatedSource'),
                   model_uri=RSETK.subject_id, domain=None, range=Union[str, URIorCURIE])

slots.predicate_id = Slot(uri=OWL.annotatedProperty, name="predicate_id", curie=OWL.curie('annotatedProperty'),
                   model_uri=RSETK.predicate_id, domain=None, range=Union[str, URIorCURIE])

slots.object_id = Slot(uri=OWL.annotatedTarget, name="object_id", curie=OWL.curie('annotatedTarget'),
                   model_uri=RSETK.object_id, domain=None, range=Union[str, URIorCURIE])

slots.mapping_justification = Slot(uri=SSSOM.mapping_justification, name="mapping_justification", curie=SSSOM.curie('mapping_justification'),
                   model_uri=RSETK.mapping_justification, domain=None, range=Union[str, URIorCURIE])

slots.mapping_confidence = Slot(uri=SSSOM.confidence, name="mapping_confidence", curie=SSSOM.curie('confidence'),
                   model_uri=RSETK.mapping_confidence, domain=None, range=Optional[Decimal])

slots.subject_label = Slot(uri=SSSOM.subject_label, name="subject_label", curie=SSSOM.curie('subject_label'),
                   model_uri=RSETK.subject_label, domain=None, range=Optional[str])

slots.object_label = Slot(uri=SSSOM.object_label, name="object_label", curie=SSSOM.curie('object_label'),
                   model_uri=RSETK.object_label, domain=None, range=Optional[str])

slots.object_source_version = Slot(uri=SSSOM.object_source_version, name="object_source_version", curie=SSSOM.curie('object_source_version'),
                   model_uri=RSETK.object_source_version, domain=None, range=Optional[str])

slots.author_id = Slot(uri=SSSOM.author_id, name="author_id", curie=SSSOM.curie('author_id'),
                   model_uri=RSETK.author_id, domain=None, range=Optional[Union[Union[str, URIorCURIE], list[Union[str, URIorCURIE]]]])

slots.mapping_date = Slot(uri=SSSOM.mapping_date, name="mapping_date", curie=SSSOM.curie('mapping_date'),
                   model_uri=RSETK.mapping_date, domain=None, range=Optional[Union[str, XSDDate]])

slots.comment = Slot(uri=RDFS.comment, name="comment", curie=RDFS.curie('comment'),
                   model_uri=RSETK.comment, domain=None, range=Optional[str])

slots.languageString__language = Slot(uri=DCTERMS.language, name="languageString__language", curie=DCTERMS.curie('language'),
                   model_uri=RSETK.languageString__language, domain=None, range=URIRef,
                   pattern=re.compile(r'^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$'))

slots.languageString__text = Slot(uri=RSETK.literalText, name="languageString__text", curie=RSETK.curie('literalText'),
                   model_uri=RSETK.languageString__text, domain=None, range=str)

slots.taggedText__tag = Slot(uri=DCTERMS.language, name="taggedText__tag", curie=DCTERMS.curie('language'),
                   model_uri=RSETK.taggedText__tag, domain=None, range=str,
                   pattern=re.compile(r'^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$'))

slots.taggedText__value = Slot(uri=RSETK.literalText, name="taggedText__value", curie=RSETK.curie('literalText'),
                   model_uri=RSETK.taggedText__value, domain=None, range=str)

slots.Framework_title = Slot(uri=DCTERMS.title, name="Framework_title", curie=DCTERMS.curie('title'),
                   model_uri=RSETK.Framework_title, domain=Framework, range=Union[dict[Union[str, LanguageStringLanguage], Union[dict, "LanguageString"]], list[Union[dict, "LanguageString"]]])

slots.LevelDescriptor_level = Slot(uri=RSETK.level, name="LevelDescriptor_level", curie=RSETK.curie('level'),
                   model_uri=RSETK.LevelDescriptor_level, domain=LevelDescriptor, range=Union[str, LevelId])

slots.Demonstration_position = Slot(uri=RSETK.position, name="Demonstration_position", curie=RSETK.curie('position'),
                   model_uri=RSETK.Demonstration_position, domain=Demonstration, range=int)

slots.LearningResource_url = Slot(uri=SDO.url, name="LearningResource_url", curie=SDO.curie('url'),
                   model_uri=RSETK.LearningResource_url, domain=LearningResource, range=Union[str, URI])

slots.TeachingOutcome_skill = Slot(uri=RSETK.skill, name="TeachingOutcome_skill", curie=RSETK.curie('skill'),
                   model_uri=RSETK.TeachingOutcome_skill, domain=TeachingOutcome, range=Union[str, SkillId])

slots.Requirement_skill = Slot(uri=RSETK.skill, name="Requirement_skill", curie=RSETK.curie('skill'),
                   model_uri=RSETK.Requirement_skill, domain=Requirement, range=Union[str, SkillId])

slots.Requirement_level = Slot(uri=RSETK.level, name="Requirement_level", curie=RSETK.curie('level'),
                   model_uri=RSETK.Requirement_level, domain=Requirement, range=Union[str, LevelId])

slots.Requirement_importance = Slot(uri=RSETK.importance, name="Requirement_importance", curie=RSETK.curie('importance'),
                   model_uri=RSETK.Requirement_importance, domain=Requirement, range=Union[str, "Importance"])

slots.PersonProfile_framework = Slot(uri=RSETK.framework, name="PersonProfile_framework", curie=RSETK.curie('framework'),
                   model_uri=RSETK.PersonProfile_framework, domain=PersonProfile, range=Union[str, URIorCURIE])

slots.PersonProfile_about = Slot(uri=SDO.about, name="PersonProfile_about", curie=SDO.curie('about'),
                   model_uri=RSETK.PersonProfile_about, domain=PersonProfile, range=Union[dict, "Person"])

slots.SkillAssertion_skill = Slot(uri=RSETK.skill, name="SkillAssertion_skill", curie=RSETK.curie('skill'),
                   model_uri=RSETK.SkillAssertion_skill, domain=SkillAssertion, range=Union[str, SkillId])

slots.MappingSet_license = Slot(uri=DCTERMS.license, name="MappingSet_license", curie=DCTERMS.curie('license'),
                   model_uri=RSETK.MappingSet_license, domain=MappingSet, range=Union[str, URI])
