import { describe, expect, test } from 'vitest';

import { drawAgeProfile } from './age-chart.ts';
import { drawCensusAges } from './census-ages-chart.ts';
import { drawEffectiveness } from './effectiveness-chart.ts';
import { drawGapWaterfall } from './gap-waterfall.ts';
import { drawRanges } from './ranges-chart.ts';
import { drawSkills } from './skills-chart.ts';
import { drawTargets } from './target-chart.ts';

const range = (low: number, value: number, high: number) => ({ low, value, high });

/** The note's workforce of 2012. */
const WORKFORCE = [
  { label: 'Without registered work', role: 'add', kind: 'reported', persons: range(210_500, 211_000, 211_500) },
  { label: 'At home all the same', role: 'take', kind: 'modelled', persons: range(0, 0, 105_500) },
  { label: 'Neither at work nor studying', role: 'level', kind: 'modelled', persons: range(105_000, 211_000, 211_500) },
  { label: 'Official', role: 'take', kind: 'reported', persons: range(55_650, 55_700, 55_750) },
  { label: 'Left unregistered', role: 'level', kind: 'modelled', persons: range(49_250, 155_300, 155_850) },
] as const;

const RANGES = [
  { label: 'Census of 2009', persons: range(110_000, 158_000, 158_500), compared: true },
  { label: 'Census of 2019', persons: range(-6600, 41_000, 41_500), compared: false },
  { label: 'Workforce of 2012', persons: range(49_250, 155_300, 155_850), compared: true },
];

const AGES = [
  { sex: 'M', age: '15–19', net: range(-900, -400, 100) },
  { sex: 'F', age: '15–19', net: range(-500, 0, 500) },
  { sex: 'M', age: '20–24', net: range(-3000, -2500, -2000) },
  { sex: 'F', age: '20–24', net: range(-1300, -800, -300) },
  { sex: 'M', age: '25+', net: range(-200, 300, 800) },
  { sex: 'F', age: '25+', net: range(-100, 100, 300) },
] as const;

const PROFILE = Array.from({ length: 12 }, (_, at) => {
  const fitted = 0.01 + 0.02 * Math.exp(-(((at - 4) / 2) ** 2));
  return {
    ...{ age: 2.5 + 5 * at, fitted, observed: fitted + (at % 2 === 0 ? 0.001 : -0.001) },
    ...{ low95: Math.max(0, fitted - 0.003), high95: fitted + 0.003 },
  };
});

const SKILLS = [
  { label: 'basic', shareIn: 0.116, shareOut: 0.078 },
  { label: 'secondary', shareIn: 0.579, shareOut: 0.498 },
  { label: 'higher', shareIn: 0.302, shareOut: 0.423 },
  { label: 'unknown', shareIn: null, shareOut: null },
];

const CUMULATIVE = [range(9000, 9900, 9900), range(18_000, 19_000, 20_000), range(28_000, 30_500, 33_000)];
const TARGET = {
  title: 'Plan',
  plan: [1, 2, 3].map(at => ({ year: 2010 + at, planned: 12_000 * at })),
  planLabel: 'plan',
};

const PICTURES: readonly [name: string, draw: (width: number | undefined) => string][] = [
  ['workforce', width => drawGapWaterfall(WORKFORCE, 'Workforce of 2012', width)],
  [
    'ranges',
    width => drawRanges(RANGES, { title: 'Ranges', common: { low: 110_000, high: 155_850 }, ...(width && { width }) }),
  ],
  ['census-ages', width => drawCensusAges(AGES, 'By age', width)],
  ['age-profile', width => drawAgeProfile(PROFILE, { title: 'Age profile', lang: 'ru', ...(width && { width }) })],
  [
    'effectiveness',
    width =>
      drawEffectiveness(
        [
          { name: 'Belarus', effectiveness: 20.3 },
          { name: 'Russia', effectiveness: -3.5 },
        ],
        'Effectiveness',
        width,
      ),
  ],
  [
    'targets',
    width =>
      drawTargets(
        [
          {
            ...{ by: 'estimate', label: 'estimate' },
            years: CUMULATIVE.map((cumulative, at) => ({ year: 2011 + at, cumulative })),
          },
        ],
        { ...TARGET, ...(width && { width }) },
      ),
  ],
];

const LANGUAGES = ['en', 'ru'] as const;

describe('pictures are those kept in output/', () => {
  test.each(PICTURES)('%s', async (name, draw) => {
    await expect(draw(undefined)).toMatchFileSnapshot(`output/${name}.svg`);
  });

  test.each(LANGUAGES)('exchange of skills, %s', async lang => {
    await expect(drawSkills(SKILLS, { title: 'Skills', lang })).toMatchFileSnapshot(`output/skills-${lang}.svg`);
  });

  test.each(PICTURES)('%s is drawn as wide as a phone, and has no number that is none', (_, draw) => {
    const svg = draw(330);
    expect(svg).toMatch(/ width="330"/);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});
