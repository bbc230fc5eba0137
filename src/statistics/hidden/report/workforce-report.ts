import { drawGapWaterfall, type GapStep } from '../../../common/charts/gap-waterfall.ts';
import type { Language } from '../../../common/language.ts';
import { hiddenWords, rangeWords } from '../../../common/wording/hidden-words.ts';
import { formatCount } from '../../../common/wording/numbers.ts';
import { figure, table } from '../../accounts/report/blocks.ts';
import { html } from '../../accounts/report/html.ts';
import { mirrorPage } from '../../mirror/report/mirror-page.ts';
import type { WorkforceBalance } from '../workforce/workforce.ts';

/** A balance of the workforce as one page. */
export function renderWorkforce(found: WorkforceBalance, lang: Language): string {
  const words = hiddenWords(lang);
  const { lines, balance, official, unregistered } = found;
  const drawn = (side: string): GapStep[] =>
    lines
      .filter(line => line.side === side)
      .map(({ name, persons, kind }) => ({
        label: name[lang],
        role: side === 'resource' ? 'add' : 'take',
        kind,
        persons,
      }));
  const level = (name: 'without_place' | 'unregistered'): GapStep => ({
    label: words.workforce.steps[name],
    role: 'level',
    kind: 'modelled',
    persons: name === 'unregistered' ? unregistered : balance,
  });
  const steps = [
    ...drawn('resource'),
    ...drawn('use'),
    level('without_place'),
    ...drawn('official'),
    level('unregistered'),
  ];
  const figures = table({
    label: words.workforce.question,
    head: [words.line, words.persons, words.from, words.to, words.kind, words.source],
    text: [0, 4, 5],
    rows: lines.map(({ name, persons: { low, value, high }, kind, source }) => [
      ...[name[lang], formatCount(value), formatCount(low), formatCount(high), words.kinds[kind], source],
    ]),
  });
  const { title, question, answer } = words.workforce;
  const section = {
    id: 'workforce',
    question,
    answer: answer({ range: rangeWords(unregistered), balance: rangeWords(balance), official: rangeWords(official) }),
    body: html`<div class="corridors">${figure({ title: question, svg: drawGapWaterfall(steps, question), note: words.waterfallNote })}</div>${figures}`,
  };
  return mirrorPage(title, words.methods.workforce, [section], lang);
}
