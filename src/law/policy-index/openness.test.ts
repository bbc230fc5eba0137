import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SPACE_STATES } from '../../common/space.ts';
import { CompiledRegister } from '../force/compiled-register.ts';
import { readRegister } from '../register/read-register.ts';
import { openness, opennessOf } from './openness.ts';

const register = new CompiledRegister(readRegister());

describe('the index of openness', () => {
  it('is the mean of thirteen scores, by hand: Kazakhstan’s citizens in Belarus, 2013 and 2016', () => {
    const before = openness(register, 'KZ', 'BY', 2013).scores;
    expect(before).toMatchObject({ 'visa-free-entry': 1, 'work-without-permit': 1, 'stay-without-registration': 0 });
    const after = openness(register, 'KZ', 'BY', 2016);
    expect(after.scores['stay-without-registration']).toBeCloseTo(1 / 3);
    const known = Object.values(after.scores).reduce<number>((sum, score) => sum + (score ?? 0), 0);
    expect(after.index).toBeCloseTo(known / 13);
  });

  it('lies between 0 and 1, and never above the highest', () => {
    const state = fc.constantFrom(...SPACE_STATES);
    const pair = fc.tuple(state, state).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(pair, fc.integer({ min: 1991, max: 2030 }), ([citizen, host], year) => {
        const { index, highest } = openness(register, citizen, host, year);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(highest).toBeLessThanOrEqual(1);
        expect(index).toBeLessThanOrEqual(highest);
      }),
    );
  });

  it('rises where an act enters into force and falls where a state leaves', () => {
    const of = (citizen: string, host: string, year: number) => openness(register, citizen, host, year).index;
    expect(of('AM', 'RU', 2015)).toBeGreaterThan(of('AM', 'RU', 2014));
    expect(of('TJ', 'RU', 2023)).toBeLessThan(of('TJ', 'RU', 2022));
  });

  it('has a row for every ordered pair and year', () => {
    expect(opennessOf(register, { states: ['BY', 'KZ', 'RU'], from: 2010, to: 2012 })).toHaveLength(18);
  });
});
