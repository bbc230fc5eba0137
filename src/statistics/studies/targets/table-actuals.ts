import { SaldoError } from '../../../common/saldo-error.ts';
import { readSources } from '../../mirror/tables/read-tables.ts';
import { sentSource } from '../../mirror/tables/table-source.ts';
import { type ActualYear, actualsOfCells, actualsOfFlows } from './actuals.ts';
import type { TargetPlan } from './plan.ts';

const MOST_BYTES = 40_000_000;

/**
 * Every balance that tables tell of a plan's state: both offices' figures of any table of two offices, united moves and estimates besides.
 *
 * @throws SaldoError of the tables' faults: a figure that is set aside would pass for one that nobody reported
 */
export async function tableActuals(
  tables: readonly { name: string; text: string }[],
  plan: TargetPlan,
): Promise<ActualYear[]> {
  if (tables.length === 0) return [];
  const found: ActualYear[] = [];
  const reported = tables.filter(({ text }) => !isOnlyModel(headOf(text)));
  if (reported.length > 0) {
    const sources = reported.map(({ name, text }) => sentSource(name, new TextEncoder().encode(text), MOST_BYTES));
    const { cells, faults } = await readSources(sources);
    const [first] = faults;
    if (first !== undefined)
      throw new SaldoError(
        'invalid_file',
        `${first.file} has ${faults.length} faults, the first in row ${first.row}: ${first.code}`,
        {
          faults,
        },
      );
    found.push(...actualsOfCells(cells, plan, reported.map(({ name }) => name).join(', ')));
  }
  for (const { name, text } of tables)
    if (/(^|[,;\t])"?(united|estimate)"?([,;\t]|$)/.test(headOf(text)))
      found.push(...(await actualsOfFlows(name, text, plan)));
  return found;
}

function headOf(text: string): string {
  return (text.split('\n', 1)[0] ?? '').trim().toLowerCase();
}

/** A table of flows without either office's figures. */
function isOnlyModel(head: string): boolean {
  return /estimate|united/.test(head) && !/arrivals|departures/.test(head);
}
