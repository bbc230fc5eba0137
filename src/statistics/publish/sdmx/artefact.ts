import type { Worded } from '../../../common/wording/worded.ts';

/** The agency that maintains Saldo's structures. */
export const AGENCY = 'SALDO';
/** Version of all structures; a change of what they mean is a new one. */
export const VERSION = '1.0.0';
export const CONCEPT_SCHEME = 'CS_MIGRATION';
export const AGENCY_SCHEME = 'AGENCIES';
export const AGENCY_NAME: Worded = {
  en: 'Saldo, united accounting of migration',
  ru: 'Сальдо, единый учёт миграции',
};
export const SCHEME_NAMES = {
  concepts: { en: 'Concepts of migration accounting', ru: 'Понятия учёта миграции' },
  agencies: { en: 'Agencies', ru: 'Ведомства' },
} as const satisfies Readonly<Record<string, Worded>>;

/** Classes of the SDMX information model that Saldo has, with the package that each stands in. */
const PACKAGE_OF = {
  AgencyScheme: 'base',
  Agency: 'base',
  Codelist: 'codelist',
  ConceptScheme: 'conceptscheme',
  Concept: 'conceptscheme',
  DataStructure: 'datastructure',
  Dataflow: 'datastructure',
} as const;

export type ArtefactClass = keyof typeof PACKAGE_OF;

/** The URN of an artefact of Saldo's, or of an item inside one. */
export function urn(artefactClass: ArtefactClass, id: string, item?: string): string {
  const inside = item === undefined ? '' : `.${item}`;
  return `urn:sdmx:org.sdmx.infomodel.${PACKAGE_OF[artefactClass]}.${artefactClass}=${AGENCY}:${id}(${VERSION})${inside}`;
}

/** A name as SDMX-JSON gives it: one for readers of one language, and all. */
export function named(name: Worded): { name: string; names: Worded } {
  return { name: name.en, names: name };
}
