import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowRow, GapRow } from '../accounts/account-tables.ts';
import type { Class } from '../accounts/parameters.ts';
import type { VintageTables } from '../runs/vintage-tables.ts';
import { sumFlows } from './cell.ts';
import { disclose } from './disclosure.ts';
import { type DisclosureRule, parseDisclosureRule } from './disclosure-rule.ts';
import { exactTables } from './fixtures/arbitrary-tables.ts';
import { makeVintage } from './fixtures/make-vintage.ts';
import { isTooClose, vintageDistance } from './vintage-distance.ts';

const KEYS = Array.from({ length: 1000 }, (_, n) => createHash('sha256').update(`key ${n}`).digest());
const rules: readonly DisclosureRule[] = KEYS.map(key => parseDisclosureRule(key));
const [rule] = rules as [DisclosureRule];
const keys = fc.constantFrom(...rules);

describe('attack: two vintages that differ by one slip', () => {
  const before = oneCell({ complete: 23, no_departure: -6, unconfirmed: 3 });
  const after = oneCell({ complete: 23, no_departure: -6, unconfirmed: 4 });

  it('mostly shows nothing: the public sees a change with probability 1 / base', () => {
    const changed = rules.filter(each => !sameRows(disclose(before, each), disclose(after, each)));
    expect(changed.length / rules.length).toBeGreaterThan(0.15);
    expect(changed.length / rules.length).toBeLessThan(0.25);
  });

  it('where it shows, by a whole base, and in no other group', () => {
    for (const each of rules.slice(0, 200)) {
      const [a, b] = [disclose(before, each), disclose(after, each)];
      expect([0, 5]).toContain((b.flows[0]?.departures_reported ?? 0) - (a.flows[0]?.departures_reported ?? 0));
      expect(b.flows[0]?.united).toBe(a.flows[0]?.united);
      expect(b.flows[0]?.arrivals_reported).toBe(a.flows[0]?.arrivals_reported);
      expect(b.gaps.filter(({ cause }) => cause === 'no_departure')).toEqual(
        a.gaps.filter(({ cause }) => cause === 'no_departure'),
      );
    }
  });

  it('any two vintages whatever differ by multiples of the base in every cell', () => {
    fc.assert(
      fc.property(exactTables(), exactTables([]), keys, (a, b, each) => {
        const [one, other] = [disclose(a, each), disclose(b, each)].map(({ flows }) => sumFlows(flows, []));
        for (const flow of one ?? []) {
          const same = other?.find(found => found.origin === flow.origin && found.year === flow.year);
          expect(Math.abs((flow.united - (same?.united ?? 0)) % 5)).toBe(0);
        }
      }),
    );
  });

  it('is told to the publisher before the release', () => {
    expect(vintageDistance(before, after)).toBe(1);
    expect(isTooClose(after, before, rule)).toBe(true);
    expect(isTooClose(before, before, rule)).toBe(false);
    expect(isTooClose(oneCell({ complete: 200 }), before, rule)).toBe(false);
  });
});

describe('attack: the same slips accounted again and again', () => {
  it('with another number, day, label: every answer is the same, so there is nothing to average', () => {
    fc.assert(
      fc.property(exactTables(), keys, (exact, each) => {
        const again = { ...exact, vintage: makeVintage({ ...exact.vintage, id: 77, label: 'again' }) };
        expect(sameRows(disclose(again, each), disclose(exact, each))).toBe(true);
      }),
    );
  });

  it('with another threshold: a group whose count is the same is rounded the same', () => {
    const twelve = oneCell({ complete: 23, no_departure: -6, short_stay: 4 });
    const nine = oneCell({ complete: 25, no_departure: -6, short_stay: 2 });
    for (const each of rules.slice(0, 200)) {
      const counts = [twelve, nine].map(exact =>
        disclose(exact, each)
          .gaps.filter(gap => gap.cause === 'no_departure')
          .map(gap => gap.count),
      );
      expect(counts[0]).toEqual(counts[1]);
    }
  });
});

describe('attack: tables by classes summed against the table without', () => {
  const BYS: Class[][] = [[], ['sex'], ['age'], ['sex', 'age']];

  it('gives the public one rounding of each total, whatever classes a run had', () => {
    fc.assert(
      fc.property(exactTables(), keys, (exact, each) => {
        const [first, ...others] = BYS.map(by => disclose(coarser(exact, by), each));
        for (const other of others) expect(first !== undefined && sameRows(first, other)).toBe(true);
      }),
    );
  });

  it('where sex is public, gives one rounding of each class and total to all runs that have it', () => {
    fc.assert(
      fc.property(exactTables(), keys, (exact, each) => {
        const bySex = { ...each, classes: ['sex'] as const };
        const [one, other] = [disclose(coarser(exact, ['sex']), bySex), disclose(exact, bySex)];
        expect(sameRows(one, other)).toBe(true);
        expect(one.vintage.parameters.by).toEqual(['sex']);
        expect(disclose(coarser(exact, ['age']), bySex).vintage.parameters.by).toEqual([]);
      }),
    );
  });
});

