import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SaldoError } from '../../common/saldo-error.ts';
import { parseLegalDate } from './legal-date.ts';
import { readRegister } from './read-register.ts';

function registerOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-law-'));
  mkdirSync(join(folder, 'acts'));
  writeFileSync(join(folder, 'sources.yaml'), "NOTE: 'a note'\n");
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'acts', name), text);
  return folder;
}

function faultsOf(folder: string): string[] {
  try {
    readRegister(folder);
  } catch (error) {
    if (error instanceof SaldoError) return error.details['faults'] as string[];
    throw error;
  }
  return [];
}

const SOUND = `id: A
title: {ru: 'Договор', en: 'Treaty'}
kind: treaty
subjects: [work]
signatories: [BY, RU]
claims: []
`;

describe('reading a register', () => {
  it('takes an act from one file', () => {
    expect(readRegister(registerOf({ 'A.yaml': SOUND })).acts).toMatchObject([{ id: 'A', signatories: ['BY', 'RU'] }]);
  });

  it('names file, line, what was found and expected, of all files at once', () => {
    const folder = registerOf({
      'A.yaml': SOUND.replace('RU]', 'XX]'),
      'B.yaml': 'id: B\n  kind: [',
      'C.yaml': SOUND.replace('id: A', 'id: C').replace('kind: treaty', 'kind: song'),
      'D.yaml': SOUND,
    });
    const faults = faultsOf(folder).join('\n');
    expect(faults).toMatch(/A\.yaml:5: signatories\.1: found XX, expected an ISO 3166-1 alpha-2 code/);
    expect(faults).toMatch(/B\.yaml:2: /);
    expect(faults).toMatch(/C\.yaml:3: kind: .*expected one of "treaty"/);
    expect(faults).toMatch(/D\.yaml: found the id A, expected the file's name/);
  });

  it('refuses a folder that is none', () => {
    expect(() => readRegister('/nowhere')).toThrow('no register of acts');
  });
});

describe('dates as sources give them', () => {
  it.each([
    ['2012-06-07', '2012-06-07', '2012-06-07'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2000', '2000-01-01', '2000-12-31'],
    ['1999-09-26/2001-07-02', '1999-09-26', '2001-07-02'],
    ['2025-10-14/..', '2025-10-14', null],
  ])('%s', (text, earliest, latest) => expect(parseLegalDate(text)).toEqual({ text, earliest, latest }));

  it.each(['', '2023-02-30', '23', '2001/1999', 'soon'])('refuses %j', text =>
    expect(parseLegalDate(text)).toBeUndefined(),
  );
});
