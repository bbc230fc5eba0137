import type { Fault } from '../../../common/fault.ts';
import { HttpProblem, type Problem } from '../../../common/http/problem.ts';
import { stateCodes } from '../../../common/states.ts';
import type { Worded } from '../../../common/wording/worded.ts';
import { asymmetry } from '../compare/asymmetry.ts';
import { compareTables } from '../compare/compare.ts';
import type { MirrorCell } from '../mirror-table.ts';
import { officeRules, seriesBreaks } from '../offices.ts';
import type { TableReading } from '../tables/read-tables.ts';
import type { MirrorComparison } from './mirror-schemas.ts';

const MOST_FAULTS = 1000;

/** The comparison of a table as the API gives it, with what is known of the offices' ways of counting. */
export function compareAnswer(reading: TableReading, source: Worded | null): MirrorComparison {
  const { cells, faults, read, passedOver, tables } = reading;
  const { pairs } = compareTables(cells);
  const states = [...new Set(cells.flatMap(({ origin, destination }) => [origin, destination]))].sort();
  const first = Math.min(...cells.map(({ firstYear }) => firstYear));
  const last = Math.max(...cells.map(({ year }) => year));
  return {
    kind: 'reported',
    source,
    corridors: cells.map(corridorYear),
    pairs: pairs.map(({ first_year, ...pair }) => ({ first_year: first_year ?? pair.year, ...pair })),
    breaks: seriesBreaks(states, first, last),
    rules: officeRules(states, first, last),
    states: states.map(state => ({ state, numeric: numericCode(state) })),
    tables: tables.map(({ name, ...table }) => ({ name: name.split(/[/\\]/).at(-1) ?? name, ...table })),
    read,
    fault_count: faults.length,
    faults: faults.slice(0, MOST_FAULTS).map(({ setAside, ...fault }) => ({ ...fault, set_aside: setAside })),
    passed_over: { ...passedOver },
    can_sample: cells.every(({ covariates }) => covariates !== null),
  };
}

/** All that is wrong with a table, with places, as a problem document. */
export function faultProblem(detail: string, faults: readonly Fault[]): HttpProblem {
  return new HttpProblem(422, detail, { type: 'saldo:faulty_table', faults: faults.slice(0, MOST_FAULTS).map(placed) });
}

function placed({ file, row, column, code, found, expected }: Fault): NonNullable<Problem['faults']>[number] {
  const where = [file, `row ${row}`, ...(column === null ? [] : [column]), code].join(', ');
  return { where, ...(found !== null && { found }), expected };
}

function corridorYear(cell: MirrorCell): MirrorComparison['corridors'][number] {
  const { origin, destination, firstYear, year, departures, arrivals, departuresFlags, arrivalsFlags } = cell;
  const { index, ratio } = asymmetry(departures, arrivals);
  return {
    ...{ origin, destination, first_year: firstYear, year, departures, arrivals },
    gap: departures === null || arrivals === null ? null : arrivals - departures,
    ...{ asymmetry: index, ratio },
    ...{ departures_flags: departuresFlags, arrivals_flags: arrivalsFlags },
  };
}

/** Three digits, as maps name the states. */
function numericCode(state: string): string {
  const code = stateCodes().findLast(({ system, alpha2 }) => system === 'numeric' && alpha2 === state)?.code ?? '';
  return code.padStart(3, '0');
}
