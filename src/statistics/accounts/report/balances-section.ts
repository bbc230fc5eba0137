import { formatSigned, formatYears } from '../../../common/wording/numbers.ts';
import { officeGenitive, officeLabel } from '../../../common/wording/offices.ts';
import { ofStateWithState } from '../../../common/wording/state-phrases.ts';
import { kind, paragraph, type Section, table } from './blocks.ts';
import type { Edition } from './edition.ts';
import { Html, html } from './html.ts';
import type { Pair } from './pairs.ts';

/** The balances of all pairs, each by both offices, by arrivals as reported and united. */
export function balancesSection(edition: Edition): Section {
  const words = edition.words.balances;
  const [largest] = edition.pairs;
  const answer = largest === undefined ? emptyAnswer(edition) : pairAnswer(largest, edition);
  const body = largest === undefined ? new Html('') : balancesTable(edition);
  return { id: 'balances', question: words.question, answer, body };
}

function emptyAnswer({ account, words }: Edition): string {
  return account.flows.length > 0 ? words.balances.unpaired : words.empty;
}

function pairAnswer({ first, second, balances }: Pair, { account, lang, words }: Edition): string {
  return words.balances.answer({
    pair: ofStateWithState(first, second, lang),
    years: formatYears(account.run.firstYear, account.run.lastYear),
    united: formatSigned(balances.united),
    first: formatSigned(balances.first),
    second: formatSigned(balances.second),
    byArrivals: formatSigned(balances.byArrivals),
    firstOffice: officeGenitive(first, lang),
    secondOffice: officeGenitive(second, lang),
  });
}

function balancesTable({ lang, pairs, morePairs, words }: Edition): Html {
  const { balances: its } = words;
  const [only, another] = pairs;
  const offices =
    only === undefined || another !== undefined
      ? [its.firstOffice, its.secondOffice]
      : [only.first, only.second].map(office => officeLabel(office, lang));
  const figures = table({
    label: its.question,
    head: [
      its.pair,
      ...offices.map(office => html`${office} ${kind(words.reported)}`),
      html`${its.byArrivals} ${kind(words.reported)}`,
      html`${its.united} ${kind(words.linked)}`,
    ],
    rows: pairs.map(({ first, second, balances }) => [
      ofStateWithState(first, second, lang),
      ...[balances.first, balances.second, balances.byArrivals].map(formatSigned),
      html`<strong>${formatSigned(balances.united)}</strong>`,
    ]),
  });
  const more = morePairs === 0 ? '' : paragraph(its.more(morePairs));
  return html`${figures}${paragraph(its.note, 'note')}${more}${paragraph(its.identity)}${paragraph(words.kinds)}`;
}
