import { minus, type Range, total } from '../../../common/range.ts';
import type { Worded } from '../../../common/wording/worded.ts';
import { COUNT, parseWrittenTable, readText } from '../written-table.ts';

export const WORKFORCE_SIDES = ['resource', 'use', 'official'] as const;
export type WorkforceSide = (typeof WORKFORCE_SIDES)[number];

export const NUMBER_KINDS = ['reported', 'linked', 'modelled'] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** One line of a balance of the workforce. */
export interface WorkforceLine {
  item: string;
  /** The same in both languages, where the table gives `item_ru`. */
  name: Worded;
  side: WorkforceSide;
  persons: Range;
  kind: NumberKind;
  source: string;
}

export interface WorkforceBalance {
  kind: 'modelled';
  lines: readonly WorkforceLine[];
  resources: Range;
  uses: Range;
  /** Resources less uses: people of working age for whom the balance has no place. */
  balance: Range;
  /** Of them, whom the authorities know to work abroad. */
  official: Range;
  unregistered: Range;
}

/**
 * Unregistered labour migration as what the balance of the workforce leaves over.
 *
 * Formula: unregistered = (resources − uses) − official external labour migration.
 * Source: CARIM-East note 2013/111: 211 thousand against 55.7 thousand official gives 155.3 thousand.
 * Units: persons, a stock at one time.
 * Assumes: whoever is neither employed, studying nor registered as unemployed works abroad. Whom that does not hold for (people at home who
 * seek no work, work unregistered, live on land or on others) is to be written as a use, with bounds where only these are known.
 * Interval: the bounds of the lines, added up in the worse direction.
 * Fails: where resources and uses come from different sources or days; their differences pass for migration.
 */
export function workforceBalance(lines: readonly WorkforceLine[]): WorkforceBalance {
  const sumOf = (side: WorkforceSide) => total(lines.filter(line => line.side === side).map(({ persons }) => persons));
  const [resources, uses, official] = [sumOf('resource'), sumOf('use'), sumOf('official')];
  const balance = minus(resources, uses);
  return { kind: 'modelled', lines, resources, uses, balance, official, unregistered: minus(balance, official) };
}

/** @throws SaldoError `unreadable_input`, `not_a_table`, `invalid_file` with every fault */
export async function readWorkforce(path: string): Promise<WorkforceLine[]> {
  return parseWorkforce(path, readText(path));
}

/** @throws SaldoError `not_a_table`, `invalid_file` with every fault */
export async function parseWorkforce(name: string, text: string): Promise<WorkforceLine[]> {
  const table = await parseWrittenTable(name, text, ['item', 'side', 'value']);
  const lines = table.rows.flatMap(row => {
    const item = row.text('item');
    if (item === '') row.fault('item', 'missing_value', null, 'a name');
    const side = row.word('side', WORKFORCE_SIDES);
    const persons = row.range('value', COUNT);
    const kind = row.text('kind') === '' ? 'reported' : row.word('kind', NUMBER_KINDS);
    if (item === '' || side === null || persons === null || kind === null) return [];
    const name = { en: item, ru: row.text('item_ru') || item };
    return [{ item, name, side, persons, kind, source: row.text('source') }];
  });
  const [first] = table.rows;
  if (!lines.some(({ side }) => side === 'resource') && table.faults.length === 0)
    first?.fault('side', 'no_resources', null, 'a row whose side is resource');
  table.refuseFaults();
  return lines;
}
