import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Engine, sqlPath } from '../../engine/engine.ts';
import { BELARUS_RUSSIA, NOTE_TOTALS } from './preset-belarus-russia.ts';
import { simulateWorld } from './simulate-world.ts';
import type { WorldRequest } from './world-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'saldo-world-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SMALL: WorldRequest = { people: 400, seed: 3, states: ['BY', 'RU', 'KZ'] };

function lines(world: string, file: string): string[] {
  return readFileSync(join(folder, world, file), 'utf8')
    .trim()
    .split('\n');
}

describe('simulating', () => {
  it('writes the same bytes for the same seed', async () => {
    const { files } = await simulateWorld({ out: join(folder, 'one'), ...SMALL });
    await simulateWorld({ out: join(folder, 'two'), ...SMALL });
    for (const file of [...files.slips, ...files.truth, 'README.txt'])
      expect(lines('one', file)).toEqual(lines('two', file));
  });

  it('tells of every slip exactly one person and one verdict', async () => {
    const { files, counts } = await simulateWorld({ out: join(folder, 'one'), ...SMALL });
    const key = (line: string) => line.split(',').slice(0, 2).join(',');
    const slips = files.slips
      .flatMap(file => lines('one', file).slice(1))
      .map(line => line.split(',').slice(0, 2).reverse().join(','));
    expect(slips.length).toBe(counts.slips);
    for (const table of ['truth/persons.csv', 'truth/verdicts.csv']) {
      expect(lines('one', table).slice(1).map(key).sort()).toEqual([...slips].sort());
    }
  });

  it('says in both languages that it is simulated', async () => {
    await simulateWorld({ out: join(folder, 'one'), ...SMALL });
    const readme = lines('one', 'README.txt').join('\n');
    expect(readme).toContain('не настоящие люди');
    expect(readme).toContain('not real people');
    const record = JSON.parse(lines('one', 'world.json').join('\n'));
    expect(record.simulated.en).toContain('not real people');
    expect(record.parameters).toMatchObject({ seed: 3, people: 400, noise: 1, from: '2000-01-01', to: '2011-12-31' });
  });

  it('writes Parquet with the same rows', async () => {
    const { files, counts } = await simulateWorld({ out: join(folder, 'parquet'), ...SMALL, format: 'parquet' });
    expect(files.slips.every(file => file.endsWith('.parquet'))).toBe(true);
    const engine = await Engine.open({ threads: 1 });
    const parquet = files.slips.map(file => sqlPath(join(folder, 'parquet', file))).join(', ');
    const rows = await engine.row(`select count(*) as n, max(registered_on) as last from read_parquet([${parquet}])`);
    engine.close();
    expect(rows).toEqual({ n: counts.slips, last: '2011-12-31' });
  });

  it('leaves no slips of an earlier world in the folder', async () => {
    await simulateWorld({ out: join(folder, 'again'), ...SMALL });
    const { files } = await simulateWorld({ out: join(folder, 'again'), ...SMALL, states: ['UZ'] });
    expect(
      readdirSync(join(folder, 'again', 'slips'))
        .map(file => `slips/${file}`)
        .sort(),
    ).toEqual([...files.slips].sort());
  });

  it("brings out the note's totals within one per cent", async () => {
    const scale = 0.05;
    const { counts } = await simulateWorld({ out: join(folder, 'preset'), preset: BELARUS_RUSSIA, scale });
    for (const { office, side, corridor, thousands } of NOTE_TOTALS) {
      const reported = (counts.reported[`${office} ${side} ${corridor}`] ?? 0) / scale / 1000;
      expect(Math.abs(reported / thousands - 1), `${office} ${side}: ${reported}`).toBeLessThan(0.01);
    }
  });

  it.each<[WorldRequest, string]>([
    [{ people: 0 }, '--people: found 0'],
    [{ people: -5 }, '--people: found -5'],
    [{ from: 2012, to: 2000 }, '--from: found 2012'],
    [{ from: Number.NaN }, '--from: found NaN'],
    [{ preset: 'mars' }, '--preset: found mars'],
    [{ preset: BELARUS_RUSSIA, scale: 0 }, '--scale: found 0'],
    [{ preset: BELARUS_RUSSIA, people: 5 }, '--people: not with --preset'],
    [{ noise: 4 }, '--noise: found 4'],
    [{ seed: 0.5 }, '--seed: found 0.5'],
    [{ states: ['BY', 'Q9'] }, '--states: found Q9'],
  ])('refuses %j', async (request, message) => {
    await expect(simulateWorld({ out: join(folder, 'refused'), ...request })).rejects.toMatchObject({
      code: 'invalid_option',
      message: expect.stringContaining(message),
    });
  });

  it('says where it cannot write', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await expect(simulateWorld({ out: join(file, 'world'), ...SMALL })).rejects.toMatchObject({
      code: 'unwritable_output',
    });
  });
});
