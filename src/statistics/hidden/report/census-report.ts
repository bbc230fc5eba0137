import { addedSteps, drawCensusAges } from '../../../common/charts/census-ages-chart.ts';
import type { Language } from '../../../common/language.ts';
import { type HiddenWords, hiddenWords, rangeWords } from '../../../common/wording/hidden-words.ts';
import { formatShare, formatSigned, formatYears } from '../../../common/wording/numbers.ts';
import { figure, kind, paragraph, type Section, table } from '../../accounts/report/blocks.ts';
import { html } from '../../accounts/report/html.ts';
import { mirrorPage } from '../../mirror/report/mirror-page.ts';
import type { CensusResidual } from '../census/census-result.ts';

/** The residual of censuses as one page: all ages, labour ages against children, and each age. */
export function renderCensus(found: CensusResidual, lang: Language): string {
  const words = hiddenWords(lang);
  const { firstYear, lastYear } = found;
  const sections = [
    netSection(found, words, lang),
    ...(found.groups.length > 0 && found.method !== 'totals' ? [groupsSection(found, words)] : []),
    ageSection(found, words),
  ];
  return mirrorPage(words.census.title, formatYears(firstYear, lastYear), sections, lang);
}

function netSection(found: CensusResidual, words: HiddenWords, lang: Language): Section {
  const { net, registered, unregistered, firstYear, lastYear, errors, notes } = found;
  const { census } = words;
  const told =
    registered === null || unregistered === null
      ? ''
      : ` ${census.registered({ registered: formatSigned(registered.net), unregistered: rangeWords(unregistered, formatSigned) })}`;
  const interval = census.interval({
    census: formatShare(errors.census, lang),
    mortality: formatShare(errors.mortality, lang),
  });
  return {
    id: 'net',
    question: census.question,
    answer: census.answer({ years: formatYears(firstYear, lastYear), net: rangeWords(net, formatSigned) }) + told,
    body: html`${paragraph(interval, 'note')}${notes.map(note => paragraph(census.notes[note], 'note'))}`,
  };
}

function groupsSection({ groups }: CensusResidual, words: HiddenWords): Section {
  const { census } = words;
  const labour = groups.filter(({ group }) => group === 'labour');
  const answer = labour
    .map(({ sex, net }) => `${census.sexes[sex]}, ${census.groups.labour}: ${rangeWords(net, formatSigned)}`)
    .join('; ');
  const rows = groups.map(({ group, sex, net: { low, value, high } }) => [
    ...[census.groups[group], census.sexes[sex], formatSigned(value), formatSigned(low), formatSigned(high)],
  ]);
  const head = [census.age, census.sex, html`${census.net} ${kind(words.kinds.modelled)}`, words.from, words.to];
  return {
    id: 'groups',
    question: census.byGroup,
    answer: `${answer.charAt(0).toUpperCase()}${answer.slice(1)}.`,
    body: table({ label: census.byGroup, head, rows, text: [0, 1] }),
  };
}

function ageSection({ rows }: CensusResidual, words: HiddenWords): Section {
  const { census } = words;
  const forms = Object.keys(Object.assign({}, ...rows.map(row => row.forms)) as Record<string, number>);
  const most = rows.reduce(
    (far, row) => (Math.abs(row.net.value) > Math.abs(far.net.value) ? row : far),
    rows[0] ?? NOBODY,
  );
  const cells = rows.map(row => [
    ...[ageOf(row, words), census.sexes[row.sex], formatYears(row.firstYear, row.year)],
    ...forms.map(form => (row.forms[form] === undefined ? '…' : formatSigned(row.forms[form]))),
    ...[formatSigned(row.net.low), formatSigned(row.net.high)],
  ]);
  const head = [
    census.age,
    census.sex,
    words.period,
    ...forms.map(form => census.forms[form] ?? form),
    words.from,
    words.to,
  ];
  const age = ageOf(most, words);
  return {
    id: 'ages',
    question: census.byAge,
    answer: `${age}, ${census.sexes[most.sex]}: ${rangeWords(most.net, formatSigned)}.`,
    body: html`${picture(rows, words)}${table({ label: census.byAge, head, rows: cells, text: [0, 1, 2] })}`,
  };
}

/** All steps together by age; of totals there is nothing to draw. */
function picture(rows: CensusResidual['rows'], words: HiddenWords) {
  const { census } = words;
  if (rows.every(({ age }) => age === null)) return '';
  const drawn = rows.map(row => ({ ...row, age: ageOf(row, words) }));
  const svg = drawCensusAges(addedSteps(drawn), census.byAge);
  return html`<div class="corridors">${figure({ title: census.byAge, svg, note: census.agesNote })}</div>`;
}

function ageOf({ ageText }: { ageText: string }, { census }: HiddenWords): string {
  return ageText === 'total' ? census.groups.all : ageText.replace('-', '–');
}

const NOBODY: CensusResidual['rows'][number] = {
  ...{ sex: 'T', firstYear: 0, year: 0, age: null, ageText: 'total', forms: {} },
  net: { low: 0, value: 0, high: 0 },
};
