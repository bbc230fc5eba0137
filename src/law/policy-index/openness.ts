import type { CompiledRegister } from '../force/compiled-register.ts';
import { RIGHTS, type Right, type Role } from '../register/act.ts';
import type { Day } from '../register/legal-date.ts';
import { type Answer, answer } from '../rights/answer.ts';

/** In which quality each right is asked for: the one whom acts speak of first. */
const ASKED_AS: Readonly<Record<Right, Role>> = {
  'visa-free-entry': 'citizen',
  'stay-without-registration': 'citizen',
  'work-without-permit': 'worker',
  'equal-pay': 'worker',
  education: 'student',
  'recognition-of-education': 'worker',
  property: 'resident',
  'social-security': 'worker',
  'medical-care': 'worker',
  pension: 'worker',
  'local-elections': 'resident',
  'national-elections': 'resident',
  'public-office': 'resident',
};

/** A stay without registration counts in full from so many days on. */
const FULL_STAY_DAYS = 90;

/** How open one state was by law to the citizens of another in a year. */
export interface Openness {
  citizen: string;
  host: string;
  year: number;
  /** Share of the rights that acts give, 0 to 1: what is not known or disputed counts nothing. */
  index: number;
  /** The same where everything that is not known or disputed counts in full. */
  highest: number;
  /** Score of each right, 0 to 1; null where the answer is not known or disputed. */
  scores: Readonly<Record<Right, number | null>>;
}

/**
 * The policy index of openness. For each of the 13 rights a score from 0 to 1, then their plain mean:
 *
 *   index = (1 / 13) · Σ score(right)
 *
 * Score 1: an act in force gives the right; for a limit in days, days / 90 and at most 1; 0: an act denies it, or none speaks and the
 * host's own law decides, of which the register knows nothing. Rights that are unknown or disputed count 0 in `index` and 1 in `highest`:
 * the truth by the register lies between. Asked on 1 July, each right in the quality of which acts speak first (worker, student, resident).
 *
 * Source: own construction after the logic of IMPALA and DEMIG POLICY, which score rules and not outcomes; weights are equal because no
 * source gives better ones. It fails as a measure of real openness where national law is generous without a treaty (visa-free entry by
 * habit, say), and between states of which the register holds few acts: compare years and pairs within the space, not with others.
 */
export function openness(register: CompiledRegister, citizen: string, host: string, year: number): Openness {
  const on: Day = `${year}-07-01`;
  const scores = Object.fromEntries(
    RIGHTS.map(right => [
      right,
      scoreOf(answer(register, { citizen, host, on, role: ASKED_AS[right], facts: {} }, right)),
    ]),
  ) as Record<Right, number | null>;
  const mean = (unknown: number) => RIGHTS.reduce((sum, right) => sum + (scores[right] ?? unknown), 0) / RIGHTS.length;
  return { citizen, host, year, index: mean(0), highest: mean(1), scores };
}

function scoreOf({ status, value, unit }: Pick<Answer, 'status' | 'value' | 'unit'>): number | null {
  if (status === 'unknown' || status === 'disputed') return null;
  if (status !== 'yes') return 0;
  return value !== undefined && unit === 'day' ? Math.min(1, value / FULL_STAY_DAYS) : 1;
}

/** The index for every ordered pair of states and every year, in order of citizenship, host, year. */
export function opennessOf(
  register: CompiledRegister,
  { states, from, to }: { states: readonly string[]; from: number; to: number },
): Openness[] {
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return states.flatMap(citizen =>
    states.filter(host => host !== citizen).flatMap(host => years.map(year => openness(register, citizen, host, year))),
  );
}
