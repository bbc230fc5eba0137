import { type Command, Option } from 'commander';
import { stateName } from '../../common/states.ts';
import type { Terminal } from '../../common/terminal.ts';
import { formatCount, formatDecimal, formatYears } from '../../common/wording/numbers.ts';
import { officeLabel } from '../../common/wording/offices.ts';
import { asymmetry } from './compare/asymmetry.ts';
import { CORRIDOR_COLUMNS, type Comparison, compareTables, corridorRows } from './compare/compare.ts';
import { differenceText, type FigureUnit, figure, figureUnit, signedFigure } from './compare/figures.ts';
import { type HarmonisedReport, harmoniseReports, parseStays } from './compare/harmonised.ts';
import { DURATION_METHODS, type DurationMethod } from './duration.ts';
import { type MirrorCell, SIDES } from './mirror-table.ts';
import { seriesBreaks } from './offices.ts';
import { renderComparison } from './report/compare-report.ts';
import { parseHints, parseLanguage, printFaults, type TableOptions, withTableOptions } from './table-options.ts';
import { csvText } from './tables/csv-records.ts';
import { readTables } from './tables/read-tables.ts';
import { faultsText, tablesText, writeFiles } from './write-files.ts';

interface CompareOptions extends TableOptions {
  out?: string;
  harmonise?: DurationMethod;
  stays?: string;
}

const MOST_ROWS = 40;

/** `saldo mirror compare TABLES…`: both sides of each corridor and the balances that follow from them. */
export function addCompareCommand(mirror: Command, terminal: Terminal): void {
  withTableOptions(mirror.command('compare'))
    .description('set both offices’ figures side by side: corridors, balances by each office and by place of arrival')
    .addOption(
      new Option('--harmonise <form>', 'bring reports to a minimum stay of 12 months, into harmonised.csv').choices(
        DURATION_METHODS,
      ),
    )
    .option('--stays <list>', 'minimum stays where they are not known or differ, such as RU=9,BY=permanent')
    .option('--out <folder>', 'folder for compare.json, corridors.csv, pairs.csv, faults.csv, tables.json, report.html')
    .action(async (tables: string[], options: CompareOptions) => {
      const lang = parseLanguage(options);
      const reading = await readTables(tables, parseHints(options));
      const comparison = compareTables(reading.cells);
      printFaults(terminal, reading, options.strict);
      printComparison(terminal, comparison);
      printBreaks(terminal, comparison);
      const harmonised = harmonise(reading.cells, options);
      if (options.harmonise !== undefined)
        printHarmonised(terminal, harmonised, { method: options.harmonise, reports: countReports(reading.cells) });
      if (options.out !== undefined) {
        writeFiles(options.out, {
          'compare.json': `${JSON.stringify(comparison, null, 2)}\n`,
          'corridors.csv': csvText(CORRIDOR_COLUMNS, corridorRows(reading.cells)),
          'pairs.csv': pairsText(comparison),
          'faults.csv': faultsText(reading.faults),
          'tables.json': tablesText(reading.tables),
          ...(options.harmonise !== undefined && { 'harmonised.csv': harmonisedText(harmonised) }),
          'report.html': renderComparison(reading.cells, lang, reading.tables),
        });
        terminal.line(`Report: ${options.out}/report.html`);
      }
      terminal.data(comparison);
    });
}

function harmonise(cells: readonly MirrorCell[], { harmonise: method, stays }: CompareOptions): HarmonisedReport[] {
  const known = stays === undefined ? new Map() : parseStays(stays);
  return method === undefined ? [] : harmoniseReports(cells, method, known);
}

function countReports(cells: readonly MirrorCell[]): number {
  return cells.reduce((count, cell) => count + SIDES.filter(side => cell[side] !== null).length, 0);
}

function printHarmonised(
  terminal: Terminal,
  harmonised: readonly HarmonisedReport[],
  { method, reports }: { method: DurationMethod; reports: number },
): void {
  terminal.line(
    `Modelled: reports brought to a minimum stay of 12 months by the ${method} form; range over all published forms.`,
  );
  terminal.table(
    ['from', 'to', 'year', 'side', 'minimum stay', 'reported', 'at 12 months', 'range'],
    harmonised
      .slice(-MOST_ROWS)
      .map(({ origin, destination, year, side, minimum_stay: stay, reported, estimate, low, high }) => [
        stateName(origin, 'en'),
        stateName(destination, 'en'),
        String(year),
        side,
        stay === 'permanent' ? stay : `${stay} months`,
        formatCount(reported),
        formatCount(estimate),
        `${formatCount(low)}–${formatCount(high)}`,
      ]),
  );
  tellRest(terminal, harmonised.length, 'reports');
  if (harmonised.length < reports)
    terminal.line(
      `${reports - harmonised.length} of ${reports} reports are left out: no one minimum stay is known, or the form has none for permanent moves; --stays may say it.`,
    );
}

