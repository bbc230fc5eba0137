import { CLASSES, type Class, type Covariates } from '../mirror-table.ts';
import type { Layout, TableRow } from './layouts.ts';
import { parseCount, parsePeriod, parsePositive, parseState } from './parse-values.ts';
import type { Place, Reading } from './reading.ts';

/** How an account names the end of a corridor that a slip leaves open. */
const UNKNOWN = 'ZZ';
const COVARIATES = ['pop_origin', 'pop_destination', 'distance_km'];

/**
 * Both offices' figures in one row: `origin, destination, year, departures_reported, arrivals_reported`, with or without the columns of
 * the Bayesian models. An account's own `flows.csv` is such a table; its rows may be split by classes, which are summed,
 * and an office whose slips were not loaded (by `run.json` beside it) says nothing.
 */
export const mirrorLayout: Layout = {
  name: 'both sides',
  fits: columns =>
    ['origin', 'destination', 'year'].every(name => columns.has(name)) &&
    columns.has('departures_reported') &&
    columns.has('arrivals_reported'),
  takeRow(row, reading, { header, offices }) {
    const at = (column: string): Place => ({ file: row.file, row: row.row, column });
    const account = header.includes('united');
    if (account && [row.get('origin'), row.get('destination')].includes(UNKNOWN)) {
      reading.passOver('slips that do not name the other state');
      return;
    }
    const origin = parseState(row.get('origin'), at('origin'), reading);
    const destination = parseState(row.get('destination'), at('destination'), reading);
    const period = parsePeriod(row.get('year'), at('year'), reading);
    const departures = parseCount(row.get('departures_reported'), at('departures_reported'), reading);
    const arrivals = parseCount(row.get('arrivals_reported'), at('arrivals_reported'), reading);
    if (origin === undefined || destination === undefined || period === undefined) return;
    if (origin === destination) {
      reading.fault(at('destination'), 'same_state', destination, `another state than ${origin}`);
      return;
    }
    const place = { origin, destination, ...period };
    for (const [side, value, column] of [
      ['departures', departures, 'departures_reported'],
      ['arrivals', arrivals, 'arrivals_reported'],
    ] as const) {
      const report = { ...place, side, value, flags: row.get(`${side}_flags`) };
      const office = side === 'arrivals' ? destination : origin;
      if (account) reading.add(offices === undefined || offices.has(office) ? report : { ...report, value: null });
      else reading.take(report, at(column));
    }
    if (COVARIATES.some(column => header.includes(column))) {
      const covariates = parseCovariates(row, reading, { departures, arrivals });
      if (covariates !== undefined) reading.describe(place, covariates);
    }
  },
};

function parseCovariates(
  row: TableRow,
  reading: Reading,
  reports: { departures: number | null; arrivals: number | null },
): Covariates | undefined {
  const at = (column: string): Place => ({ file: row.file, row: row.row, column });
  const [popOrigin, popDestination, distanceKm] = COVARIATES.map(column =>
    parsePositive(row.get(column), at(column), reading),
  );
  const classOf = (column: string, needed: boolean): Class | null => {
    const text = row.get(column).toLowerCase();
    const found = CLASSES.find(each => each === text) ?? null;
    if (found === null && (text !== '' || needed))
      reading.fault(at(column), text === '' ? 'missing_value' : 'bad_class', text, 'low, medium or high', false);
    return found;
  };
  const covariates = {
    undercountOrigin: classOf('undercount_class_origin', reports.departures !== null),
    undercountDestination: classOf('undercount_class_destination', reports.arrivals !== null),
    accuracyOrigin: classOf('accuracy_class_origin', reports.departures !== null),
    accuracyDestination: classOf('accuracy_class_destination', reports.arrivals !== null),
  };
  if (!popOrigin || !popDestination || !distanceKm) return undefined;
  return { popOrigin, popDestination, distanceKm, ...covariates };
}
