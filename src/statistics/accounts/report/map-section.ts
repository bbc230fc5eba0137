import { corridorTitle } from '../../../common/charts/corridor-title.ts';
import type { Corridor } from '../../../common/charts/corridors.ts';
import { drawFlowMap, MAP_FRAMES } from '../../../common/charts/flow-map.ts';
import { MAP_STATES } from '../../../common/charts/map-geometry.ts';
import { drawnCorridors } from '../../../common/charts/map-layout.ts';
import { formatCount, formatShare, formatYears } from '../../../common/wording/numbers.ts';
import { officeGenitive } from '../../../common/wording/offices.ts';
import { fromState, toState } from '../../../common/wording/state-phrases.ts';
import { details, figure, paragraph, type Section, table } from './blocks.ts';
import { type Edition, sourceLine } from './edition.ts';
import { Html, html } from './html.ts';

const MOST_BEYOND = 10;

/** The map of united flows, with the flows that have no arrow as a note in its margin. */
export function mapSection(edition: Edition): Section {
  const { words } = edition;
  const drawn = drawnCorridors(edition.corridors);
  const body = html`${drawn.length === 0 ? '' : mapFigure(drawn, edition)}${margin(edition)}${corridorsTable(edition)}`;
  return { id: 'map', question: words.map.question, answer: answerOf(edition), body };
}

function answerOf({ account, corridors, lang, words }: Edition): string {
  const moving = corridors.filter(hasMoves);
  const [largest] = moving;
  if (largest === undefined) return words.map.none;
  const all = moving.reduce((sum, { total }) => sum + total.united, 0);
  return words.map.answer({
    corridor: `${fromState(largest.origin, lang)} ${toState(largest.destination, lang)}`,
    united: largest.total.united,
    years: formatYears(account.run.firstYear, account.run.lastYear),
    share: formatShare(largest.total.united / all, lang),
    count: moving.length,
  });
}

function hasMoves({ total }: Corridor): boolean {
  return total.united > 0;
}

/** Two drawings of one map, of which the page shows the one that fits its width. */
function mapFigure(drawn: readonly Corridor[], edition: Edition): Html {
  const { account, corridors, lang, words } = edition;
  const { offices } = account.run;
  const left = corridors.filter(corridor => hasMoves(corridor) && isOnMap(corridor)).length - drawn.length;
  const maps = Object.entries(MAP_FRAMES).map(
    ([name, frame]) => html`<div class="${name}">${new Html(drawFlowMap(corridors, { offices, frame, lang }))}</div>`,
  );
  const note = [words.map.note, ...(left > 0 ? [words.map.left(left)] : []), sourceLine(offices, edition)].join(' ');
  return figure({ title: words.map.title, svg: maps.map(map => map.text).join(''), note });
}

function isOnMap({ origin, destination }: Corridor): boolean {
  return origin in MAP_STATES && destination in MAP_STATES;
}

/** Flows without an arrow: to or from states beyond the map, or known from one office alone. */
function margin(edition: Edition): Html {
  const { corridors, lang, words } = edition;
  const beyond = corridors
    .filter(corridor => !hasMoves(corridor) || !isOnMap(corridor))
    .toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (corridors.length === 0) return new Html('');
  if (beyond.length === 0) return paragraph(words.map.beyondNone, 'note');
  const items = beyond
    .slice(0, MOST_BEYOND)
    .map(corridor => html`<li>${corridorTitle(corridor, lang)}: ${sizeText(corridor, edition)}</li>`);
  const more = beyond.length - items.length;
  return html`<aside><h3>${words.map.beyond}</h3><ul>${items}</ul>${more > 0 ? paragraph(words.map.beyondMore(more)) : ''}</aside>`;
}

function sizeOf({ total }: Corridor): number {
  return Math.max(total.united, total.arrivals, total.departures);
}

function sizeText({ origin, destination, total }: Corridor, { lang, words }: Edition): string {
  if (total.united > 0) return `${formatCount(total.united)}, ${words.united}`;
  const [count, office] =
    total.arrivals >= total.departures ? [total.arrivals, destination] : [total.departures, origin];
  return `${formatCount(count)}, ${words.map.by(officeGenitive(office, lang))}`;
}

function corridorsTable({ corridors, lang, words }: Edition): Html {
  const rows = corridors
    .filter(hasMoves)
    .map(corridor => [
      corridorTitle(corridor, lang),
      ...[corridor.total.united, corridor.total.arrivals, corridor.total.departures].map(formatCount),
    ]);
  if (rows.length === 0) return new Html('');
  const head = [words.corridor, words.balances.united, words.arrivalsReported, words.departuresReported];
  return details(words.table(words.map.title), table({ label: words.map.title, head, rows }));
}
