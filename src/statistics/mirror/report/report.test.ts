import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../../../common/data-folder.ts';
import { panelText } from '../bayes/fixtures/panel-text.ts';
import { simulatedPanel } from '../bayes/fixtures/simulated-panel.ts';
import { runMirror } from '../fixtures/run-mirror.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saldo-mirror-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(out: string, name: string): string {
  return readFileSync(join(out, name), 'utf8');
}

const note = join(dataFolder, 'mirror', 'note-belarus-russia.csv');
const panel = join(dataFolder, 'mirror', 'eurostat-2010-2019.csv');

describe('the report of a comparison', () => {
  it('answers in its first sentence with the figures of the note, in both languages', async () => {
    const out = join(folder, 'note');
    await runMirror('compare', note, '--out', out);
    const english = read(out, 'report.html').replaceAll('\u202f', ' ');
    for (const words of [
      '+240 000',
      '+45 000',
      '−195 000 = −50 000 − 145 000',
      '+95 000',
      'How many people moved between',
    ])
      expect(english).toContain(words);
    // Side by side both directions have one scale: the longest bar is that of 710 thousand, whichever the direction.
    const bars = [...english.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(bars).toHaveLength(4);
    const [longest, shortest] = [Math.max(...bars), Math.min(...bars)];
    expect(shortest / longest).toBeCloseTo(470 / 710, 2);
    await runMirror('compare', note, '--out', out, '--lang', 'ru');
    const russian = read(out, 'report.html');
    expect(russian).toContain('Сколько человек переехало между Беларусью и Россией?');
    // How the offices count stands below, and the break of 2011 is marked at its period.
    for (const words of ['1991–2011*', 'Разрыв ряда в 2011 году (Росстат):', 'Росстат, с 2011 года: пребывание от 9'])
      expect(russian).toContain(words);
  });

  it('of the Eurostat panel holds nothing that is no number', async () => {
    const out = join(folder, 'panel');
    await runMirror('compare', panel, '--out', out);
    for (const name of readdirSync(out)) expect(read(out, name), name).not.toMatch(/NaN|undefined|Infinity/);
    await expect(runMirror('compare', panel, '--lang', 'fr')).rejects.toMatchObject({ code: 'invalid_option' });
  });
});

describe('saldo mirror fit', () => {
  it.each(['log', 'binomial'])('by the %s form writes factors, flows, diagnostics and a report', async model => {
    const out = join(folder, model);
    await runMirror('fit', panel, '--model', model, '--benchmark', 'SE', '--out', out);
    expect(read(out, 'factors.csv').split('\n')[0]).toBe('office,side,factor,low95,high95');
    expect(read(out, 'flows.csv').split('\n')[0]).toBe(
      'origin,destination,year,arrivals_reported,departures_reported,estimate,low95,high95,kind',
    );
    for (const name of readdirSync(out)) expect(read(out, name), name).not.toMatch(/NaN|undefined|Infinity/);
    expect(read(out, 'report.html')).toContain('By what are the offices');
  });

  it('refuses what cannot be told, and options out of range, all at once', async () => {
    await expect(runMirror('fit', note, '--benchmark', 'BY')).rejects.toMatchObject({ code: 'not_identified' });
    await expect(runMirror('fit', panel, '--model', 'bayes')).rejects.toMatchObject({ code: 'not_identified' });
    await expect(runMirror('fit', panel, '--chains', '0', '--warmup', 'x', '--benchmark', 'QQ')).rejects.toMatchObject({
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
    await runMirror(...args, '--out', out);
    expect(read(out, 'posterior.csv').split('\n')[0]).toBe(
      'origin,destination,year,log_flow_mean,log_flow_sd,q05,q50,q95',
    );
    expect(read(out, 'parameters.csv').split('\n')[0]).toMatch(/^parameter,mean,sd,rhat,ess/);
    expect(read(out, 'posterior.csv').trim().split('\n')).toHaveLength(cells.length + 1);
    for (const name of readdirSync(out)) expect(read(out, name), name).not.toMatch(/NaN|undefined|Infinity/);
    await runMirror(...args, '--out', `${out}-again`);
    expect(read(`${out}-again`, 'posterior.csv')).toBe(read(out, 'posterior.csv'));
  });
});
