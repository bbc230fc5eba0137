import { drawTargets, type TargetLine } from '../../../common/charts/target-chart.ts';
import type { Language } from '../../../common/language.ts';
import { stateName } from '../../../common/states.ts';
import { formatSigned, formatYears } from '../../../common/wording/numbers.ts';
import { studyWords } from '../../../common/wording/study-words.ts';
import { chanceText, targetAnswer, targetQuestion } from '../../../common/wording/target-words.ts';
import { figure, paragraph, type Section, table } from '../../accounts/report/blocks.ts';
import { html } from '../../accounts/report/html.ts';
import { mirrorPage } from '../../mirror/report/mirror-page.ts';
import type { TargetPlan } from '../targets/plan.ts';
import type { TrackedPlan, TrackedSeries } from '../targets/track.ts';

/** A plan and what happened as one page. */
export function renderTargets({ plan, series }: TrackedPlan, lang: Language): string {
  const { targets } = studyWords(lang);
  const years = formatYears(plan.firstYear, plan.lastYear);
  const question = targetQuestion(plan, series, lang);
  const sections: Section[] = [
    {
      id: 'plan',
      question,
      answer: targetAnswer(series, plan.balance, lang),
      body: html`<div class="corridors">${figure({ title: plan.title[lang], svg: drawPlan(plan, series, lang), note: targets.chartNote })}</div>${standing(plan, series, lang)}`,
    },
    ...series.map(each => yearsSection(each, lang)),
    {
      id: 'made',
      question: targets.made,
      answer: targets.madeAnswer,
      body: html`${plan.notes.map(note => paragraph(note[lang]))}${paragraph(plan.source, 'note')}`,
    },
  ];
  return mirrorPage(targets.title, `${stateName(plan.state, lang)}; ${years}`, sections, lang);
}

function drawPlan(plan: TargetPlan, series: readonly TrackedSeries[], lang: Language): string {
  const { targets } = studyWords(lang);
  let planned = 0;
  return drawTargets(
    series.map(({ by, years }): TargetLine => ({ by, years, label: targets.shortSeries[by] })),
    {
      title: plan.title[lang],
      plan: plan.years.map(({ year, balance }) => {
        planned += balance;
        return { year, planned };
      }),
      planLabel: targets.plan,
    },
  );
}

function standing(plan: TargetPlan, series: readonly TrackedSeries[], lang: Language) {
  const { targets, kind, kinds } = studyWords(lang);
  return table({
    label: targets.title,
    head: [
      targets.by,
      kind,
      targets.total,
      targets.gap,
      targets.pace,
      targets.needed,
      targets.outlook,
      targets.probability,
    ],
    text: [0, 1],
    rows: series.map(({ by, kind: of, total, years, pace, neededPace, probability, outlook }) => [
      ...[targets.series[by], kinds[of], boundsText(total), formatSigned(years.at(-1)?.gap ?? -plan.balance)],
      ...[pace === null ? '…' : formatSigned(pace), neededPace === null ? '…' : formatSigned(neededPace)],
      ...[outlook === null ? '…' : boundsText(outlook), probability === null ? '…' : chanceText(probability, lang)],
    ]),
  });
}

function yearsSection({ by, years, sources, total }: TrackedSeries, lang: Language): Section {
  const { targets, year, kind, kinds } = studyWords(lang);
  const name = targets.series[by];
  const figures = table({
    label: name,
    head: [year, targets.balance, targets.cumulative, targets.planned, targets.gap, kind],
    text: [0, 5],
    rows: years.map(each => [
      ...[String(each.year), boundsText(each.balance), boundsText(each.cumulative)],
      ...[formatSigned(each.planned), formatSigned(each.gap), kinds[each.kind]],
    ]),
  });
  return {
    id: by,
    question: `${targets.yearly}: ${name}`,
    answer: `${targets.total}: ${boundsText(total)}.`,
    body: html`${figures}${paragraph(sources.join('; '), 'note')}`,
  };
}

function boundsText({ low, value, high }: { low: number; value: number; high: number }): string {
  return low === high ? formatSigned(value) : `${formatSigned(value)} (${formatSigned(low)}…${formatSigned(high)})`;
}
