import { corridorTitle } from '../../../common/charts/corridor-title.ts';
import { drawFactors } from '../../../common/charts/factors-chart.ts';
import { drawReported } from '../../../common/charts/reported-chart.ts';
import type { Language } from '../../../common/language.ts';
import { formatCount, formatDecimal } from '../../../common/wording/numbers.ts';
import { officeGenitive, officeLabel } from '../../../common/wording/offices.ts';
import { figure, kind, type Section, table } from '../../accounts/report/blocks.ts';
import { html } from '../../accounts/report/html.ts';
import type { Factor } from '../fit/factor-table.ts';
import type { FlowEstimate } from '../fit/flow-estimates.ts';
import { corridorKey, type MirrorCell, SIDES } from '../mirror-table.ts';
import type { TableOrigin } from '../tables/table-origin.ts';
import { scopeOf } from './compare-report.ts';
import { mirrorPage } from './mirror-page.ts';
import { mirrorWords } from './mirror-words.ts';

/** What any model leaves for its report. */
export interface ReportedFit {
  cells: readonly MirrorCell[];
  factors: readonly Factor[];
  flows: readonly FlowEstimate[];
  /** How far the model can be trusted, in sentences of the report's language. */
  trust: readonly string[];
  tables: readonly TableOrigin[];
}

const MOST_CORRIDORS = 12;

/** A fit as one page: the factors with their intervals, the largest flows with their bands, and how far it can be trusted. */
export function renderFit({ cells, factors, flows, trust, tables }: ReportedFit, lang: Language): string {
  const words = mirrorWords(lang);
  const [first = '', ...rest] = trust;
  const sections: Section[] = [
    factorsSection(factors, lang),
    flowsSection(flows, lang),
    {
      id: 'trust',
      question: words.trust.question,
      answer: first,
      body: html`${rest.map(sentence => html`<p>${sentence}</p>`)}`,
    },
  ];
  return mirrorPage(words.fitTitle, scopeOf(cells), sections, lang, tables);
}

function factorsSection(factors: readonly Factor[], lang: Language): Section {
  const words = mirrorWords(lang);
  const range = ({ low95, high95 }: Factor): string =>
    `${formatDecimal(low95, 2, lang)}–${formatDecimal(high95, 2, lang)}`;
  const farthest = factors.reduce<Factor | undefined>(
    (most, each) =>
      most === undefined || Math.abs(Math.log(each.factor)) > Math.abs(Math.log(most.factor)) ? each : most,
    undefined,
  );
  const charts = SIDES.map(side => factors.filter(each => each.side === side)).flatMap(part =>
    part[0] === undefined
      ? []
      : [
          figure({
            title: words[part[0].side],
            svg: drawFactors(part, words[part[0].side], lang),
            note: words.factors.note,
          }),
        ],
  );
  const figures = table({
    label: words.factors.question,
    head: [words.office, words.side, html`${words.factor} ${kind(words.modelled)}`, words.interval],
    rows: factors.map(each => [
      officeLabel(each.office, lang),
      words[each.side],
      formatDecimal(each.factor, 2, lang),
      range(each),
    ]),
    text: [0, 1],
  });
  const answer =
    farthest === undefined
      ? ''
      : words.factors.answer({
          office: lang === 'ru' ? officeLabel(farthest.office, lang) : officeGenitive(farthest.office, lang),
          side: words[farthest.side],
          factor: formatDecimal(farthest.factor, 2, lang),
          interval: range(farthest),
        });
  return {
    id: 'factors',
    question: words.factors.question,
    answer,
    body: html`<div class="corridors">${charts}</div>${figures}`,
  };
}

function flowsSection(flows: readonly FlowEstimate[], lang: Language): Section {
  const words = mirrorWords(lang);
  const corridors = groupFlows(flows);
  const total = (years: readonly FlowEstimate[]): number =>
    years.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0);
  const largest = [...corridors.values()].sort((a, b) => total(b) - total(a)).slice(0, MOST_CORRIDORS);
  const most = flows.reduce<FlowEstimate | undefined>(
    (best, each) => ((each.estimate ?? -1) > (best?.estimate ?? -1) ? each : best),
    undefined,
  );
  if (most === undefined || most.estimate === null)
    return { id: 'flows', question: words.flows.question, answer: words.flows.none, body: html`` };
  const charts = largest.flatMap(years => {
    const [first] = years;
    if (first === undefined) return [];
    const title = corridorTitle(first, lang);
    const points = years.map(each => ({
      ...each,
      departures: each.departures_reported,
      arrivals: each.arrivals_reported,
    }));
    const svg = drawReported(points, {
      title,
      departures: `${officeLabel(first.origin, lang)},\n${words.departures}`,
      arrivals: `${officeLabel(first.destination, lang)},\n${words.arrivals}`,
      estimate: words.estimate,
    });
    return [figure({ title, svg, note: words.figureNote })];
  });
  const answer = words.flows.answer({
    corridor: corridorTitle(most, lang),
    year: String(most.year),
    estimate: formatCount(most.estimate),
    interval: `${formatCount(most.low95 ?? 0)}–${formatCount(most.high95 ?? 0)}`,
  });
  return {
    id: 'flows',
    question: words.flows.question,
    answer,
    body: html`<div class="corridors">${charts}</div><p>${words.more}</p>`,
  };
}

function groupFlows(flows: readonly FlowEstimate[]): Map<string, FlowEstimate[]> {
  const groups = new Map<string, FlowEstimate[]>();
  for (const flow of flows) {
    const key = corridorKey(flow);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [flow]);
    else group.push(flow);
  }
  return groups;
}
