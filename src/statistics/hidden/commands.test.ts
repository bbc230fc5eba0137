import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../../common/data-folder.ts';
import { runCommand } from '../../common/fixtures/run-command.ts';
import { addHiddenCommand } from './commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'saldo-hidden-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...line: string[]) {
  return runCommand(addHiddenCommand, ['hidden', ...line]);
}

const shipped = (name: string) => join(dataFolder, 'hidden', name);

describe('saldo hidden', () => {
  it.each([
    [
      'balance',
      'belarus.yaml',
      ['balance.json', 'comparisons.csv', 'report.html', 'steps.csv'],
      /Сколько человек выехало из Беларуси без учёта\?/,
    ],
    [
      'workforce',
      'workforce-belarus-2012.csv',
      ['report.html', 'workforce.csv', 'workforce.json'],
      /работает за границей без учёта/,
    ],
    ['census', 'example-census-by-age.csv', ['census.json', 'report.html', 'residuals.csv'], /передвижка вперёд/],
  ])('%s writes its files and a page of its own', async (command, name, files, words) => {
    const out = join(folder, command);
    const { data } = await run(command, shipped(name), '--out', out, '--lang', 'ru');
    expect(readdirSync(out).sort()).toEqual(files);
    expect(JSON.parse(readFileSync(join(out, files.find(file => file.endsWith('.json'))!), 'utf8'))).toEqual(data);
    const page = readFileSync(join(out, 'report.html'), 'utf8');
    expect(page).toMatch(words);
    expect(page).toMatch(/<html lang="ru">/);
    expect(page).not.toMatch(/NaN|undefined|https?:\/\/(?!www\.w3\.org)/);
  });

  it('balance says where the ranges agree', async () => {
    const { lines } = await run('balance', shipped('belarus.yaml'));
    expect(lines.join(' ')).toMatch(/census-2009 and workforce-2012 agree from 110\s000 to 155\s850 persons/);
  });

  it('balance joins a table that lies beside the sheet', async () => {
    writeFileSync(join(folder, 'w.csv'), 'item,side,value\na,resource,10\nb,official,4\n');
    const sheet = join(folder, 'sheet.yaml');
    writeFileSync(
      sheet,
      'state: BY\ntitle: T\nunit: persons\ngaps: [{ id: w, name: W, period: 2012, workforce: { file: w.csv } }]\n',
    );
    expect((await run('balance', sheet)).data).toMatchObject({ gaps: [{ unregistered: { value: 6 } }] });
  });

  it.each([
    [['census', 'nowhere.csv'], /cannot be read/],
    [['census', shipped('example-census-by-age.csv'), '--census-error', '-1'], /--census-error/],
    [['census', shipped('example-census-by-age.csv'), '--method', 'magic'], /--method/],
    [['balance', shipped('belarus.yaml'), '--lang', 'fr'], /--lang/],
  ])('%j is refused', async (line, message) => {
    await expect(run(...line)).rejects.toThrow(message);
  });
});
