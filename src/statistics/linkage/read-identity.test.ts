import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '../../engine/engine.ts';
import { readSlips } from '../slips/read-slips.ts';
import { COMPARISONS, NULL } from './comparisons.ts';
import { documentOf } from './documents.ts';
import { fieldOf, type Identity, ROW } from './identity.ts';
import { compare } from './pair-weigher.ts';
import { readIdentity } from './read-identity.ts';

const folder = mkdtempSync(join(tmpdir(), 'identity-'));
let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 1 });
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

async function identityOf(header: string, rows: readonly string[]): Promise<Identity> {
  const slips = rows.map((row, at) => `${String(at).padStart(3, '0')},BY,arrival,2005-03-01,RU,${row}`);
  writeFileSync(join(folder, 'slips.csv'), [`slip_id,office,kind,registered_on,origin,${header}`, ...slips].join('\n'));
  const { accepted } = await readSlips(engine, [folder]);
  expect(accepted).toBe(rows.length);
  return readIdentity(engine);
}

describe('what slips are compared by', () => {
  it('holds a document in one writing, and takes what stands for a missing one as none', async () => {
    const written = ['4500 123456', '4500-123456', 'МР1234567', 'MP1234567', 'нет', 'б/н', '000000', '12', ''];
    const { documents } = await identityOf('document', written);
    expect(written.map((_, slip) => documentOf(documents, slip))).toEqual([
      ...['4500123456', '4500123456', 'MP1234567', 'MP1234567'],
      ...[null, null, null, null, null],
    ]);
  });

  it('puts two names into their columns where all others write them the other way round', async () => {
    const usual = Array.from({ length: 8 }, () => 'Воробьёв,Александр');
    const found = await identityOf('surname,given_name', [...usual, 'Александр,Воробьёв']);
    for (const field of ['surnameSound', 'givenSound'] as const)
      expect(fieldOf(found, 8, field)).toBe(fieldOf(found, 0, field));
  });

  it('calls a name rarer where fewer of one nation bear it', async () => {
    const identity = await identityOf('surname,given_name,birth_country', [
      ...Array.from({ length: 20 }, () => 'Каримов,Али,UZ'),
      'Каримов,Али,RU',
      ...Array.from({ length: 60 }, (_, at) => `Иванов${'абвгд'[at % 5]},Пётр,RU`),
    ]);
    const bits = (slip: number) => Number(identity.surname.bits[fieldOf(identity, slip, 'surname')]);
    expect(bits(20)).toBeGreaterThan(bits(0));
  });

  it('takes an impossible comparison for none: nothing is alike in what both lack', async () => {
    const identity = await identityOf('surname,document', [',', ',']);
    const levels = new Int8Array(COMPARISONS.length);
    compare(identity, 0, ROW, levels);
    expect([...levels].slice(0, -1)).toEqual(Array(8).fill(NULL));
  });
});
