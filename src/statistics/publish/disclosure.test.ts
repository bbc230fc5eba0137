import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VintageTables } from '../runs/vintage-tables.ts';
import { cellKey, sumFlows, sumGaps } from './cell.ts';
import { disclose } from './disclosure.ts';
import { type DisclosureRule, parseDisclosureRule } from './disclosure-rule.ts';
import { exactTables } from './fixtures/arbitrary-tables.ts';

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
const rules: fc.Arbitrary<DisclosureRule> = fc.record({
  base: fc.integer({ min: 3, max: 12 }),
  key: bytes,
  classes: fc.subarray<'sex' | 'age'>(['sex', 'age']),
});

describe('what the public sees', () => {
  it('has only multiples of the base, and so have the differences of any two of its numbers', () => {
    fc.assert(
      fc.property(exactTables(), rules, (exact, rule) => {
        for (const count of countsOf(disclose(exact, rule))) expect(Math.abs(count % rule.base)).toBe(0);
      }),
    );
  });

  it('reported − united = Σ causes in every cell, on both sides', () => {
    fc.assert(
      fc.property(exactTables(), rules, (exact, rule) => {
        const { flows, gaps, vintage } = disclose(exact, rule);
        const { by } = vintage.parameters;
        expect(gaps.filter(gap => !flows.some(flow => cellKey(flow, by) === cellKey(gap, by)))).toEqual([]);
        for (const flow of flows) {
          for (const side of ['arrivals', 'departures'] as const) {
            const causes = gaps.filter(gap => gap.side === side && cellKey(gap, by) === cellKey(flow, by));
            expect(flow[`${side}_reported`] - flow.united).toBe(causes.reduce((sum, gap) => sum + gap.count, 0));
          }
        }
      }),
    );
  });

  it('has no figure below zero, and nobody where an office reported nobody', () => {
    fc.assert(
      fc.property(exactTables(), rules, (exact, rule) => {
        const { flows, vintage } = disclose(exact, rule);
        const exactOf = new Map(
          sumFlows(exact.flows, vintage.parameters.by).map(flow => [cellKey(flow, vintage.parameters.by), flow]),
        );
        for (const flow of flows) {
          const before = exactOf.get(cellKey(flow, vintage.parameters.by));
          for (const figure of ['united', 'arrivals_reported', 'departures_reported'] as const) {
            expect(flow[figure]).toBeGreaterThanOrEqual(0);
            if (before?.[figure] === 0) expect(flow[figure]).toBe(0);
          }
        }
      }),
    );
  });

  it('lists no row that is zero', () => {
    fc.assert(
      fc.property(exactTables(), rules, (exact, rule) => {
        const { flows, gaps, coverage, verdicts } = disclose(exact, rule);
        expect(flows.filter(row => row.united + row.arrivals_reported + row.departures_reported === 0)).toEqual([]);
        expect(gaps.filter(row => row.count === 0)).toEqual([]);
        expect(coverage.filter(row => row.own + row.other === 0)).toEqual([]);
        expect(verdicts.filter(row => row.count === 0)).toEqual([]);
      }),
    );
  });

  it('has totals that are sums of its own rows: moves, slips, years', () => {
    fc.assert(
      fc.property(exactTables(), rules, (exact, rule) => {
        const { vintage, flows, verdicts } = disclose(exact, rule);
        expect(vintage.moves).toBe(sumFlows(flows, []).reduce((sum, { united }) => sum + united, 0));
        expect(vintage.slips).toBe(verdicts.reduce((sum, { count }) => sum + count, 0));
        expect(vintage.first_year).toBe(flows.length === 0 ? null : Math.min(...flows.map(({ year }) => year)));
      }),
    );
  });

  it('does not depend on the order of the exact flows and gaps', () => {
    fc.assert(
      fc.property(exactTables(), rules, (exact, rule) => {
        const turned = { ...exact, flows: exact.flows.toReversed(), gaps: exact.gaps.toReversed() };
        expect(disclose(turned, rule)).toEqual(disclose(exact, rule));
      }),
    );
  });

  it('differs from each group by less than the base', () => {
    fc.assert(
      fc.property(exactTables(), rules, (exact, rule) => {
        const { gaps, vintage } = disclose(exact, rule);
        const { by } = vintage.parameters;
        const key = (gap: (typeof gaps)[number]) => `${cellKey(gap, by)} ${gap.side} ${gap.cause}`;
        const rounded = new Map(gaps.map(gap => [key(gap), gap.count]));
        for (const gap of sumGaps(exact.gaps, by)) {
          expect(Math.abs((rounded.get(key(gap)) ?? 0) - gap.count)).toBeLessThan(rule.base);
        }
      }),
    );
  });
});

describe('the rule', () => {
  const key = new Uint8Array(32);

  it('is read from its settings', () => {
    expect(parseDisclosureRule(key)).toEqual({ base: 5, key, classes: [] });
    expect(parseDisclosureRule(key, { base: '3', classes: 'age, sex' })).toEqual({
      base: 3,
      key,
      classes: ['sex', 'age'],
    });
  });

  it.each(['1', '0', '-5', '2.5', '101', 'five', ''])('refuses the base "%s"', base => {
    expect(() => parseDisclosureRule(key, { base })).toThrow('expected a whole number from 3 to 100');
  });

  it('refuses unknown classes', () => {
    expect(() => parseDisclosureRule(key, { classes: 'sex,colour' })).toThrow('found colour');
  });
});

/** Every count of public tables, and the modelled flows. */
function countsOf({ vintage, flows, gaps, coverage, verdicts, timeliness }: VintageTables): number[] {
  return [
    ...[vintage.slips, vintage.persons, vintage.moves],
    ...flows.flatMap(row => [row.united, row.arrivals_reported, row.departures_reported]),
    ...gaps.map(row => row.count),
    ...coverage.flatMap(row => [row.own, row.other, row.matched]),
    ...coverage.flatMap(row => [row.true_flow ?? 0, row.true_low95 ?? 0, row.true_high95 ?? 0]),
    ...verdicts.map(row => row.count),
    ...timeliness.flatMap(row => [row.slips, row.dated]),
  ];
}
