import { SaldoError } from '../../common/saldo-error.ts';
import { findState } from '../../common/states.ts';
import { dayOf } from './calendar.ts';
import { planWorld } from './plan-world.ts';
import { BELARUS_RUSSIA, planBelarusRussia } from './preset-belarus-russia.ts';
import type { WorldPlan } from './world-plan.ts';

/** What to simulate. A preset has its own people, years and states, and a scale instead. */
export interface WorldRequest {
  /** Default 50,000. */
  readonly people?: number;
  /** Default 1. */
  readonly seed?: number;
  /** First and last year; default 2000 and 2011. */
  readonly from?: number;
  readonly to?: number;
  /** 0 none, 1 ordinary (default), 3 triple; anything between. */
  readonly noise?: number;
  /** Codes of the states whose offices send in slips; default: nine of the CIS. */
  readonly states?: readonly string[];
  readonly preset?: string;
  /** Part of the preset's real size; default 0.02. */
  readonly scale?: number;
}

const DEFAULT_STATES = ['RU', 'BY', 'KZ', 'KG', 'UZ', 'TJ', 'AZ', 'AM', 'MD'];
const PRESETS = [BELARUS_RUSSIA];

/** Checks a request, all faults at once, and plans its world. */
export function planRequest(request: WorldRequest): WorldPlan {
  const {
    seed = 1,
    noise = 1,
    scale = 0.02,
    people = 50_000,
    from = 2000,
    to = 2011,
    states = DEFAULT_STATES,
  } = request;
  const faults =
    request.preset === undefined ? worldFaults({ people, from, to, states }, request) : presetFaults(request, scale);
  if (!Number.isSafeInteger(seed)) faults.push(`--seed: found ${seed}, expected a whole number`);
  if (!(noise >= 0 && noise <= 3)) faults.push(`--noise: found ${noise}, expected a number from 0 to 3`);
  if (faults.length > 0) throw new SaldoError('invalid_option', faults.join('; '), { faults });
  if (request.preset !== undefined) return planBelarusRussia({ scale, seed, noise });
  const codes = [...new Set(states.map(code => findState(code) ?? code))];
  return planWorld({ people, seed, noise, from: dayOf(from), to: dayOf(to, 12, 31), states: codes });
}

interface WorldSize {
  people: number;
  from: number;
  to: number;
  states: readonly string[];
}

function worldFaults({ people, from, to, states }: WorldSize, { scale }: WorldRequest): string[] {
  const faults: string[] = [];
  if (!Number.isInteger(people) || people < 1) faults.push(`--people: found ${people}, expected a whole number from 1`);
  for (const [option, year] of [
    ['--from', from],
    ['--to', to],
  ] as const) {
    if (!Number.isInteger(year) || year < 1950 || year > 2100)
      faults.push(`${option}: found ${year}, expected a year from 1950 to 2100`);
  }
  if (from > to) faults.push(`--from: found ${from}, expected no later than --to, ${to}`);
  if (states.length === 0) faults.push('--states: found none, expected codes such as BY,RU');
  const unknown = states.filter(code => findState(code) === undefined);
  if (unknown.length > 0)
    faults.push(`--states: found ${unknown.join(',')}, expected codes of ISO 3166-1 such as BY,RU`);
  if (scale !== undefined) faults.push('--scale: expected with --preset only');
  return faults;
}

function presetFaults({ preset = '', people, from, to, states }: WorldRequest, scale: number): string[] {
  const faults: string[] = [];
  if (!PRESETS.includes(preset)) faults.push(`--preset: found ${preset}, expected ${PRESETS.join(' or ')}`);
  if (!(scale > 0 && scale <= 1)) faults.push(`--scale: found ${scale}, expected a number above 0, at most 1`);
  for (const [option, given] of Object.entries({ people, from, to, states })) {
    if (given !== undefined) faults.push(`--${option}: not with --preset, which has its own; use --scale`);
  }
  return faults;
}
