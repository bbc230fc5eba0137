import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SaldoError } from '../../common/saldo-error.ts';
import { COMPARISONS } from './comparisons.ts';
import { type LinkageModel, levelWeights, priorWeight, startingModel } from './model.ts';
import { readModel } from './read-model.ts';

const folder = mkdtempSync(join(tmpdir(), 'model-'));
const path = join(folder, 'model.json');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string): LinkageModel {
  writeFileSync(path, text);
  return readModel(path);
}

/** What is wrong with a model of which something was changed. */
function faultOf(change: (model: LinkageModel) => unknown): SaldoError {
  const model = startingModel(1000);
  return failure(JSON.stringify(change(model) ?? model));
}

function failure(text: string): SaldoError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof SaldoError) return error;
    throw error;
  }
  throw new Error('the model was taken');
}

describe('a linkage model', () => {
  it('read back from its file is the model that was written', () => {
    for (const slips of [2, 12, 5_000_000]) {
      const model = startingModel(slips);
      expect(read(JSON.stringify(model, null, 2))).toEqual(model);
    }
  });

  it('of the start gives every level the chances of the comparisons, which sum to 1 and rank agreement above disagreement', () => {
    for (const [place, { name, levels }] of COMPARISONS.entries()) {
      const sum = (of: 'm' | 'u') => levels.reduce((total, level) => total + level[of], 0);
      expect({ name, m: sum('m'), u: sum('u') }).toEqual({
        name,
        m: expect.closeTo(1, 1.7),
        u: expect.closeTo(1, 1.7),
      });
      const weights = levelWeights(startingModel(1000), place);
      expect(weights[0]).toBeGreaterThan(0);
      expect(weights.at(-1)).toBeLessThan(0);
    }
  });

  it('starts from fewer true pairs the more slips there are, and soberly in small files', () => {
    const priors = [2, 20, 2000, 2_000_000].map(slips => priorWeight(startingModel(slips)));
    expect(priors).toEqual(priors.toSorted((x, y) => y - x));
    expect(priors[0]).toBeLessThan(-6);
    expect(priorWeight({ ...startingModel(2), match_share: 0.5 })).toBe(0);
  });
});

describe('a bad model file is refused with its place', () => {
  it.each<[string, (model: LinkageModel) => unknown, RegExp]>([
    ['another format', model => ({ ...model, format: 'splink' }), /format/],
    ['another version', model => ({ ...model, version: 2 }), /version/],
    ['a share of 0', model => ({ ...model, match_share: 0 }), /match_share/],
    ['a share of 1', model => ({ ...model, match_share: 1 }), /match_share/],
    ['no cut-off', ({ cut_off: _, ...model }) => model, /cut_off/],
    ['a cut-off in words', model => ({ ...model, cut_off: 'high' }), /cut_off/],
    ['a chance above 1', model => change(model, level => ({ ...level, m: 1.5 })), /comparisons\.1\.levels\.0\.m/],
    ['a chance of 0', model => change(model, level => ({ ...level, u: 0 })), /comparisons\.1\.levels\.0\.u/],
    [
      'a level by another name',
      model => change(model, level => ({ ...level, name: 'alike' })),
      /comparisons\.1\.levels: found alike, same_sound.*expected equal/,
    ],
    [
      'comparisons in another order',
      model => ({ ...model, comparisons: model.comparisons.toReversed() }),
      /comparisons\.0: found event, expected surname/,
    ],
    [
      'a comparison too few',
      model => ({ ...model, comparisons: model.comparisons.slice(0, -1) }),
      /comparisons\.8: found nothing, expected event/,
    ],
    [
      'a comparison too many',
      model => ({ ...model, comparisons: [...model.comparisons, { ...model.comparisons[0], name: 'shoe_size' }] }),
      /comparisons\.9: found shoe_size/,
    ],
    ['no object', () => [1, 2], /expected object/i],
  ])('%s', (_, change, message) => {
    const error = faultOf(change);
    expect(error.code).toBe('invalid_file');
    expect(error.message).toContain(path);
    expect(error.message).toMatch(message);
  });

  it('all faults at once', () => {
    const error = faultOf(model => ({ ...model, version: 2, match_share: 3 }));
    expect(error.message).toMatch(/version.*match_share|match_share.*version/);
  });

  it('no JSON, or nothing at all', () => {
    for (const text of ['', '{"format":']) {
      const error = failure(text);
      expect(error).toMatchObject({ code: 'invalid_file', details: { path } });
      expect(error.message).toContain(path);
    }
  });

  it('no such file', () => {
    expect(() => readModel(join(folder, 'nowhere.json'))).toThrow(
      expect.objectContaining({ code: 'unreadable_input', message: expect.stringContaining('nowhere.json') }),
    );
  });
});

type Level = LinkageModel['comparisons'][number]['levels'][number];

/** The model with the best level of its second comparison changed. */
function change(model: LinkageModel, how: (level: Level) => Level): LinkageModel {
  return {
    ...model,
    comparisons: model.comparisons.map((comparison, place) =>
      place === 1
        ? { ...comparison, levels: comparison.levels.map((level, at) => (at === 0 ? how(level) : level)) }
        : comparison,
    ),
  };
}
