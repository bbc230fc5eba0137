import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, describe, expect, it } from 'vitest';
import type { Terminal } from '../../common/terminal.ts';
import { addSimulateCommand } from './commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'saldo-simulate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function simulate(...words: string[]) {
  const said: string[] = [];
  const tables: (readonly (readonly (string | number)[])[])[] = [];
  const terminal: Terminal = {
    json: false,
    steps: { started: () => {}, ended: () => {} },
    line: text => said.push(text),
    table: (_, rows) => tables.push(rows),
    data: () => {},
    warn: () => {},
  };
  const program = new Command();
  addSimulateCommand(program, terminal);
  await program.parseAsync(['node', 'saldo', 'simulate', folder, ...words]);
  return { said, tables };
}

function cell(rows: readonly (readonly (string | number)[])[] | undefined, name: string, column = 1): number {
  return Number(rows?.find(row => row[0] === name)?.[column]);
}

describe('saldo simulate', () => {
  it('says plainly that the world is simulated', async () => {
    const { said } = await simulate('--people', '50', '--states', 'BY,ru');
    expect(said[0]).toContain('simulated, not real people');
  });

  it('shows the balances of the note, the united one and what lies between', async () => {
    const { tables } = await simulate('--preset', 'belarus-russia-1991-2011', '--scale', '0.02');
    const [sides, balances] = tables;
    expect(cell(balances, "by Belarus's office") / 20).toBeCloseTo(240, -1);
    expect(cell(balances, "by Russia's office") / 20).toBeCloseTo(45, -1);
    expect(cell(balances, 'by arrivals as the offices reported them') / 20).toBeCloseTo(95, -1);
    const united = cell(sides, 'united by place of arrival', 1) - cell(sides, 'united by place of arrival', 2);
    expect(cell(balances, 'united, double counting taken out')).toBe(united);
  });

  it('refuses what is no number', async () => {
    await expect(simulate('--people', 'many')).rejects.toMatchObject({
      message: '--people: found many, expected a number',
    });
  });
});
