import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Range } from '../../common/range.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import type { Terminal } from '../../common/terminal.ts';
import { formatCount, formatSigned, formatYears } from '../../common/wording/numbers.ts';
import { finish, type OutOptions, withOut } from '../mirror/out-option.ts';
import { parseLanguage } from '../mirror/table-options.ts';
import { csvText } from '../mirror/tables/csv-records.ts';
import { balanceAnswer, censusAnswer, workforceAnswer } from './api/hidden-answers.ts';
import { type Balance, balanceOf } from './balance/balance.ts';
import { parseSheet } from './balance/sheet.ts';
import { CENSUS_METHODS, type CensusMethod, censusResidual } from './census/census-residual.ts';
import { type CensusResidual, DEFAULT_ERRORS } from './census/census-result.ts';
import { readCensusTable } from './census/census-table.ts';
import { renderBalance } from './report/balance-report.ts';
import { renderCensus } from './report/census-report.ts';
import { renderWorkforce } from './report/workforce-report.ts';
import { readWorkforce, type WorkforceBalance, workforceBalance } from './workforce/workforce.ts';
import { readText } from './written-table.ts';

interface CensusOptions extends OutOptions {
  method: string;
  censusError: string;
  mortalityError: string;
}

/** `saldo hidden …`: what stays unregistered. */
export function addHiddenCommand(program: Command, terminal: Terminal): void {
  const hidden = program
    .command('hidden')
    .description('what stays unregistered: censuses, workforce, one balance sheet');
  addCensusCommand(hidden, terminal);
  addWorkforceCommand(hidden, terminal);
  addBalanceCommand(hidden, terminal);
}

function addCensusCommand(hidden: Command, terminal: Terminal): void {
  withOut(hidden.command('census'))
    .description(
      'net migration between censuses: what births and deaths leave over, by sex and age where they are given',
    )
    .argument(
      '<table>',
      'CSV with year, sex, age, population, survival or survival_step, births, deaths, arrivals, departures',
    )
    .option('--method <method>', CENSUS_METHODS.join(', '), 'auto')
    .option('--census-error <percent>', 'by how much each census may be off', percent(DEFAULT_ERRORS.census))
    .option('--mortality-error <percent>', 'by how much mortality may be off', percent(DEFAULT_ERRORS.mortality))
    .action(async (path: string, options: CensusOptions) => {
      const lang = parseLanguage(options);
      const errors = {
        census: parsePercent(options.censusError, '--census-error'),
        mortality: parsePercent(options.mortalityError, '--mortality-error'),
      };
      const found = censusResidual(await readCensusTable(path), { method: parseMethod(options.method), errors });
      printCensus(terminal, found);
      const answer = censusAnswer(found);
      finish(terminal, options, answer, () => ({
        'census.json': `${JSON.stringify(answer, null, 2)}\n`,
        'residuals.csv': residualsText(found),
        'report.html': renderCensus(found, lang),
      }));
    });
}

function addWorkforceCommand(hidden: Command, terminal: Terminal): void {
  withOut(hidden.command('workforce'))
    .description('unregistered labour migration as what the balance of the workforce leaves over')
    .argument('<table>', 'CSV with item, side (resource, use, official), value, and low, high, kind, source')
    .action(async (path: string, options: OutOptions) => {
      const lang = parseLanguage(options);
      const found = workforceBalance(await readWorkforce(path));
      printWorkforce(terminal, found);
      const answer = workforceAnswer(found);
      finish(terminal, options, answer, () => ({
        'workforce.json': `${JSON.stringify(answer, null, 2)}\n`,
        'workforce.csv': workforceText(found),
        'report.html': renderWorkforce(found, lang),
      }));
    });
}

function addBalanceCommand(hidden: Command, terminal: Terminal): void {
  withOut(hidden.command('balance'))
    .description(
      'one state’s balance sheet: slips or tables, births and deaths, censuses and the workforce, and whether they agree',
    )
    .argument('<sheet>', 'YAML, such as data/hidden/belarus.yaml; files that it names lie beside it')
    .action(async (path: string, options: OutOptions) => {
      const lang = parseLanguage(options);
      const sheet = parseSheet(path, readText(path));
      const found = await balanceOf(sheet, name => readText(resolve(dirname(path), name)));
      printBalance(terminal, found);
      const answer = balanceAnswer(found);
      finish(terminal, options, answer, () => ({
        'balance.json': `${JSON.stringify(answer, null, 2)}\n`,
        'steps.csv': stepsText(found),
        'comparisons.csv': comparisonsText(found),
        'report.html': renderBalance(found, lang),
      }));
    });
}

function printCensus(terminal: Terminal, found: CensusResidual): void {
  const { firstYear, lastYear, net, registered, unregistered, rows, groups } = found;
  terminal.line(`Modelled, persons, ${formatYears(firstYear, lastYear)}: net migration ${rangeText(net)}.`);
  if (registered !== null && unregistered !== null)
    terminal.line(`Registered ${formatSigned(registered.net)}; not registered ${rangeText(unregistered)}.`);
  terminal.table(
    ['sex', 'age', 'net', 'from', 'to'],
    (groups.length > 0
      ? groups.map(({ group, ...row }) => ({ ...row, age: group }))
      : rows.map(row => ({ ...row, age: row.ageText }))
    ).map(({ sex, age, net: each }) => [
      sex,
      age,
      formatSigned(each.value),
      formatSigned(each.low),
      formatSigned(each.high),
    ]),
  );
  for (const note of found.notes) terminal.line(NOTES[note]);
}

