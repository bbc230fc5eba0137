import { officeLabel } from '../../../common/wording/offices.ts';
import type { CoverageRow, GapRow } from '../../accounts/account-tables.ts';
import { CLASSES } from '../../accounts/parameters.ts';
import type { Vintage, VintageTables } from '../../runs/vintage-tables.ts';
import { type KnownFlow, knownFlow } from '../known-figures.ts';
import { classCode, DIMENSION_OF } from './class-codes.ts';
import { JOINT } from './code.ts';
import type { ConceptId } from './concepts.ts';
import { COVERAGE, FLOWS, type Structure } from './structures.ts';

/** One number with the values of its dimensions and attributes; an attribute that it lacks is not there or null. */
export type Observation = Partial<Record<ConceptId, string | number | null>>;

/** The observations of a dataflow in one vintage, made while they are read. */
export function* observations(structure: Structure, tables: VintageTables): Generator<Observation> {
  const common = vintageDimensions(tables.vintage);
  if (structure === FLOWS)
    for (const row of tables.flows) yield* flowObservations(knownFlow(row, tables.vintage.offices), common);
  else if (structure === COVERAGE) for (const row of tables.coverage) yield* coverageObservations(row, common);
  else for (const row of tables.gaps) yield gapObservation(row, common);
}

/** The attributes that all observations of a vintage share. */
export function vintageAttributes({ rounded_to, parameters, simulated, offices }: Vintage): Observation {
  const slips = `${simulated ? 'simulated slips' : 'slips'} of ${offices.map(office => officeLabel(office, 'en')).join(', ')}`;
  return {
    CONF_STATUS: rounded_to === null ? 'N' : 'F',
    ROUNDED_TO: rounded_to,
    LAPSE: parameters.lapse,
    SOURCE: slips,
  };
}

function vintageDimensions({ id, parameters }: Vintage): Observation {
  return { THRESHOLD: `M${parameters.threshold}`, VINTAGE: String(id) };
}

/** What no office can tell has no observation. */
function* flowObservations(row: KnownFlow, common: Observation): Generator<Observation> {
  const cell = { ...cellDimensions(row), ...common };
  const reported = { ESTIMATE_KIND: 'REPORTED', UNIT_MEASURE: 'SLIPS', ...NORMAL };
  const { arrivals_reported: arrivals, departures_reported: departures, united } = row;
  if (arrivals !== null)
    yield { ...cell, REPORTER: row.destination, DIRECTION: 'ARR', ...reported, OBS_VALUE: arrivals };
  if (departures !== null)
    yield { ...cell, REPORTER: row.origin, DIRECTION: 'DEP', ...reported, OBS_VALUE: departures };
  const linked = { ESTIMATE_KIND: 'LINKED', UNIT_MEASURE: 'MOVES', ...NORMAL };
  if (united !== null) yield { ...cell, REPORTER: JOINT.id, DIRECTION: 'MOV', ...linked, OBS_VALUE: united };
}

function gapObservation(row: GapRow, common: Observation): Observation {
  return {
    ...cellDimensions(row),
    ...common,
    REPORTER: row.side === 'arrivals' ? row.destination : row.origin,
    DIRECTION: row.side === 'arrivals' ? 'ARR' : 'DEP',
    CAUSE: row.cause.toUpperCase(),
    ESTIMATE_KIND: 'LINKED',
    UNIT_MEASURE: 'NR',
    ...NORMAL,
    OBS_VALUE: row.count,
  };
}

/** What is blank has no observation: that it is missing says that too few stand behind it. */
function* coverageObservations(row: CoverageRow, common: Observation): Generator<Observation> {
  const place = {
    ...common,
    ...{
      REPORTER: row.office,
      DIRECTION: row.side === 'arrivals' ? 'ARR' : 'DEP',
      ORIG: row.origin,
      DEST: row.destination,
    },
  };
  const linked = { ...place, ESTIMATE_KIND: 'LINKED', UNIT_MEASURE: 'MOVES', ...NORMAL };
  yield { ...linked, INDICATOR: 'OWN', OBS_VALUE: row.own };
  yield { ...linked, INDICATOR: 'OTHER', OBS_VALUE: row.other };
  yield { ...linked, INDICATOR: 'MATCHED', OBS_VALUE: row.matched };
  const modelled = { ...linked, ESTIMATE_KIND: 'MODELLED', OBS_STATUS: 'E' };
  const share = { ...modelled, UNIT_MEASURE: 'SHARE', DECIMALS: 4 };
  if (row.genuine !== null) {
    const interval = { LOWER: row.genuine_low95, UPPER: row.genuine_high95 };
    yield { ...share, INDICATOR: 'GENUINE', ...interval, OBS_VALUE: row.genuine };
  }
  if (row.coverage !== null) {
    const interval = { LOWER: row.low95, UPPER: row.high95 };
    yield { ...share, INDICATOR: 'COVERAGE', ...interval, OBS_VALUE: row.coverage };
  }
  if (row.true_flow !== null) {
    const interval = { LOWER: row.true_low95, UPPER: row.true_high95 };
    yield { ...modelled, INDICATOR: 'TRUE_FLOW', ...interval, OBS_VALUE: row.true_flow };
  }
}

const NORMAL = { OBS_STATUS: 'A', DECIMALS: 0 } as const;

function cellDimensions(row: KnownFlow | GapRow): Observation {
  const classes = CLASSES.map(name => [DIMENSION_OF[name], classCode(name, row.classes[name])]);
  return {
    ...{ FREQ: 'A', ORIG: row.origin, DEST: row.destination, TIME_PERIOD: String(row.year) },
    ...Object.fromEntries(classes),
  };
}
