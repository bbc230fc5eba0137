import type { Layout } from './layouts.ts';
import { parseSide } from './layouts.ts';
import { parseCount, parsePeriod, parseState } from './parse-values.ts';
import type { Place } from './reading.ts';

/**
 * One figure in a row: `origin, destination, year, value`, with `reporter` (the state whose office says it) or `direction` (`arrivals` or
 * `departures`), and perhaps `flags`.
 */
export const longLayout: Layout = {
  name: 'one figure a row',
  fits: columns =>
    ['origin', 'destination', 'value'].every(name => columns.has(name)) &&
    !columns.has('arrivals_reported') &&
    !columns.has('obs_value'),
  takeRow(row, reading, { hints }) {
    const at = (column: string): Place => ({ file: row.file, row: row.row, column });
    const origin = parseState(row.get('origin'), at('origin'), reading);
    const destination = parseState(row.get('destination'), at('destination'), reading);
    const period = parsePeriod(row.get('year') || (hints.year ?? ''), at('year'), reading);
    const value = parseCount(row.get('value'), at('value'), reading);
    const direction = row.get('direction') || row.get('side');
    const reporter = row.get('reporter');
    const reporterState = reporter === '' ? undefined : parseState(reporter, at('reporter'), reading);
    if (origin === undefined || destination === undefined || period === undefined) return;
    if (origin === destination) {
      reading.passOver('moves within a state');
      return;
    }
    let side = direction === '' ? hints.side : parseSide(direction);
    if (direction !== '' && side === undefined) {
      reading.fault(at('direction'), 'bad_value', direction, 'arrivals or departures');
      return;
    }
    if (reporter !== '') {
      if (reporterState === undefined) return;
      const told = reporterState === destination ? 'arrivals' : 'departures';
      if (reporterState !== origin && reporterState !== destination) {
        reading.fault(at('reporter'), 'third_office', reporter, `${origin} or ${destination}`);
        return;
      }
      if (direction !== '' && side !== told) {
        reading.fault(at('direction'), 'office_mismatch', direction, `${told}, as the reporter is ${reporterState}`);
        return;
      }
      side = told;
    }
    if (side === undefined)
      reading.fault(at('direction'), 'missing_value', null, 'arrivals or departures, or a reporter');
    else
      reading.take(
        { origin, destination, ...period, side, value, flags: row.get('flags') || row.get('flag') },
        at('value'),
      );
  },
};
