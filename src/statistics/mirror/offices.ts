import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { dataFolder } from '../../common/data-folder.ts';
import type { Worded } from '../../common/wording/worded.ts';
import type { MinimumStay } from './duration.ts';

const worded = z.object({ en: z.string(), ru: z.string() });
const rule = z.object({
  from: z.number().int().optional(),
  until: z.number().int().optional(),
  stay: z.union([z.number().min(0), z.literal('permanent')]).optional(),
  basis: z.enum(['residence', 'stay', 'permit']),
  source: worded,
});
const office = z.object({
  members: z.array(z.string()).optional(),
  rules: z.array(rule),
  breaks: z.array(z.object({ year: z.number().int(), why: worded, source: worded })).default([]),
});

/** How an office counts in a year, as a source says. */
export type OfficeRule = z.infer<typeof rule>;
/** A year in which an office's series changed its meaning. */
export interface SeriesBreak {
  state: string;
  year: number;
  why: Worded;
  source: Worded;
}

let known: ReadonlyMap<string, z.infer<typeof office>> | undefined;

/** How the office of a state counted in a year, where that is known. */
export function findOfficeRule(state: string, year: number): OfficeRule | undefined {
  return offices()
    .get(state)
    ?.rules.find(
      ({ from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY }) => from <= year && year <= until,
    );
}

/** The minimum stay of an office in a year, where that is known. */
export function findMinimumStay(state: string, year: number): MinimumStay | undefined {
  return findOfficeRule(state, year)?.stay;
}

/** Known breaks of the states' series between two years. */
export function seriesBreaks(states: readonly string[], firstYear: number, lastYear: number): SeriesBreak[] {
  return states.flatMap(state =>
    (offices().get(state)?.breaks ?? [])
      .filter(({ year }) => firstYear <= year && year <= lastYear)
      .map(each => ({ state, ...each })),
  );
}

/** How the states' offices counted at any time between two years, where that is known. */
export function officeRules(
  states: readonly string[],
  firstYear: number,
  lastYear: number,
): {
  state: string;
  from: number | null;
  until: number | null;
  stay: MinimumStay | null;
  basis: OfficeRule['basis'];
  source: Worded;
}[] {
  return states.flatMap(state =>
    (offices().get(state)?.rules ?? [])
      .filter(({ from = firstYear, until = lastYear }) => from <= lastYear && until >= firstYear)
      .map(({ from = null, until = null, stay = null, basis, source }) => ({
        ...{ state, from, until, stay, basis, source },
      })),
  );
}

function offices(): ReadonlyMap<string, z.infer<typeof office>> {
  known ??= readOffices();
  return known;
}

/** Members of a group have the group's rules unless they have their own. */
function readOffices(): Map<string, z.infer<typeof office>> {
  const read = z
    .record(z.string(), office)
    .parse(parse(readFileSync(join(dataFolder, 'mirror', 'offices.yaml'), 'utf8')));
  const collected = new Map<string, z.infer<typeof office>>();
  for (const [name, entry] of Object.entries(read)) {
    for (const member of entry.members ?? []) if (!collected.has(member)) collected.set(member, entry);
    if (entry.members === undefined) collected.set(name, entry);
  }
  return collected;
}
