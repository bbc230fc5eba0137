import * as Plot from '@observablehq/plot';
import type { Cause, Side } from '../causes.ts';
import type { Language } from '../language.ts';
import { CAUSE_WORDS } from '../wording/cause-words.ts';
import { formatCount, formatSigned, formatYears } from '../wording/numbers.ts';
import { officeLabel } from '../wording/offices.ts';
import { chartWords } from './chart-words.ts';
import { corridorTitle } from './corridor-title.ts';
import type { Corridor } from './corridors.ts';
import { type Colour, causePaint, paint } from './palette.ts';
import { drawSvg } from './svg.ts';
import { roundTicks } from './ticks.ts';
import { type WaterfallRow, waterfallOf } from './waterfall.ts';

const WIDTH = 400;
const ROW = 21;
/** Between bars, as a share of a row. */
const PADDING = 0.22;
const MARGINS = { marginTop: 4, marginBottom: 24, marginRight: 70 };
/** Pixels of a digit, and of a letter in plain and in bold. */
const DIGIT = 6.9;
const LETTER = { plain: 6.8, bold: 7.7 };

type TotalRow = Extract<WaterfallRow, { kind: 'total' }>;
type Placed = WaterfallRow & { row: number; end: number };

const TOTAL_COLOURS: Readonly<Record<TotalRow['figure'], Colour>> = {
  departures: 'origin',
  united: 'united',
  arrivals: 'destination',
};

/** The gap of a corridor as a waterfall, all years together: departures reported, cause by cause to united, cause by cause to arrivals. */
export function drawWaterfall(corridor: Corridor, lang: Language): string {
  const rows = waterfallOf(corridor).map((row, index): Placed => ({ ...row, row: index, end: endOf(row) }));
  const totals = rows.filter(row => row.kind === 'total');
  const steps = rows.filter(row => row.kind === 'cause');
  const domain = waterfallDomain(corridor);
  const marginLeft = Math.max(...rows.map(row => labelWidth(row, labelOf(row, corridor, lang))));
  const ticks = roundTicks(...domain, ticksFor(domain, WIDTH - marginLeft - MARGINS.marginRight));
  return drawSvg(
    {
      width: WIDTH,
      height: rows.length * ROW + MARGINS.marginTop + MARGINS.marginBottom,
      ...MARGINS,
      marginLeft,
      x: { type: 'linear', domain: [...domain] },
      y: { type: 'band', domain: rows.map(({ row }) => row), padding: PADDING, axis: null },
      marks: [
        Plot.gridX(ticks, { stroke: paint('rule'), strokeOpacity: 1 }),
        Plot.axisX(ticks, { tickSize: 0, tickFormat: formatCount, fill: paint('quiet'), label: null }),
        Plot.ruleX([corridor.total.united], { stroke: paint('united'), strokeWidth: 0.8, strokeOpacity: 0.45 }),
        Plot.ruleX(rows.slice(0, -1), {
          x: 'end',
          y1: 'row',
          y2: row => row.row + 1,
          stroke: paint('quiet'),
          strokeWidth: 0.8,
        }),
        Plot.barX(steps, {
          x1: 'from',
          x2: 'to',
          y: 'row',
          fill: row => causePaint(row.cause),
          stroke: paint('ink'),
          strokeWidth: 0.6,
        }),
        ...totals.map(total => totalMark(total)),
        ...rows.flatMap(row => rowTexts(row, { label: labelOf(row, corridor, lang), marginLeft })),
      ],
    },
    chartWords(lang).waterfall(corridorTitle(corridor, lang), yearsOf(corridor)),
  );
}

/** Where a cause's row lies in the picture: shares of its height from the top. */
export interface WaterfallArea {
  side: Side;
  cause: Cause;
  top: number;
  height: number;
}

/** The rows of the causes, so that a page can lay something over them that is chosen. */
export function waterfallAreas(corridor: Corridor): WaterfallArea[] {
  const rows = waterfallOf(corridor);
  const height = rows.length * ROW + MARGINS.marginTop + MARGINS.marginBottom;
  // As Plot's band scale lays rows out: steps of whole pixels, what is left over shared by both ends.
  const range = rows.length * ROW;
  const step = Math.floor(range / (rows.length + PADDING));
  const first = MARGINS.marginTop + Math.round((range - step * (rows.length - PADDING)) / 2);
  const topOf = (index: number) => first + index * step - (step - Math.round(step * (1 - PADDING))) / 2;
  return rows.flatMap((row, index) =>
    row.kind === 'cause' ? { side: row.side, cause: row.cause, top: topOf(index) / height, height: step / height } : [],
  );
}

/** What the waterfall's scale spans; it begins at zero only where the steps are large beside the totals. */
export function waterfallDomain(corridor: Corridor): [low: number, high: number] {
  const levels = waterfallOf(corridor).map(endOf);
  const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
  const low = lowest < 0.5 * highest ? Math.min(0, lowest) : lowest;
  const margin = Math.max(highest - low, 1) * 0.03;
  return [low === 0 ? 0 : low - margin, highest + margin];
}

/** The years that a corridor has figures for. */
export function yearsOf({ years }: Corridor): string {
  return formatYears(years[0]?.year ?? 0, years.at(-1)?.year ?? 0);
}

/** How many steps of the scale there is room for, by the width of the longest number. */
function ticksFor([, high]: readonly [number, number], width: number): number {
  return width / (formatCount(high).length * DIGIT + 6);
}

/** The room for a row's label; a total's is bold, and its point needs some too. */
function labelWidth({ kind }: WaterfallRow, label: string): number {
  return kind === 'total' ? label.length * LETTER.bold + 12 : label.length * LETTER.plain + 6;
}

function endOf(row: WaterfallRow): number {
  return row.kind === 'total' ? row.level : row.to;
}

function totalMark(row: TotalRow & { row: number }): Plot.Markish {
  const colour = paint(TOTAL_COLOURS[row.figure]);
  const at = { x: 'level', y: 'row', stroke: colour } as const;
  if (row.figure === 'united') return Plot.tickX([row], { ...at, strokeWidth: 5 });
  return Plot.dot([row], { ...at, r: 5, strokeWidth: 2, fill: row.figure === 'arrivals' ? colour : paint('paper') });
}

function rowTexts(row: Placed, { label, marginLeft }: { label: string; marginLeft: number }): Plot.Markish[] {
  const total = row.kind === 'total';
  const style = {
    y: 'row',
    fill: total ? paint(TOTAL_COLOURS[row.figure]) : paint('ink'),
    fontWeight: total ? 'bold' : 'normal',
  } as const;
  const number = total ? formatCount(row.level) : formatSigned(row.to - row.from);
  return [
    Plot.text([row], { ...style, text: () => label, frameAnchor: 'left', dx: -marginLeft }),
    Plot.text([row], {
      ...style,
      text: () => number,
      frameAnchor: 'right',
      dx: MARGINS.marginRight,
      fontVariant: 'tabular-nums',
    }),
  ];
}

function labelOf(row: WaterfallRow, { origin, destination }: Corridor, lang: Language): string {
  const words = chartWords(lang);
  if (row.kind === 'cause') return CAUSE_WORDS[row.cause].name[lang];
  const { figure } = row;
  if (figure === 'united') return words.united;
  return `${officeLabel(figure === 'arrivals' ? destination : origin, lang)}, ${words[figure]}`;
}
