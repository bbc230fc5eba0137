import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowRow, GapRow } from '../accounts/account-tables.ts';
import type { VintageTables } from '../runs/vintage-tables.ts';
import { corridor } from './corridor.ts';
import { disclose } from './disclosure.ts';
import { parseDisclosureRule } from './disclosure-rule.ts';
import { exactTables } from './fixtures/arbitrary-tables.ts';
import { makeVintage } from './fixtures/make-vintage.ts';
import { overview } from './overview.ts';
import { quality } from './quality.ts';
import { compareVintages, revisionSize, revisionTriangle } from './revisions.ts';
import { indexVintage } from './vintage-index.ts';

const rule = parseDisclosureRule(new Uint8Array(32).fill(7), { classes: 'sex' });

/** Tables as statisticians and as the public see them. */
const seenTables = exactTables().chain(exact => fc.constantFrom(exact, disclose(exact, rule)));

describe('an overview', () => {
  it('has flows, totals and years that are sums of the same cells', () => {
    fc.assert(
      fc.property(seenTables, tables => {
        const all = overview(indexVintage(tables), null);
        const sum = (rows: readonly { united: number | null }[]) =>
          rows.reduce((total, { united }) => total + (united ?? 0), 0);
        expect(all.totals.united).toBe(sum(tables.flows));
        expect(all.between_offices.totals.united).toBe(sum(all.flows));
        expect(all.between_offices.totals.united).toBe(sum(all.between_offices.by_year));
        expect(all.totals.united).toBe(sum(all.by_year));
        const years = all.years.map(year => overview(indexVintage(tables), year));
        expect(years.map(({ totals }) => totals)).toEqual(all.by_year.map(({ year, ...figures }) => figures));
      }),
    );
  });

  it('says what kind each of its numbers is', () => {
    const { kinds } = overview(indexVintage(tables2011()), 2011);
    expect(kinds).toEqual({ united: 'linked', arrivals_reported: 'reported', departures_reported: 'reported' });
  });

  it('of a year without moves is empty', () => {
    const { flows, totals } = overview(indexVintage(tables2011()), 1987);
    expect(flows).toEqual([]);
    expect(totals).toEqual({ united: 0, arrivals_reported: 0, departures_reported: 0 });
  });
});

describe('a corridor', () => {
  it('keeps the identity in every year, and every year of the vintage', () => {
    fc.assert(
      fc.property(seenTables, tables => {
        const index = indexVintage(tables);
        const answer = corridor(index, 'BY', 'RU');
        expect(answer.years.map(({ year }) => year)).toEqual(index.years);
        for (const { year, united, ...figures } of answer.years) {
          for (const side of ['arrivals', 'departures'] as const) {
            const causes = answer.causes.filter(cause => cause.year === year && cause.side === side);
            expect(less(figures[`${side}_reported`], united)).toBe(causes.reduce((sum, { count }) => sum + count, 0));
          }
        }
      }),
    );
  });

  it('has balances that turn their sign with the corridor', () => {
    fc.assert(
      fc.property(seenTables, tables => {
        const index = indexVintage(tables);
        const [there, back] = [corridor(index, 'BY', 'RU').balance, corridor(index, 'RU', 'BY').balance];
        expect(less(there.united, 0)).toBe(less(0, back.united));
        expect(less(there.by_arrivals, 0)).toBe(less(0, back.by_arrivals));
        expect(less(there.by_origin_office, 0)).toBe(less(0, back.by_destination_office));
      }),
    );
  });

  it('of which no office sent slips has no number rather than a nought', () => {
    const answer = corridor(indexVintage(tables2011()), 'KZ', 'AM');
    expect(answer.years).toEqual([{ year: 2011, united: null, arrivals_reported: null, departures_reported: null }]);
    expect(answer.balance.united).toBeNull();
    const half = corridor(indexVintage(tables2011()), 'KZ', 'BY');
    expect(half.years).toMatchObject([
      { united: null, arrivals_reported: expect.any(Number), departures_reported: null },
    ]);
  });
});

