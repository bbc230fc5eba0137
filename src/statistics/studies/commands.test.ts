import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../../common/data-folder.ts';
import { runCommand } from '../../common/fixtures/run-command.ts';
import { addStudyCommands } from './commands.ts';
import { rogersCastro } from './indicators/rogers-castro.ts';

const folder = mkdtempSync(join(tmpdir(), 'saldo-studies-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...line: string[]) {
  return runCommand(addStudyCommands, line);
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const shipped = (name: string) => join(dataFolder, ...name.split('/'));
const TRUTH = { a1: 0.02, alpha1: 0.1, a2: 0.06, alpha2: 0.1, mu2: 20, lambda2: 0.4, c: 0.003 };
const AGES = Array.from({ length: 70 }, (_, age) => `${age},${Math.round(1e6 * rogersCastro(TRUTH, age + 0.5))}`);

describe('saldo targets and saldo indicators', () => {
  it.each([
    [
      [
        'targets',
        shipped('studies/target-belarus-2011-2015.yaml'),
        '--actuals',
        shipped('studies/actuals-belarus-2011-2015.csv'),
      ],
      ['report.html', 'targets.csv', 'targets.json'],
      /Выполнен ли план Беларуси/,
    ],
    [
      [
        'indicators',
        'flows',
        shipped('mirror/eurostat-2010-2019.csv'),
        '--population',
        written('p.csv', 'state,year,population\nSE,2019,10230000\n'),
      ],
      ['indicators.csv', 'indicators.json', 'report.html'],
      /Результативность/,
    ],
    [
      ['indicators', 'age', written('age.csv', `age,migrants\n${AGES.join('\n')}\n`)],
      ['age.json', 'parameters.csv', 'profile.csv', 'report.html'],
      /Роджерса и Кастро/,
    ],
    [
      [
        'indicators',
        'skills',
        written('skills.csv', 'direction,education,age,persons\nin,higher,20-30,5\nout,basic,40-44,5\n'),
      ],
      ['report.html', 'skills.csv', 'skills.json'],
      /нецелевых мигрантов/,
    ],
  ])('%j writes its files and a page of its own', async (line, files, words) => {
    const out = join(folder, line[1]?.split('/').at(-1) ?? '', 'out');
    const { data } = await run(...line, '--out', out, '--lang', 'ru');
    expect(readdirSync(out).sort()).toEqual(files);
    expect(JSON.parse(readFileSync(join(out, files.find(file => file.endsWith('.json'))!), 'utf8'))).toEqual(data);
    const page = readFileSync(join(out, 'report.html'), 'utf8');
    expect(page).toMatch(words);
    expect(page).not.toMatch(/NaN|undefined|https?:\/\/(?!www\.w3\.org)/);
  });

  it('targets set a table of two offices beside the plan', async () => {
    const plan = written('plan.yaml', 'state: BY\ntitle: T\nunit: persons\nperiod: 2011-2012\nbalance: 100\n');
    const table = written(
      't.csv',
      'origin,destination,year,departures_reported,arrivals_reported\nRU,BY,2011,660,710\nBY,RU,2011,470,615\n',
    );
    const { data, lines } = await run('targets', plan, '--table', table);
    expect(data).toMatchObject({
      series: [
        { by: 'own_office', total: { value: 240 } },
        { by: 'other_offices' },
        { by: 'arrival_place', total: { value: 95 } },
      ],
    });
    expect(lines.join(' ')).toMatch(/Open by the state’s own office: \+240 so far/);
    await expect(run('targets', plan)).rejects.toThrow(/--table or --actuals/);
  });

  it('targets and indicators take an account’s flows: unknown states are no fault, offices without slips say nothing', async () => {
    const plan = written('account-plan.yaml', 'state: BY\ntitle: T\nunit: persons\nperiod: 2011-2012\nbalance: 100\n');
    const flows = written(
      'account-flows.csv',
      'origin,destination,year,united,arrivals_reported,departures_reported\nAM,BY,2011,7,9,0\nBY,AM,2011,2,0,4\nZZ,BY,2011,0,5,0\nKZ,BY,2012,1,1,0\n',
    );
    const { data } = await run('targets', plan, '--table', flows);
    expect(data).toMatchObject({
      series: [
        { by: 'own_office', total: { value: 6 }, missing: [] },
        { by: 'united', kind: 'linked', total: { value: 6 }, missing: [] },
      ],
    });
    const { data: indicators } = await run('indicators', 'flows', flows);
    expect(indicators).toMatchObject({
      states: [
        { state: 'BY', year: 2011, net: 5, turnover: 13 },
        { state: 'BY', year: 2012, net: 1, turnover: 1 },
      ],
    });
    const faulty = written(
      'faulty.csv',
      'origin,destination,year,departures_reported,arrivals_reported\nRU,BY,2011,-1,x\n',
    );
    await expect(run('indicators', 'flows', faulty)).rejects.toThrow();
  });
});
