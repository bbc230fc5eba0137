import type { Command } from 'commander';
import { Steps } from '../../common/steps.ts';
import type { Terminal } from '../../common/terminal.ts';
import { parseMemory } from '../../engine/memory.ts';
import type { FoundFile } from '../slips/find-files.ts';
import { findFiles } from '../slips/find-files.ts';
import { Problems } from '../slips/problems.ts';
import { isSimulated } from '../slips/simulated.ts';
import type { Acceptance } from './accept-batch.ts';
import type { BatchPlace } from './batch-place.ts';
import type { BatchFault } from './batches-schema.ts';
import type { LinkedRun } from './known-persons.ts';
import type { NameDeletion } from './name-deletion.ts';

/** The batches of an open home as commands need them. */
export interface OpenedBatches {
  readonly batches: BatchPlace;
  findLinkedRun(): Promise<LinkedRun | undefined>;
}

/** Opens a home for a command, does work on its batches, and closes it. */
export type WithBatches = (
  options: { home?: string; engineMemory?: number; make: boolean },
  work: (opened: OpenedBatches) => Promise<void>,
) => Promise<void>;

const HOME = ['--home <folder>', 'home that keeps the batches; SALDO_HOME, or .saldo here, otherwise'] as const;
/** Who acts where nobody signed in. */
const BY = 'command line';

interface LoadOptions {
  home?: string;
  profile?: string;
  memory?: string;
  strict?: boolean;
}

/** `saldo load PATHS…` accepts files as batches of a home; `saldo names delete` deletes names of slips that were linked. */
export function addBatchCommands(program: Command, terminal: Terminal, withBatches: WithBatches): void {
  program
    .command('load')
    .description('accept slip files into a home, each as a batch; the same file again changes nothing')
    .argument('<paths...>', 'slip files (CSV, Parquet, JSON Lines) or folders of them')
    .option(...HOME)
    .option('--profile <name>', 'layout of the files: a profile or a YAML file; found from the header otherwise')
    .option('--memory <size>', 'bound of the memory, such as 4GB')
    .option('--strict', 'exit with 1 where rows were set aside')
    .action(async (paths: string[], { memory, home, ...options }: LoadOptions) => {
      const files = filesToLoad(paths, terminal);
      const place = {
        ...(home !== undefined && { home }),
        ...(memory !== undefined && { engineMemory: parseMemory(memory) }),
      };
      await withBatches({ ...place, make: true }, opened => loadFiles(opened, files, options, terminal));
    });
  program
    .command('names')
    .description('names and documents of the slips in a home')
    .command('delete')
    .description('delete the names and documents of slips that were linked; the accounts stand')
    .requiredOption('--office <state>', 'office whose slips are meant, such as BY')
    .requiredOption('--before <day>', 'slips registered before this day, YYYY-MM-DD')
    .requiredOption('--reason <text>', 'why, for those who read the proof')
    .option('--unlinked-too', 'also of slips that no run has linked: later runs know them by what is left')
    .option(...HOME)
    .action((options: { office: string; before: string; reason: string; unlinkedToo?: boolean; home?: string }) =>
      withBatches({ ...(options.home !== undefined && { home: options.home }), make: false }, async opened => {
        const { deleteNames } = await import('./delete-names.ts');
        const linked = await opened.findLinkedRun();
        printDeletion(await deleteNames(opened.batches, { ...options, linked, by: BY }), terminal);
      }),
    );
}

function filesToLoad(paths: readonly string[], terminal: Terminal): FoundFile[] {
  const problems = new Problems();
  const { files, notes } = findFiles(paths, problems);
  problems.refuse();
  for (const note of notes) terminal.warn(note);
  return files;
}

/** A file that is refused does not keep the others from being accepted. */
async function loadFiles(
  { batches }: OpenedBatches,
  files: readonly FoundFile[],
  { profile, strict }: LoadOptions,
  terminal: Terminal,
): Promise<void> {
  const { acceptFile } = await import('./accept-batch.ts');
  const loaded: Acceptance[] = [];
  const problems = new Problems();
  for (const { path } of files) {
    const request = { by: BY, allowedOffices: 'all', simulated: isSimulated(path) } as const;
    const steps = new Steps(terminal.steps);
    const accepted = await problems.gatherAsync(path, () =>
      acceptFile(batches, path, { ...request, steps, ...(profile !== undefined && { profile }) }),
    );
    if (accepted) loaded.push(accepted);
  }
  printLoaded(loaded, terminal);
  problems.refuse();
  terminal.data({ batches: loaded.map(({ batch, isNew }) => ({ ...batch, is_new: isNew })) });
  if (strict && loaded.some(({ batch }) => batch.set_aside > 0)) process.exitCode = 1;
}

function printLoaded(loaded: readonly Acceptance[], terminal: Terminal): void {
  if (loaded.length === 0) return;
  terminal.table(
    ['file', 'batch', 'profile', 'offices', 'read', 'accepted', 'new', 'replacing', 'same', 'set aside', ''],
    loaded.map(({ batch, isNew }) => [
      ...[batch.file_name, batch.id.slice(0, 12), batch.profile, batch.offices.join(' ')],
      ...[batch.read, batch.accepted],
      ...[batch.against_earlier?.new ?? '', batch.against_earlier?.replacing ?? '', batch.against_earlier?.same ?? ''],
      ...[batch.set_aside, isNew ? '' : 'already there'],
    ]),
  );
  const faults = sumUp(loaded.flatMap(({ batch }) => batch.faults));
  if (faults.length > 0)
    terminal.table(
      ['fault', 'rows', 'the rows are'],
      faults.map(({ code, rows, set_aside }) => [code, rows, set_aside ? 'set aside' : 'kept']),
    );
  const sum = (column: 'read' | 'accepted' | 'set_aside') => loaded.reduce((all, { batch }) => all + batch[column], 0);
  terminal.line(`${sum('accepted')} accepted + ${sum('set_aside')} set aside = ${sum('read')} read`);
}

function sumUp(faults: readonly BatchFault[]): BatchFault[] {
  const sums = new Map<string, BatchFault>();
  for (const fault of faults) {
    const key = `${fault.code} ${fault.set_aside}`;
    sums.set(key, { ...fault, rows: fault.rows + (sums.get(key)?.rows ?? 0) });
  }
  return [...sums.values()].sort((a, b) => b.rows - a.rows);
}

function printDeletion(deletion: NameDeletion, terminal: Terminal): void {
  const { slips, batches, office, before, proof } = deletion;
  terminal.line(
    `Names and documents of ${slips} slips of ${office} registered before ${before} are deleted (${batches.length} batches).`,
  );
  if (proof.verified) {
    const { names_left, texts_left, files_left, keys_left } = proof.verified;
    terminal.table(
      ['looked for afterwards', 'found'],
      [
        ['slips with a name or document', names_left],
        ['faulty rows that show what was found', texts_left],
        ['sealed files from before', files_left],
        ['keys of such files', keys_left],
      ],
    );
  }
  terminal.line('Backups made before still hold them: delete those too.');
  terminal.data(deletion);
}
