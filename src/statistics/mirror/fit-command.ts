import { type Command, Option } from 'commander';
import type { Language } from '../../common/language.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import { stateName } from '../../common/states.ts';
import { Steps } from '../../common/steps.ts';
import type { Terminal } from '../../common/terminal.ts';
import { capital } from '../../common/wording/capital.ts';
import { formatCount, formatDecimal } from '../../common/wording/numbers.ts';
import { type FlowFit, fitFlows } from './bayes/fit-flows.ts';
import { FLOW_MODELS, type FlowModelName } from './bayes/models.ts';
import type { Factor } from './fit/factor-table.ts';
import { type FactorResult, fitFactors } from './fit/fit-factors.ts';
import { factorsText, flowFiles, sampledFlows } from './flow-files.ts';
import type { MirrorCell } from './mirror-table.ts';
import { renderFit } from './report/fit-report.ts';
import { mirrorWords } from './report/mirror-words.ts';
import { parseHints, parseLanguage, printFaults, type TableOptions, withTableOptions } from './table-options.ts';
import { csvText } from './tables/csv-records.ts';
import { findTableState } from './tables/parse-values.ts';
import { readTables } from './tables/read-tables.ts';
import { faultsText, tablesText, writeFiles } from './write-files.ts';

const MODELS = ['log', 'binomial', ...FLOW_MODELS] as const;

interface FitOptions extends TableOptions {
  model: (typeof MODELS)[number];
  benchmark: string;
  corridors?: boolean;
  seed: string;
  chains: string;
  warmup: string;
  samples: string;
  out?: string;
}

/** `saldo mirror fit TABLES…`: factors that bring the offices' figures together, and the flows that follow. */
export function addFitCommand(mirror: Command, terminal: Terminal): void {
  withTableOptions(mirror.command('fit'))
    .description('reconcile the offices’ figures: correction factors or a model of the true flow, with intervals')
    .addOption(new Option('--model <model>', 'the model').choices(MODELS).default('log'))
    .option('--benchmark <state>', 'the office whose arrivals are taken as complete', 'SE')
    .option('--corridors', 'with --model log: an effect of each corridor that stays over the years')
    .option('--seed <number>', 'what random splits and draws come from', '1')
    .option('--chains <number>', 'sampled models: chains, each in a thread of its own', '4')
    .option('--warmup <number>', 'sampled models: draws of each chain for finding its steps', '500')
    .option('--samples <number>', 'sampled models: draws of each chain that are kept', '2000')
    .option('--out <folder>', 'folder for factors.csv, flows.csv, diagnostics.json, faults.csv, tables.json and more')
    .action(async (tables: string[], options: FitOptions) => {
      const request = parseOptions(options);
      const lang = parseLanguage(options);
      const reading = await readTables(tables, parseHints(options));
      printFaults(terminal, reading, options.strict);
      const read = { 'faults.csv': faultsText(reading.faults), 'tables.json': tablesText(reading.tables) };
      if (options.model === 'log' || options.model === 'binomial') {
        const result = fitFactors(reading.cells, { ...request, model: options.model });
        if (options.out !== undefined) {
          const trust = factorTrust(result, lang);
          writeFiles(options.out, {
            ...factorFiles(result),
            ...read,
            'report.html': renderFit({ ...reading, ...result, trust }, lang),
          });
        }
        printFactors(terminal, result);
      } else {
        const result = await sampleFlows(reading.cells, { ...request, model: options.model }, terminal);
        if (options.out !== undefined) {
          const trust = flowTrust(result, lang);
          const report = { ...reading, factors: result.factors, flows: sampledFlows(result), trust };
          writeFiles(options.out, { ...flowFiles(result), ...read, 'report.html': renderFit(report, lang) });
        }
        printFlows(terminal, result);
      }
      if (options.out !== undefined) terminal.line(`Report: ${options.out}/report.html`);
    });
}

type Request = ReturnType<typeof parseOptions>;

/** The options that have a range; all faults at once. */
function parseOptions(options: FitOptions) {
  const faults: string[] = [];
  const whole = (name: 'seed' | 'chains' | 'warmup' | 'samples', least: number, most: number): number => {
    const value = Number(options[name]);
    if (!Number.isSafeInteger(value) || value < least || value > most)
      faults.push(`--${name}: found ${options[name]}, expected a whole number from ${least} to ${most}`);
    return value;
  };
  const benchmark = findTableState(options.benchmark) ?? '';
  if (benchmark === '') faults.push(`--benchmark: found ${options.benchmark}, expected a state`);
  if (options.corridors && options.model !== 'log')
    faults.push(`--corridors: only --model log has corridor effects, not ${options.model}`);
  const parsed = {
    benchmark,
    corridors: options.corridors ?? false,
    seed: whole('seed', 0, 2 ** 31),
    chains: whole('chains', 1, 64),
    warmup: whole('warmup', 100, 100_000),
    samples: whole('samples', 20, 100_000),
  };
  if (faults.length > 0) throw new SaldoError('invalid_option', faults.join('; '), { faults });
  return parsed;
}

