import { Command } from 'commander';
import { runAccuracy } from './accuracy.ts';
import { runApi } from './api.ts';
import { warnOfStaleBuild } from './build.ts';
import { runLaw } from './law.ts';
import { runPeers } from './peers.ts';
import { runSpeed } from './speed.ts';

/** Runs the bench on a command line. Without a subcommand: speed at a million slips, and accuracy. */
export async function main(argv: readonly string[]): Promise<void> {
  warnOfStaleBuild();
  const program = new Command('bench').description('speed and accuracy of Saldo on simulated worlds');
  program.option('--cores <count>', 'cores given to the measured program', numbers, [2]);
  const cores = (): number => program.opts<{ cores: number[] }>().cores[0] ?? 2;
  program
    .command('speed')
    .description('from CSV to flows: seconds, CPU, peak memory, steps')
    .option('--slips <counts>', 'about how many slips', numbers, [1_000_000, 10_000_000])
    .action(({ slips }: { slips: number[] }) => runSpeed({ slips, cores: cores() }));
  program
    .command('accuracy')
    .description('persons, verdicts and flows against truth')
    .option('--people <count>', 'people in a world', numbers, [50_000])
    .option('--seeds <numbers>', 'seeds of the worlds', numbers, [1, 2, 3])
    .option('--noise <levels>', 'levels of noise', numbers, [1, 3])
    .action((options: { people: number[]; seeds: number[]; noise: number[] }) =>
      runAccuracy({ ...options, cores: cores() }),
    );
  program
    .command('peers')
    .description('Splink on the same slips, speed and F1 side by side')
    .option('--people <count>', 'people in a world', numbers, [50_000])
    .option('--seeds <numbers>', 'seeds of the worlds', numbers, [7])
    .action((options: { people: number[]; seeds: number[] }) => runPeers({ ...options, cores: cores() }));
  program
    .command('api')
    .description('answers of a running server at 50 requests a second')
    .option('--address <address>', 'where it serves', 'http://localhost:4300')
    .option('--seconds <count>', 'how long', numbers, [20])
    .action(({ address, seconds }: { address: string; seconds: number[] }) =>
      runApi({ address, seconds: seconds[0] ?? 20 }),
    );
  program
    .command('law')
    .description('answers about rights a second on one core, and the full matrix of states, rights and years')
    .action(runLaw);
  program.action(async () => {
    await runSpeed({ slips: [1_000_000], cores: cores() });
    await runAccuracy({ people: [50_000], seeds: [1, 2, 3], noise: [1, 3], cores: cores() });
    process.stdout.write(
      '\nThe rest: npm run bench -- speed (1 and 10 million slips), npm run bench -- peers (Splink)\n',
    );
  });
  await program.parseAsync([...argv]);
}

function numbers(text: string): number[] {
  const found = text.split(',').map(Number);
  if (found.some(value => !Number.isFinite(value) || value < 0)) throw new Error(`not numbers: ${text}`);
  return found;
}
