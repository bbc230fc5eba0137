import { AGENCY_SCHEME, CONCEPT_SCHEME } from './artefact.ts';
import { CODELISTS } from './codelists.ts';
import { STRUCTURES, type Structure } from './structures.ts';

/** The kinds of artefact that can be asked for, by the words of SDMX-REST. */
export const ARTEFACT_KINDS = ['dataflow', 'datastructure', 'codelist', 'conceptscheme', 'agencyscheme'] as const;
export type ArtefactKind = (typeof ARTEFACT_KINDS)[number];

/** Ids of artefacts by kind. */
export type AskedArtefacts = ReadonlyMap<ArtefactKind, readonly string[]>;

const IDS: Readonly<Record<ArtefactKind, readonly string[]>> = {
  dataflow: STRUCTURES.map(({ dataflow }) => dataflow),
  datastructure: STRUCTURES.map(({ id }) => id),
  codelist: CODELISTS.map(({ id }) => id),
  conceptscheme: [CONCEPT_SCHEME],
  agencyscheme: [AGENCY_SCHEME],
};

/**
 * The artefacts that a question is about.
 *
 * @param kind `*` for all kinds
 * @param id `*` for all artefacts of the kind
 * @param references whether what they refer to comes along
 * @returns undefined where there is none
 */
export function askedArtefacts(kind: ArtefactKind | '*', id: string, references: boolean): AskedArtefacts | undefined {
  const asked = ARTEFACT_KINDS.filter(each => kind === '*' || kind === each)
    .map(each => [each, IDS[each].filter(known => id === '*' || known === id)] as const)
    .filter(([, ids]) => ids.length > 0);
  if (asked.length === 0) return undefined;
  const all = new Map<ArtefactKind, readonly string[]>(asked);
  if (references) for (const [each, ids] of referencesOf(kind, id)) if (!all.has(each)) all.set(each, ids);
  return all;
}

/** Whatever stands below a dataflow or a data structure: its structure, concepts, code lists and their agency. */
function referencesOf(kind: ArtefactKind | '*', id: string): [ArtefactKind, readonly string[]][] {
  if (kind !== 'dataflow' && kind !== 'datastructure') return [];
  const structures = STRUCTURES.filter(each => id === '*' || id === each.dataflow || id === each.id);
  const used = new Set(structures.flatMap(codelistsOf));
  return [
    ['datastructure', structures.map(each => each.id)],
    ['conceptscheme', IDS.conceptscheme],
    ['codelist', IDS.codelist.filter(each => used.has(each))],
    ['agencyscheme', IDS.agencyscheme],
  ];
}

function codelistsOf({ dimensions, attributes }: Structure): string[] {
  return [...dimensions, ...attributes].flatMap(({ holds }) => ('codelist' in holds ? [holds.codelist] : []));
}
