import { SaldoError } from '../../common/saldo-error.ts';
import { findState } from '../../common/states.ts';
import { CHOSEN, type Reading } from '../force/reading.ts';
import { RIGHTS, type Right, ROLES, type Role } from '../register/act.ts';
import { type Day, FIRST_DAY, isDay } from '../register/legal-date.ts';
import type { Stay } from '../register/term.ts';

/** What may a citizen of one state do in another on a day, as far as the register knew on another day. */
export interface Question {
  citizen: string;
  host: string;
  on: Day;
  role: Role;
  /** What is known of the person beyond the role: fact and value. */
  facts: Readonly<Record<string, string>>;
  knownOn?: Day;
  /** The day on which the stay that is asked about began, where known: limits then have a last day. */
  entered?: Day;
  /** Earlier stays, for limits that count all days of a window. */
  stays?: readonly Stay[];
}

/** The claims that count for a question. */
export function readingOf({ knownOn }: Pick<Question, 'knownOn'>): Reading {
  return knownOn === undefined ? CHOSEN : { ...CHOSEN, knownOn };
}

const ROLE_BY_PURPOSE: Readonly<Record<string, Role>> = {
  work: 'worker',
  study: 'student',
  family: 'family',
  permanent: 'resident',
};

/** A question as somebody asks it; all faults at once. */
export interface AskedQuestion {
  citizen: string;
  host: string;
  on: string;
  role?: string;
  purpose?: string;
  ask?: readonly string[];
  facts?: Readonly<Record<string, string>>;
  knownOn?: string;
  entered?: string;
  /** Earlier stays, each FROM/TO. */
  stays?: readonly string[];
}

/** @throws SaldoError `invalid_option` with everything that is wrong with the question */
export function parseQuestion(asked: AskedQuestion): { question: Question; rights: readonly Right[] } {
  const faults: string[] = [];
  const citizen = stateOf('citizen', asked.citizen, faults);
  const host = stateOf('in', asked.host, faults);
  if (citizen !== '' && citizen === host)
    faults.push(`citizen and in: found ${citizen} twice, expected two states: at home one's own law decides`);
  const on = dayOf('on', asked.on, faults);
  const knownOn = asked.knownOn === undefined ? undefined : dayOf('known-on', asked.knownOn, faults);
  const entered = asked.entered === undefined ? undefined : dayOf('entered', asked.entered, faults);
  if (entered !== undefined && entered > on)
    faults.push(`entered: found ${entered}, expected a day not after ${on}, the day asked about`);
  const stays = (asked.stays ?? []).flatMap(text => stayOf(text, faults) ?? []);
  const role = roleOf(asked, faults);
  const rights = rightsOf(asked.ask ?? [], faults);
  if (faults.length > 0) throw new SaldoError('invalid_option', faults.join('; '), { faults });
  const facts = { ...asked.facts, ...(asked.purpose !== undefined && { purpose: asked.purpose }) };
  return {
    question: {
      ...{ citizen, host, on, role, facts },
      ...(knownOn !== undefined && { knownOn }),
      ...(entered !== undefined && { entered }),
      ...(stays.length > 0 && { stays }),
    },
    rights,
  };
}

function stayOf(text: string, faults: string[]): Stay | undefined {
  const [from = '', to = ''] = text.split('/');
  if (isDay(from) && isDay(to) && from <= to) return { from, to };
  faults.push(`stay: found ${text}, expected two days YYYY-MM-DD/YYYY-MM-DD, the earlier first`);
  return undefined;
}

function stateOf(option: string, code: string, faults: string[]): string {
  const state = findState(code);
  if (state !== undefined) return state;
  faults.push(`${option}: found ${code}, expected a state's ISO 3166-1 code`);
  return '';
}

function dayOf(option: string, text: string, faults: string[]): Day {
  if (!isDay(text)) faults.push(`${option}: found ${text}, expected a day YYYY-MM-DD`);
  else if (text < FIRST_DAY)
    faults.push(`${option}: found ${text}, expected a day from ${FIRST_DAY} on: the register begins there`);
  return text;
}

function roleOf({ role, purpose }: AskedQuestion, faults: string[]): Role {
  if (purpose !== undefined && !Object.hasOwn(ROLE_BY_PURPOSE, purpose) && !OTHER_PURPOSES.includes(purpose))
    faults.push(
      `purpose: found ${purpose}, expected ${[...Object.keys(ROLE_BY_PURPOSE), ...OTHER_PURPOSES].join(', ')}`,
    );
  if (role === undefined) return (purpose === undefined ? undefined : ROLE_BY_PURPOSE[purpose]) ?? 'citizen';
  const found = ROLES.find(each => each === role);
  if (found === undefined) faults.push(`role: found ${role}, expected ${ROLES.join(', ')}`);
  return found ?? 'citizen';
}

const OTHER_PURPOSES = ['visit', 'transit', 'humanitarian', 'other'];

function rightsOf(asked: readonly string[], faults: string[]): readonly Right[] {
  if (asked.length === 0) return RIGHTS;
  return asked.flatMap(word => {
    const right = RIGHTS.find(each => each === word);
    if (right === undefined) faults.push(`ask: found ${word}, expected some of ${RIGHTS.join(', ')}`);
    return right ?? [];
  });
}
