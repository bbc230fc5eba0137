import type { Command } from 'commander';
import { describeFault } from '../../common/fault.ts';
import { makeFolder } from '../../common/make-folder.ts';
import { Steps } from '../../common/steps.ts';
import type { Terminal } from '../../common/terminal.ts';
import { Engine } from '../../engine/engine.ts';
import { parseMemory } from '../../engine/memory.ts';
import { NATIVE_PROFILE, shippedProfiles } from './profile.ts';
import { readSlips, type SlipReading } from './read-slips.ts';
import { writeFaults } from './write-faults.ts';

interface CheckOptions {
  profile?: string;
  out?: string;
  strict?: boolean;
  memory?: string;
}

/** `saldo slips check PATHS…` reads slips and reports their faults; `saldo slips profiles` lists the layouts known. */
export function addSlipsCommand(program: Command, terminal: Terminal): void {
  const slips = program.command('slips').description('slips as the offices send them');
  slips
    .command('check')
    .description('read slips and report their faults, nothing else')
    .argument('<paths...>', 'slip files (CSV, Parquet, JSON Lines) or folders of them')
    .option('--profile <name>', 'layout of the files: a profile or a YAML file; found from the header otherwise')
    .option('--out <folder>', 'folder for faults.csv and set_aside.csv')
    .option('--strict', 'exit with 1 where rows were set aside')
    .option('--memory <size>', 'bound of the memory, such as 4GB')
    .action((paths: string[], options: CheckOptions) => checkSlips(paths, options, terminal));
  slips
    .command('profiles')
    .description('list the layouts that are recognised')
    .action(() => listProfiles(terminal));
}

async function checkSlips(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<void> {
  if (options.out !== undefined) makeFolder(options.out);
  const engine = await Engine.open(options.memory === undefined ? {} : { memory: parseMemory(options.memory) });
  try {
    const steps = new Steps(terminal.steps);
    const reading = await readSlips(engine, paths, { steps, ...(options.profile && { profile: options.profile }) });
    if (options.out !== undefined) await writeFaults(engine, options.out);
    printReading(reading, terminal);
    if (reading.accepted === 0) process.exitCode = 2;
    else if (options.strict && reading.setAside > 0) process.exitCode = 1;
  } finally {
    engine.close();
  }
}

function printReading(reading: SlipReading, terminal: Terminal): void {
  for (const note of reading.notes) terminal.warn(note);
  terminal.table(
    ['file', 'format', 'profile', 'read', 'accepted', 'set aside'],
    reading.files.map(file => [file.path, file.format, file.profile, file.rows, file.accepted, file.setAside]),
  );
  if (reading.faultsByCode.length > 0) {
    terminal.table(
      ['fault', 'rows', 'the rows are', 'first of them'],
      reading.faultsByCode.map(({ code, rows, setAside, example }) => [
        code,
        rows,
        setAside ? 'set aside' : 'kept',
        describeFault(example),
      ]),
    );
  }
  terminal.line(`${reading.accepted} accepted + ${reading.setAside} set aside = ${reading.read} read`);
  terminal.data(reading);
}

function listProfiles(terminal: Terminal): void {
  const profiles = [NATIVE_PROFILE, ...shippedProfiles()];
  terminal.table(
    ['profile', 'title', 'encoding', 'dates', 'states'],
    profiles.map(({ name, title, encoding, dates, states }) => [name, title.en, encoding, dates, states]),
  );
  terminal.data(profiles);
}
