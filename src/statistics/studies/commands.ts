import type { Command } from 'commander';
import { SaldoError } from '../../common/saldo-error.ts';
import { stateName } from '../../common/states.ts';
import type { Terminal } from '../../common/terminal.ts';
import { formatCount, formatDecimal, formatShare, formatSigned, formatYears } from '../../common/wording/numbers.ts';
import { chanceText, targetAnswer } from '../../common/wording/target-words.ts';
import { readBytes, readText } from '../hidden/written-table.ts';
import { finish, type OutOptions, withOut } from '../mirror/out-option.ts';
import { parseLanguage } from '../mirror/table-options.ts';
import { csvText } from '../mirror/tables/csv-records.ts';
import { indicatorAnswer, skillsAnswer, targetAnswerOf } from './api/study-answers.ts';
import { parseAgeProfile } from './indicators/age-table.ts';
import { type FlowIndicators, flowIndicators, parsePopulations, VIEWS } from './indicators/flow-indicators.ts';
import { fitRogersCastro, type ProfileFit } from './indicators/rogers-castro.ts';
import { parseSkills, type SkillsExchange, skillsExchange } from './indicators/skills.ts';
import { renderAgeProfile, renderFlowIndicators, renderSkills } from './report/indicator-reports.ts';
import { renderTargets } from './report/target-report.ts';
import { soundCells } from './sound-tables.ts';
import { parseActuals } from './targets/actuals.ts';
import { parsePlan } from './targets/plan.ts';
import { tableActuals } from './targets/table-actuals.ts';
import { type TrackedPlan, trackPlan } from './targets/track.ts';

interface TargetOptions extends OutOptions {
  table?: string[];
  actuals?: string[];
}

/** `saldo targets` and `saldo indicators …`. */
export function addStudyCommands(program: Command, terminal: Terminal): void {
  addTargetsCommand(program, terminal);
  const indicators = program
    .command('indicators')
    .description('indicators of migration: flows, age profile, exchange of skills');
  addFlowsCommand(indicators, terminal);
  addAgeCommand(indicators, terminal);
  addSkillsCommand(indicators, terminal);
}

function addTargetsCommand(program: Command, terminal: Terminal): void {
  withOut(program.command('targets'))
    .description(
      'a programme’s plan of net migration against what happened, by each way of counting, and the chance of reaching it',
    )
    .argument('<plan>', 'YAML, such as data/studies/target-belarus-2011-2015.yaml')
    .option(
      '--table <tables...>',
      'tables of two offices as saldo mirror compare takes them, an account’s or a model’s flows.csv',
    )
    .option('--actuals <tables...>', 'CSV with year, by, value, and low, high, kind, source')
    .action(async (path: string, options: TargetOptions) => {
      const lang = parseLanguage(options);
      const plan = parsePlan(path, readText(path));
      const tables = (options.table ?? []).map(name => ({ name, bytes: readBytes(name) }));
      const actuals = await Promise.all((options.actuals ?? []).map(name => parseActuals(name, readText(name))));
      const tracked = trackPlan(plan, [...actuals.flat(), ...(await tableActuals(tables, plan))]);
      if (tracked.series.length === 0)
        throw new SaldoError('nothing_accounted', 'no figure to set beside the plan; give --table or --actuals');
      printTargets(terminal, tracked);
      const answer = targetAnswerOf(tracked);
      finish(terminal, options, answer, () => ({
        'targets.json': `${JSON.stringify(answer, null, 2)}\n`,
        'targets.csv': targetsText(tracked),
        'report.html': renderTargets(tracked, lang),
      }));
    });
}

