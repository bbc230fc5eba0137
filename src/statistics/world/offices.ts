import type { Writing } from './writing.ts';

/** What one statistical office catches of what happens, and what it adds; all are shares from 0 to 1. */
export interface OfficeHabits {
  /** Arrivals from other states that are registered at all. */
  readonly arrivals: number;
  /** Departures to other states that are registered at all. */
  readonly departures: number;
  /** Changes of address within the state that are registered. */
  readonly internal: number;
  /** Residents by an arrival who register again later and name the old origin again. */
  readonly repeated: number;
  /** Slips written twice. */
  readonly duplicated: number;
  /** Residents, per departure that happens, who sign off and never leave. */
  readonly neverLeft: number;
  /** Residents, per arrival that happened, whose registration expires and is booked as a departure. */
  readonly expired: number;
  /** Departures that name another state than the one reached. */
  readonly otherDestination: number;
  /** Slips that name no state at the other end. */
  readonly unnamed: number;
  /** Events registered more than a month late. */
  readonly late: number;
}

/** An office: a state, how it registers and how it writes names. */
export interface Office {
  readonly state: string;
  readonly habits: OfficeHabits;
  /** Ways of writing names with their weights. */
  readonly writings: readonly (readonly [writing: Writing, weight: number])[];
  /** Share of slips in capitals. */
  readonly capitals: number;
}

export const USUAL_HABITS: OfficeHabits = {
  ...{
    arrivals: 0.93,
    departures: 0.75,
    internal: 0.8,
    repeated: 0.05,
    duplicated: 0.02,
    neverLeft: 0.04,
    expired: 0.02,
  },
  ...{ otherDestination: 0.04, unnamed: 0.007, late: 0.2 },
};

const HABITS: Readonly<Record<string, Partial<OfficeHabits>>> = {
  RU: { arrivals: 0.94, departures: 0.72, expired: 0.06, repeated: 0.06 },
  BY: { arrivals: 0.96, departures: 0.82, repeated: 0.05 },
  KZ: { arrivals: 0.93, departures: 0.85, neverLeft: 0.03 },
  KG: { arrivals: 0.88, departures: 0.6, late: 0.3 },
  TJ: { arrivals: 0.85, departures: 0.55, late: 0.35 },
  UZ: { arrivals: 0.9, departures: 0.7 },
  MD: { arrivals: 0.9, departures: 0.6 },
};

const WRITINGS: Readonly<Record<string, Office['writings']>> = {
  RU: [
    ['russian', 60],
    ['russian-e', 40],
  ],
  BY: [
    ['russian', 42],
    ['russian-e', 26],
    ['belarusian', 20],
    ['by-passport', 12],
  ],
  KZ: [
    ['russian-e', 45],
    ['kazakh', 35],
    ['kz-passport', 20],
  ],
  KG: [
    ['russian-e', 60],
    ['kyrgyz', 25],
    ['kg-passport', 15],
  ],
  TJ: [
    ['tajik', 50],
    ['russian-e', 35],
    ['tj-passport', 15],
  ],
  UZ: [
    ['uzbek', 70],
    ['passport', 30],
  ],
  AZ: [
    ['azerbaijani', 80],
    ['passport', 20],
  ],
  AM: [
    ['armenian', 70],
    ['passport', 30],
  ],
  MD: [
    ['moldovan', 85],
    ['passport', 15],
  ],
  UA: [
    ['ukrainian', 70],
    ['ua-passport', 30],
  ],
};

const CAPITALS: Readonly<Record<string, number>> = { RU: 0.1, BY: 0.3, KZ: 0.1, MD: 0.5, AZ: 0.1 };

/** The office of a state; one of which nothing is known has the usual habits and writes passport Latin. */
export function officeOf(state: string, habits: Partial<OfficeHabits> = {}): Office {
  return {
    state,
    habits: { ...USUAL_HABITS, ...HABITS[state], ...habits },
    writings: WRITINGS[state] ?? [['passport', 1]],
    capitals: CAPITALS[state] ?? 0.2,
  };
}
