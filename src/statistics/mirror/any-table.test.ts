import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SaldoError } from '../../common/saldo-error.ts';
import { compareAnswer } from './api/compare-answer.ts';
import { performFit } from './api/fit-job.ts';
import { harmoniseReports } from './compare/harmonised.ts';
import { DURATION_METHODS } from './duration.ts';
import { renderComparison } from './report/compare-report.ts';
import { renderFit } from './report/fit-report.ts';
import { readSources, type TableReading } from './tables/read-tables.ts';
import { sentSource } from './tables/table-source.ts';

const state = fc.constantFrom('BY', 'RU', 'KZ', 'AM', 'SE', 'FI', 'Беларусь', 'XX', '');
const year = fc.constantFrom('2010', '2011', '2012', '2013', '1991-2011', '20x1', '');
const count = fc.oneof(
  { weight: 6, arbitrary: fc.nat(100_000).map(String) },
  fc.constantFrom('0', '', ':', '-7', '−7', '1e9', '1e308', '999999999999', '12,5', 'NaN', 'Infinity', 'много'),
);
const row = fc.tuple(state, state, year, count, count);
/** Four offices in five years with any figures, and some rows of any kind. */
const OFFICES = ['BY', 'KZ', 'RU', 'SE'];
const corridorYears = OFFICES.flatMap(origin =>
  OFFICES.filter(each => each !== origin).flatMap(destination =>
    [2010, 2011, 2012, 2013, 2014].map(at => [origin, destination, String(at)]),
  ),
);
const panel = fc
  .tuple(
    fc.array(fc.tuple(count, count), { minLength: corridorYears.length, maxLength: corridorYears.length }),
    fc.array(row, { maxLength: 5 }),
  )
  .map(([figures, others]) => [...corridorYears.map((place, at) => [...place, ...(figures[at] ?? [])]), ...others]);
const HEADER = 'origin;destination;year;departures_reported;arrivals_reported';

async function read(rows: readonly (readonly string[])[]): Promise<TableReading | undefined> {
  const text = [HEADER, ...rows.map(each => each.join(';'))].join('\n');
  return readSources([sentSource('any.csv', Buffer.from(text), 1e7)]).catch((error: unknown) => {
    expect(error).toBeInstanceOf(SaldoError);
    return undefined;
  });
}

/** Every number of an answer, at any depth, with the way to it. */
function numbersOf(value: unknown, path = ''): [path: string, value: number][] {
  if (typeof value === 'number') return [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersOf(inner, `${path}.${key}`));
}

function expectNumbers(answer: unknown): void {
  expect(numbersOf(answer).filter(([, value]) => !Number.isFinite(value))).toEqual([]);
}

describe('any table', () => {
  it('is compared in numbers alone, or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 25 }), async rows => {
        const reading = await read(rows);
        if (reading === undefined) return;
        expectNumbers(compareAnswer(reading, null));
        for (const method of DURATION_METHODS) expectNumbers(harmoniseReports(reading.cells, method, new Map()));
        expect(renderComparison(reading.cells, 'ru')).not.toMatch(/NaN|Infinity|undefined|∞/);
      }),
      { numRuns: 60 },
    );
  });

  it('is reconciled in numbers alone, or refused with a reason', async () => {
    let fitted = 0;
    await fc.assert(
      fc.asyncProperty(panel, fc.constantFrom('log', 'binomial'), fc.boolean(), async (rows, model, corridors) => {
        const reading = await read(rows);
        if (reading === undefined) return;
        try {
          const fit = await performFit(
            reading.cells,
            { model, benchmark: 'SE', corridors: corridors && model === 'log' },
            () => {},
          );
          fitted++;
          expectNumbers(fit);
          for (const { factor, low95, high95 } of fit.factors) {
            expect(low95).toBeLessThanOrEqual(factor);
            expect(factor).toBeLessThanOrEqual(high95);
          }
          expect(renderFit({ ...fit, ...reading, trust: [] }, 'en')).not.toMatch(/NaN|Infinity|undefined|∞/);
        } catch (error) {
          if (!(error instanceof SaldoError)) throw error;
          expect(error.code).toBe('not_identified');
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
    // The property says something only where some tables can be fitted.
    expect(fitted).toBeGreaterThan(5);
  });

  it.each([
    ['all zeros', ['BY;RU;2010;0;0', 'RU;BY;2010;0;0']],
    ['one side alone', ['BY;SE;2010;;5', 'RU;SE;2010;;7', 'BY;SE;2011;;5']],
    [
      'a single year of three offices',
      ['BY;RU;2010;5;6', 'RU;BY;2010;7;8', 'BY;SE;2010;5;6', 'SE;BY;2010;7;8', 'RU;SE;2010;5;6', 'SE;RU;2010;7;8'],
    ],
    [
      'offices that no figure joins',
      [2010, 2011, 2012, 2013].flatMap(at => [
        `BY;RU;${at};5;6`,
        `RU;BY;${at};7;8`,
        `SE;FI;${at};5;6`,
        `FI;SE;${at};7;8`,
      ]),
    ],
  ])('with %s does not tell factors, and says why', async (_what, lines) => {
    const reading = await read(lines.map(line => line.split(';')));
    for (const model of ['log', 'binomial'] as const)
      await expect(
        performFit(reading?.cells ?? [], { model, benchmark: 'SE', corridors: false }, () => {}),
      ).rejects.toMatchObject({
        code: 'not_identified',
        message: expect.stringMatching(/\w{4,}/),
      });
  });
});
