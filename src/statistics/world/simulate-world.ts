import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packageVersion } from '../../common/package-version.ts';
import { type StepListener, Steps } from '../../common/steps.ts';
import { isoDay } from './calendar.ts';
import { slipsToParquet } from './parquet.ts';
import { planRequest, type WorldRequest } from './world-options.ts';
import { SIMULATED, worldReadme } from './world-readme.ts';
import { type WorldCounts, type WorldFiles, writeText, writeWorld } from './write-world.ts';

export interface SimulateOptions extends WorldRequest {
  /** Folder for `slips`, `truth`, `world.json` and `README.txt`. */
  readonly out: string;
  /** Of the slips; the truth is CSV always. Default csv. */
  readonly format?: 'csv' | 'parquet';
}

/** What `world.json` says. */
export interface WorldRecord {
  readonly simulated: typeof SIMULATED;
  readonly generator: { readonly name: 'saldo simulate'; readonly version: string };
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly counts: WorldCounts;
  readonly files: WorldFiles;
}

/** Makes a world with known truth and writes it; the same options write the same bytes. */
export async function simulateWorld(options: SimulateOptions, listener?: StepListener): Promise<WorldRecord> {
  const { out, format = 'csv' } = options;
  const plan = planRequest(options);
  removeEarlierSlips(out);
  const steps = new Steps(listener);
  const written = await steps.run(
    'simulate slips',
    async () => writeWorld(out, plan),
    ({ counts }) => counts.slips,
  );
  const files = written.files;
  const slips =
    format === 'csv'
      ? files.slips
      : await steps.run(
          'slips to Parquet',
          () => slipsToParquet(out, files.slips),
          () => written.counts.slips,
        );
  const record: WorldRecord = {
    simulated: SIMULATED,
    generator: { name: 'saldo simulate', version: packageVersion },
    parameters: {
      ...{ preset: options.preset ?? null, scale: options.preset === undefined ? null : (options.scale ?? 0.02) },
      ...{ seed: plan.seed, people: plan.people, from: isoDay(plan.from), to: isoDay(plan.to), noise: plan.noise },
      ...{ states: [...plan.offices.keys()], format },
    },
    counts: written.counts,
    files: { ...files, slips },
  };
  writeText(join(out, 'world.json'), `${JSON.stringify(record, null, 2)}\n`);
  writeText(join(out, 'README.txt'), worldReadme(plan, options.preset));
  return record;
}

/** An earlier world of other states in the same folder would mix its slips with these. */
function removeEarlierSlips(out: string): void {
  const slips = join(out, 'slips');
  if (!existsSync(join(out, 'world.json')) || !existsSync(slips)) return;
  const earlier = readdirSync(slips).filter(file => /^[A-Z]{2}-(?:arrivals|departures)\.(?:csv|parquet)$/.test(file));
  for (const file of earlier) rmSync(join(slips, file));
}
