import { corridorTitle } from '../../../common/charts/corridor-title.ts';
import type { Corridor } from '../../../common/charts/corridors.ts';
import { drawLines } from '../../../common/charts/lines-chart.ts';
import { drawWaterfall, waterfallDomain, yearsOf } from '../../../common/charts/waterfall-chart.ts';
import { formatCount, formatSigned, formatYears } from '../../../common/wording/numbers.ts';
import { officeName } from '../../../common/wording/offices.ts';
import { betweenStates, fromState, ofStateWithState, toState } from '../../../common/wording/state-phrases.ts';
import { details, figure, kind, paragraph, type Section, table } from './blocks.ts';
import { type Edition, sourceLine } from './edition.ts';
import { type Html, html } from './html.ts';
import type { Pair } from './pairs.ts';

/** Everything about one pair of offices: the arithmetic of its balances, its lines, its waterfalls, its years. */
export function pairSection(pair: Pair, edition: Edition): Section {
  const { first, second, inflow, outflow } = pair;
  const { lang, words } = edition;
  const highest = Math.max(...[inflow, outflow].flatMap(({ years }) => years.flatMap(highestOf)));
  const pictures = [inflow, outflow].map(corridor => corridorFigures(corridor, highest, edition));
  const tables = [inflow, outflow].filter(hasYears).map(corridor => yearsTable(corridor, edition));
  const body = html`${balanceTable(pair, edition)}${paragraph(identityOf(pair, edition))}
<div class="corridors">${pictures}</div>${tables}`;
  return {
    id: `pair-${first}-${second}`.toLowerCase(),
    question: words.pair.question(betweenStates(first, second, lang)),
    answer: answerOf(pair, edition),
    body,
  };
}

function highestOf({ united, arrivals, departures }: Corridor['total']): number[] {
  return [united, arrivals, departures];
}

function hasYears({ years }: Corridor): boolean {
  return years.length > 0;
}

function answerOf({ first, second, inflow, outflow, balances }: Pair, { account, lang, words }: Edition): string {
  return words.pair.answer({
    inflow: inflow.total.united,
    into: `${fromState(second, lang)} ${toState(first, lang)}`,
    outflow: formatCount(outflow.total.united),
    out: `${fromState(first, lang)} ${toState(second, lang)}`,
    years: formatYears(account.run.firstYear, account.run.lastYear),
    balance: formatSigned(balances.united),
    of: ofStateWithState(first, second, lang),
  });
}

/** The note's own arithmetic: in every row the inflow less the outflow is the balance. */
function balanceTable({ first, second, inflow, outflow, balances }: Pair, { lang, words }: Edition): Html {
  const { pair: its } = words;
  const slips = (value: number, stream: string) => html`${formatCount(value)} ${kind(stream)}`;
  return table({
    label: its.balanceOf(ofStateWithState(first, second, lang)),
    head: [
      '',
      corridorTitle(inflow, lang),
      corridorTitle(outflow, lang),
      its.balanceOf(ofStateWithState(first, second, lang)),
    ],
    rows: [
      [
        its.officeReported(officeTitle(first, lang)),
        slips(inflow.total.arrivals, words.arrivals),
        slips(outflow.total.departures, words.departures),
        formatSigned(balances.first),
      ],
      [
        its.officeReported(officeTitle(second, lang)),
        slips(inflow.total.departures, words.departures),
        slips(outflow.total.arrivals, words.arrivals),
        formatSigned(balances.second),
      ],
      [
        its.byArrivals,
        slips(inflow.total.arrivals, words.arrivals),
        slips(outflow.total.arrivals, words.arrivals),
        formatSigned(balances.byArrivals),
      ],
      [
        html`<strong>${words.balances.united}</strong> ${kind(words.linked)}`,
        html`<strong>${formatCount(inflow.total.united)}</strong>`,
        html`<strong>${formatCount(outflow.total.united)}</strong>`,
        html`<strong>${formatSigned(balances.united)}</strong>`,
      ],
    ],
  });
}

/** An office at the head of a row, where a sentence would begin. */
function officeTitle(state: string, lang: Edition['lang']): string {
  const name = officeName(state, lang);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function identityOf({ balances }: Pair, { words }: Edition): string {
  const { first, second, byArrivals, united } = balances;
  return words.pair.identity({
    byFirst: sumText(first, balances.fromFirst, byArrivals),
    bySecond: sumText(second, balances.fromSecond, byArrivals),
    united: sumText(byArrivals, balances.fromCauses, united),
  });
}

/** "+240 000 − 145 000 = +95 000", in which lines break only at the signs. */
function sumText(start: number, step: number, end: number): string {
  const sign = step < 0 ? '−' : '+';
  return `${formatSigned(start)} ${sign}\u00a0${formatCount(Math.abs(step))} =\u00a0${formatSigned(end)}`;
}

function corridorFigures(corridor: Corridor, highest: number, edition: Edition): Html {
  const { lang, words } = edition;
  const title = corridorTitle(corridor, lang);
  if (!hasYears(corridor)) return html`<div><h3>${title}</h3>${paragraph(words.pair.noFlow(title))}</div>`;
  const source = sourceLine([corridor.origin, corridor.destination], edition);
  const [start] = waterfallDomain(corridor);
  return html`<div><h3>${title}</h3>
${figure({ title: words.pair.lines, svg: drawLines(corridor, { highest, lang }), note: `${words.pair.linesNote} ${source}` })}
${figure({
  title: words.pair.waterfall(yearsOf(corridor)),
  svg: drawWaterfall(corridor, lang),
  note: `${words.pair.waterfallNote(start === 0)} ${source}`,
})}</div>`;
}

function yearsTable(corridor: Corridor, { lang, words }: Edition): Html {
  const title = corridorTitle(corridor, lang);
  const cells = ({ arrivals, departures, united }: Corridor['total']) => [
    ...[arrivals, departures, united].map(formatCount),
    formatSigned(arrivals - departures),
  ];
  const years = table({
    label: words.table(title),
    head: [
      words.year,
      html`${words.arrivalsReported} ${kind(officeName(corridor.destination, lang))}`,
      html`${words.departuresReported} ${kind(officeName(corridor.origin, lang))}`,
      html`${words.balances.united} ${kind(words.linked)}`,
      html`${words.difference} ${kind(`${words.arrivals} − ${words.departures}`)}`,
    ],
    rows: corridor.years.map(figures => [String(figures.year), ...cells(figures)]),
    foot: [words.allYears, ...cells(corridor.total)],
  });
  return details(words.table(title), years);
}
