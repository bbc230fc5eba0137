import { type EurostatObservation, EurostatObservations, findEurostatSide } from './eurostat.ts';
import { type LayoutContext, notATable, type TableRow } from './layouts.ts';
import type { Reading } from './reading.ts';

/** Whether a header is that of Eurostat's SDMX-CSV: DATAFLOW (in its version 2.0 STRUCTURE_ID), the dimensions, TIME_PERIOD, OBS_VALUE, OBS_FLAG, CONF_STATUS. */
export function isSdmxHeader(columns: ReadonlySet<string>): boolean {
  return ['partner', 'geo', 'time_period', 'obs_value'].every(name => columns.has(name));
}

/** Reads the records of an SDMX-CSV file of one or both tables. */
export class SdmxRecords {
  readonly #sides = new Map<string, EurostatObservations>();
  readonly #reading: Reading;
  readonly #context: LayoutContext;

  constructor(reading: Reading, context: LayoutContext) {
    this.#reading = reading;
    this.#context = context;
  }

  take(row: TableRow): void {
    const get = (column: string): string => row.get(column).split(':')[0]?.trim() ?? '';
    const observation: EurostatObservation = {
      partner: get('partner'),
      geo: get('geo'),
      time: get('time_period'),
      agedef: get('agedef'),
      age: get('age'),
      unit: get('unit'),
      sex: get('sex'),
      value: row.get('obs_value'),
      flags: get('obs_flag'),
      confidential: get('conf_status'),
    };
    this.#of(row.get('dataflow') || row.get('structure_id')).take(observation, {
      file: row.file,
      row: row.row,
      column: null,
    });
  }

  end(): void {
    for (const observations of this.#sides.values()) observations.end();
  }

  #of(dataflow: string): EurostatObservations {
    const found = this.#sides.get(dataflow);
    if (found !== undefined) return found;
    const side = findEurostatSide(dataflow) ?? findEurostatSide(this.#context.file) ?? this.#context.hints.side;
    if (side === undefined) {
      throw notATable(
        this.#context.file,
        `the data flow ${dataflow || '(none)'}`,
        'migr_imm5prv or migr_emi3nxt, or --side',
      );
    }
    const made = new EurostatObservations(this.#reading, side);
    this.#sides.set(dataflow, made);
    return made;
  }
}
