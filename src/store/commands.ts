import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { SaldoError } from '../common/saldo-error.ts';
import type { Terminal } from '../common/terminal.ts';
import { backupHome } from './backup.ts';
import { type Home, homeFolder, openHome } from './home.ts';
import { summariseHome } from './home-summary.ts';
import type { Manifest } from './manifest.ts';
import { restoreHome } from './restore.ts';
import { backupPlace, upgradeHome } from './upgrade.ts';
import { openStores, type WingSchema } from './wing-schema.ts';

const KEYS_IN_BACKUPS = `
A backup holds keys/, with which names, documents and sessions can be opened: keep it as closely as the home itself.
With --without-keys it does not, and then the names in it can be opened only with the keys kept elsewhere.
Names that were deleted later are still in older backups: delete those too.`;

const SERVERS = `
Where SALDO_STATISTICS_URL is set, the rows are read from that PostgreSQL server (backup), or written to its database, which must be
empty (restore): so a home can move from a folder to a server and back.`;

interface HomeOption {
  home?: string;
}

/** `saldo home show|backup|restore|upgrade`; `schemas` is what the rooms keep in the stores. */
export function addHomeCommand(program: Command, terminal: Terminal, schemas: readonly WingSchema[]): void {
  const home = program.command('home').description('the folder that holds all that this installation keeps');
  const command = (usage: string, description: string) =>
    home
      .command(usage)
      .description(description)
      .option('--home <folder>', 'the home (default: SALDO_HOME, else .saldo)');
  command('show', 'what the home holds, and who uses it').action((options: HomeOption) =>
    show(terminal, schemas, options),
  );
  command('backup', 'copy files and rows into a folder, each with its hash')
    .argument('<to>', 'a folder that is not there or is empty')
    .option('--without-keys', 'leave out keys/')
    .addHelpText('after', KEYS_IN_BACKUPS + SERVERS)
    .action((to: string, options: HomeOption & { withoutKeys?: boolean }) => backup(terminal, schemas, to, options));
  command('restore', 'make a home of a backup, after each file of it was found to be what was written')
    .argument('<from>', 'the folder of the backup')
    .addHelpText('after', SERVERS)
    .action((from: string, options: HomeOption) => restore(terminal, schemas, from, options));
  command('upgrade', 'bring the home to this version of Saldo, after a backup')
    .option('--backup <to>', 'where the backup goes (default: beside the home, named by the time)')
    .action((options: HomeOption & { backup?: string }) => upgrade(terminal, schemas, options));
}

async function show(terminal: Terminal, schemas: readonly WingSchema[], options: HomeOption): Promise<void> {
  try {
    await withHome(options, async home => {
      const summary = await summariseHome(home, schemas);
      terminal.line(
        `${summary.folder}, made ${summary.record.created_at} by Saldo ${summary.record.saldo}; nobody uses it.`,
      );
      terminal.table(
        ['folder', 'files', 'bytes'],
        summary.folders.map(({ folder, files, bytes }) => [folder, files, bytes]),
      );
      const stores = summary.stores.map(({ wing, kind, tables, rows, pending }) => [
        wing,
        kind,
        tables,
        rows,
        pending.length,
      ]);
      terminal.table(['store', 'kind', 'tables', 'rows', 'pending migrations'], stores);
      terminal.data(summary);
    });
  } catch (error) {
    if (!(error instanceof SaldoError) || error.code !== 'home_in_use') throw error;
    terminal.line(error.message);
    terminal.data({ folder: homeFolder(options.home), in_use: error.details });
  }
}

async function backup(
  terminal: Terminal,
  schemas: readonly WingSchema[],
  to: string,
  options: HomeOption & { withoutKeys?: boolean },
): Promise<void> {
  await withHome(options, async home => {
    const stores = await openStores(home, schemas);
    try {
      const manifest = await backupHome({ home, stores, to, keys: !options.withoutKeys });
      terminal.line(`Backed up into ${to}: ${counted(manifest)}, ${manifest.keys ? 'keys included' : 'without keys'}.`);
      terminal.data({ to, ...told(manifest) });
    } finally {
      for (const { store } of stores) await store.close();
    }
  });
}

async function restore(
  terminal: Terminal,
  schemas: readonly WingSchema[],
  from: string,
  options: HomeOption,
): Promise<void> {
  const folder = homeFolder(options.home);
  const manifest = await restoreHome({ from, folder, wings: schemas });
  terminal.line(`Restored into ${folder}: ${counted(manifest)}, as of ${manifest.created_at}.`);
  if (!manifest.keys) terminal.warn(`the backup holds no keys: put keys/ of the home that it is of into ${folder}`);
  terminal.data({ home: folder, ...told(manifest) });
}

async function upgrade(
  terminal: Terminal,
  schemas: readonly WingSchema[],
  options: HomeOption & { backup?: string },
): Promise<void> {
  await withHome(options, async home => {
    const done = await upgradeHome(home, schemas, options.backup ?? backupPlace(home));
    if (done.backup === undefined) terminal.line('The home is as this version of Saldo wants it; nothing was done.');
    else terminal.line(`Upgraded (${done.run.join(', ')}); as it was before, the home is kept in ${done.backup}.`);
    terminal.data({ home: home.folder, ...done });
  });
}

/** Opens a home that is there; these commands make none. */
async function withHome(options: HomeOption, work: (home: Home) => Promise<void>): Promise<void> {
  const folder = homeFolder(options.home);
  if (!existsSync(join(folder, 'home.json'))) {
    throw new SaldoError('not_a_home', `there is no home in ${folder}`, { folder });
  }
  const home = await openHome(folder, { holder: 'command' });
  try {
    await work(home);
  } finally {
    await home.close();
  }
}

function told({ created_at, saldo, keys, files, stores, digest }: Manifest) {
  const rows = stores.flatMap(({ tables }) => tables).reduce((sum, table) => sum + table.rows, 0);
  return { created_at, saldo, keys, files: files.length, bytes: bytesOf(files), rows, digest };
}

function counted(manifest: Manifest): string {
  const { files, bytes, rows } = told(manifest);
  return `${files} files (${bytes} bytes), ${rows} rows`;
}

function bytesOf(files: Manifest['files']): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
