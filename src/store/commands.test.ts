import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Terminal } from '../common/terminal.ts';
import { addHomeCommand } from './commands.ts';
import { makePgliteFolder } from './fixtures/pglite-snapshot.ts';
import { openHome } from './home.ts';
import { migrateWing, type WingSchema, withStore } from './wing-schema.ts';

const parent = mkdtempSync(join(tmpdir(), 'saldo-home-command-'));
const at = (name: string) => join(parent, name);
afterAll(() => rmSync(parent, { recursive: true, force: true }));

const schema: WingSchema = {
  wing: 'statistics',
  owners: [
    {
      owner: 'rooms',
      migrations: [{ name: 'marks', up: async db => void (await sql`create table mark (id integer)`.execute(db)) }],
    },
  ],
};

/** What a command says on the terminal and to a program. */
async function saldo(schemas: readonly WingSchema[], ...argv: string[]) {
  const said: { lines: string[]; data: unknown; warnings: string[] } = { lines: [], data: undefined, warnings: [] };
  const terminal: Terminal = {
    json: false,
    steps: { started: () => {}, ended: () => {} },
    line: text => said.lines.push(text),
    table: (_, rows) => said.lines.push(...rows.map(row => row.join(' '))),
    data: value => {
      said.data = value;
    },
    warn: text => said.warnings.push(text),
  };
  const program = new Command('saldo').exitOverride();
  addHomeCommand(program, terminal, schemas);
  await program.parseAsync(['home', ...argv], { from: 'user' });
  return said;
}

describe('saldo home', () => {
  beforeAll(async () => {
    const home = await openHome(at('home'), { holder: 'command' });
    await makePgliteFolder(home.path('statistics', 'rows'));
    writeFileSync(home.path('keys', 'names.key'), 'secret');
    await withStore(home, 'statistics', async store => {
      await migrateWing(store, schema);
      await sql`insert into mark values (1), (2)`.execute(store.db);
    });
    await home.close();
  });

  it('shows what a home holds, or who uses it', async () => {
    const shown = await saldo([schema], 'show', '--home', at('home'));
    expect(shown.lines).toContain('keys 1 6');
    expect(shown.lines).toContain('statistics pglite 2 3 0');
    const home = await openHome(at('home'), { holder: 'server', address: 'http://localhost:4300' });
    const held = await saldo([schema], 'show', '--home', at('home'));
    await home.close();
    expect(held.lines.join()).toContain('it answers at http://localhost:4300');
    expect(held.data).toMatchObject({ in_use: { holder: 'server', pid: process.pid } });
  });

  it('backs up, restores and upgrades', async () => {
    const made = await saldo([schema], 'backup', at('backup'), '--home', at('home'));
    expect(made.data).toMatchObject({ keys: true, rows: 3, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const restored = await saldo([schema], 'restore', at('backup'), '--home', at('restored'));
    expect(restored.data).toMatchObject({ rows: 3, home: at('restored') });
    expect(restored.warnings).toEqual([]);
    expect((await saldo([schema], 'upgrade', '--home', at('restored'))).data).toMatchObject({ run: [] });
    const grown = {
      ...schema,
      owners: [...schema.owners, { owner: 'new', migrations: [{ name: 'one', up: async () => {} }] }],
    };
    const upgraded = await saldo([grown], 'upgrade', '--home', at('restored'), '--backup', at('kept'));
    expect(upgraded.data).toMatchObject({ run: ['new/one'], backup: at('kept') });
    expect(existsSync(at('kept/manifest.json'))).toBe(true);
  });

  it('says that keys are missing where they were left out', async () => {
    await saldo([schema], 'backup', at('bare'), '--without-keys', '--home', at('home'));
    const restored = await saldo([schema], 'restore', at('bare'), '--home', at('keyless'));
    expect(restored.warnings.join()).toContain('holds no keys');
  });

  it('makes no home where there is none', async () => {
    for (const [name = '', ...rest] of [['show'], ['backup', at('b')], ['upgrade']]) {
      await expect(saldo([], name, ...rest, '--home', at('nowhere'))).rejects.toMatchObject({ code: 'not_a_home' });
    }
    expect(existsSync(at('nowhere'))).toBe(false);
  });

  it.runIf(existsSync('/dev/full'))('tells of a place that cannot be written', async () => {
    const made = saldo([schema], 'backup', '/proc/saldo/backup', '--home', at('home'));
    await expect(made).rejects.toMatchObject({ code: 'unwritable_output' });
  });
});
