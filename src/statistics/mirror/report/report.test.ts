import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../../../common/data-folder.ts';
import type { Terminal } from '../../../common/terminal.ts';
import { panelText } from '../bayes/fixtures/panel-text.ts';
import { simulatedPanel } from '../bayes/fixtures/simulated-panel.ts';
import { addMirrorCommand } from '../commands.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saldo-mirror-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ warnings: string[]; data: unknown }> {
  const warnings: string[] = [];
  let data: unknown;
  const terminal: Terminal = {
    json: true,
    steps: { started: () => {}, ended: () => {} },
    line: () => {},
    table: () => {},
    data: value => {
      data = value;
    },
    warn: text => warnings.push(text),
  };
  const program = new Command('saldo').exitOverride();
  addMirrorCommand(program, terminal);
  await program.parseAsync(['node', 'saldo', 'mirror', ...args]);
  return { warnings, data };
}

function read(out: string, name: string): string {
  return readFileSync(join(out, name), 'utf8');
}

const note = join(dataFolder, 'mirror', 'note-belarus-russia.csv');
const panel = join(dataFolder, 'mirror', 'eurostat-2010-2019.csv');

describe('the report of a comparison', () => {
  it('answers in its first sentence with the figures of the note, in both languages', async () => {
    const out = join(folder, 'note');
    await run('compare', note, '--out', out);
    const english = read(out, 'report.html').replaceAll('\u202f', ' ');
    for (const words of [
      '+240 000',
      '+45 000',
      '−195 000 = −50 000 − 145 000',
      '+95 000',
      'How many people moved between',
    ])
      expect(english).toContain(words);
    await run('compare', note, '--out', out, '--lang', 'ru');
    const russian = read(out, 'report.html');
    expect(russian).toContain('Сколько человек переехало между Беларусью и Россией?');
    // How the offices count stands below, and the break of 2011 is marked at its period.
    for (const words of ['1991–2011*', 'Разрыв ряда в 2011 году (Росстат):', 'Росстат, с 2011 года: пребывание от 9'])
      expect(russian).toContain(words);
  });

  it('of the Eurostat panel holds nothing that is no number', async () => {
    const out = join(folder, 'panel');
    await run('compare', panel, '--out', out);
    for (const name of readdirSync(out)) expect(read(out, name), name).not.toMatch(/NaN|undefined|Infinity/);
    await expect(run('compare', panel, '--lang', 'fr')).rejects.toMatchObject({ code: 'invalid_option' });
  });
});

describe('saldo mirror fit', () => {
  it.each(['log', 'binomial'])('by the %s form writes factors, flows, diagnostics and a report', async model => {
    const out = join(folder, model);
    await run('fit', panel, '--model', model, '--benchmark', 'SE', '--out', out);
    expect(read(out, 'factors.csv').split('\n')[0]).toBe('office,side,factor,low95,high95');
    expect(read(out, 'flows.csv').split('\n')[0]).toBe(
      'origin,destination,year,arrivals_reported,departures_reported,estimate,low95,high95,kind',
    );
    for (const name of readdirSync(out)) expect(read(out, name), name).not.toMatch(/NaN|undefined|Infinity/);
    expect(read(out, 'report.html')).toContain('By what are the offices');
  });

  it('refuses what cannot be told, and options out of range, all at once', async () => {
    await expect(run('fit', note, '--benchmark', 'BY')).rejects.toMatchObject({ code: 'not_identified' });
    await expect(run('fit', panel, '--model', 'bayes')).rejects.toMatchObject({ code: 'not_identified' });
    await expect(run('fit', panel, '--chains', '0', '--warmup', 'x', '--benchmark', 'QQ')).rejects.toMatchObject({
      message: expect.stringMatching(/benchmark.*chains.*warmup/),
    });
  });

  it.each(['bayes', 'pooled'])('by the model %s writes posterior and parameters too', async model => {
    const { cells } = simulatedPanel(6, ['BY', 'KZ', 'RU', 'SE'], 4);
    const table = join(folder, 'panel.csv');
    writeFileSync(table, panelText(cells));
    const out = join(folder, model);
    const args = [
      'fit',
      table,
      '--model',
      model,
      '--chains',
      '2',
      '--warmup',
      '200',
      '--samples',
      '100',
      '--seed',
      '3',
    ];
    await run(...args, '--out', out);
    expect(read(out, 'posterior.csv').split('\n')[0]).toBe(
      'origin,destination,year,log_flow_mean,log_flow_sd,q05,q50,q95',
    );
    expect(read(out, 'parameters.csv').split('\n')[0]).toMatch(/^parameter,mean,sd,rhat,ess/);
    expect(read(out, 'posterior.csv').trim().split('\n')).toHaveLength(cells.length + 1);
    for (const name of readdirSync(out)) expect(read(out, name), name).not.toMatch(/NaN|undefined|Infinity/);
    await run(...args, '--out', `${out}-again`);
    expect(read(`${out}-again`, 'posterior.csv')).toBe(read(out, 'posterior.csv'));
  });
});
