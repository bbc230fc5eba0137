import { join } from 'node:path';
import { type Command, Option } from 'commander';
import type { Terminal } from '../common/terminal.ts';
import { account } from '../statistics/accounts/account.ts';
import { printRun } from '../statistics/accounts/commands.ts';
import { DEFAULT_PARAMETERS } from '../statistics/accounts/parameters.ts';
import { slipFiles } from '../statistics/accounts/slip-source.ts';
import { simulateWorld } from '../statistics/world/simulate-world.ts';

/** `saldo demo`, which `npm start` runs: the main job on a simulated world, from nothing to a report. */
export function addDemoCommand(program: Command, terminal: Terminal): void {
  program
    .command('demo')
    .description('account a simulated world of Belarus and Russia, 1991 to 2011, and say where the report lies')
    .option('--out <folder>', 'folder for the world and its account', 'saldo-demo')
    .addOption(new Option('--lang <language>', 'language of the report').choices(['ru', 'en']).default('en'))
    .action(async ({ out, lang }: { out: string; lang: 'ru' | 'en' }) => {
      const world = join(out, 'world');
      await simulateWorld({ out: world, preset: 'belarus-russia-1991-2011', scale: 0.02, seed: 1 }, terminal.steps);
      const run = await account({
        source: slipFiles([join(world, 'slips')]),
        out: join(out, 'account'),
        parameters: DEFAULT_PARAMETERS,
        format: 'parquet',
        reports: { [lang]: 'report.html' },
        listener: terminal.steps,
      });
      terminal.line('This world is simulated: no real person stands behind any slip.');
      printRun(terminal, run, join(out, 'account', 'report.html'));
    });
}
