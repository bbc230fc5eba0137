import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { homeFolder, openHome, storePlace } from './home.ts';

const parent = mkdtempSync(join(tmpdir(), 'saldo-home-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));
let count = 0;
const place = () => join(parent, String(count++));
const AS = { holder: 'command' } as const;

describe('a home', () => {
  it('is made where there is none, for its owner alone, and found again', async () => {
    const folder = join(place(), 'below');
    const home = await openHome(folder, AS);
    expect(home.record).toMatchObject({ format: 1 });
    expect(home.path('statistics', 'batches')).toBe(join(folder, 'statistics', 'batches'));
    const open = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      name => (statSync(join(folder, name)).mode & 0o077) !== 0,
    );
    expect(open).toEqual([]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    await home.close();
    const again = await openHome(folder, AS);
    expect(again.record).toEqual(home.record);
    await again.close();
  });

  it('is never made of a folder that holds something else, which stays as it is', async () => {
    const folder = place();
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.txt'), 'years of work');
    await expect(openHome(folder, AS)).rejects.toMatchObject({ code: 'not_a_home' });
    expect(readdirSync(folder)).toEqual(['thesis.txt']);
  });

  it('of a later version is refused, and free again', async () => {
    const folder = place();
    await (await openHome(folder, AS)).close();
    const record = JSON.parse(readFileSync(join(folder, 'home.json'), 'utf8'));
    writeFileSync(join(folder, 'home.json'), JSON.stringify({ ...record, format: 99 }));
    await expect(openHome(folder, AS)).rejects.toMatchObject({ code: 'store_newer' });
    writeFileSync(join(folder, 'home.json'), JSON.stringify(record));
    await (await openHome(folder, AS)).close();
  });

  it('whose record is broken is refused with its path', async () => {
    const folder = place();
    mkdirSync(folder);
    writeFileSync(join(folder, 'home.json'), '{');
    await expect(openHome(folder, AS)).rejects.toMatchObject({ code: 'invalid_file' });
  });

  it('cannot be where a file is', async () => {
    const file = place();
    writeFileSync(file, '');
    await expect(openHome(file, AS)).rejects.toMatchObject({ code: 'unwritable_output' });
  });
});

describe('which home is meant', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  it('is told by the option, else by SALDO_HOME, else it is .saldo', () => {
    process.env['SALDO_HOME'] = '/srv/saldo';
    expect(homeFolder('/other')).toBe('/other');
    expect(homeFolder()).toBe('/srv/saldo');
    process.env['SALDO_HOME'] = '';
    expect(homeFolder()).toBe(join(process.cwd(), '.saldo'));
  });

  it('and where its rows are, by the URL of the wing', async () => {
    const home = await openHome(place(), AS);
    delete process.env['SALDO_STATISTICS_URL'];
    expect(storePlace(home, 'statistics')).toEqual({ folder: home.path('statistics', 'rows') });
    process.env['SALDO_STATISTICS_URL'] = 'postgres://db/saldo';
    expect(storePlace(home, 'statistics')).toEqual({ url: 'postgres://db/saldo' });
    await home.close();
  });
});
