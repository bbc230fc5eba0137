import { type Command, Option } from 'commander';
import { SaldoError } from '../../common/saldo-error.ts';
import { stateName } from '../../common/states.ts';
import type { Terminal } from '../../common/terminal.ts';
import { formatDecimal } from '../../common/wording/numbers.ts';
import { type FactorModel, type FactorResult, fitFactors } from './fit/fit-factors.ts';
import { parseHints, printFaults, type TableOptions, withTableOptions } from './table-options.ts';
import { csvText } from './tables/csv-records.ts';
import { findTableState } from './tables/parse-values.ts';
import { readTables, type TableReading } from './tables/read-tables.ts';
import { faultsText, writeFiles } from './write-files.ts';

interface FitOptions extends TableOptions {
  model: FactorModel;
  benchmark: string;
  corridors?: boolean;
  seed: string;
  out?: string;
}

/** `saldo mirror fit TABLES…`: factors that bring the offices' figures together, and the flows that follow. */
export function addFitCommand(mirror: Command, terminal: Terminal): void {
  withTableOptions(mirror.command('fit'))
    .description('reconcile the offices’ figures: correction factors or a model of the true flow, with intervals')
    .addOption(new Option('--model <model>', 'the model').choices(['log', 'binomial']).default('log'))
    .option('--benchmark <state>', 'the office whose arrivals are taken as complete', 'SE')
    .option('--corridors', 'with --model log: an effect of each corridor that stays over the years')
    .option('--seed <number>', 'what random splits and draws come from', '1')
    .option('--out <folder>', 'folder for factors.csv, flows.csv, diagnostics.json and faults.csv')
    .action(async (tables: string[], options: FitOptions) => {
      const benchmark = findTableState(options.benchmark);
      const seed = Number(options.seed);
      if (benchmark === undefined)
        throw new SaldoError('invalid_option', `--benchmark: found ${options.benchmark}, expected a state`);
      if (!Number.isSafeInteger(seed))
        throw new SaldoError('invalid_option', `--seed: found ${options.seed}, expected a whole number`);
      if (options.corridors && options.model !== 'log')
        throw new SaldoError(
          'invalid_option',
          `--corridors: only --model log has corridor effects, not ${options.model}`,
        );
      const reading = await readTables(tables, parseHints(options));
      printFaults(terminal, reading, options.strict);
      const result = fitFactors(reading.cells, {
        model: options.model,
        benchmark,
        corridors: options.corridors ?? false,
        seed,
      });
      if (options.out !== undefined) writeFiles(options.out, factorFiles(result, reading));
      printFactors(terminal, result, options.out);
    });
}

function factorFiles({ factors, flows, diagnostics }: FactorResult, { faults }: TableReading): Record<string, string> {
  return {
    'factors.csv': csvText(
      ['office', 'side', 'factor', 'low95', 'high95'],
      factors.map(({ office, side, factor, low95, high95 }) => [office, side, factor, low95, high95]),
    ),
    'flows.csv': flowsText(flows),
    'diagnostics.json': `${JSON.stringify(diagnostics, null, 2)}\n`,
    'faults.csv': faultsText(faults),
  };
}

/** `flows.csv` of every model. */
export function flowsText(flows: FactorResult['flows']): string {
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

function printFactors(
  terminal: Terminal,
  { factors, diagnostics, flows }: FactorResult,
  out: string | undefined,
): void {
  terminal.line(
    `Factors, modelled: each multiplies what the office reported; arrivals of ${diagnostics.benchmark} = 1.`,
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
  const { cross_validation: errors, cells_used: used } = diagnostics;
  terminal.line(
    `${used} cells with both sides. Error of log(departures/arrivals) in cells left out: ${formatDecimal(errors.rmse, 3, 'en')}, without a model ${formatDecimal(errors.rmse_without_model, 3, 'en')}.`,
  );
  if (out !== undefined) terminal.line(`Tables: ${out}`);
  terminal.data({ factors, diagnostics, flows: flows.length });
}
