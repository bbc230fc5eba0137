import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { drawAsymmetryMap } from '../../../common/charts/asymmetry-map.ts';
import { drawFactors, type FactorFigures } from '../../../common/charts/factors-chart.ts';
import { type ChartYear, drawReported } from '../../../common/charts/reported-chart.ts';

const LABELS = {
  en: {
    title: 'Russia → Belarus',
    departures: 'Rosstat,\ndepartures',
    arrivals: 'Belstat,\narrivals',
    estimate: 'estimate',
  },
  ru: {
    title: 'Россия → Беларусь',
    departures: 'Росстат,\nвыбытия',
    arrivals: 'Белстат,\nприбытия',
    estimate: 'оценка',
  },
} as const;
const LANGUAGES = ['ru', 'en'] as const;

/** Made up: a series that breaks in 2011, a year without departures, an estimate with its band. */
const YEARS: readonly ChartYear[] = [
  { year: 2008, departures: 8200, arrivals: 9100, estimate: 9000, low95: 8100, high95: 10_000 },
  { year: 2009, departures: 7900, arrivals: 8800, estimate: 8700, low95: 7800, high95: 9700 },
  { year: 2010, departures: null, arrivals: 8600, estimate: 8500, low95: 7300, high95: 9900 },
  { year: 2011, departures: 10_400, arrivals: 9900, estimate: 10_000, low95: 9000, high95: 11_100 },
  { year: 2012, departures: 12_300, arrivals: 10_200, estimate: 10_900, low95: 9800, high95: 12_100 },
];

const factors = parse(
  readFileSync(new URL('../cases/eurostat-log-factors.yaml', import.meta.url), 'utf8'),
) as FactorFigures[];

describe('pictures are those kept in output/', () => {
  test.each(LANGUAGES)('the note’s period, which stands alone: bars, %s', async lang => {
    const note = { year: 2011, firstYear: 1991, departures: 660_000, arrivals: 710_000 };
    const svg = drawReported([note], LABELS[lang], { highest: 710_000 });
    await expect(svg).toMatchFileSnapshot(`output/reported-period-${lang}.svg`);
  });

  test.each(LANGUAGES)('years with a break, a gap and an estimate: lines and a band, %s', async lang => {
    const svg = drawReported(YEARS, LABELS[lang], { breaks: [2011] });
    await expect(svg).toMatchFileSnapshot(`output/reported-years-${lang}.svg`);
  });

  test.each(['arrivals', 'departures'] as const)('factors of the Eurostat panel, %s', async side => {
    const chosen = factors.filter(each => each.side === side);
    expect(chosen.length).toBeGreaterThan(14);
    const svg = drawFactors(chosen, side, side === 'arrivals' ? 'ru' : 'en');
    await expect(svg).toMatchFileSnapshot(`output/factors-${side}.svg`);
  });

  test.each([
    [
      'of the note',
      false,
      [
        ['112', -0.08],
        ['643', 0.08],
      ],
    ],
    [
      'of four states of the EU, narrow',
      true,
      [
        ['703', -1.38],
        ['100', -0.94],
        ['752', 0.07],
        ['040', 0.48],
      ],
    ],
  ] as const)('map of asymmetry %s', async (name, narrow, offices) => {
    const rows = offices.map(([numeric, index]) => ({ numeric, index }));
    const svg = drawAsymmetryMap(rows, { narrow, lang: 'ru', title: 'Чья служба учитывает меньше?' });
    await expect(svg).toMatchFileSnapshot(`output/asymmetry-${name === 'of the note' ? 'note' : 'narrow'}.svg`);
  });
});
