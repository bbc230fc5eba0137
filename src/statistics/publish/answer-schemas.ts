import { z } from 'zod';
import { CAUSES, SIDES } from '../../common/causes.ts';
import { ESMS_CONCEPTS } from '../../common/wording/esms-words.ts';
import type { CoverageRow, GapRow } from '../accounts/account-tables.ts';
import type { TimelinessRow, VerdictRow } from '../runs/vintage-tables.ts';
import type { Corridor } from './corridor.ts';
import type { KnownFlow } from './known-figures.ts';
import { NUMBER_KINDS } from './number-kinds.ts';
import type { Overview } from './overview.ts';
import type { Quality } from './quality.ts';

const count = z.int().describe('a count; for the public a multiple of the base of its rounding');
const year = z.int();
const state = z.string().describe('ISO 3166-1 alpha-2, ZZ where unknown');
const share = z.number().nullable();
const kinds = z.record(z.string(), z.enum(NUMBER_KINDS)).describe('the kind of each number column');
const roundedTo = z.int().nullable().describe('base of the public’s rounding, null where figures are exact');
const classes = z.record(z.string(), z.string());
const corridorOf = { origin: state, destination: state };
const figures = { united: count, arrivals_reported: count, departures_reported: count };
const known = count.nullable();
const knownFigures = {
  united: known.describe('null where one of the two states sent no slips'),
  arrivals_reported: known.describe('null where the destination sent no slips'),
  departures_reported: known.describe('null where the origin sent no slips'),
};
const worded = z.object({ ru: z.string(), en: z.string() });

export const FlowSchema = z
  .object({ ...corridorOf, year, classes, ...knownFigures })
  .meta({ id: 'Flow' }) satisfies z.ZodType<KnownFlow>;

const gap = {
  year,
  side: z.enum(SIDES),
  cause: z.enum(CAUSES),
  count: count.describe('signed: reported above (+) or below (−) united'),
};

export const GapSchema = z.object({ ...corridorOf, classes, ...gap }).meta({ id: 'Gap' }) satisfies z.ZodType<GapRow>;

export const CoverageSchema = z
  .object({
    office: z.string(),
    side: z.enum(SIDES),
    ...corridorOf,
    ...{ own: count, other: count, matched: count },
    ...{ genuine: share, genuine_low95: share, genuine_high95: share },
    ...{ coverage: share, low95: share, high95: share },
    ...{ true_flow: share, true_low95: share, true_high95: share },
  })
  .meta({ id: 'Coverage' }) satisfies z.ZodType<CoverageRow>;

/** A part of a table of one vintage. */
export function tableSchema<Item extends z.ZodType>(item: Item, id: string) {
  return z
    .object({ vintage: z.int(), rounded_to: roundedTo, kinds, items: z.array(item), next: z.string().optional() })
    .meta({ id });
}

export const OverviewSchema = z
  .object({
    vintage: z.int(),
    rounded_to: roundedTo,
    kinds,
    year: year.nullable(),
    years: z.array(year),
    flows: z.array(z.object({ ...corridorOf, ...knownFigures })),
    totals: z.object(figures).describe('what was reported by anybody, and all moves proved'),
    between_offices: z
      .object({ totals: z.object(figures), by_year: z.array(z.object({ year, ...figures })) })
      .describe('of flows between states that both sent slips alone: here the three figures can be compared'),
    by_year: z.array(z.object({ year, ...figures })),
  })
  .meta({ id: 'Overview' }) satisfies z.ZodType<Overview>;

const YearFiguresSchema = z.object({ year, ...knownFigures }).meta({ id: 'YearFigures' });

export const CorridorSchema = z
  .object({
    vintage: z.int(),
    rounded_to: roundedTo,
    kinds,
    ...corridorOf,
    years: z.array(YearFiguresSchema),
    causes: z.array(z.object(gap)),
    coverage: z.array(CoverageSchema),
    opposite: z.array(YearFiguresSchema).describe('the same years from destination to origin'),
    balance: z
      .object({ united: known, by_arrivals: known, by_origin_office: known, by_destination_office: known })
      .describe('what the destination gains, all years together; null where an office that it needs sent no slips'),
  })
  .meta({ id: 'Corridor' }) satisfies z.ZodType<Corridor>;

const days = z.number().nullable().describe('days from event to registration; null where too few are dated');

export const TimelinessSchema = z
  .object({
    office: z.string(),
    kind: z.enum(['arrival', 'departure']),
    ...{ slips: count, dated: count, median_days: days, p90_days: days },
  })
  .meta({ id: 'Timeliness' }) satisfies z.ZodType<TimelinessRow>;

const VerdictShareSchema = z
  .object({ office: z.string(), verdict: z.string(), count, share: z.number() })
  .meta({ id: 'VerdictShare' }) satisfies z.ZodType<VerdictRow>;

export const QualitySchema = z
  .object({
    vintage: z.int(),
    rounded_to: roundedTo,
    kinds,
    chapters: z.array(
      z.object({
        number: z.int(),
        id: z.enum(ESMS_CONCEPTS.map(({ id }) => id)),
        name: worded,
        text: worded.nullable(),
      }),
    ),
    coverage: z.array(CoverageSchema),
    timeliness: z.array(TimelinessSchema),
    asymmetry: z.object({
      median: z.number().nullable(),
      corridors: z.array(
        z.object({ ...corridorOf, arrivals_reported: count, departures_reported: count, asymmetry: z.number() }),
      ),
    }),
    revisions: z.object({
      against: z.int().nullable().describe('the vintage compared with'),
      cells: z.int(),
      mar: z.number().nullable().describe('mean absolute revision, moves'),
      rmar: z.number().nullable().describe('the same over the later figures'),
    }),
    verdicts: z.array(VerdictShareSchema),
  })
  .meta({ id: 'Quality' }) satisfies z.ZodType<Quality>;

export const OfficeSchema = z
  .object({
    office: z.string(),
    own: z.boolean().describe('whether the viewer holds a role for this office'),
    slips: count,
    verdicts: z.array(VerdictShareSchema),
    coverage: z.array(CoverageSchema).describe('of this office, in each corridor'),
    timeliness: z.array(TimelinessSchema),
  })
  .meta({ id: 'Office' });