function addFlowsCommand(indicators: Command, terminal: Terminal): void {
  withOut(indicators.command('flows'))
    .description('net rate, turnover, effectiveness and intensity of the states of a table')
    .argument('<tables...>', 'tables of two offices, as saldo mirror compare takes them')
    .option('--population <table>', 'CSV with state, year, population, for rates')
    .option('--view <view>', VIEWS.join(' or '), 'own_office')
    .action(async (paths: string[], options: OutOptions & { population?: string; view: string }) => {
      const lang = parseLanguage(options);
      const view = VIEWS.find(each => each === options.view);
      if (view === undefined)
        throw new SaldoError('invalid_option', `--view: found ${options.view}, expected ${VIEWS.join(' or ')}`);
      const { population } = options;
      const populations =
        population === undefined ? new Map() : await parsePopulations(population, readText(population));
      const cells = await soundCells(paths.map(name => ({ name, bytes: readBytes(name) })));
      const found = flowIndicators(cells, populations, view);
      if (found.states.length === 0)
        throw new SaldoError('nothing_accounted', `${paths.join(', ')}: of no state are flows known both ways`);
      printFlows(terminal, found);
      finish(terminal, options, indicatorAnswer(found), () => ({
        'indicators.json': `${JSON.stringify(indicatorAnswer(found), null, 2)}\n`,
        'indicators.csv': flowsText(found),
        'report.html': renderFlowIndicators(found, lang),
      }));
    });
}

function addAgeCommand(indicators: Command, terminal: Terminal): void {
  withOut(indicators.command('age'))
    .description('the age profile of migrants by the model of Rogers and Castro')
    .argument('<table>', 'CSV with age, migrants, and population for rates')
    .action(async (path: string, options: OutOptions) => {
      const lang = parseLanguage(options);
      const fit = fitRogersCastro(await parseAgeProfile(path, readText(path)));
      printAge(terminal, fit);
      finish(terminal, options, fit, () => ({
        'age.json': `${JSON.stringify(fit, null, 2)}\n`,
        'parameters.csv': parametersText(fit),
        'profile.csv': profileText(fit),
        'report.html': renderAgeProfile(fit, lang),
      }));
    });
}

function addSkillsCommand(indicators: Command, terminal: Terminal): void {
  withOut(indicators.command('skills'))
    .description('education of those who come and leave, and the share of non-target migrants')
    .argument('<table>', 'CSV with direction (in, out), education, age, persons')
    .action(async (path: string, options: OutOptions) => {
      const lang = parseLanguage(options);
      const found = skillsExchange(await parseSkills(path, readText(path)));
      printSkills(terminal, found);
      finish(terminal, options, skillsAnswer(found), () => ({
        'skills.json': `${JSON.stringify(skillsAnswer(found), null, 2)}\n`,
        'skills.csv': skillsText(found),
        'report.html': renderSkills(found, lang),
      }));
    });
}

function printTargets(terminal: Terminal, { plan, series }: TrackedPlan): void {
  const years = formatYears(plan.firstYear, plan.lastYear);
  terminal.line(`Plan of ${stateName(plan.state, 'en')}, ${years}: ${formatSigned(plan.balance)} persons.`);
  terminal.table(
    ['by', 'kind', 'total', 'from', 'to', 'less plan', 'needed a year', 'chance'],
    series.map(({ by, kind, total, years: told, neededPace, probability }) => [
      ...[by, kind, formatSigned(total.value), formatSigned(total.low), formatSigned(total.high)],
      formatSigned(told.at(-1)?.gap ?? 0),
      neededPace === null ? '' : formatSigned(neededPace),
      probability === null ? '' : chanceText(probability, 'en'),
    ]),
  );
  terminal.line(targetAnswer(series, plan.balance, 'en'));
}

function printFlows(terminal: Terminal, { states, systems, view }: FlowIndicators): void {
  const shown = (value: number | null, digits: number) => (value === null ? '…' : formatDecimal(value, digits, 'en'));
  terminal.line(`Reported, ${view === 'own_office' ? 'by each state’s own office' : 'by place of arrival'}.`);
  const last = systems.at(-1) ?? states.at(-1);
  terminal.table(
    ['state', 'year', 'partners', 'net', 'turnover', 'net per 1000', 'effectiveness'],
    states
      .filter(each => each.year === last?.year && each.firstYear === last.firstYear)
      .map(each => [
        ...[
          stateName(each.state, 'en'),
          formatYears(each.firstYear, each.year),
          `${each.partners} of ${each.allPartners}`,
          formatSigned(each.net),
          formatCount(each.turnover),
        ],
        ...[shown(each.netRate, 2), shown(each.effectiveness, 1)],
      ]),
  );
  terminal.table(
    ['year', 'states', 'moves', 'intensity, %', 'effectiveness', 'net rate, %'],
    systems.map(each => [
      ...[formatYears(each.firstYear, each.year), each.states, formatCount(each.moves)],
      ...[shown(each.intensity, 3), shown(each.effectiveness, 1), shown(each.netMigrationRate, 3)],
    ]),
  );
}

