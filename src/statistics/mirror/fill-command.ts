import { type Command, Option } from 'commander';
import { SaldoError } from '../../common/saldo-error.ts';
import type { Terminal } from '../../common/terminal.ts';
import { formatCount } from '../../common/wording/numbers.ts';
import { flowsFromStocks, PSEUDO_BAYES, type Stocks } from './fill/flows-from-stocks.ts';
import { fitLogLinear, type Table } from './fill/log-linear.ts';
import { readColumns, readMatrix } from './fill/matrix-file.ts';
import { fitNearest } from './fill/nearest-table.ts';
import { fitNetConstrained } from './fill/net-constrained.ts';
import { csvText } from './tables/csv-records.ts';
import { writeFiles } from './write-files.ts';

interface FillOptions {
  out?: string;
}

/** A filled table: cells, and bounds where the method has any. */
interface Filled {
  names: readonly string[];
  table: Table;
  low?: Table;
  high?: Table;
  method: string;
}

/** `saldo mirror fill …`: whole tables from totals, balances or stocks. Modelled throughout. */
export function addFillCommand(mirror: Command, terminal: Terminal): void {
  const fill = mirror
    .command('fill')
    .description('fill a table of flows from its totals, its balances or two stocks; modelled');
  const withOut = (command: Command): Command => command.option('--out <folder>', 'folder for filled.csv');
  withOut(fill.command('totals'))
    .description(
      'row and column totals, associations of an earlier table: log-linear with offset (proportional fitting)',
    )
    .argument('<offset>', 'CSV matrix: origins down, destinations across')
    .argument('<totals>', 'CSV with state, departures, arrivals')
    .action(async (offset: string, totals: string, options: FillOptions) => {
      const { names, table } = await readMatrix(offset);
      const { departures, arrivals } = await readColumns(totals, names, ['departures', 'arrivals']);
      tell(terminal, { names, table: fitLogLinear(table, departures, arrivals).table, method: 'log_linear' }, options);
    });
  withOut(fill.command('nets'))
    .description('balances alone: the table with these balances that is nearest to an earlier one')
    .argument('<prior>', 'CSV matrix: origins down, destinations across')
    .argument('<nets>', 'CSV with state, net (arrivals − departures)')
    .addOption(
      new Option('--form <form>', 'nearest by entropy, by absolute changes (L1) or by squared ones (L2)')
        .choices(['entropy', 'linear', 'quadratic'])
        .default('entropy'),
    )
    .action(
      async (prior: string, nets: string, options: FillOptions & { form: 'entropy' | 'linear' | 'quadratic' }) => {
        const { names, table } = await readMatrix(prior);
        const { net } = await readColumns(nets, names, ['net']);
        const filled =
          options.form === 'entropy' ? fitNetConstrained(table, net).table : await fitNearest(table, net, options.form);
        tell(terminal, { names, table: filled, method: `net_${options.form}` }, options);
      },
    );
  withOut(fill.command('stocks'))
    .description('two stocks by birthplace and residence: closed demographic accounting')
    .argument('<start>', 'CSV matrix: birthplaces down, residences across')
    .argument('<end>', 'the same at the later date')
    .option('--events <file>', 'CSV with state, births, deaths between the dates')
    .addOption(
      new Option('--stayers <rule>', 'fewest moves, independence, or their mix')
        .choices(['minimum', 'independence', 'mix'])
        .default('minimum'),
    )
    .action(async (start: string, end: string, options: FillOptions & StockOptions) => {
      tell(terminal, await fromStocks(start, end, options), options);
    });
}

interface StockOptions {
  events?: string;
  stayers: 'minimum' | 'independence' | 'mix';
}

async function fromStocks(startPath: string, endPath: string, { events, stayers }: StockOptions): Promise<Filled> {
  const { names, table: start } = await readMatrix(startPath);
  const { names: ends, table: end } = await readMatrix(endPath);
  const alone = [...names.filter(name => !ends.includes(name)), ...ends.filter(name => !names.includes(name))];
  if (alone.length > 0)
    throw new SaldoError(
      'not_a_table',
      `${endPath}: the states of ${startPath} expected; in one alone: ${alone.join(', ')}`,
      {
        file: endPath,
        alone,
      },
    );
  const places = names.map(name => ends.indexOf(name));
  const inOrder = places.map(row => places.map(column => end[row]?.[column] ?? 0));
  const none = names.map(() => 0);
  const vital =
    events === undefined ? { births: none, deaths: none } : await readColumns(events, names, ['births', 'deaths']);
  const stocks: Stocks = { start, end: inOrder, ...vital };
  const rule = stayers === 'mix' ? { minimum: PSEUDO_BAYES } : stayers;
  // Independence has more moves in all than the minimum, but not in every cell.
  const [minimum, independence] = [flowsFromStocks(stocks, 'minimum'), flowsFromStocks(stocks, 'independence')];
  return {
    names,
    table: flowsFromStocks(stocks, rule),
    low: cellByCell(minimum, independence, Math.min),
    high: cellByCell(minimum, independence, Math.max),
    method: `stocks_${stayers}`,
  };
}

function cellByCell(one: Table, other: Table, pick: (a: number, b: number) => number): Table {
  return one.map((row, i) => row.map((value, j) => pick(value, other[i]?.[j] ?? 0)));
}

function tell(terminal: Terminal, { names, table, low, high, method }: Filled, { out }: FillOptions): void {
  const rows = names.flatMap((origin, i) =>
    names.flatMap((destination, j) => {
      const value = table[i]?.[j] ?? 0;
      if (i === j) return [];
      return [
        {
          origin,
          destination,
          value,
          low: low?.[i]?.[j] ?? null,
          high: high?.[i]?.[j] ?? null,
          kind: 'modelled',
          method,
        },
      ];
    }),
  );
  terminal.line(
    low === undefined
      ? 'Modelled: the nearest table, not the likeliest history; the method has no interval.'
      : 'Modelled: bounds are the fewest moves and independence, which have the same balances; no interval.',
  );
  terminal.table(
    ['from \\ to', ...names],
    names.map((name, i) => [name, ...names.map((_, j) => (i === j ? '' : formatCount(table[i]?.[j] ?? 0)))]),
  );
  if (out !== undefined) {
    const columns = ['origin', 'destination', 'value', 'low', 'high', 'kind', 'method'] as const;
    writeFiles(out, {
      'filled.csv': csvText(
        columns,
        rows.map(row => columns.map(column => row[column])),
      ),
    });
    terminal.line(`Table: ${out}/filled.csv`);
  }
  terminal.data({ method, flows: rows });
}
