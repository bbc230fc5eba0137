import { gapSteps } from '../../../common/charts/gap-steps.ts';
import { drawGapWaterfall } from '../../../common/charts/gap-waterfall.ts';
import { drawRanges } from '../../../common/charts/ranges-chart.ts';
import type { Language } from '../../../common/language.ts';
import { stateName } from '../../../common/states.ts';
import { balanceAnswerWords, gapAnswerWords, hiddenWords } from '../../../common/wording/hidden-words.ts';
import { formatCount, formatYears } from '../../../common/wording/numbers.ts';
import { fromState } from '../../../common/wording/state-phrases.ts';
import { figure, kind, type Section, table } from '../../accounts/report/blocks.ts';
import { html } from '../../accounts/report/html.ts';
import { mirrorPage } from '../../mirror/report/mirror-page.ts';
import type { Balance, Gap } from '../balance/balance.ts';

/** A balance sheet as one page: the ranges beside each other, each way of knowing step by step, and what is assumed. */
export function renderBalance(balance: Balance, lang: Language): string {
  const words = hiddenWords(lang);
  const { state, title, gaps } = balance;
  const years = formatYears(Math.min(...gaps.map(gap => gap.firstYear)), Math.max(...gaps.map(gap => gap.year)));
  const sections = [
    rangesSection(balance, lang),
    ...gaps.map(gap => gapSection(gap, lang)),
    madeSection(balance, lang),
  ];
  return mirrorPage(`${words.title}: ${title[lang]}`, `${stateName(state, lang)}; ${years}`, sections, lang);
}

function rangesSection(balance: Balance, lang: Language): Section {
  const words = hiddenWords(lang);
  const { gaps, compared, common, state } = balance;
  const question = words.question({ state: stateName(state, lang), from: fromState(state, lang) });
  const svg = drawRanges(
    gaps.map(gap => ({ label: gap.name[lang], persons: gap.unregistered, compared: compared.includes(gap.id) })),
    { title: question, common },
  );
  const figures = table({
    label: question,
    head: [
      words.gap,
      words.period,
      words.method,
      html`${words.persons} ${kind(words.kinds.modelled)}`,
      words.from,
      words.to,
    ],
    text: [0, 1, 2],
    rows: gaps.map(({ name, firstYear, year, method, unregistered: { low, value, high } }) => [
      ...[name[lang], formatYears(firstYear, year), words.methods[method]],
      ...[formatCount(value), formatCount(low), formatCount(high)],
    ]),
  });
  return {
    id: 'ranges',
    question,
    answer: balanceAnswerWords(balance, lang),
    body: html`<div class="corridors">${figure({ title: question, svg, note: words.rangesNote })}</div>${figures}`,
  };
}

function gapSection(gap: Gap, lang: Language): Section {
  const words = hiddenWords(lang);
  const title = gap.name[lang];
  const figures = table({
    label: title,
    head: [words.line, words.persons, words.from, words.to, words.kind, words.source],
    text: [0, 4, 5],
    rows: gap.steps.map(({ name, role, persons: { low, value, high }, kind: of, source }) => [
      `${{ add: '+', take: '\u2212', level: '=' }[role]} ${name[lang]}`,
      ...[formatCount(value), formatCount(low), formatCount(high), words.kinds[of], source],
    ]),
  });
  return {
    id: gap.id,
    question: title,
    answer: gapAnswerWords(gap, lang),
    body: html`<div class="corridors">${figure({ title, svg: drawGapWaterfall(gapSteps(gap, lang), title), note: words.waterfallNote })}</div>${figures}`,
  };
}

function madeSection({ assumes }: Balance, lang: Language): Section {
  const words = hiddenWords(lang);
  const list = html`<h3>${words.assumed}</h3><ul>${assumes.map(each => html`<li>${each[lang]}</li>`)}</ul>`;
  return { id: 'made', question: words.made, answer: words.madeAnswer, body: assumes.length === 0 ? html`` : list };
}
