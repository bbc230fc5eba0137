import { csvChunks } from '../csv.ts';
import { AGENCY, VERSION } from './artefact.ts';
import type { DataSet } from './data-set.ts';

/** SDMX-CSV 2.0: a line per observation, with the dataflow, the action `I` (information), and a column for each component. */
export function sdmxCsv(set: DataSet): Generator<string> {
  const { structure } = set;
  const dataflow = `${AGENCY}:${structure.dataflow}(${VERSION})`;
  const components = [
    ...structure.dimensions.map(({ id }) => id),
    'OBS_VALUE' as const,
    ...structure.attributes.map(({ id }) => id),
  ];
  return csvChunks(
    ['STRUCTURE', 'STRUCTURE_ID', 'ACTION', ...components],
    mapped(set, each => ['dataflow', dataflow, 'I', ...components.map(id => each[id] ?? null)]),
  );
}

function* mapped<Row>(
  { observations, attributes }: DataSet,
  row: (observation: DataSet['attributes']) => Row,
): Generator<Row> {
  for (const observation of observations()) yield row({ ...attributes, ...observation });
}