function printAge(terminal: Terminal, { parameters, r2, agreed, starts, peak }: ProfileFit): void {
  const most = peak === null ? 'no age at which most move' : `most move at ${formatDecimal(peak, 1, 'en')}`;
  terminal.line(`Modelled: ${most}; R² ${formatDecimal(r2, 3, 'en')}; ${agreed} of ${starts} starts agree.`);
  terminal.table(
    ['parameter', 'value', 'low95', 'high95'],
    parameters.map(({ parameter, value, low95, high95 }) => [
      ...[parameter, formatDecimal(value, 4, 'en')],
      ...(low95 === null || high95 === null
        ? ['not identified', '']
        : [formatDecimal(low95, 4, 'en'), formatDecimal(high95, 4, 'en')]),
    ]),
  );
}

function printSkills(terminal: Terminal, { levels, nonTarget }: SkillsExchange): void {
  const share = (value: number | null) => (value === null ? '…' : formatShare(value, 'en'));
  terminal.table(
    ['education', 'arrivals', 'departures', 'net', 'of arrivals', 'of departures'],
    levels.map(({ education, arrivals, departures, net, shareIn, shareOut }) => [
      ...[
        education,
        formatCount(arrivals),
        formatCount(departures),
        formatSigned(net),
        share(shareIn),
        share(shareOut),
      ],
    ]),
  );
  for (const side of ['arrivals', 'departures'] as const) {
    const found = nonTarget[side];
    if (found !== null)
      terminal.line(`Non-target of ${side}: ${share(found.value)} (${share(found.low)} to ${share(found.high)}).`);
  }
}

function targetsText({ series }: TrackedPlan): string {
  return csvText(
    ['by', 'year', 'balance', 'low', 'high', 'cumulative', 'planned', 'gap', 'kind'],
    series.flatMap(({ by, years }) =>
      years.map(({ year, balance, cumulative, planned, gap, kind }) => [
        ...[by, year, balance.value, balance.low, balance.high, cumulative.value, planned, gap, kind],
      ]),
    ),
  );
}

function flowsText({ states }: FlowIndicators): string {
  return csvText(
    [
      'state',
      'first_year',
      'year',
      'partners',
      'all_partners',
      'arrivals',
      'departures',
      'net',
      'turnover',
      'net_rate',
      'turnover_rate',
      'effectiveness',
      'kind',
    ],
    states.map(each => [
      ...[
        each.state,
        each.firstYear,
        each.year,
        each.partners,
        each.allPartners,
        each.arrivals,
        each.departures,
        each.net,
        each.turnover,
      ],
      ...[each.netRate, each.turnoverRate, each.effectiveness, 'reported'],
    ]),
  );
}

function parametersText({ parameters }: ProfileFit): string {
  return csvText(
    ['parameter', 'value', 'low95', 'high95', 'identified', 'kind'],
    parameters.map(({ parameter, value, low95, high95, identified }) => [
      parameter,
      value,
      low95,
      high95,
      String(identified),
      'modelled',
    ]),
  );
}

function profileText({ points }: ProfileFit): string {
  return csvText(
    ['age', 'observed', 'fitted', 'low95', 'high95'],
    points.map(({ age, observed, fitted, low95, high95 }) => [age, observed, fitted, low95, high95]),
  );
}

function skillsText({ levels, nonTarget }: SkillsExchange): string {
  const rows = levels.map(each => [
    each.education,
    each.arrivals,
    each.departures,
    each.net,
    each.shareIn,
    each.shareOut,
    each.effectiveness,
  ]);
  const shares = (['low', 'value', 'high'] as const).map(bound => [
    ...[
      `non_target_${bound}`,
      null,
      null,
      null,
      nonTarget.arrivals?.[bound] ?? null,
      nonTarget.departures?.[bound] ?? null,
      null,
    ],
  ]);
  return csvText(
    ['education', 'arrivals', 'departures', 'net', 'share_in', 'share_out', 'effectiveness'],
    [...rows, ...shares],
  );
}
