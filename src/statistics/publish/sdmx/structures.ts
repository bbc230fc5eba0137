import type { Worded } from '../../../common/wording/worded.ts';
import type { CodelistId } from './codelists.ts';
import type { ConceptId } from './concepts.ts';

/** What a dimension or attribute may hold: a code of a list, or text of a form. */
export type Representation =
  | { readonly codelist: CodelistId }
  | { readonly dataType: 'String' | 'Integer' | 'Double' | 'GregorianYear'; readonly pattern?: string };

export interface Component {
  readonly id: ConceptId;
  readonly holds: Representation;
}

export interface Attribute extends Component {
  readonly mandatory: boolean;
  /** Whether it belongs to single observations, or to all of a vintage. */
  readonly of: 'observation' | 'vintage';
}

/** A dataflow and the structure that it alone has. */
export interface Structure {
  readonly dataflow: string;
  readonly id: string;
  readonly name: Worded;
  readonly dimensions: readonly Component[];
  readonly attributes: readonly Attribute[];
}

const FREQ: Component = { id: 'FREQ', holds: { codelist: 'CL_FREQ' } };
const CORRIDOR: readonly Component[] = [
  { id: 'REPORTER', holds: { codelist: 'CL_AREA' } },
  { id: 'DIRECTION', holds: { codelist: 'CL_DIRECTION' } },
  { id: 'ORIG', holds: { codelist: 'CL_AREA' } },
  { id: 'DEST', holds: { codelist: 'CL_AREA' } },
];
const THRESHOLD: Component = { id: 'THRESHOLD', holds: { dataType: 'String', pattern: 'M[0-9]{1,3}' } };
const CLASSES: readonly Component[] = [
  { id: 'SEX', holds: { codelist: 'CL_SEX' } },
  { id: 'AGE', holds: { codelist: 'CL_AGE' } },
  { id: 'CITIZENSHIP', holds: { codelist: 'CL_AREA' } },
  { id: 'REASON', holds: { codelist: 'CL_REASON' } },
];
const VINTAGE: Component = { id: 'VINTAGE', holds: { dataType: 'String', pattern: '[0-9]+' } };
const YEAR: Component = { id: 'TIME_PERIOD', holds: { dataType: 'GregorianYear' } };

const OF_OBSERVATION: readonly Attribute[] = [
  { id: 'ESTIMATE_KIND', holds: { codelist: 'CL_ESTIMATE_KIND' }, mandatory: true, of: 'observation' },
  { id: 'UNIT_MEASURE', holds: { codelist: 'CL_UNIT' }, mandatory: true, of: 'observation' },
  { id: 'OBS_STATUS', holds: { codelist: 'CL_OBS_STATUS' }, mandatory: true, of: 'observation' },
  { id: 'DECIMALS', holds: { dataType: 'Integer' }, mandatory: true, of: 'observation' },
];
const INTERVAL: readonly Attribute[] = [
  { id: 'LOWER', holds: { dataType: 'Double' }, mandatory: false, of: 'observation' },
  { id: 'UPPER', holds: { dataType: 'Double' }, mandatory: false, of: 'observation' },
];
const OF_VINTAGE: readonly Attribute[] = [
  { id: 'CONF_STATUS', holds: { codelist: 'CL_CONF_STATUS' }, mandatory: true, of: 'vintage' },
  { id: 'ROUNDED_TO', holds: { dataType: 'Integer' }, mandatory: false, of: 'vintage' },
  { id: 'LAPSE', holds: { dataType: 'Integer' }, mandatory: true, of: 'vintage' },
  { id: 'SOURCE', holds: { dataType: 'String' }, mandatory: true, of: 'vintage' },
];

export const FLOWS: Structure = {
  dataflow: 'DF_FLOWS',
  id: 'DSD_FLOWS',
  name: { en: 'Flows between states', ru: 'Потоки между государствами' },
  dimensions: [FREQ, ...CORRIDOR, THRESHOLD, ...CLASSES, VINTAGE, YEAR],
  attributes: [...OF_OBSERVATION, ...OF_VINTAGE],
};

export const GAPS: Structure = {
  dataflow: 'DF_GAPS',
  id: 'DSD_GAPS',
  name: { en: 'Gaps by cause', ru: 'Расхождения по причинам' },
  dimensions: [
    ...[FREQ, ...CORRIDOR, { id: 'CAUSE', holds: { codelist: 'CL_CAUSE' } } as const],
    ...[THRESHOLD, ...CLASSES, VINTAGE, YEAR],
  ],
  attributes: [...OF_OBSERVATION, ...OF_VINTAGE],
};

/** All years together, so there is no time dimension. */
export const COVERAGE: Structure = {
  dataflow: 'DF_COVERAGE',
  id: 'DSD_COVERAGE',
  name: { en: 'Coverage of registration', ru: 'Полнота учёта' },
  dimensions: [...CORRIDOR, { id: 'INDICATOR', holds: { codelist: 'CL_INDICATOR' } }, THRESHOLD, VINTAGE],
  attributes: [...OF_OBSERVATION, ...INTERVAL, ...OF_VINTAGE],
};

export const STRUCTURES: readonly Structure[] = [FLOWS, GAPS, COVERAGE];

/** The structure of a dataflow, or undefined where there is no such flow. */
export function findStructure(dataflow: string): Structure | undefined {
  return STRUCTURES.find(structure => structure.dataflow === dataflow);
}