describe('vintages compared', () => {
  it('differ by what the cells say, and not at all from themselves', () => {
    fc.assert(
      fc.property(seenTables, seenTables, (a, b) => {
        const [from, to] = [indexVintage(a), indexVintage(b)];
        const cells = compareVintages(from, to);
        const moved = cells.reduce((sum, { difference }) => sum + difference, 0);
        expect(moved).toBe(overview(to, null).totals.united - overview(from, null).totals.united);
        expect(compareVintages(from, from).every(({ difference }) => difference === 0)).toBe(true);
      }),
    );
  });

  it('have a mean absolute revision and its relative form', () => {
    const [from, to] = [indexVintage(tables2011(100)), indexVintage(tables2011(110))];
    expect(revisionSize(from, to)).toEqual({ cells: 1, mar: 10, rmar: 0.09091 });
  });

  it('stand in a triangle that has a column for each, and nothing where one does not reach', () => {
    const early = indexVintage(tables2011(100));
    const late = indexVintage({ ...tables2011(110), flows: [...tables2011(110).flows, flow(2012, 40)] });
    expect(revisionTriangle([early, late], { origin: 'BY', destination: 'RU' }).years).toEqual([
      { year: 2011, values: [100, 110] },
      { year: 2012, values: [null, 40] },
    ]);
  });
});

describe('a quality report', () => {
  it('has the nineteen chapters of ESMS in both languages', () => {
    const { chapters } = quality(indexVintage(tables2011()));
    expect(chapters.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
    expect(chapters.every(({ name }) => name.ru !== '' && name.en !== '')).toBe(true);
    expect(chapters.find(({ id }) => id === 'REF_PERIOD')?.text?.en).toContain('2011');
  });

  it('measures asymmetry as |D − A| / ((D + A) / 2)', () => {
    const { asymmetry } = quality(indexVintage(tables2011(100, { departures: 300 })));
    expect(asymmetry).toEqual({
      median: 1,
      corridors: [{ origin: 'BY', destination: 'RU', arrivals_reported: 100, departures_reported: 300, asymmetry: 1 }],
    });
  });

  it('has shares of verdicts that sum to one in each office', () => {
    const verdicts = [
      { office: 'BY', verdict: 'confirmed', count: 30 },
      { office: 'BY', verdict: 'unconfirmed', count: 10 },
    ];
    expect(quality(indexVintage({ ...tables2011(), verdicts })).verdicts.map(({ share }) => share)).toEqual([
      0.75, 0.25,
    ]);
  });

  it('compares with the vintage before it', () => {
    const [before, now] = [indexVintage(tables2011(100)), indexVintage(tables2011(90))];
    expect(quality(now, before).revisions).toMatchObject({ against: 1, mar: 10, cells: 1 });
    expect(quality(now).revisions).toEqual({ against: null, cells: 0, mar: null, rmar: null });
  });
});

function tables2011(united = 100, { departures = united } = {}): VintageTables {
  const gaps: GapRow[] =
    departures === united
      ? []
      : [{ ...place(2011), side: 'departures', cause: 'unconfirmed', count: departures - united }];
  return {
    vintage: makeVintage({ first_year: 2011, last_year: 2011 }),
    flows: [{ ...flow(2011, united), departures_reported: departures }],
    gaps,
    ...{ coverage: [], verdicts: [], timeliness: [], linkage: { precision: 1, recall: 1 } },
  };
}

function flow(year: number, united: number): FlowRow {
  return { ...place(year), united, arrivals_reported: united, departures_reported: united };
}

function place(year: number) {
  return { origin: 'BY', destination: 'RU', year, classes: {} };
}

/** Both are states that sent slips, so nothing is unknown. */
function less(a: number | null, b: number | null): number {
  if (a === null || b === null) throw new Error('a figure of two offices with slips is not known');
  return a - b;
}
