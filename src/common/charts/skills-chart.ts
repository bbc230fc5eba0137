import * as Plot from '@observablehq/plot';
import type { Language } from '../language.ts';
import { formatShare } from '../wording/numbers.ts';
import { paint } from './palette.ts';
import { drawSvg } from './svg.ts';

/** A level of education, and its share of those who come and of those who leave. */
export interface SkillShare {
  label: string;
  shareIn: number | null;
  shareOut: number | null;
}

const WIDTH = 440;
const HEAD = 17;
const BAR = 12;
const ROW = HEAD + 2 * BAR + 8;
/** Right of the longest bar, for its figure. */
const FIGURE = 58;

/** Shares of levels of education, those who come over those who leave. Reported. */
export function drawSkills(
  levels: readonly SkillShare[],
  { title, lang, width = WIDTH }: { title: string; lang: Language; width?: number },
): string {
  const rows = levels.map((level, row) => ({ ...level, row }));
  const highest = Math.max(0.01, ...rows.flatMap(({ shareIn, shareOut }) => [shareIn ?? 0, shareOut ?? 0]));
  const marksOf = (share: 'shareIn' | 'shareOut') => {
    const known = rows.filter(row => row[share] !== null);
    const from = HEAD + (share === 'shareIn' ? 0 : BAR + 1);
    const colour = paint(share === 'shareIn' ? 'destination' : 'origin');
    return [
      Plot.barX(known, {
        ...{ x1: 0, x2: share, y: 'row', fill: colour, fillOpacity: 0.85 },
        ...{ insetTop: from, insetBottom: ROW - from - BAR },
      }),
      Plot.text(known, {
        ...{ x: share, y: 'row', dx: 5, dy: from + BAR / 2 - ROW / 2, textAnchor: 'start', fill: paint('ink') },
        text: row => formatShare(row[share] ?? 0, lang),
      }),
    ];
  };
  return drawSvg(
    {
      ...{ width, height: rows.length * ROW + 8, marginTop: 4, marginBottom: 4, marginLeft: 4, marginRight: FIGURE },
      x: { type: 'linear', domain: [0, highest], axis: null },
      y: { type: 'band', domain: rows.map(({ row }) => row), axis: null, paddingInner: 0, paddingOuter: 0 },
      marks: [
        Plot.ruleX([0], { stroke: paint('quiet'), strokeWidth: 0.8 }),
        ...marksOf('shareIn'),
        ...marksOf('shareOut'),
        Plot.text(rows, {
          ...{ y: 'row', frameAnchor: 'left', textAnchor: 'start', lineAnchor: 'top', dx: 4, dy: -ROW / 2 + 2 },
          ...{ text: 'label', fill: paint('ink') },
        }),
      ],
    },
    title,
  );
}
