import { AGENCY, CONCEPT_SCHEME, named, urn, VERSION } from './artefact.ts';
import { CODELISTS, type Codelist } from './codelists.ts';
import { CONCEPTS } from './concepts.ts';
import { messageMeta } from './message-meta.ts';
import { type Attribute, type Component, type Representation, STRUCTURES, type Structure } from './structures.ts';

/** The kinds of artefact that can be asked for, by the words of SDMX-REST. */
export const ARTEFACT_KINDS = ['dataflow', 'datastructure', 'codelist', 'conceptscheme', 'agencyscheme'] as const;
export type ArtefactKind = (typeof ARTEFACT_KINDS)[number];

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

/**
 * An SDMX-JSON 2.0 structure message.
 *
 * @param kind `*` for all kinds
 * @param id `*` for all artefacts of the kind
 * @param references whether what the artefacts refer to comes along
 * @returns undefined where there is none
 */
export function structureMessage(kind: ArtefactKind | '*', id: string, references: boolean): object | undefined {
  const asked = ARTEFACT_KINDS.filter(each => kind === '*' || kind === each)
    .map(each => [each, ARTEFACTS[each].filter(artefact => id === '*' || artefact.id === id)] as const)
    .filter(([, artefacts]) => artefacts.length > 0);
  if (asked.length === 0) return undefined;
  const told = new Map<ArtefactKind, readonly Artefact[]>(asked);
  if (references)
    for (const [each, artefacts] of referencesOf(kind, id)) if (!told.has(each)) told.set(each, artefacts);
  const data = Object.fromEntries([...told].map(([each, artefacts]) => [KEY_OF[each], artefacts]));
  return { meta: messageMeta('structure', `${kind}-${id}`), data };
}

/** Whatever stands below a dataflow or a data structure: its structure, concepts, code lists and their agency. */
function referencesOf(kind: ArtefactKind | '*', id: string): [ArtefactKind, readonly Artefact[]][] {
  if (kind !== 'dataflow' && kind !== 'datastructure') return [];
  const structures = STRUCTURES.filter(each => id === '*' || id === each.dataflow || id === each.id);
  const used = new Set(structures.flatMap(codelistsOf));
  return [
    ['datastructure', ARTEFACTS.datastructure.filter(artefact => structures.some(each => each.id === artefact.id))],
    ['conceptscheme', ARTEFACTS.conceptscheme],
    ['codelist', ARTEFACTS.codelist.filter(artefact => used.has(artefact.id))],
    ['agencyscheme', ARTEFACTS.agencyscheme],
  ];
}

function codelistsOf({ dimensions, attributes }: Structure): string[] {
  return [...dimensions, ...attributes].flatMap(({ holds }) => ('codelist' in holds ? [holds.codelist] : []));
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
    ...maintainable(CONCEPT_SCHEME, { en: 'Concepts of migration accounting', ru: 'Понятия учёта миграции' }),
    concepts: Object.entries(CONCEPTS).map(([id, name]) => ({ id, ...named(name) })),
  };
}

/** Agency schemes have no version: they always stand for what there is. */
function agencySchemeArtefact() {
  return {
    id: 'AGENCIES',
    agencyID: 'SDMX',
    ...named({ en: 'Agencies', ru: 'Ведомства' }),
    agencies: [
      { id: AGENCY, ...named({ en: 'Saldo, united accounting of migration', ru: 'Сальдо, единый учёт миграции' }) },
    ],
  };
}

function maintainable(id: string, name: Parameters<typeof named>[0]) {
  return { id, version: VERSION, agencyID: AGENCY, ...named(name) };
}
