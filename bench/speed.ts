import { type AccountRun, accountWorld } from './account-run.ts';
import { cost, report, share, table } from './results.ts';
import { type Accuracy, accuracyOf } from './truth.ts';
import { world } from './worlds.ts';

/** Slips that a person leaves at least, in worlds of the default years and offices (3.15 to 3.19 seen). */
const SLIPS_PER_PERSON = 3.15;

type SpeedRun = AccountRun & { judgement: Accuracy };

/** From CSV files to flows at each size: what it took, and how it grows. */
export async function runSpeed({ slips, cores }: { slips: readonly number[]; cores: number }): Promise<void> {
  const runs: SpeedRun[] = [];
  for (const count of slips) {
    const folder = world({ people: Math.ceil(count / SLIPS_PER_PERSON), seed: 1, noise: 1 });
    runs.push(await accountWorld(folder, cores, out => accuracyOf(folder, out)));
  }
  report('speed', [sizes(runs, cores), steps(runs)], runs);
}

function sizes(runs: readonly SpeedRun[], cores: number): string {
  const headers = ['slips', 'cores', 'seconds', 'CPU s', 'peak memory', 's per million', 'F1', 'measured by'];
  return table(
    headers,
    runs.map(({ measured, record, judgement }) => [
      String(record.read),
      String(cores),
      ...cost(measured),
      ((measured.seconds * 1e6) / record.read).toFixed(2),
      share(judgement.pairs.f1),
      measured.measuredBy,
    ]),
  );
}

/** Every step's seconds at each size, and what is left: start, hashes, report. */
function steps(runs: readonly SpeedRun[]): string {
  const names = [...new Set(runs.flatMap(({ record }) => record.steps.map(({ name }) => name)))];
  const secondsOf = ({ record }: SpeedRun, name: string): number =>
    record.steps.filter(step => step.name === name).reduce((sum, step) => sum + step.seconds, 0);
  const outside = (run: SpeedRun): number =>
    run.measured.seconds - run.record.steps.reduce((sum, { seconds }) => sum + seconds, 0);
  return table(
    ['step, seconds', ...runs.map(({ record }) => String(record.read))],
    [
      ...names.map(name => [name, ...runs.map(run => secondsOf(run, name).toFixed(2))]),
      ['outside the steps', ...runs.map(run => outside(run).toFixed(2))],
    ],
  );
}
