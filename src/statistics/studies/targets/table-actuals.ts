import { decodeText } from '../../hidden/written-table.ts';
import { type GivenTable, hasColumn, soundCells } from '../sound-tables.ts';
import { type ActualYear, actualsOfCells, actualsOfFlows } from './actuals.ts';
import type { TargetPlan } from './plan.ts';

/**
 * Every balance that tables tell of a plan's state: both offices' figures of any table of two offices, united moves and estimates besides.
 *
 * @throws SaldoError of the tables' faults: a figure that is set aside would pass for one that nobody reported
 */
export async function tableActuals(tables: readonly GivenTable[], plan: TargetPlan): Promise<ActualYear[]> {
  const found: ActualYear[] = [];
  const reported = tables.filter(table => !isOnlyModel(table));
  if (reported.length > 0)
    found.push(...actualsOfCells(await soundCells(reported), plan, reported.map(({ name }) => name).join(', ')));
  for (const table of tables)
    if (hasColumn(table, 'united', 'estimate'))
      found.push(...(await actualsOfFlows(table.name, decodeText(table.name, table.bytes), plan)));
  return found;
}

/** A table of flows without either office's figures. */
function isOnlyModel(table: GivenTable): boolean {
  return hasColumn(table, 'united', 'estimate') && !hasColumn(table, 'arrivals_reported', 'departures_reported');
}
