import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { dataFolder } from '../../../common/data-folder.ts';
import type { Range } from '../../../common/range.ts';
import { parseWorkforce, workforceBalance } from '../workforce/workforce.ts';
import { balanceOf, type Gap } from './balance.ts';
import { parseSheet } from './sheet.ts';

type Bounds = [low: number, value: number, high: number];
const asBounds = ({ low, value, high }: Range): Bounds => [low, value, high];
const read = (name: string) => parse(readFileSync(new URL(`../cases/${name}`, import.meta.url), 'utf8'));

const noFiles = (name: string): string => {
  throw new Error(`asked for ${name}`);
};
const balance = (sheet: unknown, files = noFiles) => balanceOf(parseSheet('sheet.yaml', stringify(sheet)), files);

describe('the balance of the workforce', () => {
  it.each(read('workforce.yaml') as { name: string; table: string; balance: Bounds; unregistered: Bounds }[])(
    '$name',
    async ({ table, balance: left, unregistered }) => {
      const found = workforceBalance(await parseWorkforce('workforce.csv', table));
      expect(asBounds(found.balance)).toEqual(left);
      expect(asBounds(found.unregistered)).toEqual(unregistered);
    },
  );

  it('scales with its lines, and does not depend on their order', async () => {
    const line = fc.record({
      side: fc.constantFrom('resource', 'use', 'official'),
      value: fc.integer({ min: 0, max: 1_000_000 }),
      below: fc.integer({ min: 0, max: 100 }),
      above: fc.integer({ min: 0, max: 1000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async lines => {
        const of = async (written: typeof lines, scale: number) => {
          const rows = [{ side: 'resource', value: 5, below: 0, above: 0 }, ...written].map(
            ({ side, value, below, above }, at) =>
              [`line ${at}`, side, value * scale, Math.max(0, value - below) * scale, (value + above) * scale].join(
                ',',
              ),
          );
          const found = workforceBalance(
            await parseWorkforce('workforce.csv', `item,side,value,low,high\n${rows.join('\n')}\n`),
          );
          return {
            left: asBounds(found.unregistered),
            sums: [found.resources, found.uses, found.official].map(asBounds),
          };
        };
        const [plain, scaled, turned] = [await of(lines, 1), await of(lines, 8), await of(lines.toReversed(), 1)];
        expect(scaled.left).toEqual(plain.left.map(bound => 8 * bound));
        expect(turned.left).toEqual(plain.left);
        const [resources, uses, official] = plain.sums;
        expect(resources![1] - uses![1] - official![1]).toBe(plain.left[1]);
        expect(resources![0] - uses![2] - official![2]).toBe(plain.left[0]);
      }),
      { numRuns: 80 },
    );
  });

  it.each([
    [
      'negative counts and unknown sides, all at once',
      'item,side,value\na,resource,-1\nb,lost,2\n',
      /2 faults[\s\S]*row 1, value[\s\S]*row 2, side/,
    ],
    ['a balance without resources', 'item,side,value\na,use,1\n', /resource/],
    ['bounds that leave the value out', 'item,side,value,low,high\na,resource,5,6,7\n', /bounds around 5/],
    ['figures without end', 'item,side,value\na,resource,1e999\n', /value/],
    ['rows of another length', 'item,side,value\na,resource\n', /3 values|values, as the header/],
  ])('refuses %s', async (_, text, message) => {
    await expect(parseWorkforce('workforce.csv', text)).rejects.toThrow(message);
  });
});

describe('a balance sheet', () => {
  it.each(
    read('balance.yaml') as {
      name: string;
      sheet: unknown;
      unregistered: Record<string, Bounds>;
      common: [number, number] | null;
      apart?: number;
    }[],
  )('$name', async ({ sheet, unregistered, common, apart = 0 }) => {
    const found = await balance(sheet);
    expect(Object.fromEntries(found.gaps.map(gap => [gap.id, asBounds(gap.unregistered)]))).toEqual(unregistered);
    expect(found.common && [found.common.low, found.common.high]).toEqual(common);
    expect(found.comparisons[0]?.apart).toBe(apart);
    found.gaps.forEach(expectClosed);
  });

  it('of the note: 134, 158 and 155.3 thousand, and 110 to 156 thousand where census and workforce agree', async () => {
    const text = readFileSync(join(dataFolder, 'hidden', 'belarus.yaml'), 'utf8');
    const found = await balanceOf(parseSheet('belarus.yaml', text), noFiles);
    const of = (id: string) => asBounds(found.gaps.find(gap => gap.id === id)!.unregistered);
    expect(of('census-1999')).toEqual([83_300, 134_000, 134_500]);
    expect(of('census-2009')).toEqual([110_000, 158_000, 158_500]);
    expect(of('workforce-2012')).toEqual([49_250, 155_300, 155_850]);
    expect(found.common).toEqual({ low: 110_000, high: 155_850 });
    expect(found.assumes.length).toBeGreaterThan(2);
    found.gaps.forEach(expectClosed);
  });

  it('closes exactly: what is left is what the lines leave over', async () => {
    const count = fc.integer({ min: 1, max: 20_000_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(count, { minLength: 7, maxLength: 7 }), async lines => {
        const [start, births, deaths, arrivals, departures, end, missed] = lines as [
          number,
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        const gap = {
          id: 'a',
          name: 'A',
          period: '1999-2009',
          accounts: { start, births, deaths, arrivals, departures, end },
          less: [{ name: 'Missed', value: missed }],
        };
        const found = await balance({ state: 'BY', title: 'T', unit: 'persons', gaps: [gap] });
        expect(start + births - deaths + arrivals - departures - found.gaps[0]!.unregistered.value - missed).toBe(end);
        found.gaps.forEach(expectClosed);
      }),
      { numRuns: 80 },
    );
  });

  it('compares alike whichever gap stands first, and overlaps only where some number lies in both', async () => {
    const range = fc.tuple(
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 300 }),
    );
    await fc.assert(
      fc.asyncProperty(range, range, async (one, other) => {
        const gapOf = (id: string, [value, below, above]: typeof one) => ({
          id,
          name: id,
          period: 2009,
          shortage: { value, low: value - below, high: value + above },
        });
        const about = { state: 'BY', title: 'T', unit: 'persons' };
        const found = await balance({ ...about, gaps: [gapOf('a', one), gapOf('b', other)] });
        const turned = await balance({ ...about, gaps: [gapOf('b', other), gapOf('a', one)] });
        const [first, second] = [found.comparisons[0]!, turned.comparisons[0]!];
        expect(second.overlap).toEqual(first.overlap);
        expect(second.apart).toBe(first.apart);
        expect(first.overlap === null).toBe(first.apart > 0);
      }),
      { numRuns: 80 },
    );
  });

  it('joins slips: united flows of an account, and two offices’ table with the other office’s figure as a bound', async () => {
    const flows =
      'origin,destination,year,united,arrivals_reported,departures_reported\nRU,BY,2000,70,80,60\nBY,RU,2001,40,50,30\nBY,RU,2020,9,9,9\nRU,KZ,2000,5,5,5\n';
    const accounts = { start: 1000, births: 10, deaths: 10, end: 1020 };
    const gaps = (by: string) => [
      { id: 'a', name: 'A', period: '2000-2001', accounts: { ...accounts, flows: { file: 'flows.csv', by } } },
    ];
    const about = { state: 'BY', title: 'T', unit: 'persons' };
    const linked = await balance({ ...about, gaps: gaps('united') }, () => flows);
    expect(linked.gaps[0]!.steps.find(step => step.name.en === 'Arrivals')).toMatchObject({
      kind: 'linked',
      persons: { value: 70, low: 70 },
    });
    expect(asBounds(linked.gaps[0]!.unregistered)).toEqual([10, 10, 10]);
    const reported = await balance({ ...about, gaps: gaps('own_office') }, () => flows);
    expect(asBounds(reported.gaps[0]!.unregistered)).toEqual([-10, 30, 30]);
    reported.gaps.forEach(expectClosed);
  });

  it('takes the zeros of offices whose slips were not loaded for no figures, and a year without a flow for no answer', async () => {
    const flows =
      'origin,destination,year,united,arrivals_reported,departures_reported\nAM,BY,2000,7,9,0\nBY,RU,2000,40,50,30\nRU,BY,2001,1,1,1\nZZ,BY,2001,0,5,0\n';
    const sheet = (period: string) => ({
      ...{ state: 'BY', title: 'T', unit: 'persons' },
      gaps: [
        {
          ...{ id: 'a', name: 'A', period },
          accounts: { ...{ start: 100, births: 0, deaths: 0, end: 100 }, flows: { file: 'f.csv', by: 'own_office' } },
        },
      ],
    });
    const { gaps } = await balance(sheet('2000-2001'), () => flows);
    const arrivals = gaps[0]!.steps.find(step => step.name.en === 'Arrivals')!;
    // Nine from Armenia, whose office sent nothing in, one from Russia, five from nobody knows where.
    expect(asBounds(arrivals.persons)).toEqual([15, 15, 15]);
    await expect(balance(sheet('1998-2001'), () => flows)).rejects.toThrow(
      'f.csv: no flow of BY in 2 years of 1998-1999; the sheet asks 1998-2001',
    );
  });

  it('is refused with every fault and its place', () => {
    const sheet = {
      state: 'QQ',
      title: 'T',
      unit: 'persons',
      gaps: [
        { id: 'a', name: 'A', period: '2009-1999', shortage: { value: 5, low: 6 }, less: [{ name: 'X', value: -1 }] },
        { id: 'a', name: 'B', period: 2009 },
        { id: 'c', name: 'C', period: '1999-2009', accounts: { start: 0, births: 1, deaths: 1, arrivals: 1, end: 5 } },
      ],
      compare: ['a', 'nowhere'],
    };
    let message = '';
    try {
      parseSheet('sheet.yaml', stringify(sheet));
    } catch (error) {
      message = (error as Error).message;
    }
    for (const place of [
      'state',
      'gaps.1.id',
      'compare.1',
      'gaps.0.period',
      'gaps.0.less.0',
      'gaps.0.shortage',
      'gaps.1',
      'gaps.2.accounts.start',
      'gaps.2.accounts',
    ])
      expect(message, place).toMatch(new RegExp(`row \\d+, ${place.replaceAll('.', '\\.')}: `));
  });

  it.each([
    ['no YAML', 'state: BY\ngaps: [1\n', /row 3: found nothing, expected YAML/],
    ['an empty text', '', /expected a sheet/],
    [
      'faults of every kind, each on its line',
      'state: QQ\ntitle: T\nunit: tons\ngaps:\n  - { id: a, name: A, period: 2009, shortage: .inf }\n  - { id: a, name: B, period: 2009-1999, shortage: { value: 5, low: 6 } }\n',
      /6 faults[\s\S]*row 1, state: found "QQ"[\s\S]*row 3, unit: found "tons", expected persons or thousand[\s\S]*row 5, gaps\.0\.shortage: found "Infinity"[\s\S]*row 6, gaps\.1\.id[\s\S]*row 6, gaps\.1\.period[\s\S]*row 6, gaps\.1\.shortage/,
    ],
    [
      'figures without end',
      'state: BY\ntitle: T\nunit: persons\ngaps: [{id: a, name: A, period: 2009, shortage: .inf}]',
      /gaps\.0\.shortage/,
    ],
    [
      'no number',
      'state: BY\ntitle: T\nunit: persons\ngaps: [{id: a, name: A, period: 2009, shortage: {value: .nan}}]',
      /gaps\.0\.shortage/,
    ],
    [
      'unknown words',
      'state: BY\ntitle: T\nunit: persons\ngaps: [{id: a, name: A, period: 2009, shortage: 1, lost: 2}]',
      /lost/,
    ],
  ])('is refused as %s', (_, text, message) => {
    expect(() => parseSheet('sheet.yaml', text)).toThrow(message);
  });
});

/** Level by level: what is added and taken off makes the next level. */
function expectClosed({ steps, unregistered }: Gap): void {
  let [low, value, high] = [0, 0, 0];
  for (const { role, persons } of steps) {
    if (role === 'add') [low, value, high] = [low + persons.low, value + persons.value, high + persons.high];
    else if (role === 'take') [low, value, high] = [low - persons.high, value - persons.value, high - persons.low];
    else for (const [at, each] of [low, value, high].entries()) expect(each).toBeCloseTo(asBounds(persons)[at]!, 6);
  }
  expect(steps.at(-1)?.persons).toEqual(unregistered);
  expect(unregistered.low).toBeLessThanOrEqual(unregistered.value);
  expect(unregistered.high).toBeGreaterThanOrEqual(unregistered.value);
}
