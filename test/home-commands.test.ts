import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStatistics } from '../src/statistics/open-statistics.ts';
import { writeSlipFiles } from '../src/statistics/runs/fixtures/slip-files.ts';
import { loadFiles } from '../src/statistics/runs/fixtures/test-home.ts';
import { openHome } from '../src/store/home.ts';
import { buildWhereStale, saldo } from './fixtures/saldo.ts';

const folder = mkdtempSync(join(tmpdir(), 'home-commands-'));
const home = join(folder, 'home');
const files = writeSlipFiles(join(folder, 'slips'), { people: 40 });
beforeAll(async () => {
  buildWhereStale();
  const opened = await openHome(home, { holder: 'command' });
  const statistics = await openStatistics(opened);
  await loadFiles(statistics, files);
  await statistics.close();
  await opened.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('saldo account without paths', () => {
  it('accounts the batches of the home, publishes a vintage, and writes what an account of the files writes', async () => {
    const out = join(folder, 'out');
    const run = await saldo('--json', 'account', '--home', home, '--out', out, '--label', 'spring', '--format', 'csv');
    expect(run).toMatchObject({ code: 0 });
    const record = JSON.parse(run.out);
    expect(record).toMatchObject({ vintage: 1, accepted: 70, moves: 40, offices: ['BY', 'RU'] });
    const plain = join(folder, 'plain');
    const ofFiles = JSON.parse((await saldo('--json', 'account', ...files, '--out', plain, '--format', 'csv')).out);
    expect(record.fingerprint).toBe(ofFiles.fingerprint);
    for (const name of ['flows', 'gaps', 'coverage', 'persons', 'verdicts', 'moves', 'doubtful'])
      expect(readFileSync(join(out, `${name}.csv`), 'utf8')).toBe(readFileSync(join(plain, `${name}.csv`), 'utf8'));
    expect(existsSync(join(out, 'report.html'))).toBe(true);
    expect(readdirSync(join(home, 'statistics', 'runs'))).toEqual([record.run]);
  });

  it('tells of runs and vintages, and releases one', async () => {
    const runs = JSON.parse((await saldo('--json', 'runs', '--home', home)).out);
    expect(runs).toMatchObject([{ number: 1, state: 'done', requested_by: 'command line', vintage: 1 }]);
    expect((await saldo('vintages', '--home', home)).out).toMatch(/spring.*BY RU.*2005–2005/);
    const released = await saldo('--json', 'vintages', 'release', '1', '--home', home);
    expect(JSON.parse(released.out)).toMatchObject({ id: 1, released_at: expect.stringMatching(/^\d{4}-/) });
    const [vintage] = JSON.parse((await saldo('--json', 'vintages', '--home', home)).out);
    expect(vintage.released_at).not.toBeNull();
    for (const wrong of ['2', 'latest'])
      expect((await saldo('vintages', 'release', wrong, '--home', home)).code).toBe(2);
  });

  it('stops where a server holds the home, and names its address', async () => {
    const held = await openHome(home, { holder: 'server', address: 'http://localhost:4300' });
    const answers = await Promise.all([saldo('account', '--home', home), saldo('vintages', '--home', home)]);
    await held.close();
    for (const { code, err } of answers) {
      expect(code).toBe(2);
      expect(err).toContain('http://localhost:4300');
    }
  });

  it('needs a home, and takes no options of files', async () => {
    const nowhere = await saldo('account', '--home', join(folder, 'nowhere'));
    expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining('saldo load') });
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
    const profile = await saldo('account', '--home', home, '--profile', 'by-registry');
    expect(profile).toMatchObject({ code: 2, err: expect.stringContaining('--profile') });
  });
});
