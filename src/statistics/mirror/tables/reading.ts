import type { Fault } from '../../../common/fault.ts';
import { type Covariates, cellKey, compareCells, emptyCell, type MirrorCell, type Side } from '../mirror-table.ts';

/** Where a value stood. */
export interface Place {
  file: string;
  /** Data record, from 1. */
  row: number;
  column: string | null;
}

/** What an office reports of a corridor in a period. */
export interface Report extends Pick<MirrorCell, 'origin' | 'destination' | 'year' | 'firstYear'> {
  side: Side;
  /** Persons; null where the publisher marks the figure as missing. */
  value: number | null;
  flags: string;
}

/** Cells of one table or several, gathered report by report, with all the faults of the data on the way. */
export class Reading {
  readonly faults: Fault[] = [];
  /** What was left out that is no fault: totals, other ages, figures not for publication; with counts. */
  readonly passedOver = new Map<string, number>();
  read = 0;
  readonly #cells = new Map<string, MirrorCell>();
  readonly #places = new Map<string, Place>();

  /** A fault of a value. The row is set aside, or only the value. */
  fault(place: Place, code: string, found: string | null, expected: string, setAside = true): void {
    this.faults.push({ ...place, code, found: found === '' ? null : found, expected, setAside });
  }

  passOver(what: string): void {
    this.passedOver.set(what, (this.passedOver.get(what) ?? 0) + 1);
  }

  /** Takes a report in. Two different figures of one office for one cell contradict: the first is kept and the second is a fault. */
  take(report: Report, place: Place): void {
    const cell = this.cell(report);
    if (report.value === null) return;
    const key = `${report.side} ${cellKey(report)}`;
    const earlier = cell[report.side];
    if (earlier !== null && earlier !== report.value) {
      const first = this.#places.get(key);
      const where = first === undefined ? '' : ` as in ${first.file}, row ${first.row}`;
      this.fault(place, 'conflicting_value', String(report.value), `${earlier}${where}, or nothing`);
      return;
    }
    if (earlier !== null) return;
    this.#places.set(key, place);
    cell[report.side] = report.value;
    if (report.side === 'arrivals') cell.arrivalsFlags = report.flags;
    else cell.departuresFlags = report.flags;
  }

  /** Adds to a report that stands split over several rows. */
  add(report: Report): void {
    const cell = this.cell(report);
    if (report.value !== null) cell[report.side] = (cell[report.side] ?? 0) + report.value;
  }

  describe(place: Pick<MirrorCell, 'origin' | 'destination' | 'year' | 'firstYear'>, covariates: Covariates): void {
    this.cell(place).covariates = covariates;
  }

  has(place: Pick<MirrorCell, 'origin' | 'destination' | 'year' | 'firstYear'>): boolean {
    return this.#cells.has(cellKey(place));
  }

  /** In order of corridor and year. */
  cells(): MirrorCell[] {
    return [...this.#cells.values()].sort(compareCells);
  }

  private cell(place: Pick<MirrorCell, 'origin' | 'destination' | 'year' | 'firstYear'>): MirrorCell {
    const key = cellKey(place);
    const found = this.#cells.get(key);
    if (found !== undefined) return found;
    const made = emptyCell(place);
    this.#cells.set(key, made);
    return made;
  }
}