function sampleFlows(
  cells: readonly MirrorCell[],
  request: Request & { model: FlowModelName },
  terminal: Terminal,
): Promise<FlowFit> {
  const steps = new Steps(terminal.steps);
  return steps.run(
    `sample ${request.chains} chains`,
    percent => fitFlows(cells, { ...request, progress: share => percent(100 * share) }),
    () => request.chains * (request.warmup + request.samples),
  );
}

function factorFiles({ factors, flows, diagnostics }: FactorResult): Record<string, string> {
  return {
    'factors.csv': factorsText(factors),
    'flows.csv': flowsText(flows),
    'diagnostics.json': `${JSON.stringify(diagnostics, null, 2)}\n`,
  };
}

function flowsText(flows: FactorResult['flows']): string {
  return csvText(
    [
      'origin',
      'destination',
      'year',
      'arrivals_reported',
      'departures_reported',
      'estimate',
      'low95',
      'high95',
      'kind',
    ],
    flows.map(flow => [
      flow.origin,
      flow.destination,
      flow.year,
      flow.arrivals_reported,
      flow.departures_reported,
      flow.estimate,
      flow.low95,
      flow.high95,
      flow.kind,
    ]),
  );
}

function factorTrust({ diagnostics }: FactorResult, lang: Language): string[] {
  if (diagnostics.cross_validation === null) return [];
  const { rmse, rmse_without_model: without, cells } = diagnostics.cross_validation;
  const told = {
    rmse: formatDecimal(rmse, 2, lang),
    without: formatDecimal(without, 2, lang),
    cells: formatCount(cells),
  };
  return [mirrorWords(lang).trust.prediction(told)];
}

function flowTrust({ diagnostics: { sampler, warnings } }: FlowFit, lang: Language): string[] {
  const summary = mirrorWords(lang).trust.sampler({
    divergences: formatCount(sampler.divergences),
    rhat: formatDecimal(sampler.worst_rhat, 3, lang),
    ess: formatCount(sampler.least_ess),
    draws: formatCount(sampler.chains * sampler.samples),
  });
  return [summary, ...warnings.map(warning => `${capital(warning[lang])}.`)];
}

function printFactors(terminal: Terminal, { factors, diagnostics, flows }: FactorResult): void {
  printFactorTable(terminal, factors, diagnostics.benchmark);
  const { cross_validation: errors, cells_used: used } = diagnostics;
  const told =
    errors === null
      ? ''
      : ` Error of log(departures/arrivals) in cells left out: ${formatDecimal(errors.rmse, 3, 'en')}, without a model ${formatDecimal(errors.rmse_without_model, 3, 'en')}.`;
  terminal.line(`${used} cells with both sides.${told}`);
  terminal.data({ factors, diagnostics, flows: flows.length });
}

function printFlows(terminal: Terminal, { parameters, factors, diagnostics, flows }: FlowFit): void {
  printFactorTable(terminal, factors, diagnostics.benchmark);
  terminal.table(
    ['parameter', 'mean', 'sd', 'R-hat', 'effective samples'],
    parameters.map(({ parameter, mean, sd, rhat, ess }) => [
      parameter,
      formatDecimal(mean, 4, 'en'),
      formatDecimal(sd, 4, 'en'),
      formatDecimal(rhat, 3, 'en'),
      Math.round(ess),
    ]),
  );
  const { sampler, warnings } = diagnostics;
  terminal.line(
    `${flows.length} flows, modelled. ${sampler.divergences} divergences, worst R-hat ${formatDecimal(sampler.worst_rhat, 3, 'en')}, ${formatDecimal(sampler.seconds, 1, 'en')} s.`,
  );
  for (const { en } of warnings) terminal.warn(en);
  terminal.data({ factors, parameters, diagnostics, flows: flows.length });
}

function printFactorTable(terminal: Terminal, factors: readonly Factor[], benchmark: string): void {
  terminal.line(
    `Factors, modelled: each multiplies what the office reported; arrivals of ${stateName(benchmark, 'en')} = 1.`,
  );
  terminal.table(
    ['office', 'side', 'factor', '95 % interval'],
    factors.map(({ office, side, factor, low95, high95 }) => [
      stateName(office, 'en'),
      side,
      formatDecimal(factor, 2, 'en'),
      `${formatDecimal(low95, 2, 'en')}–${formatDecimal(high95, 2, 'en')}`,
    ]),
  );
}
