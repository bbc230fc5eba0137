import { SPACE_STATES } from '../src/common/space.ts';
import { CompiledRegister } from '../src/law/force/compiled-register.ts';
import { RIGHTS } from '../src/law/register/act.ts';
import { readRegister } from '../src/law/register/read-register.ts';
import { answer } from '../src/law/rights/answer.ts';
import { report, table } from './results.ts';

const FIRST_YEAR = 1992;
const YEARS = 35;
const QUESTIONS = 200_000;

/** Answers a second on one core from a compiled register, and the full matrix: 12 states by 12 by 13 rights by 35 years, reading included. */
export function runLaw(): void {
  const matrix = measure(() => askMatrix(new CompiledRegister(readRegister())));
  const register = new CompiledRegister(readRegister());
  askMatrix(register);
  const answers = measure(() => askAround(register));
  const rate = (seconds: number) => String(Math.round(QUESTIONS / seconds));
  const rows = [
    ['by the clock', rate(answers.seconds), matrix.seconds.toFixed(2)],
    ['by the processor’s time', rate(answers.cpuSeconds), matrix.cpuSeconds.toFixed(2)],
  ];
  report('law', [table(['', 'answers a second, one core', 'matrix 12 × 12 × 13 × 35, s'], rows)], { answers, matrix });
}

/** The clock tells how long somebody waits; the processor's time is the same whatever else the machine does. */
function measure(work: () => void): { seconds: number; cpuSeconds: number } {
  const start = process.hrtime.bigint();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, cpuSeconds: (user + system) / 1e6 };
}

function askMatrix(register: CompiledRegister): void {
  for (const citizen of SPACE_STATES)
    for (const host of SPACE_STATES)
      for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++)
        for (const right of RIGHTS)
          if (citizen !== host)
            answer(register, { citizen, host, on: `${year}-07-01`, role: 'citizen', facts: {} }, right);
}

/** Questions that differ from one to the next in states, day, role and right. */
function askAround(register: CompiledRegister): void {
  const roles = ['citizen', 'worker', 'family', 'student', 'resident'] as const;
  for (let at = 0; at < QUESTIONS; at++) {
    const citizen = SPACE_STATES[at % 12] ?? 'RU';
    const host = SPACE_STATES[((at % 12) + 1 + (Math.floor(at / 12) % 11)) % 12] ?? 'BY';
    const on = `${FIRST_YEAR + (at % YEARS)}-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`;
    answer(register, { citizen, host, on, role: roles[at % 5] ?? 'citizen', facts: {} }, RIGHTS[at % 13] ?? 'pension');
  }
}
