import { type AccountRun, accountWorld } from './account-run.ts';
import { cost, percent, report, share, table } from './results.ts';
import { type Accuracy, accuracyOf } from './truth.ts';
import { type WorldOf, world } from './worlds.ts';

type AccuracyRun = AccountRun & { of: WorldOf; judgement: Accuracy };

export interface AccuracyOptions {
  people: readonly number[];
  seeds: readonly number[];
  noise: readonly number[];
  cores: number;
}

/** Persons, verdicts and flows against truth, world by world. */
export async function runAccuracy({ people, seeds, noise, cores }: AccuracyOptions): Promise<void> {
  const worlds = people.flatMap(count =>
    noise.flatMap(level => seeds.map(seed => ({ people: count, seed, noise: level }))),
  );
  const runs: AccuracyRun[] = [];
  for (const of of worlds) {
    const folder = world(of);
    runs.push({ of, ...(await accountWorld(folder, cores, out => accuracyOf(folder, out))) });
  }
  report('accuracy', [quality(runs), verdicts(runs)], runs);
}

function quality(runs: readonly AccuracyRun[]): string {
  const headers = [
    'people',
    'noise',
    'seed',
    'slips',
    'set aside',
    'precision',
    'recall',
    'F1',
    'verdicts',
    'macro-F1',
  ];
  return table(
    [...headers, 'flows, total', 'by corridor', 'and year', 'seconds', 'CPU s', 'peak memory'],
    runs.map(({ of, record, measured, judgement: { pairs, verdicts, flows } }) => [
      ...[of.people, of.noise, of.seed, record.read, record.set_aside].map(String),
      ...[pairs.precision, pairs.recall, pairs.f1, verdicts.accuracy, verdicts.macroF1].map(share),
      ...[flows.total, flows.corridors, flows.years].map(percent),
      ...cost(measured),
    ]),
  );
}

/** The F1 of each verdict in each world. */
function verdicts(runs: readonly AccuracyRun[]): string {
  const names = [...new Set(runs.flatMap(({ judgement }) => Object.keys(judgement.verdicts.f1)))].sort();
  return table(
    ['F1 of the verdict', ...runs.map(({ of }) => `noise ${of.noise} seed ${of.seed}`)],
    names.map(name => [
      name,
      ...runs.map(({ judgement }) => {
        const f1 = judgement.verdicts.f1[name];
        return f1 === undefined ? '' : share(f1);
      }),
    ]),
  );
}
