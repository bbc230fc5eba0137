import { corridorTitle } from '../../../common/charts/corridor-title.ts';
import { drawReported } from '../../../common/charts/reported-chart.ts';
import type { Language } from '../../../common/language.ts';
import { breakWords, countingRule } from '../../../common/wording/counting-rules.ts';
import { formatCount, formatDecimal, formatSigned, formatYears } from '../../../common/wording/numbers.ts';
import { officeLabel, officeName } from '../../../common/wording/offices.ts';
import { betweenStates, ofStateWithState } from '../../../common/wording/state-phrases.ts';
import { figure, kind, paragraph, type Section, table } from '../../accounts/report/blocks.ts';
import { type Html, html } from '../../accounts/report/html.ts';
import { asymmetry } from '../compare/asymmetry.ts';
import { type Comparison, compareTables, type PairComparison } from '../compare/compare.ts';
import { differenceText } from '../compare/figures.ts';
import { corridorKey, type MirrorCell } from '../mirror-table.ts';
import { officeRules, seriesBreaks } from '../offices.ts';
import type { TableOrigin } from '../tables/table-origin.ts';
import { mirrorPage } from './mirror-page.ts';
import { mirrorWords } from './mirror-words.ts';

const MOST_PAIRS = 8;
const MOST_ROWS = 30;
const PERSONS = { divisor: 1, name: 'persons' } as const;

/** The comparison as one page: balances, the largest pairs with their lines, and where the offices differ most. */
export function renderComparison(
  cells: readonly MirrorCell[],
  lang: Language,
  tables: readonly TableOrigin[] = [],
): string {
  const words = mirrorWords(lang);
  const comparison = compareTables(cells);
  const latest = latestPairs(comparison, cells);
  const sections = [
    balancesSection(latest, lang),
    ...latest.slice(0, MOST_PAIRS).map(pair => pairSection(pair, cells, lang)),
    asymmetrySection(cells, lang),
  ];
  return mirrorPage(words.compareTitle, scopeOf(cells), sections, lang, tables);
}

/** The years, and how many states. */
export function scopeOf(cells: readonly MirrorCell[]): string {
  const [first, last] = spanOf(cells);
  const states = [...new Set(cells.flatMap(({ origin, destination }) => [origin, destination]))].sort();
  return `${states.join(', ')}; ${formatYears(first, last)}`;
}

/** Each pair in the last year in which all four sides are reported (else in its last), the largest first. */
function latestPairs({ pairs }: Comparison, cells: readonly MirrorCell[]): PairComparison[] {
  const latest = new Map<string, PairComparison>();
  for (const pair of pairs) {
    const key = `${pair.a} ${pair.b}`;
    const before = latest.get(key);
    if (before === undefined || pair.difference !== null || before.difference === null) latest.set(key, pair);
  }
  const weights = new Map<string, number>();
  for (const { origin, destination, arrivals, departures } of cells) {
    const key = [origin, destination].sort().join(' ');
    weights.set(key, (weights.get(key) ?? 0) + Math.max(arrivals ?? 0, departures ?? 0));
  }
  const weight = ({ a, b, difference }: PairComparison): number =>
    (weights.get(`${a} ${b}`) ?? 0) * (difference === null ? 1e-9 : 1);
  return [...latest.values()].sort((x, y) => weight(y) - weight(x));
}

function balancesSection(latest: readonly PairComparison[], lang: Language): Section {
  const words = mirrorWords(lang);
  const [largest] = latest;
  const signed = (value: number | null): string => (value === null ? '…' : formatSigned(value));
  const figures = table({
    label: words.balances.question,
    head: [
      words.balances.pair,
      words.year,
      ...[words.balances.first, words.balances.second, words.balances.difference, words.balances.byArrivals].map(
        head => html`${head} ${kind(words.reported)}`,
      ),
    ],
    rows: latest
      .slice(0, MOST_ROWS)
      .map(pair => [
        ofStateWithState(pair.a, pair.b, lang),
        formatYears(pair.first_year ?? pair.year, pair.year),
        signed(pair.balance_a),
        signed(pair.balance_b),
        differenceText(pair.difference, pair.parts, PERSONS),
        signed(pair.balance_by_arrivals),
      ]),
  });
  const more = latest.length > MOST_ROWS ? paragraph(words.more) : '';
  const answer = largest === undefined ? words.unanswered : pairAnswer(largest, lang);
  return {
    id: 'balances',
    question: words.balances.question,
    answer,
    body: html`${figures}${paragraph(words.balances.note, 'note')}${more}`,
  };
}

function pairAnswer(pair: PairComparison, lang: Language): string {
  const words = mirrorWords(lang);
  const { balance_a: a, balance_b: b, balance_by_arrivals: byArrivals } = pair;
  if (a === null || b === null || byArrivals === null) return words.unanswered;
  return words.pairAnswer({
    first: officeName(pair.a, lang),
    second: officeName(pair.b, lang),
    a: formatSigned(a),
    b: formatSigned(b),
    difference: differenceText(pair.difference, pair.parts, PERSONS),
    byArrivals: formatSigned(byArrivals),
    years: formatYears(pair.first_year ?? pair.year, pair.year),
  });
}

