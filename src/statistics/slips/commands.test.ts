import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Terminal } from '../../common/terminal.ts';
import { addSlipsCommand } from './commands.ts';
import { SlipBench } from './fixtures/slip-files.ts';

const HEADER = 'slip_id,office,kind,registered_on,sex\n';

let bench: SlipBench;
beforeEach(async () => {
  bench = await SlipBench.open();
});
afterEach(() => {
  bench.close();
  process.exitCode = undefined;
});

describe('saldo slips check', () => {
  it('ends with 0 where rows were set aside, and with 1 under --strict', async () => {
    const path = bench.write('slips.csv', `${HEADER}1,RU,arrival,2011-03-05,M\n2,RU,arrival,,M\n`);
    const told = await run('slips', 'check', path);
    expect(process.exitCode).toBeUndefined();
    expect(told).toContain('1 accepted + 1 set aside = 2 read');
    expect(told).toContain('missing_value');
    await run('slips', 'check', path, '--strict');
    expect(process.exitCode).toBe(1);
  });

  it('ends with 0 under --strict where values were only blanked', async () => {
    await run('slips', 'check', bench.write('slips.csv', `${HEADER}1,RU,arrival,2011-03-05,X\n`), '--strict');
    expect(process.exitCode).toBeUndefined();
  });

  it('ends with 2 where no row was accepted', async () => {
    await run('slips', 'check', bench.write('slips.csv', `${HEADER}2,RU,arrival,,M\n`), '--strict');
    expect(process.exitCode).toBe(2);
  });

  it('fails with its message where a path is not there', async () => {
    await expect(run('slips', 'check', join(bench.folder, 'nowhere'))).rejects.toMatchObject({ exitCode: 2 });
  });

  it('writes faults and rows set aside, both in order', async () => {
    const path = bench.write('slips.csv', `${HEADER}1,RU,arrival,2011-03-05,X\n2,RU,arrival,,M\n3,RU\n`);
    const out = join(bench.folder, 'out', 'deep');
    await run('slips', 'check', path, '--out', out, '--memory', '1GB');
    expect(readFileSync(join(out, 'faults.csv'), 'utf8')).toBe(
      `file,row,column,code,found,expected,set_aside
${path},1,sex,bad_value,X,"M, F or empty",false
${path},2,registered_on,missing_value,,a value: the column is required,true
${path},3,,broken_row,"3,RU","5 columns, found 2",true
`,
    );
    const aside = readFileSync(join(out, 'set_aside.csv'), 'utf8').split('\n');
    expect(aside[0]).toBe('file,row,record');
    expect(aside[1]).toContain('""slip_id"":""2""');
    expect(aside[2]).toBe(`${path},3,"3,RU"`);
  });

  it('gives the whole reading to a program', async () => {
    const path = bench.write('slips.csv', `${HEADER}1,RU,arrival,2011-03-05,M\n`);
    const data = JSON.parse(await run('--json', 'slips', 'check', path));
    expect(data).toMatchObject({ read: 1, accepted: 1, setAside: 0, faultsByCode: [], files: [{ path, rows: 1 }] });
  });

  it('refuses a size of memory that is none', async () => {
    const path = bench.write('slips.csv', `${HEADER}1,RU,arrival,2011-03-05,M\n`);
    await expect(run('slips', 'check', path, '--memory', 'much')).rejects.toMatchObject({ code: 'invalid_option' });
  });
});

describe('saldo slips profiles', () => {
  it('lists the format itself and the shipped profiles', async () => {
    const told = await run('slips', 'profiles');
    expect(told).toMatch(/saldo.*kz-coupons.*ru-1prib-1vyb.*windows-1251/s);
  });
});

/** Runs the command and gives what it told a reader, or, under `--json`, a program. */
async function run(...argv: string[]): Promise<string> {
  const json = argv.includes('--json');
  const told: string[] = [];
  const tell = (...texts: string[]): void => void (json || told.push(...texts));
  const terminal: Terminal = {
    json,
    steps: { started: () => {}, ended: () => {} },
    line: tell,
    table: (headers, rows) => tell(headers.join(' '), ...rows.map(cells => cells.join(' '))),
    data: value => void (json && told.push(JSON.stringify(value))),
    warn: tell,
  };
  const program = new Command().option('--json').exitOverride();
  addSlipsCommand(program, terminal);
  await program.parseAsync(['node', 'saldo', ...argv]);
  return told.join('\n');
}
