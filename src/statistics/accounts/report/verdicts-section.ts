import { CAUSES } from '../../../common/causes.ts';
import { causePaint } from '../../../common/charts/palette.ts';
import { CAUSE_WORDS } from '../../../common/wording/cause-words.ts';
import { formatCount, formatShare } from '../../../common/wording/numbers.ts';
import { VERDICT_WORDS } from '../../../common/wording/verdict-words.ts';
import { type Section, table } from './blocks.ts';
import type { Edition } from './edition.ts';
import { Html, html } from './html.ts';

/** The verdicts by which a slip stands for a move. */
const OF_A_MOVE = new Set(['counted', 'confirmed', 'redirected']);

/** What became of the slips, and what the causes of a gap mean. */
export function verdictsSection(edition: Edition): Section {
  const { account, words } = edition;
  const { accepted, moves, persons, verdicts } = account.run;
  const counted = verdicts.reduce((sum, { verdict, count }) => (OF_A_MOVE.has(verdict) ? sum + count : sum), 0);
  const answer = words.verdicts.answer({
    accepted: formatCount(accepted),
    counted: formatCount(counted),
    moves: formatCount(moves),
    persons: formatCount(persons),
  });
  return {
    id: 'verdicts',
    question: words.verdicts.question,
    answer,
    body: html`${verdictsTable(edition)}${glossary(edition)}`,
  };
}

function verdictsTable({ account, lang, words }: Edition): Html {
  const its = words.verdicts;
  const { accepted, verdicts } = account.run;
  const rows = verdicts
    .toSorted((a, b) => b.count - a.count)
    .map(({ verdict, count }) => [
      html`${VERDICT_WORDS[verdict]?.name[lang] ?? verdict}<span class="meaning">${VERDICT_WORDS[verdict]?.meaning[lang] ?? ''}</span>`,
      formatCount(count),
      accepted > 0 ? formatShare(count / accepted, lang) : '—',
    ]);
  const sum = verdicts.reduce((total, { count }) => total + count, 0);
  const foot = [its.total, formatCount(sum), ''];
  return table({
    label: its.question,
    head: [its.verdict, its.slips, its.share],
    rows,
    foot,
    text: [0, 3],
  });
}

function glossary({ lang, words }: Edition): Html {
  const entries = CAUSES.map(cause => {
    const swatch = new Html(`<span class="swatch" style="background:${causePaint(cause)}"></span>`);
    return html`<dt>${swatch}${CAUSE_WORDS[cause].name[lang]}</dt><dd>${CAUSE_WORDS[cause].meaning[lang]}</dd>`;
  });
  return html`<h3>${words.verdicts.causes}</h3><dl>${entries}</dl>`;
}
