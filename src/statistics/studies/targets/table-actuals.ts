import { decodeText, refuse } from '../../hidden/written-table.ts';
import { readSources } from '../../mirror/tables/read-tables.ts';
import { sentSource } from '../../mirror/tables/table-source.ts';
import { type ActualYear, actualsOfCells, actualsOfFlows } from './actuals.ts';
import type { TargetPlan } from './plan.ts';

const MOST_BYTES = 40_000_000;
const MOST_HEAD = 10_000;

/** A table as it came: what its name ends in tells how it is to be read. */
export interface GivenTable {
  name: string;
  bytes: Uint8Array;
}

/**
 * Every balance that tables tell of a plan's state: both offices' figures of any table of two offices, united moves and estimates besides.
 *
 * @throws SaldoError of the tables' faults: a figure that is set aside would pass for one that nobody reported
 */
export async function tableActuals(tables: readonly GivenTable[], plan: TargetPlan): Promise<ActualYear[]> {
  if (tables.length === 0) return [];
  const found: ActualYear[] = [];
  const reported = tables.filter(table => !isOnlyModel(headOf(table)));
  if (reported.length > 0) {
    const sources = reported.map(({ name, bytes }) => sentSource(name, bytes, MOST_BYTES));
    const { cells, faults } = await readSources(sources);
    refuse(reported.map(({ name }) => name).join(', '), faults);
    found.push(...actualsOfCells(cells, plan, reported.map(({ name }) => name).join(', ')));
  }
  for (const table of tables)
    if (/(^|[,;\t])"?(united|estimate)"?([,;\t]|$)/.test(headOf(table)))
      found.push(...(await actualsOfFlows(table.name, decodeText(table.name, table.bytes), plan)));
  return found;
}

/** The first line of a text, in small letters; of other forms it says nothing. */
function headOf({ bytes }: GivenTable): string {
  const start = new TextDecoder().decode(bytes.subarray(0, MOST_HEAD));
  return (start.split('\n', 1)[0] ?? '').trim().toLowerCase();
}

/** A table of flows without either office's figures. */
function isOnlyModel(head: string): boolean {
  return /estimate|united/.test(head) && !/arrivals|departures/.test(head);
}