function harmonisedText(reports: readonly HarmonisedReport[]): string {
  return csvText(
    [
      'origin',
      'destination',
      'year',
      'side',
      'office',
      'minimum_stay',
      'method',
      'reported',
      'estimate',
      'low',
      'high',
      'kind',
    ],
    reports.map(each => [
      each.origin,
      each.destination,
      each.year,
      each.side,
      each.office,
      each.minimum_stay,
      each.method,
      each.reported,
      each.estimate,
      each.low,
      each.high,
      'modelled',
    ]),
  );
}

function printComparison(terminal: Terminal, comparison: Comparison): void {
  const unit = figureUnit(comparison);
  terminal.line(`Reported, in ${unit.name}.`);
  const corridors = comparison.corridors.slice(-MOST_ROWS);
  terminal.table(
    ['from', 'to', 'year', 'offices', 'reported', 'gap', 'asymmetry', 'ratio'],
    corridors.map(({ origin, destination, year, first_year: first = year, departures, arrivals, gap }) => {
      const { index, ratio } = asymmetry(departures, arrivals);
      // The offices stand in the order of the pairs below, whichever way people go.
      const [a, b] = [origin, destination].sort() as [string, string];
      const [byA, byB] = a === destination ? [arrivals, departures] : [departures, arrivals];
      return [
        stateName(origin, 'en'),
        stateName(destination, 'en'),
        formatYears(first, year),
        `${officeLabel(a, 'en')}/${officeLabel(b, 'en')}`,
        `${figure(byA, unit)}/${figure(byB, unit)}`,
        signedFigure(gap, unit),
        index === null ? '…' : formatDecimal(index, 2, 'en'),
        ratio === null ? '…' : formatDecimal(ratio, 2, 'en'),
      ];
    }),
  );
  tellRest(terminal, comparison.corridors.length, 'corridors and years');
  const pairs = comparison.pairs.filter(({ balance_a: a, balance_b: b }) => a !== null || b !== null);
  terminal.table(
    ['balance of', 'with', 'year', 'by the first', 'by the second', 'difference', 'by place of arrival'],
    pairs.slice(-MOST_ROWS).map(pair => pairRow(pair, unit)),
  );
  tellRest(terminal, pairs.length, 'pairs and years');
}

function pairRow(pair: Comparison['pairs'][number], unit: FigureUnit): string[] {
  return [
    stateName(pair.a, 'en'),
    stateName(pair.b, 'en'),
    formatYears(pair.first_year ?? pair.year, pair.year),
    `${officeLabel(pair.a, 'en')} ${signedFigure(pair.balance_a, unit)}`,
    `${officeLabel(pair.b, 'en')} ${signedFigure(pair.balance_b, unit)}`,
    differenceText(pair.difference, pair.parts, unit),
    signedFigure(pair.balance_by_arrivals, unit),
  ];
}

function tellRest(terminal: Terminal, count: number, what: string): void {
  if (count > MOST_ROWS) terminal.line(`The last ${MOST_ROWS} of ${count} ${what}; --out writes all.`);
}

function printBreaks(terminal: Terminal, { corridors }: Comparison): void {
  const states = [...new Set(corridors.flatMap(({ origin, destination }) => [origin, destination]))].sort();
  const first = Math.min(...corridors.map(({ year, first_year: start = year }) => start));
  const last = Math.max(...corridors.map(({ year }) => year));
  for (const { state, year, why, source } of seriesBreaks(states, first, last))
    terminal.line(`Break in ${officeLabel(state, 'en')}'s series in ${year}: ${why.en} (${source.en}).`);
}

function pairsText({ pairs }: Comparison): string {
  return csvText(
    [
      'a',
      'b',
      'first_year',
      'year',
      'balance_a',
      'balance_b',
      'difference',
      'part_from_b',
      'part_from_a',
      'balance_by_arrivals',
    ],
    pairs.map(pair => [
      pair.a,
      pair.b,
      pair.first_year ?? pair.year,
      pair.year,
      pair.balance_a,
      pair.balance_b,
      pair.difference,
      ...pair.parts,
      pair.balance_by_arrivals,
    ]),
  );
}
