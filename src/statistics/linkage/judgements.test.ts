import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SaldoError } from '../../common/saldo-error.ts';
import { Engine } from '../../engine/engine.ts';
import {
  appendJudgement,
  countUnmetJudgements,
  type Judgement,
  readJudgements,
  storeJudgements,
} from './judgements.ts';

const folder = mkdtempSync(join(tmpdir(), 'judgements-'));
const path = join(folder, 'judgements.jsonl');
let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 1 });
  await engine.run(
    `create table slip as select * from (values (0, 'BY', '1'), (1, 'BY', '2'), (2, 'RU', '1'), (3, 'RU', 'a:b')) as slips (n, office, slip_id)`,
  );
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => rmSync(path, { force: true }));

describe('a judgements file', () => {
  it('gives back what was said, in the order of time', () => {
    const said = [
      judge('BY:1', 'BY:2', 'same'),
      { ...judge('BY:2', 'RU:1', 'unsure'), judged_by: 'Ольга' },
      judge('BY:1', 'BY:2', 'different'),
    ];
    for (const one of said) appendJudgement(path, one);
    expect(readJudgements(path)).toEqual(said);
  });

  it('only grows: what stands in it stays to the letter', () => {
    appendJudgement(path, judge('BY:1', 'BY:2', 'same'));
    const before = readFileSync(path, 'utf8');
    appendJudgement(path, judge('BY:1', 'BY:2', 'different'));
    expect(readFileSync(path, 'utf8').startsWith(before)).toBe(true);
  });

  it('may end without a line end, have empty lines and line ends of Windows', () => {
    const line = JSON.stringify(judge('BY:1', 'BY:2', 'same'));
    writeFileSync(path, `\n${line}\r\n\n${line}`);
    expect(readJudgements(path).length).toBe(2);
    appendJudgement(path, judge('BY:1', 'BY:2', 'different'));
    expect(readJudgements(path).map(({ judgement }) => judgement)).toEqual(['same', 'same', 'different']);
  });

  it('tells all its faults at once, each with its line', () => {
    const good = JSON.stringify(judge('BY:1', 'BY:2', 'same'));
    const bad = [
      '{"a": "BY:1",',
      JSON.stringify({ ...judge('BY:1', 'BY:2', 'same'), judgement: 'maybe' }),
      JSON.stringify({ ...judge('BY:1', 'BY:2', 'same'), a: '1' }),
      JSON.stringify({ ...judge('BY:1', 'BY:2', 'same'), reason: '' }),
      JSON.stringify({ ...judge('BY:1', 'BY:2', 'same'), judged_on: '2011-02-30' }),
      '[]',
    ];
    writeFileSync(path, [good, ...bad, good].join('\n'));
    const error = failure(() => readJudgements(path));
    expect(error).toMatchObject({ code: 'invalid_file', message: expect.stringContaining(path) });
    expect(error.details['faults']).toEqual([
      expect.stringMatching(/^line 2: .*expected object/),
      expect.stringMatching(/^line 3: judgement: /),
      expect.stringMatching(/^line 4: a: expected OFFICE:SLIP_ID/),
      expect.stringMatching(/^line 5: reason: /),
      expect.stringMatching(/^line 6: judged_on: /),
      expect.stringMatching(/^line 7: .*expected object/),
    ]);
  });

  it('that is not there, or is a folder, is unreadable', () => {
    expect(() => readJudgements(join(folder, 'nowhere'))).toThrow(
      expect.objectContaining({ code: 'unreadable_input' }),
    );
    expect(() => readJudgements(folder)).toThrow(expect.objectContaining({ code: 'unreadable_input' }));
  });

  it('takes no judgement that it could not read again', () => {
    expect(() => appendJudgement(path, judge('1', 'BY:2', 'same'))).toThrow(
      expect.objectContaining({ code: 'invalid_option', message: expect.stringContaining('OFFICE:SLIP_ID') }),
    );
  });

  it('that cannot be written is told as such', () => {
    const nowhere = join(folder, 'nowhere', 'judgements.jsonl');
    expect(failure(() => appendJudgement(nowhere, judge('BY:1', 'BY:2', 'same'))).code).toBe('unwritable_output');
  });
});

describe('judgements in a run', () => {
  it('the last one of a pair holds, whichever slip is named first', async () => {
    await storeJudgements(engine, [judge('BY:1', 'BY:2', 'same'), judge('BY:2', 'BY:1', 'different')]);
    expect(await judged()).toEqual([{ a: 0, b: 1, same: false }]);
    await storeJudgements(engine, [judge('BY:2', 'BY:1', 'different'), judge('BY:1', 'BY:2', 'same')]);
    expect(await judged()).toEqual([{ a: 0, b: 1, same: true }]);
  });

  it('unsure is no judgement, and takes an earlier one back', async () => {
    await storeJudgements(engine, [
      judge('BY:1', 'RU:1', 'unsure'),
      judge('BY:1', 'BY:2', 'same'),
      judge('BY:1', 'BY:2', 'unsure'),
    ]);
    expect(await judged()).toEqual([]);
  });

  it('of slips that are not there are counted and passed over, as is a slip held against itself', async () => {
    const unknown = await storeJudgements(engine, [
      judge('BY:1', 'KZ:9', 'same'),
      judge('KZ:8', 'KZ:9', 'same'),
      judge('BY:1', 'BY:1', 'different'),
      judge('RU:1', 'RU:a:b', 'different'),
    ]);
    expect(unknown).toBe(2);
    expect(await judged()).toEqual([{ a: 2, b: 3, same: false }]);
  });

  it('that contradict each other are counted where the persons do not keep to them', async () => {
    const said = [judge('BY:1', 'BY:2', 'same'), judge('BY:2', 'RU:1', 'same'), judge('BY:1', 'RU:1', 'different')];
    await storeJudgements(engine, said);
    await engine.run(
      'create or replace table person as select * from (values (0, 0), (1, 0), (2, 2), (3, 3)) as p (n, person)',
    );
    expect(await countUnmetJudgements(engine)).toBe(1);
    await engine.run(
      'create or replace table person as select * from (values (0, 0), (1, 0), (2, 0), (3, 3)) as p (n, person)',
    );
    expect(await countUnmetJudgements(engine)).toBe(1);
    await storeJudgements(engine, said.slice(0, 2));
    expect(await countUnmetJudgements(engine)).toBe(0);
  });

  it('none leave none', async () => {
    expect(await storeJudgements(engine, [])).toBe(0);
    expect(await judged()).toEqual([]);
  });
});

function judge(a: string, b: string, judgement: Judgement['judgement']): Judgement {
  return { a, b, judgement, reason: 'same document', judged_on: '2012-01-15' };
}

function judged() {
  return engine.rows('select a, b, same from judged order by a, b');
}

function failure(work: () => unknown): SaldoError {
  try {
    work();
  } catch (error) {
    if (error instanceof SaldoError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}
