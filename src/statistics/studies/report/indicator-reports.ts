import { drawAgeProfile } from '../../../common/charts/age-chart.ts';
import { drawSkills } from '../../../common/charts/skills-chart.ts';
import type { Language } from '../../../common/language.ts';
import { stateName } from '../../../common/states.ts';
import { ageAnswer, parameterName } from '../../../common/wording/indicator-words.ts';
import { formatCount, formatDecimal, formatShare, formatSigned, formatYears } from '../../../common/wording/numbers.ts';
import { studyWords } from '../../../common/wording/study-words.ts';
import { figure, kind, paragraph, type Section, table } from '../../accounts/report/blocks.ts';
import { html } from '../../accounts/report/html.ts';
import { mirrorPage } from '../../mirror/report/mirror-page.ts';
import type { FlowIndicators } from '../indicators/flow-indicators.ts';
import type { ProfileFit } from '../indicators/rogers-castro.ts';
import type { SkillsExchange } from '../indicators/skills.ts';

const MOST_ROWS = 60;

/** Indicators of flows as one page. */
export function renderFlowIndicators(found: FlowIndicators, lang: Language): string {
  const { indicators, kinds } = studyWords(lang);
  const decimal = (value: number | null, digits = 1) => (value === null ? '…' : formatDecimal(value, digits, lang));
  const last = found.systems.at(-1) ?? found.states.at(-1);
  const latest = found.states
    .filter(each => each.year === last?.year && each.firstYear === last.firstYear)
    .sort((a, b) => Math.abs(b.net) - Math.abs(a.net));
  const [most] = latest;
  const states: Section = {
    id: 'states',
    question: indicators.flows,
    answer:
      most === undefined
        ? indicators.none
        : indicators.flowsAnswer({
            ...{ state: stateName(most.state, lang), year: formatYears(most.firstYear, most.year) },
            ...{ net: formatSigned(most.net), effectiveness: decimal(most.effectiveness) },
          }),
    body: html`${table({
      label: indicators.flows,
      head: [
        html`${indicators.state} ${kind(kinds.reported)}`,
        ...[indicators.partners, indicators.arrivals, indicators.departures, indicators.net, indicators.turnover],
        ...[indicators.netRate, indicators.turnoverRate, indicators.effectiveness],
      ],
      rows: latest
        .slice(0, MOST_ROWS)
        .map(each => [
          ...[
            stateName(each.state, lang),
            `${each.partners}/${each.allPartners}`,
            formatCount(each.arrivals),
            formatCount(each.departures),
          ],
          ...[formatSigned(each.net), formatCount(each.turnover), decimal(each.netRate, 2)],
          ...[decimal(each.turnoverRate, 2), decimal(each.effectiveness)],
        ]),
    })}${paragraph(indicators.definitions, 'note')}`,
  };
  const all = found.systems.at(-1);
  const system: Section = {
    id: 'system',
    question: indicators.system,
    answer:
      all === undefined
        ? indicators.none
        : indicators.systemAnswer({
            ...{ year: formatYears(all.firstYear, all.year), moves: formatCount(all.moves) },
            effectiveness: decimal(all.effectiveness),
          }),
    body: table({
      label: indicators.system,
      head: [
        studyWords(lang).year,
        indicators.moves,
        indicators.intensity,
        indicators.effectiveness,
        indicators.netMigrationRate,
      ],
      rows: found.systems.map(each => [
        ...[formatYears(each.firstYear, each.year), formatCount(each.moves), decimal(each.intensity, 3)],
        ...[decimal(each.effectiveness), decimal(each.netMigrationRate, 3)],
      ]),
    }),
  };
  return mirrorPage(indicators.title, indicators.views[found.view], [states, system], lang);
}

/** An age profile as one page. */
export function renderAgeProfile(fit: ProfileFit, lang: Language): string {
  const { age, interval, kinds } = studyWords(lang);
  const untold = fit.parameters.filter(({ identified }) => !identified).map(({ parameter }) => parameter);
  const sections: Section[] = [
    {
      id: 'profile',
      question: age.question,
      answer: ageAnswer(fit, lang),
      body: html`<div class="corridors">${figure({ title: age.question, svg: drawAgeProfile(fit.points, { title: age.question, lang }), note: age.note })}</div>`,
    },
    {
      id: 'trust',
      question: age.trust,
      answer: age.trustAnswer({ agreed: String(fit.agreed), starts: String(fit.starts) }),
      body: html`${untold.length > 0 ? paragraph(age.untold(untold.map(parameterName).join(', '))) : ''}${table({
        label: age.trust,
        head: [age.parameter, html`${age.fitted} ${kind(kinds.modelled)}`, interval],
        rows: fit.parameters.map(({ parameter, value, low95, high95 }) => [
          parameterName(parameter),
          formatDecimal(value, 4, lang),
          low95 === null || high95 === null
            ? age.notIdentified
            : `${formatDecimal(low95, 4, lang)}–${formatDecimal(high95, 4, lang)}`,
        ]),
      })}`,
    },
  ];
  return mirrorPage(age.title, `${fit.points.length} × ${age.age.toLowerCase()}`, sections, lang);
}

/** The exchange of skills as one page. */
export function renderSkills({ levels, nonTarget }: SkillsExchange, lang: Language): string {
  const { skills, indicators, kinds } = studyWords(lang);
  const share = (value: number | null) => (value === null ? '…' : formatShare(value, lang));
  const range = (found: SkillsExchange['nonTarget']['arrivals']) => {
    if (found === null) return '…';
    const text = formatShare(found.value, lang);
    return found.low === found.high
      ? text
      : `${text} (${formatShare(found.low, lang)}…${formatShare(found.high, lang)})`;
  };
  const most = levels.reduce((far, each) => (Math.abs(each.net) > Math.abs(far.net) ? each : far));
  const sections: Section[] = [
    {
      id: 'exchange',
      question: skills.question,
      answer: skills.answer({ level: skills.levels[most.education], net: formatSigned(most.net) }),
      body: html`<div class="corridors">${figure({ title: skills.question, svg: drawLevels(levels, lang), note: skills.chartNote })}</div>${table(
        {
          label: skills.question,
          head: [
            html`${skills.level} ${kind(kinds.reported)}`,
            ...[
              indicators.arrivals,
              indicators.departures,
              indicators.net,
              skills.shareIn,
              skills.shareOut,
              indicators.effectiveness,
            ],
          ],
          rows: levels.map(each => [
            ...[
              skills.levels[each.education],
              formatCount(each.arrivals),
              formatCount(each.departures),
              formatSigned(each.net),
            ],
            ...[share(each.shareIn), share(each.shareOut)],
            each.effectiveness === null ? '…' : formatDecimal(each.effectiveness, 1, lang),
          ]),
        },
      )}`,
    },
    {
      id: 'non-target',
      question: skills.nonTarget,
      answer: skills.nonTargetAnswer({ arrivals: range(nonTarget.arrivals), departures: range(nonTarget.departures) }),
      body: paragraph(skills.definition, 'note'),
    },
  ];
  return mirrorPage(skills.title, kinds.reported, sections, lang);
}

function drawLevels(levels: SkillsExchange['levels'], lang: Language): string {
  const { skills } = studyWords(lang);
  const known = levels
    .filter(({ education }) => education !== 'unknown')
    .map(({ education, shareIn, shareOut }) => ({ label: skills.levels[education], shareIn, shareOut }));
  return drawSkills(known, { title: skills.question, lang });
}
