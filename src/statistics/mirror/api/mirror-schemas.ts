import { z } from 'zod';
import { FLOW_MODELS } from '../bayes/models.ts';
import { SIDES } from '../mirror-table.ts';

export const FACTOR_MODELS = ['log', 'binomial'] as const;
const worded = z.object({ en: z.string(), ru: z.string() });
const count = z.number().nullable();
const year = z.int().describe('the year, or the last of a period');
const firstYear = z.int().describe('the first year of a period; else the year');

export const ShippedTableSchema = z
  .object({
    table: z.string(),
    source: worded.describe('who published the figures'),
    first_year: z.int(),
    last_year: z.int(),
    offices: z.array(z.string()).describe('states whose offices report something'),
    cells: z.int().describe('corridors and years'),
    both_sides: z.int().describe('of them with both sides'),
  })
  .meta({ id: 'ShippedTable' });
export type ShippedTable = z.output<typeof ShippedTableSchema>;

const CorridorYearSchema = z
  .object({
    origin: z.string(),
    destination: z.string(),
    first_year: firstYear,
    year,
    departures: count.describe('by the office of the origin, persons; reported'),
    arrivals: count.describe('by the office of the destination, persons; reported'),
    gap: count.describe('arrivals − departures'),
    asymmetry: z.number().nullable().describe('(departures − arrivals) / their mean, −2 to 2'),
    ratio: z.number().nullable().describe('departures / arrivals'),
    departures_flags: z.string(),
    arrivals_flags: z.string(),
  })
  .meta({ id: 'MirrorCorridorYear' });

const PairYearSchema = z
  .object({
    a: z.string(),
    b: z.string(),
    first_year: firstYear,
    year,
    balance_a: count.describe('balance of a with b by the office of a, persons'),
    balance_b: count.describe('the same balance by the office of b'),
    difference: count.describe('balance_b − balance_a: the sum of the parts'),
    parts: z.tuple([count, count]).describe('departures − arrivals, from b to a and from a to b'),
    balance_by_arrivals: count.describe('arrivals at a less arrivals at b'),
  })
  .meta({ id: 'MirrorPairYear' });

const SeriesBreakSchema = z
  .object({ state: z.string(), year: z.int(), why: worded, source: worded })
  .meta({ id: 'SeriesBreak' });

const OfficeRuleSchema = z
  .object({
    state: z.string(),
    from: z.int().nullable(),
    until: z.int().nullable(),
    stay: z
      .union([z.number(), z.literal('permanent')])
      .nullable()
      .describe('months after which somebody counts'),
    basis: z.enum(['residence', 'stay', 'permit']),
    source: worded,
  })
  .meta({ id: 'OfficeRule' });

const TableFaultSchema = z
  .object({
    file: z.string(),
    row: z.int(),
    column: z.string().nullable(),
    code: z.string(),
    found: z.string().nullable(),
    expected: z.string(),
    set_aside: z.boolean().describe('whether the row is set aside; else the value is blanked'),
  })
  .meta({ id: 'TableFault' });

export const MirrorComparisonSchema = z
  .object({
    kind: z.literal('reported'),
    source: worded.nullable().describe('who published the figures; null of a table that was sent'),
    corridors: z.array(CorridorYearSchema),
    pairs: z.array(PairYearSchema),
    breaks: z.array(SeriesBreakSchema).describe('years in which an office’s series changed its meaning'),
    rules: z.array(OfficeRuleSchema).describe('how the offices count, where that is known'),
    states: z.array(z.object({ state: z.string(), numeric: z.string() })).describe('with their codes of UN M49'),
    tables: z
      .array(
        z.object({
          name: z.string(),
          sha256: z.string(),
          run: z.string().nullable().describe('fingerprint of the account, where run.json was sent with its flows'),
          simulated: z.boolean().nullable().describe('whether that account is of simulated slips'),
        }),
      )
      .describe('the tables that were read'),
    read: z.int().describe('records read'),
    fault_count: z.int(),
    faults: z.array(TableFaultSchema).describe('the first thousand'),
    passed_over: z.record(z.string(), z.int()).describe('what was left out that is no fault, with counts'),
    can_sample: z.boolean().describe('whether the table has what the sampled models need'),
  })
  .meta({ id: 'MirrorComparison' });
export type MirrorComparison = z.output<typeof MirrorComparisonSchema>;

const FactorSchema = z
  .object({
    office: z.string(),
    side: z.enum(SIDES),
    factor: z.number().describe('multiplies what the office reported; modelled'),
    low95: z.number(),
    high95: z.number(),
  })
  .meta({ id: 'CorrectionFactor' });

const FlowEstimateSchema = z
  .object({
    origin: z.string(),
    destination: z.string(),
    year,
    arrivals_reported: count,
    departures_reported: count,
    estimate: count.describe('persons; modelled'),
    low95: count,
    high95: count,
    kind: z.enum(['modelled', 'reported']),
  })
  .meta({ id: 'FlowEstimate' });

export const MirrorFitSchema = z
  .object({
    model: z.enum([...FACTOR_MODELS, ...FLOW_MODELS]),
    benchmark: z.string().describe('the office whose arrivals are taken as complete'),
    corridor_effects: z.boolean(),
    factors: z.array(FactorSchema),
    flows: z.array(FlowEstimateSchema),
    cells: z.int(),
    cells_used: z.int(),
    prediction: z
      .object({
        cells: z.int(),
        folds: z.int(),
        rmse: z.number().describe('of log(departures / arrivals) in cells left out'),
        rmse_without_model: z.number(),
        rmse_whole_corridors: z.number().nullable(),
      })
      .nullable(),
    residual_corridors: z.array(
      z.object({
        origin: z.string(),
        destination: z.string(),
        cells: z.int(),
        mean: z.number().describe('mean log(departures / arrivals) above the fit'),
      }),
    ),
    sampler: z
      .object({
        chains: z.int(),
        samples: z.int(),
        divergences: z.int(),
        worst_rhat: z.number(),
        least_ess: z.number(),
        seconds: z.number(),
      })
      .nullable(),
    warnings: z.array(worded),
  })
  .meta({ id: 'MirrorFit' });
export type MirrorFit = z.output<typeof MirrorFitSchema>;

const whole = (least: number, most: number, otherwise: number) =>
  z.coerce.number().int().min(least).max(most).default(otherwise);

export const TableParamsSchema = z.object({ table: z.string().max(80) });

export const TableHintsSchema = z.object({
  side: z.enum(SIDES).optional().describe('whose figures a table holds that does not say it'),
  year: z.string().max(20).optional().describe('year or period of a table that does not say it'),
  office: z.string().min(2).max(3).optional().describe('whose table a spreadsheet is that does not say it'),
  strict: z.stringbool().default(false).describe('refuse a table with any fault'),
});

export const FactorQuerySchema = z.object({
  model: z.enum(FACTOR_MODELS).default('log'),
  benchmark: z.string().min(2).max(3).default('SE').describe('the office whose arrivals are taken as complete'),
  corridors: z.stringbool().default(false).describe('with the log form: effects of corridors that stay over the years'),
});

export const SentFactorQuerySchema = TableHintsSchema.extend(FactorQuerySchema.shape);

export const SampleQuerySchema = TableHintsSchema.extend({
  model: z.enum(FLOW_MODELS).default('pooled'),
  benchmark: FactorQuerySchema.shape.benchmark,
  chains: whole(1, 4, 2),
  warmup: whole(100, 1000, 500),
  samples: whole(50, 2000, 1000),
  seed: whole(0, 2 ** 31, 1),
});