const NOTES: Readonly<Record<CensusResidual['notes'][number], string>> = {
  no_children: 'Those born since the first census are left out: no births with their survival.',
  no_registered: 'No arrivals and departures in rows of all ages: what of it is unregistered cannot be told.',
  children_by_ratio: 'Those born since the first census: by the ratio of children to women, no births being given.',
};

function printWorkforce(terminal: Terminal, { balance, official, unregistered, lines }: WorkforceBalance): void {
  terminal.table(
    ['item', 'side', 'persons', 'from', 'to', 'kind'],
    lines.map(({ item, side, persons, kind }) => [
      item,
      side,
      formatCount(persons.value),
      formatCount(persons.low),
      formatCount(persons.high),
      kind,
    ]),
  );
  terminal.line(
    `Resources less uses: ${rangeText(balance, formatCount)}; official: ${rangeText(official, formatCount)}.`,
  );
  terminal.line(`Modelled, persons: not registered ${rangeText(unregistered, formatCount)}.`);
}

function printBalance(terminal: Terminal, { gaps, comparisons, common }: Balance): void {
  terminal.line('Modelled, persons: left unregistered, by each way of knowing.');
  terminal.table(
    ['gap', 'period', 'method', 'persons', 'from', 'to'],
    gaps.map(({ id, firstYear, year, method, unregistered: { value, low, high } }) => [
      id,
      formatYears(firstYear, year),
      method,
      formatCount(value),
      formatCount(low),
      formatCount(high),
    ]),
  );
  for (const { a, b, overlap, apart } of comparisons)
    terminal.line(
      overlap === null
        ? `${a} and ${b} contradict: ${formatCount(apart)} persons lie between them.`
        : `${a} and ${b} agree from ${formatCount(overlap.low)} to ${formatCount(overlap.high)} persons.`,
    );
  if (comparisons.length > 1 && common !== null)
    terminal.line(`All agree from ${formatCount(common.low)} to ${formatCount(common.high)} persons.`);
}

function rangeText({ low, value, high }: Range, format: (value: number) => string = formatSigned): string {
  return low === high ? format(value) : `${format(value)} (${format(low)} to ${format(high)})`;
}

function residualsText({ rows }: CensusResidual): string {
  const forms = Object.keys(Object.assign({}, ...rows.map(row => row.forms)) as Record<string, number>);
  return csvText(
    ['sex', 'first_year', 'year', 'age', ...forms, 'net', 'low', 'high', 'kind'],
    rows.map(row => [
      ...[row.sex, row.firstYear, row.year, row.ageText],
      ...forms.map(form => row.forms[form] ?? null),
      ...[row.net.value, row.net.low, row.net.high, 'modelled'],
    ]),
  );
}

function workforceText({ lines, ...sums }: WorkforceBalance): string {
  const made = (['resources', 'uses', 'balance', 'official', 'unregistered'] as const).map(name => [
    ...[name, 'result', sums[name].value, sums[name].low, sums[name].high, 'modelled', ''],
  ]);
  const written = lines.map(({ item, side, persons, kind, source }) => [
    ...[item, side, persons.value, persons.low, persons.high, kind, source],
  ]);
  return csvText(['item', 'side', 'value', 'low', 'high', 'kind', 'source'], [...written, ...made]);
}

function stepsText({ gaps }: Balance): string {
  return csvText(
    ['gap', 'first_year', 'year', 'step', 'role', 'value', 'low', 'high', 'kind', 'source'],
    gaps.flatMap(({ id, firstYear, year, steps }) =>
      steps.map(({ name, role, persons, kind, source }) => [
        ...[id, firstYear, year, name.en, role, persons.value, persons.low, persons.high, kind, source],
      ]),
    ),
  );
}

function comparisonsText({ comparisons }: Balance): string {
  return csvText(
    ['a', 'b', 'overlap_low', 'overlap_high', 'apart'],
    comparisons.map(({ a, b, overlap, apart }) => [a, b, overlap?.low ?? null, overlap?.high ?? null, apart]),
  );
}

function parseMethod(text: string): CensusMethod {
  const found = CENSUS_METHODS.find(method => method === text);
  if (found !== undefined) return found;
  throw new SaldoError('invalid_option', `--method: found ${text}, expected one of ${CENSUS_METHODS.join(', ')}`);
}

/** A percentage from 0 to 50, as a share. */
function parsePercent(text: string, option: string): number {
  const value = Number(text.replace('%', '').replace(',', '.'));
  if (text.trim() !== '' && value >= 0 && value <= 50) return value / 100;
  throw new SaldoError('invalid_option', `${option}: found ${text}, expected a percentage from 0 to 50`);
}

function percent(share: number): string {
  return String(share * 100);
}
