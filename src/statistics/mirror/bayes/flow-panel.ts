import { SaldoError } from '../../../common/saldo-error.ts';
import { type Class, type Covariates, corridorKey, type MirrorCell, type Side } from '../mirror-table.ts';

/** A report of one office on one cell, as the models see it. */
export interface PanelReport {
  cell: number;
  side: Side;
  office: string;
  count: number;
  undercount: Class;
  accuracy: Class;
  /** Held out: the models do not see it, and are judged by it. */
  held: boolean;
}

/** A table laid out for the Bayesian models: corridors one after another, the years of each without a gap. */
export interface FlowPanel {
  cells: readonly MirrorCell[];
  /** First cell of each corridor, and the number of cells at the end. */
  corridorStarts: readonly number[];
  reports: readonly PanelReport[];
  /** Three a cell: log population of the origin, of the destination, log distance, each standardised over all rows of the table. */
  covariates: Float64Array;
}

/** Which reports are held out, if any. */
export type HeldOut = (cell: MirrorCell, side: Side) => boolean;

/**
 * Lays a table out. Covariates are standardised over all its rows with the divisor n − 1; one that never varies becomes 0.
 *
 * @throws SaldoError `not_identified` with all places where covariates, classes or years are missing
 */
export function layOutPanel(cells: readonly MirrorCell[], heldOut: HeldOut = () => false): FlowPanel {
  refuseGaps(cells);
  const reports = cells.flatMap((cell, at) => reportsOf(cell, at, heldOut));
  const starts = cells.flatMap((cell, at) =>
    at === 0 || corridorKey(cell) !== corridorKey(cells[at - 1] as MirrorCell) ? [at] : [],
  );
  return { cells, corridorStarts: [...starts, cells.length], reports, covariates: standardised(cells) };
}

function reportsOf(cell: MirrorCell, at: number, heldOut: HeldOut): PanelReport[] {
  const { covariates, departures, arrivals } = cell;
  const side = (
    name: Side,
    count: number | null,
    office: string,
    undercount: Class | null,
    accuracy: Class | null,
  ): PanelReport[] =>
    count === null || undercount === null || accuracy === null
      ? []
      : [{ cell: at, side: name, office, count: Math.round(count), undercount, accuracy, held: heldOut(cell, name) }];
  return [
    ...side(
      'arrivals',
      arrivals,
      cell.destination,
      covariates?.undercountDestination ?? null,
      covariates?.accuracyDestination ?? null,
    ),
    ...side(
      'departures',
      departures,
      cell.origin,
      covariates?.undercountOrigin ?? null,
      covariates?.accuracyOrigin ?? null,
    ),
  ];
}

function refuseGaps(cells: readonly MirrorCell[]): void {
  const faults: string[] = [];
  for (const [at, cell] of cells.entries()) {
    const name = `${cell.origin} → ${cell.destination} ${cell.year}`;
    const before = cells[at - 1];
    if (cell.firstYear !== cell.year) faults.push(`${name}: a period, expected single years`);
    else if (before !== undefined && corridorKey(before) === corridorKey(cell) && cell.year !== before.year + 1)
      faults.push(`${name}: no row for ${before.year + 1}`);
    const { covariates } = cell;
    if (covariates === null) faults.push(`${name}: no populations or distance`);
    else if (
      cell.arrivals !== null &&
      (covariates.undercountDestination === null || covariates.accuracyDestination === null)
    )
      faults.push(`${name}: no classes of the destination's office`);
    else if (cell.departures !== null && (covariates.undercountOrigin === null || covariates.accuracyOrigin === null))
      faults.push(`${name}: no classes of the origin's office`);
  }
  if (faults.length === 0) return;
  const more = faults.length > 5 ? `; and ${faults.length - 5} more` : '';
  throw new SaldoError(
    'not_identified',
    `the model needs every year of a corridor with its covariates: ${faults.slice(0, 5).join('; ')}${more}`,
    {
      reason: 'incomplete',
      faults,
    },
  );
}

const COVARIATES: readonly ((covariates: Covariates) => number)[] = [
  ({ popOrigin }) => Math.log(popOrigin),
  ({ popDestination }) => Math.log(popDestination),
  ({ distanceKm }) => Math.log(distanceKm),
];

function standardised(cells: readonly MirrorCell[]): Float64Array {
  const out = new Float64Array(cells.length * COVARIATES.length);
  for (const [column, logOf] of COVARIATES.entries()) {
    const values = cells.map(({ covariates }) => (covariates === null ? 0 : logOf(covariates)));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const deviation = Math.sqrt(squares / Math.max(values.length - 1, 1));
    for (const [at, value] of values.entries())
      out[at * COVARIATES.length + column] = deviation > 1e-12 ? (value - mean) / deviation : 0;
  }
  return out;
}
