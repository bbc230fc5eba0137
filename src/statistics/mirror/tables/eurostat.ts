import type { Side } from '../mirror-table.ts';
import { findTableState, parseCount } from './parse-values.ts';
import type { Place, Reading } from './reading.ts';

/** One observation of migr_imm5prv or migr_emi3nxt, whatever the file's form. */
export interface EurostatObservation {
  partner: string;
  geo: string;
  time: string;
  agedef: string;
  age: string;
  unit: string;
  sex: string;
  value: string;
  flags: string;
  confidential: string;
}

/** Dimensions whose other values are not ours: everyone of every age, counted in persons. */
const WANTED: readonly (readonly ['age' | 'unit' | 'sex', readonly string[]])[] = [
  ['age', ['TOTAL', '']],
  ['unit', ['NR', '']],
  ['sex', ['T', '']],
];

/**
 * Tells from a name whose figures a table holds: immigration by country of previous residence are arrivals, emigration by country of
 * next residence departures.
 */
export function findEurostatSide(name: string): Side | undefined {
  if (/imm5prv/i.test(name)) return 'arrivals';
  return /emi3nxt/i.test(name) ? 'departures' : undefined;
}

/**
 * Takes the observations of a table, both definitions of age being one figure: age reached (REACH) stands in where age completed
 * (COMPLET) is missing. Figures not for publication count as missing, whatever stands there.
 */
export class EurostatObservations {
  readonly #reach: { observation: EurostatObservation; place: Place }[] = [];
  readonly #reading: Reading;
  readonly #side: Side;
  readonly #taken = new Set<string>();

  constructor(reading: Reading, side: Side) {
    this.#reading = reading;
    this.#side = side;
  }

  take(observation: EurostatObservation, place: Place): void {
    if (WANTED.some(([dimension, values]) => !values.includes(observation[dimension])))
      this.#reading.passOver('other ages, sexes or units');
    else if (observation.agedef === 'REACH') this.#reach.push({ observation, place });
    else this.#report(observation, place);
  }

  end(): void {
    for (const { observation, place } of this.#reach) {
      if (!this.#taken.has(keyOf(observation))) this.#report(observation, place);
    }
  }

  #report(observation: EurostatObservation, place: Place): void {
    const partner = findTableState(observation.partner);
    const geo = findTableState(observation.geo);
    const year = Number(observation.time);
    const hidden = /[CNS]/.test(observation.confidential) || /[|]?N|(^|[^a-z])c([^a-z]|$)/.test(observation.flags);
    if (partner === undefined || geo === undefined) this.#reading.passOver('totals and groups of states');
    else if (partner === geo) this.#reading.passOver('moves within a state');
    else if (!/^\d{4}$/.test(observation.time))
      this.#reading.fault({ ...place, column: 'TIME_PERIOD' }, 'bad_year', observation.time, 'a year such as 2011');
    else if (hidden) this.#reading.passOver('not for publication');
    else {
      const value = parseCount(observation.value, { ...place, column: 'OBS_VALUE' }, this.#reading);
      if (value === null) return;
      this.#taken.add(keyOf(observation));
      const [origin, destination] = this.#side === 'arrivals' ? [partner, geo] : [geo, partner];
      const flags = observation.flags.replace(/[^a-z]/g, '');
      this.#reading.take({ origin, destination, year, firstYear: year, side: this.#side, value, flags }, place);
    }
  }
}

function keyOf({ partner, geo, time }: EurostatObservation): string {
  return `${partner} ${geo} ${time}`;
}
