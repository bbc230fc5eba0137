import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runMirror } from './fixtures/run-mirror.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saldo-fill-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const MATRIX = ['from,A,B,C', 'A,0,10,5', 'B,4,0,6', 'C,7,8,0'];

describe('a table filled by command', () => {
  it('has a row for every corridor, labelled modelled, with bounds only where the method has them', async () => {
    const out = join(folder, 'nets');
    const prior = write('prior.csv', ...MATRIX);
    await runMirror('fill', 'nets', prior, write('nets.csv', 'state,net', 'A,1', 'B,2', 'C,-3'), '--out', out);
    const rows = readFileSync(join(out, 'filled.csv'), 'utf8').trim().split('\n');
    expect(rows[0]).toBe('origin,destination,value,low,high,kind,method');
    expect(rows).toHaveLength(7);
    for (const row of rows.slice(1)) expect(row).toMatch(/^[ABC],[ABC],[\d.]+,,,modelled,net_entropy$/);
  });

  it('from stocks lies between the two extremes in every cell, though the minimum is not the least in each', async () => {
    const start = write('start.csv', 'birthplace,A,B,C', 'A,500,90,4', 'B,10,400,60', 'C,70,3,300');
    const end = write('end.csv', 'birthplace,A,B,C', 'A,430,20,95', 'B,80,430,11', 'C,5,66,320');
    for (const rule of ['minimum', 'independence', 'mix']) {
      const { data } = await runMirror('fill', 'stocks', start, end, '--stayers', rule);
      for (const { value, low, high } of (data as { flows: { value: number; low: number; high: number }[] }).flows) {
        expect(low - 1e-9).toBeLessThanOrEqual(value);
        expect(value - 1e-9).toBeLessThanOrEqual(high);
      }
    }
  });

  it('is refused with every fault of its files at once', async () => {
    const bad = write('bad.csv', 'from,A,B,C', 'A,0,"1,000",5', 'A,0,2,5', 'B,-4,0,Infinity', 'C,x,8');
    const nets = write('good.csv', 'state,net', 'A,1', 'B,2', 'C,-3');
    await expect(runMirror('fill', 'nets', bad, nets)).rejects.toMatchObject({
      code: 'not_a_table',
      details: {
        faults: [
          'row A: found twice',
          'row C: found 3 columns, expected 4',
          'row A, column B: found 1,000, expected a number of 0 or more',
          'row B, column A: found -4, expected a number of 0 or more',
          'row B, column C: found Infinity, expected a number of 0 or more',
          'row C, column A: found x, expected a number of 0 or more',
        ],
      },
    });
    const prior = write('prior.csv', ...MATRIX);
    const twice = write('twice.csv', 'state,net', 'A,1', 'B,2', 'B,7', 'C,-3');
    await expect(runMirror('fill', 'nets', prior, twice)).rejects.toThrow(/row B: found twice/);
    await expect(runMirror('fill', 'nets', folder, nets)).rejects.toMatchObject({ code: 'unreadable_input' });
  });

  it('from stocks of different states is refused: nobody is left out unsaid', async () => {
    const start = write('three.csv', ...MATRIX);
    const end = write('four.csv', 'from,A,B,D', 'A,1,1,1', 'B,1,1,1', 'D,1,1,1');
    await expect(runMirror('fill', 'stocks', start, end)).rejects.toThrow(/in one alone: C, D/);
  });
});
