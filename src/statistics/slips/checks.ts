import { sqlText } from '../../engine/sql.ts';
import { COLUMN_WORDS, type SlipColumn, STATE_COLUMNS, type WordColumn } from './slip-columns.ts';

/** What a fault does to its row: sets it aside, or blanks the value, or is only told. */
type Effect = 'set_aside' | 'blank' | 'report';

/** One thing that can be wrong with one column of a row. */
export interface Check {
  column: SlipColumn | null;
  code: string;
  effect: Effect;
  /** SQL over the parsed row. */
  when: string;
  /** For a reader; `{dates}` and `{states}` stand for what the profile expects. */
  expected: string;
}

/** Days by which a registration may come before the move that it registers without a word. */
const EARLY_DAYS = 7;
const EARLIEST_EVENT = '1900-01-01';
const EARLIEST_BIRTH = '1850-01-01';
const MOST_MONTHS = 1200;

/** All checks of single rows, in the order in which faults of one row are reported. */
export function rowChecks(today: string): Check[] {
  return [
    ...missingValues(),
    ...badWords(),
    ...unknownStates(),
    ...badDays(),
    ...futureDays(today),
    ...contradictingDays(today),
    ...contradictingOffices(),
    {
      column: 'intended_months',
      code: 'bad_value',
      effect: 'blank',
      when: `intended_months_text is not null
        and coalesce(intended_months <> floor(intended_months) or intended_months not between 0 and ${MOST_MONTHS}, true)`,
      expected: `a whole number of months, 0 to ${MOST_MONTHS}`,
    },
  ];
}

/** A record that is no row at all; no other check says anything of it. */
export const BROKEN_ROW: Check = {
  column: null,
  code: 'broken_row',
  effect: 'set_aside',
  when: 'broken is not null',
  expected: 'one JSON object in one line',
};

/** A row that takes back the slip of its office and number; no other check says anything of it. */
export const WITHDRAWAL: Check = {
  column: 'status',
  code: 'withdrawn',
  effect: 'set_aside',
  when: `status = 'withdrawn' and office is not null and slip_id_text is not null`,
  expected: 'a slip that its office has not withdrawn',
};

function missingValues(): Check[] {
  return (['slip_id', 'office', 'kind', 'registered_on'] as const).map(column => ({
    column,
    code: 'missing_value',
    effect: 'set_aside',
    when: `${column}_text is null`,
    expected: 'a value: the column is required',
  }));
}

function badWords(): Check[] {
  return (Object.keys(COLUMN_WORDS) as WordColumn[]).map(column => ({
    column,
    code: 'bad_value',
    effect: column === 'kind' ? 'set_aside' : 'blank',
    when: `${column}_text is not null and ${column} is null`,
    expected: `${COLUMN_WORDS[column].join(', ')}${column === 'kind' ? '' : ' or empty'}`,
  }));
}

function unknownStates(): Check[] {
  return STATE_COLUMNS.map(column => ({
    column,
    code: 'unknown_state',
    effect: column === 'office' ? 'set_aside' : 'blank',
    when: `${column}_text is not null and ${column === 'office' ? `coalesce(office, 'ZZ') = 'ZZ'` : `${column} is null`}`,
    expected: 'a state by its {states} code',
  }));
}

function badDays(): Check[] {
  const bad = (column: SlipColumn, value: string, earliest: string) => ({
    column,
    code: 'bad_date',
    when: `${column}_text is not null and coalesce(${value} < date ${sqlText(earliest)}, true)`,
  });
  const expected = `a day {dates}, not before ${EARLIEST_EVENT}`;
  const birth = `a day {dates}, or a month or year of that form, not before ${EARLIEST_BIRTH}`;
  return [
    { ...bad('registered_on', 'registered_on', EARLIEST_EVENT), effect: 'set_aside', expected },
    { ...bad('event_on', 'event_on', EARLIEST_EVENT), effect: 'blank', expected },
    { ...bad('birth_date', 'birth_on', EARLIEST_BIRTH), effect: 'blank', expected: birth },
  ];
}

function futureDays(today: string): Check[] {
  const future = (column: SlipColumn, value: string, effect: Effect): Check => ({
    column,
    code: 'date_in_future',
    effect,
    when: `${value} > date ${sqlText(today)}`,
    expected: `a day up to ${today}`,
  });
  return [
    future('registered_on', 'registered_on', 'set_aside'),
    future('event_on', 'event_on', 'blank'),
    future('birth_date', 'birth_on', 'blank'),
  ];
}

/**
 * Of an event, a registration and a birth that contradict each other, the one that two others outvote is blanked. A registration is made
 * by the office itself, so where it comes before the birth, the birth date is wrong; where only the event does, the event is. Somebody may
 * sign out before leaving, so a departure registered early is only told; an arrival cannot be, its event is blanked.
 */
function contradictingDays(today: string): Check[] {
  const bornLate = `birth_on <= date ${sqlText(today)} and registered_on < birth_on`;
  const early = `event_on > registered_on + ${EARLY_DAYS} and event_on <= date ${sqlText(today)}`;
  const beforeBirth = `event_on < birth_on and birth_on <= date ${sqlText(today)} and event_on >= date ${sqlText(EARLIEST_EVENT)}`;
  const event = { column: 'event_on', code: 'event_before_birth', expected: 'a day on or after the birth' } as const;
  const registered = {
    column: 'event_on',
    code: 'registered_before_event',
    expected: `a day at most ${EARLY_DAYS} days after registered_on`,
  } as const;
  return [
    { ...event, effect: 'blank', when: `${beforeBirth} and registered_on >= birth_on` },
    { ...event, effect: 'report', when: `${beforeBirth} and registered_on < birth_on` },
    {
      column: 'birth_date',
      code: 'registered_before_birth',
      effect: 'blank',
      when: bornLate,
      expected: 'a day on or before registered_on',
    },
    { ...registered, effect: 'blank', when: `kind = 'arrival' and ${early}` },
    { ...registered, effect: 'report', when: `kind = 'departure' and ${early}` },
  ];
}

function contradictingOffices(): Check[] {
  const mismatch = (kind: string, column: 'origin' | 'destination'): Check => ({
    column,
    code: 'office_mismatch',
    effect: 'set_aside',
    when: `kind = '${kind}' and ${column} <> office`,
    expected: `the office's own state, or empty: the slip is ${kind === 'arrival' ? 'an arrival' : 'a departure'}`,
  });
  return [mismatch('arrival', 'destination'), mismatch('departure', 'origin')];
}
