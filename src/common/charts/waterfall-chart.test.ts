import { expect, test } from 'vitest';
import { corridorsOf } from './corridors.ts';
import { drawWaterfall, waterfallAreas } from './waterfall-chart.ts';

const YEAR = { origin: 'RU', destination: 'BY', year: 2000 };
const DEPARTURES = { no_departure: -30, unconfirmed: 20, expired: 9, duplicate: 5, short_stay: 3 } as const;
const ARRIVALS = { repeat_origin: 12, duplicate: 4 } as const;

test.each([1, 2, 3, 5])('the areas of causes lie over their bars, %i causes on the side of departures', count => {
  const departures = Object.entries(DEPARTURES).slice(0, count);
  const causes = [
    ...departures.map(([cause, value]) => ({ ...YEAR, side: 'departures', cause, count: value }) as const),
    ...Object.entries(ARRIVALS).map(([cause, value]) => ({ ...YEAR, side: 'arrivals', cause, count: value }) as const),
  ];
  const sumOf = (side: string) => causes.reduce((sum, each) => (each.side === side ? sum + each.count : sum), 0);
  const flow = {
    ...YEAR,
    united: 100,
    arrivals_reported: 100 + sumOf('arrivals'),
    departures_reported: 100 + sumOf('departures'),
  };
  const [corridor] = corridorsOf({ flows: [flow], gaps: causes as Parameters<typeof corridorsOf>[0]['gaps'] });
  const svg = drawWaterfall(corridor!, 'en');
  const height = Number(/<svg [^>]* height="([\d.]+)"/.exec(svg)?.[1]);
  const bars = [...svg.matchAll(/<rect [^>]*>/g)].map(([rect]) => ({
    top: Number(/ y="([\d.]+)"/.exec(rect)?.[1]),
    height: Number(/ height="([\d.]+)"/.exec(rect)?.[1]),
  }));
  const areas = waterfallAreas(corridor!);
  expect(areas).toHaveLength(bars.length);
  for (const [at, bar] of bars.entries()) {
    const area = areas[at]!;
    const middle = (area.top + area.height / 2) * height;
    expect(Math.abs(middle - (bar.top + bar.height / 2))).toBeLessThan(1);
  }
});