function pairSection(pair: PairComparison, cells: readonly MirrorCell[], lang: Language): Section {
  const { a, b } = pair;
  const directions = [
    [b, a],
    [a, b],
  ] as const;
  const sides = directions.map(([origin, destination]) =>
    cells.filter(cell => cell.origin === origin && cell.destination === destination),
  );
  // Both directions share a scale, as they are looked at side by side.
  const highest = Math.max(...sides.flat().flatMap(({ departures, arrivals }) => [departures ?? 0, arrivals ?? 0]));
  const charts = sides.map(each => corridorFigure(each, highest, lang));
  return {
    id: `pair-${a}-${b}`,
    question: mirrorWords(lang).pair(betweenStates(a, b, lang)),
    answer: pairAnswer(pair, lang),
    body: html`<div class="corridors">${charts}</div>${footnotes([a, b], cells, lang)}`,
  };
}

/** Marks a year in which a series changes its meaning; the note below says why. */
const BREAK = '*';

/** How both offices count, and the years in which their series change their meaning. */
function footnotes(states: readonly string[], cells: readonly MirrorCell[], lang: Language): Html {
  const [first, last] = spanOf(cells);
  const rules = officeRules(states, first, last).map(
    rule => html`<li>${countingRule(rule, lang)} (${rule.source[lang]})</li>`,
  );
  const breaks = seriesBreaks(states, first, last).map(
    ({ state, year, why, source }) =>
      html`<li>${BREAK} ${breakWords(state, year, lang)} ${why[lang]} (${source[lang]})</li>`,
  );
  return rules.length + breaks.length === 0 ? html`` : html`<ul class="note">${[...rules, ...breaks]}</ul>`;
}

function spanOf(cells: readonly MirrorCell[]): [first: number, last: number] {
  return [Math.min(...cells.map(({ firstYear }) => firstYear)), Math.max(...cells.map(({ year }) => year))];
}

function corridorFigure(cells: readonly MirrorCell[], highest: number, lang: Language): Html {
  const words = mirrorWords(lang);
  const [first] = cells;
  if (first === undefined) return html``;
  const title = corridorTitle(first, lang);
  const breaks = seriesBreaks([first.origin, first.destination], ...spanOf(cells)).map(({ year }) => year);
  const labels = {
    title,
    departures: `${officeLabel(first.origin, lang)},\n${words.departures}`,
    arrivals: `${officeLabel(first.destination, lang)},\n${words.arrivals}`,
    estimate: words.estimate,
  };
  const svg = drawReported(cells, labels, { breaks, highest });
  const isBroken = ({ firstYear, year }: MirrorCell): boolean => breaks.some(each => firstYear <= each && each <= year);
  const figures = table({
    label: title,
    head: [words.year, words.departures, words.arrivals, words.gap],
    rows: cells.map(cell => [formatYears(cell.firstYear, cell.year) + (isBroken(cell) ? BREAK : ''), ...sidesOf(cell)]),
  });
  return html`<div>${figure({ title, svg, note: words.unit })}${figures}</div>`;
}

/** Departures, arrivals, and arrivals less departures. */
function sidesOf({ departures, arrivals }: MirrorCell): string[] {
  return [
    departures === null ? '…' : formatCount(departures),
    arrivals === null ? '…' : formatCount(arrivals),
    departures === null || arrivals === null ? '…' : formatSigned(arrivals - departures),
  ];
}

function asymmetrySection(cells: readonly MirrorCell[], lang: Language): Section {
  const words = mirrorWords(lang);
  const measured = cells
    .flatMap(cell => {
      const { index } = asymmetry(cell.departures, cell.arrivals);
      return index === null ? [] : [{ cell, index }];
    })
    .sort((x, y) => Math.abs(y.index) - Math.abs(x.index) || (corridorKey(x.cell) < corridorKey(y.cell) ? -1 : 1));
  const [most] = measured;
  if (most === undefined)
    return { id: 'asymmetry', question: words.asymmetry.question, answer: words.asymmetry.none, body: html`` };
  const name = ({ origin, destination }: MirrorCell): string => corridorTitle({ origin, destination }, lang);
  const figures = table({
    label: words.asymmetry.question,
    head: [words.corridor, words.year, words.departures, words.arrivals, words.index],
    rows: measured
      .slice(0, MOST_ROWS)
      .map(({ cell, index }) => [
        name(cell),
        formatYears(cell.firstYear, cell.year),
        formatCount(cell.departures ?? 0),
        formatCount(cell.arrivals ?? 0),
        formatDecimal(index, 2, lang),
      ]),
  });
  const answer = words.asymmetry.answer({
    corridor: `${name(most.cell)}, ${formatYears(most.cell.firstYear, most.cell.year)}`,
    index: formatDecimal(most.index, 2, lang),
    cells: formatCount(measured.length),
  });
  return {
    id: 'asymmetry',
    question: words.asymmetry.question,
    answer,
    body: html`${figures}${paragraph(words.indexNote, 'note')}`,
  };
}
