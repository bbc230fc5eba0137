import { chartWords } from '../../../common/charts/chart-words.ts';
import { coverageLow, drawCoverage, isMeasured, streamName } from '../../../common/charts/coverage-chart.ts';
import { formatCount, formatShare, formatShareRange } from '../../../common/wording/numbers.ts';
import { officeLabel, officeName } from '../../../common/wording/offices.ts';
import type { CoverageRow } from '../account-tables.ts';
import { details, kind, paragraph, type Section, table } from './blocks.ts';
import { type Edition, sourceLine } from './edition.ts';
import { Html, html } from './html.ts';

/** A longer table stands folded. */
const MOST_OPEN_ROWS = 16;
/** The answer names no stream as best or worst whose interval is wider: a few slips make any share. */
const WIDEST_SURE = 0.2;

/** What each office sees of the moves that the other office of the corridor has, and the modelled true flow beside it. */
export function coverageSection(edition: Edition): Section {
  const { account, words } = edition;
  const offices = [...new Set(account.coverage.filter(isMeasured).map(row => row.office))].sort();
  const body = offices.length === 0 ? new Html('') : html`${coverageFigure(offices, edition)}${coverageTable(edition)}`;
  return { id: 'coverage', question: words.coverage.question, answer: answerOf(edition), body };
}

function answerOf({ account, lang, words }: Edition): string {
  const measured = account.coverage.filter(isMeasured);
  const sure = measured.filter(({ low95, high95 }) => (high95 ?? 1) - (low95 ?? 0) <= WIDEST_SURE);
  const rows = (sure.length > 0 ? sure : measured).toSorted((a, b) => b.coverage - a.coverage);
  const [best, worst] = [rows[0], rows.at(-1)];
  if (best === undefined || worst === undefined) return words.coverage.none;
  const named = (row: CoverageRow) => `${streamName(row, lang)} (${officeLabel(row.office, lang)})`;
  return words.coverage.answer({
    best: named(best),
    bestShare: formatShare(best.coverage, lang),
    worst: named(worst),
    worstShare: formatShare(worst.coverage, lang),
  });
}

function coverageFigure(offices: readonly string[], edition: Edition): Html {
  const { account, lang, words } = edition;
  const low = coverageLow(account.coverage);
  const charts = offices.map(office => {
    const rows = account.coverage.filter(row => row.office === office).toSorted(inOrder);
    const svg = new Html(drawCoverage(office, rows, { low, lang }));
    return html`<div><p class="title">${chartWords(lang).coverage(officeName(office, lang))}</p>${svg}</div>`;
  });
  const note = `${words.coverage.note} ${sourceLine(offices, edition)}`;
  return html`<figure><div class="corridors">${charts}</div><figcaption>${note}</figcaption></figure>`;
}

/** Office by office, its arrivals before its departures, the largest first. */
function inOrder(a: CoverageRow, b: CoverageRow): number {
  const key = (row: CoverageRow) => row.office + row.side;
  return key(a) === key(b) ? b.other - a.other : key(a) < key(b) ? -1 : 1;
}

function coverageTable(edition: Edition): Html {
  const { account, lang, words } = edition;
  const its = words.coverage;
  const rows = account.coverage
    .toSorted(inOrder)
    .map(row => [
      officeLabel(row.office, lang),
      streamName(row, lang),
      ...[row.own, row.other, row.matched].map(formatCount),
      html`<span class="modelled">${coverageText(row, edition)}</span>`,
      formatCount(unitedOf(row, edition)),
      html`<span class="modelled">${trueFlowText(row)}</span>`,
    ]);
  const head = [
    its.office,
    its.stream,
    ...[its.own, its.other, its.matched].map(name => html`${name} ${kind(words.linked)}`),
    html`${its.coverage} ${kind(words.modelled)}`,
    html`${words.balances.united} ${kind(words.linked)}`,
    html`${its.trueFlow} ${kind(words.modelled)}`,
  ];
  const body = html`${table({ label: its.question, head, rows, text: [0, 1] })}${paragraph(its.tableNote, 'note')}`;
  return rows.length > MOST_OPEN_ROWS ? details(words.table(its.coverageTitle), body) : body;
}

function coverageText({ coverage, low95, high95 }: CoverageRow, { lang }: Edition): string {
  if (coverage === null) return '—';
  const share = formatShare(coverage, lang);
  return low95 === null || high95 === null ? share : `${share} (${formatShareRange(low95, high95, lang)})`;
}

function trueFlowText({ true_flow, true_low95, true_high95 }: CoverageRow): string {
  if (true_flow === null) return '—';
  const flow = formatCount(true_flow);
  return true_low95 === null || true_high95 === null
    ? flow
    : `${flow} (${formatCount(true_low95)}–${formatCount(true_high95)})`;
}

function unitedOf({ origin, destination }: CoverageRow, { corridors }: Edition): number {
  return corridors.find(each => each.origin === origin && each.destination === destination)?.total.united ?? 0;
}