describe('attack: a class with one person, a cell with few', () => {
  it('a cell of one is absent four times out of five, as a cell of none always is', () => {
    const seen = rules.filter(each => disclose(oneCell({ complete: 1 }), each).flows.length > 0);
    expect(seen.length / rules.length).toBeGreaterThan(0.15);
    expect(seen.length / rules.length).toBeLessThan(0.25);
    expect(disclose(oneCell({ complete: 0 }), rule).flows).toEqual([]);
  });

  it('what is seen of a group always fits at least a base of exact counts', () => {
    const published = Array.from({ length: 40 }, (_, complete) => movesShown(complete));
    for (const shown of published.slice(0, 30)) {
      for (const figure of shown) {
        expect(published.filter(other => other.has(figure)).length).toBeGreaterThanOrEqual(5);
      }
    }
  });
});

describe('attack: shares, intervals and days worked backwards', () => {
  it('coverage follows from the public counts alone, so nothing can be had from it that they do not tell', () => {
    fc.assert(
      fc.property(exactTables(), keys, fc.double({ min: 0, max: 1, noNaN: true }), (exact, each, share) => {
        const other = exact.coverage.map(row => ({ ...row, coverage: share, low95: share / 2, true_flow: 12_345 }));
        expect(disclose({ ...exact, coverage: other }, each).coverage).toEqual(disclose(exact, each).coverage);
      }),
    );
  });

  it('coverage and days are blank where few stand behind them', () => {
    fc.assert(
      fc.property(exactTables(), keys, (exact, each) => {
        const { coverage, timeliness } = disclose(exact, each);
        for (const row of coverage) {
          const few = row.own < 50 || row.other < 50;
          expect([row.coverage === null, row.low95 === null, row.true_flow === null]).toEqual([few, few, few]);
        }
        for (const row of timeliness) expect(row.median_days === null).toBe(row.dated < 50);
      }),
    );
  });
});

describe('attack: guesses tried against the fingerprint', () => {
  it('exact tables that look alike in public have one fingerprint, and no total of the exact ones stands beside it', () => {
    fc.assert(
      fc.property(exactTables(), keys, (exact, each) => {
        const slips = exact.vintage.slips + 1;
        const guess = { ...exact, vintage: { ...exact.vintage, slips, moves: 3, fingerprint: 'guess' } };
        expect(disclose(guess, each)).toEqual(disclose(exact, each));
      }),
    );
    const [one, other] = [oneCell({ complete: 7 }), oneCell({ complete: 8 })];
    const alike = rules.filter(each => sameRows(disclose(one, each), disclose(other, each)));
    expect(alike.length).toBeGreaterThan(0);
    for (const each of alike) expect(disclose(one, each).vintage).toEqual(disclose(other, each).vintage);
  });
});

/** One corridor in one year, as its groups: complete moves, lowering causes below zero, raising ones above. */
function oneCell({
  complete,
  ...causes
}: { complete: number } & Partial<Record<GapRow['cause'], number>>): VintageTables {
  const place = { origin: 'BY', destination: 'RU', year: 2011, classes: {} };
  const gaps = Object.entries(causes).map(
    ([cause, count]): GapRow => ({ ...place, side: 'departures', cause: cause as GapRow['cause'], count }),
  );
  const lacking = gaps.reduce((sum, { count }) => sum + Math.max(0, -count), 0);
  const raised = gaps.reduce((sum, { count }) => sum + Math.max(0, count), 0);
  const united = complete + lacking;
  return {
    vintage: makeVintage(),
    flows: [{ ...place, united, arrivals_reported: united, departures_reported: complete + raised }],
    gaps,
    ...{ coverage: [], verdicts: [], timeliness: [], linkage: { precision: 1, recall: 1 } },
  };
}

/** What the public may see of a cell with so many moves, over many keys. */
function movesShown(complete: number): Set<number> {
  return new Set(rules.slice(0, 60).map(each => disclose(oneCell({ complete }), each).vintage.moves));
}

/** The same slips as a run with fewer classes leaves them. */
function coarser(exact: VintageTables, by: readonly Class[]): VintageTables {
  const pick = <Row extends FlowRow | GapRow>(row: Row): Row => ({
    ...row,
    classes: Object.fromEntries(by.map(name => [name, row.classes[name] ?? ''])),
  });
  const vintage = { ...exact.vintage, parameters: { ...exact.vintage.parameters, by } };
  return { ...exact, vintage, flows: exact.flows.map(pick), gaps: exact.gaps.map(pick) };
}

function sameRows(a: VintageTables, b: VintageTables): boolean {
  return a.vintage.fingerprint === b.vintage.fingerprint && JSON.stringify(rowsOf(a)) === JSON.stringify(rowsOf(b));
}

function rowsOf({ vintage, ...rows }: VintageTables): Omit<VintageTables, 'vintage'> {
  return rows;
}
