import type { Command } from 'commander';
import { SaldoError } from '../../common/saldo-error.ts';
import type { Terminal } from '../../common/terminal.ts';
import { type AccountOptions, accountFiles, addAccountOptions } from '../accounts/commands.ts';
import type { Statistics } from '../statistics.ts';
import type { HomeRunOptions } from './account-home.ts';
import type { HomeToOpen } from './with-statistics.ts';

interface HomeOptions {
  home?: string;
}

const HOME = ['--home <folder>', 'home that holds the batches; SALDO_HOME, or .saldo here, otherwise'] as const;
const SHOWN = 100;

/** Asked before a vintage is released, unless it is forced; throws where it should not be. */
export type ReleaseCheck = (statistics: Statistics, vintage: number) => Promise<void>;

/** `saldo account`, of files or of the home's batches; `saldo runs`; `saldo vintages`. */
export function addRunCommands(
  program: Command,
  terminal: Terminal,
  checkRelease: ReleaseCheck = async () => {},
): void {
  addAccountOptions(
    program
      .command('account')
      .description(
        'count moves from slips by place of arrival: persons, verdicts, moves, flows, gaps, coverage, report',
      )
      .argument('[paths...]', "slip files (CSV, Parquet, JSON Lines) or folders of them; without, the home's batches")
      .option('--out <folder>', "folder for the tables and the report; without paths they lie in the home's too")
      .option(...HOME)
      .option('--label <text>', 'what to call the vintage that a run of the home makes')
      .option(
        '--slips <whose>',
        "of a home: offices, simulated or all; the offices' where there are any, else the simulated",
      ),
  ).action((paths: string[], options: AccountOptions & HomeOptions & HomeRunOptions) =>
    paths.length > 0
      ? accountFiles(paths, options, terminal)
      : withStatistics(options, async statistics => {
          const { accountHome } = await import('./account-home.ts');
          await accountHome(statistics, options, terminal);
        }),
  );
  program
    .command('runs')
    .description('list the runs of the home')
    .option(...HOME)
    .action((options: HomeOptions) => withStatistics(options, statistics => printRuns(statistics, terminal)));
  const vintages = program
    .command('vintages')
    .description('list the vintages that the runs of the home published')
    .option(...HOME)
    .action((options: HomeOptions) => withStatistics(options, statistics => printVintages(statistics, terminal)));
  vintages
    .command('release')
    .description('release a vintage to the public; it cannot be taken back')
    .argument('<vintage>', 'number of the vintage')
    .option('--force', 'release it though it differs by few slips from one that is released')
    .option(...HOME)
    .action((text: string, options: HomeOptions & { force?: boolean }) =>
      withStatistics({ ...vintages.opts(), ...options }, async statistics => {
        const vintage = parseVintage(text);
        if (!options.force) await checkRelease(statistics, vintage);
        await release(statistics, vintage, terminal);
      }),
    );
}

/** The store takes a while to load, for which an account of files should not wait. */
async function withStatistics(options: HomeToOpen, work: (statistics: Statistics) => Promise<void>): Promise<void> {
  const home = await import('./with-statistics.ts');
  await home.withStatistics(options, work);
}

async function printRuns({ store }: Statistics, terminal: Terminal): Promise<void> {
  const { listRuns } = await import('./find-runs.ts');
  const runs = await listRuns(store.db, { limit: SHOWN });
  terminal.table(
    ['run', 'state', 'asked for', 'by', 'batches', 'threshold', 'lapse', 'vintage', ''],
    runs.map(({ number, state, requested_at, requested_by, batches, parameters, vintage, error }) => [
      ...[number, state, requested_at.slice(0, 16).replace('T', ' '), requested_by, batches.length],
      ...[parameters.threshold, parameters.lapse, vintage ?? '', error ?? ''],
    ]),
  );
  terminal.data(runs);
}

async function printVintages({ store }: Statistics, terminal: Terminal): Promise<void> {
  const { listVintages } = await import('./vintages.ts');
  const vintages = await listVintages(store.db, 'all', { limit: SHOWN });
  terminal.table(
    ['vintage', 'label', 'published', 'released', 'offices', 'years', 'slips', 'moves'],
    vintages.map(({ id, label, published_at, released_at, offices, first_year, last_year, slips, moves }) => [
      ...[id, label ?? '', published_at.slice(0, 10), released_at?.slice(0, 10) ?? '', offices.join(' ')],
      ...[`${first_year ?? ''}–${last_year ?? ''}`, slips, moves],
    ]),
  );
  terminal.data(vintages);
}

async function release({ store }: Statistics, id: number, terminal: Terminal): Promise<void> {
  const { releaseVintage } = await import('./vintages.ts');
  const vintage = await releaseVintage(store.db, id, 'command line');
  terminal.line(`Vintage ${vintage.id} is released since ${vintage.released_at}.`);
  terminal.data(vintage);
}

function parseVintage(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new SaldoError('invalid_option', `vintage: found ${text}, expected its number`, { vintage: text });
}
