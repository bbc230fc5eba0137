import { AGENCY, AGENCY_NAME, AGENCY_SCHEME, CONCEPT_SCHEME, named, SCHEME_NAMES, urn, VERSION } from './artefact.ts';
import type { ArtefactKind, AskedArtefacts } from './asked-artefacts.ts';
import { CODELISTS, type Codelist } from './codelists.ts';
import { CONCEPTS } from './concepts.ts';
import { messageMeta } from './message-meta.ts';
import { type Attribute, type Component, type Representation, STRUCTURES, type Structure } from './structures.ts';

/** The key under which a structure message of SDMX-JSON lists each kind. */
const KEY_OF = {
  dataflow: 'dataflows',
  datastructure: 'dataStructures',
  codelist: 'codelists',
  conceptscheme: 'conceptSchemes',
  agencyscheme: 'agencySchemes',
} as const satisfies Readonly<Record<ArtefactKind, string>>;

interface Artefact {
  readonly id: string;
}

const ARTEFACTS: Readonly<Record<ArtefactKind, readonly Artefact[]>> = {
  dataflow: STRUCTURES.map(dataflowArtefact),
  datastructure: STRUCTURES.map(dataStructureArtefact),
  codelist: CODELISTS.map(codelistArtefact),
  conceptscheme: [conceptSchemeArtefact()],
  agencyscheme: [agencySchemeArtefact()],
};

/** An SDMX-JSON 2.0 structure message. */
export function structureMessage(asked: AskedArtefacts): object {
  const data = Object.fromEntries(
    [...asked].map(([kind, ids]) => [KEY_OF[kind], ARTEFACTS[kind].filter(({ id }) => ids.includes(id))]),
  );
  return { meta: messageMeta('structure', [...asked.keys()].join('-')), data };
}

function dataflowArtefact(structure: Structure) {
  return { ...maintainable(structure.dataflow, structure.name), structure: urn('DataStructure', structure.id) };
}

function dataStructureArtefact(structure: Structure) {
  const dimensions = structure.dimensions.filter(({ id }) => id !== 'TIME_PERIOD');
  const time = structure.dimensions.find(({ id }) => id === 'TIME_PERIOD');
  return {
    ...maintainable(structure.id, structure.name),
    dataStructureComponents: {
      dimensionList: {
        id: 'DimensionDescriptor',
        dimensions: dimensions.map((dimension, position) => ({ ...componentArtefact(dimension), position })),
        ...(time === undefined ? {} : { timeDimension: componentArtefact(time) }),
      },
      attributeList: { id: 'AttributeDescriptor', attributes: structure.attributes.map(attributeArtefact) },
      measureList: {
        id: 'MeasureDescriptor',
        measures: [{ ...componentArtefact({ id: 'OBS_VALUE', holds: { dataType: 'Double' } }), usage: 'optional' }],
      },
    },
  };
}

function componentArtefact({ id, holds }: Component) {
  return {
    id,
    conceptIdentity: urn('Concept', CONCEPT_SCHEME, id),
    localRepresentation: representation(holds),
  };
}

function attributeArtefact(attribute: Attribute) {
  return {
    ...componentArtefact(attribute),
    usage: attribute.mandatory ? 'mandatory' : 'optional',
    attributeRelationship: attribute.of === 'vintage' ? { dimensions: ['VINTAGE'] } : { observation: {} },
  };
}

function representation(holds: Representation) {
  return 'codelist' in holds ? { enumeration: urn('Codelist', holds.codelist) } : { format: holds };
}

function codelistArtefact({ id, name, codes }: Codelist) {
  return {
    ...maintainable(id, name),
    codes: codes.map(each => ({
      id: each.id,
      ...named(each.name),
      ...(each.description === undefined ? {} : { description: each.description.en, descriptions: each.description }),
    })),
  };
}

function conceptSchemeArtefact() {
  return {
    ...maintainable(CONCEPT_SCHEME, SCHEME_NAMES.concepts),
    concepts: Object.entries(CONCEPTS).map(([id, name]) => ({ id, ...named(name) })),
  };
}

/** Agency schemes have no version: they always stand for what there is. */
function agencySchemeArtefact() {
  return {
    id: AGENCY_SCHEME,
    agencyID: 'SDMX',
    ...named(SCHEME_NAMES.agencies),
    agencies: [{ id: AGENCY, ...named(AGENCY_NAME) }],
  };
}

function maintainable(id: string, name: Parameters<typeof named>[0]) {
  return { id, version: VERSION, agencyID: AGENCY, ...named(name) };
}
