import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '../../engine/engine.ts';
import { readSlips } from '../slips/read-slips.ts';
import { buildIdentity } from './identity.ts';

const folder = mkdtempSync(join(tmpdir(), 'identity-'));
let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 1 });
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

async function identityOf(header: string, rows: readonly string[]) {
  const slips = rows.map((row, at) => `${String(at).padStart(3, '0')},BY,arrival,2005-03-01,RU,${row}`);
  writeFileSync(join(folder, 'slips.csv'), [`slip_id,office,kind,registered_on,origin,${header}`, ...slips].join('\n'));
  const { accepted } = await readSlips(engine, [folder]);
  expect(accepted).toBe(rows.length);
  await buildIdentity(engine);
  return engine.rows('select * from identity order by n');
}

describe('what slips are compared by', () => {
  it('holds a document in one writing, and takes what stands for a missing one as none', async () => {
    const written = ['4500 123456', '4500-123456', 'МР1234567', 'MP1234567', 'нет', 'б/н', '000000', '12', ''];
    const found = await identityOf('document', written);
    expect(found.map(({ document }) => document)).toEqual([
      ...['4500123456', '4500123456', 'MP1234567', 'MP1234567'],
      ...[null, null, null, null, null],
    ]);
  });

  it('puts two names into their columns where all others write them the other way round', async () => {
    const usual = Array.from({ length: 8 }, () => 'Воробьёв,Александр');
    const found = await identityOf('surname,given_name', [...usual, 'Александр,Воробьёв']);
    expect(found.at(-1)).toMatchObject({
      surname_sound: found[0]?.['surname_sound'],
      given_sound: found[0]?.['given_sound'],
    });
  });

  it('calls a name rarer where fewer of one nation bear it', async () => {
    const found = await identityOf('surname,given_name,birth_country', [
      ...Array.from({ length: 20 }, () => 'Каримов,Али,UZ'),
      'Каримов,Али,RU',
      ...Array.from({ length: 60 }, (_, at) => `Иванов${'абвгд'[at % 5]},Пётр,RU`),
    ]);
    expect(Number(found[20]?.['surname_bits'])).toBeGreaterThan(Number(found[0]?.['surname_bits']));
  });
});
