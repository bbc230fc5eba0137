import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AccountRun, accountWorld } from './account-run.ts';
import { ROOT } from './build.ts';
import { type Measured, runMeasured } from './measured-run.ts';
import { cost, report, share, table } from './results.ts';
import { type Accuracy, accuracyOf, type PairAccuracy, pairAccuracy } from './truth.ts';
import { world } from './worlds.ts';

const PEERS = join(ROOT, 'bench', 'peers');
const PYTHON = join(PEERS, '.venv', 'bin', 'python');
/** The first is Splink's own run; the others show that it was not chosen to its harm. */
const THRESHOLDS = [0.999, 0.5, 0.9, 0.95, 0.99, 0.9999];
/** The last of Saldo's steps that Splink has too; what follows accounts. */
const LAST_LINKING_STEP = 'forming persons';

/** What `splink_link.py` prints. */
interface SplinkRecord {
  version: string;
  duckdb: string;
  slips: number;
  pairs: number;
  seconds: Readonly<Record<string, number>>;
  /** Until the persons were written. */
  cpu_seconds: number;
  /** Of the further thresholds, which a user would not spend. */
  seconds_further: number;
}

interface SplinkRun {
  measured: Omit<Measured, 'stdout'>;
  record: SplinkRecord;
  thresholds: readonly { threshold: number; pairs: PairAccuracy }[];
}

interface Pairing {
  people: number;
  seed: number;
  saldo: AccountRun & { judgement: Accuracy };
  splink: SplinkRun;
}

/** Saldo and Splink on the same slips. */
export async function runPeers(options: {
  people: readonly number[];
  seeds: readonly number[];
  cores: number;
}): Promise<void> {
  if (!existsSync(PYTHON)) {
    process.stdout.write(`Splink is not here. To have it (Python 3.11):
  python3 -m venv bench/peers/.venv
  bench/peers/.venv/bin/pip install -r bench/peers/requirements.txt\n`);
    return;
  }
  const pairings: Pairing[] = [];
  for (const people of options.people) {
    for (const seed of options.seeds) {
      const folder = world({ people, seed, noise: 1 });
      const saldo = await accountWorld(folder, options.cores, out => accuracyOf(folder, out));
      pairings.push({ people, seed, saldo, splink: await runSplink(folder, options.cores) });
    }
  }
  report('peers', [sideBySide(pairings), byThreshold(pairings)], pairings);
}

async function runSplink(folder: string, cores: number): Promise<SplinkRun> {
  const out = mkdtempSync(join(tmpdir(), 'saldo-bench-splink-'));
  const [threshold = 0, ...also] = THRESHOLDS;
  try {
    const options = ['--threads', String(cores), '--threshold', String(threshold), '--also', also.join(',')];
    const line = [join(PEERS, 'splink_link.py'), join(folder, 'slips'), out, ...options];
    const { stdout, ...measured } = await runMeasured(PYTHON, line, cores);
    const thresholds = [{ threshold, pairs: await pairAccuracy(folder, join(out, 'persons.csv')) }];
    for (const further of also) {
      thresholds.push({ threshold: further, pairs: await pairAccuracy(folder, join(out, `persons-${further}.csv`)) });
    }
    return { measured, record: JSON.parse(stdout), thresholds };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function sideBySide(pairings: readonly Pairing[]): string {
  return table(
    ['program', 'people', 'seed', 'slips', 'precision', 'recall', 'F1', 'linking s', 'seconds', 'CPU s', 'peak memory'],
    pairings.flatMap(({ people, seed, saldo, splink }) => [
      [
        `Saldo ${saldo.record.saldo}, with accounts`,
        ...[people, seed, saldo.record.read].map(String),
        ...quality(saldo.judgement.pairs),
        linkingSeconds(saldo).toFixed(1),
        ...cost(saldo.measured),
      ],
      [
        `Splink ${splink.record.version}, DuckDB ${splink.record.duckdb}`,
        ...[people, seed, splink.record.slips].map(String),
        ...(splink.thresholds[0] ? quality(splink.thresholds[0].pairs) : []),
        Object.values(splink.record.seconds)
          .reduce((sum, seconds) => sum + seconds, 0)
          .toFixed(1),
        ...cost(withoutFurther(splink)),
      ],
    ]),
  );
}

function byThreshold(pairings: readonly Pairing[]): string {
  return table(
    ['Splink, threshold', 'people', 'seed', 'precision', 'recall', 'F1'],
    pairings.flatMap(({ people, seed, splink }) =>
      splink.thresholds.map(({ threshold, pairs }) => [
        String(threshold),
        ...[people, seed].map(String),
        ...quality(pairs),
      ]),
    ),
  );
}

/** From the first file read to persons, as Splink's stages have it. */
function linkingSeconds({ record: { steps } }: AccountRun): number {
  const end = steps.findIndex(({ name }) => name === LAST_LINKING_STEP);
  if (end < 0) throw new Error(`no step is called ${LAST_LINKING_STEP}`);
  return steps.slice(0, end + 1).reduce((sum, { seconds }) => sum + seconds, 0);
}

/** The run as a user would have it, the further thresholds apart. */
function withoutFurther({ measured, record }: SplinkRun): Omit<Measured, 'stdout'> {
  return { ...measured, seconds: measured.seconds - record.seconds_further, cpuSeconds: record.cpu_seconds };
}

function quality({ precision, recall, f1 }: PairAccuracy): string[] {
  return [precision, recall, f1].map(share);
}
