import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SaldoError } from '../../common/saldo-error.ts';
import type { CompiledRegister } from '../force/compiled-register.ts';
import { DaySchema, RIGHTS, ROLES, StateSchema } from '../register/act.ts';
import { parseYaml, type YamlFile } from '../register/yaml-file.ts';
import { type Answer, answer } from '../rights/answer.ts';
import { parseQuestion } from '../rights/question.ts';
import { setAside, type TriedRule } from '../rights/try-rule.ts';

/** A question with its known answer, as an expert writes it. */
const RightCaseSchema = z.strictObject({
  on: DaySchema,
  citizen: StateSchema,
  in: StateSchema,
  role: z.enum(ROLES).optional(),
  purpose: z.string().optional(),
  facts: z.record(z.string(), z.string()).optional(),
  known_on: DaySchema.optional(),
  entered: DaySchema.optional(),
  ask: z.enum(RIGHTS),
  expect: z.enum(['yes', 'no', 'national-law', 'unknown', 'disputed']),
  value: z.number().optional(),
  last_day: DaySchema.optional(),
  /** Acts that must be among those that decide. */
  because: z.array(z.string()).optional(),
  /** An act whose sources differ on what the answer hangs on. */
  conflict: z.string().optional(),
  /** What the answer must name as not known: a part of it. */
  missing: z.string().optional(),
  why: z.string().optional(),
});

/**
 * Whether an act binds two states towards each other on a day; or one of its articles a citizen of the first in the second: `reserved` where
 * a reservation or a suspension sets it aside.
 */
const ForceCaseSchema = z.strictObject({
  on: DaySchema,
  act: z.string(),
  article: z.string().optional(),
  between: z.tuple([StateSchema, StateSchema]),
  known_on: DaySchema.optional(),
  expect: z.enum(['in-force', 'provisional', 'not-in-force', 'uncertain', 'reserved']),
  why: z.string().optional(),
});

const FileSchema = z.array(z.union([RightCaseSchema, ForceCaseSchema]));

type AnyCase = z.output<typeof FileSchema>[number];

/** A worked case with the file and the line where it stands. */
export type Case = AnyCase & { place: string; name: string };

/**
 * The worked cases of a register: `cases/*.yaml`.
 *
 * @throws SaldoError `invalid_file` with every fault of every file: path, line, what was found and expected
 */
export function readCases(folder: string): Case[] {
  const faults: string[] = [];
  const cases = caseFiles(folder).flatMap(path => casesOf(parseYaml(path, readFileSync(path, 'utf8')), path, faults));
  if (faults.length > 0) throw new SaldoError('invalid_file', faults.join('\n'), { faults });
  return cases;
}

function caseFiles(folder: string): string[] {
  const cases = join(folder, 'cases');
  try {
    return readdirSync(cases)
      .filter(file => file.endsWith('.yaml'))
      .sort()
      .map(file => join(cases, file));
  } catch {
    return [];
  }
}

function casesOf(file: YamlFile, path: string, faults: string[]): Case[] {
  const parsed = file.parse(FileSchema);
  faults.push(...parsed.faults);
  return (parsed.data ?? []).map((one, at) => ({ ...one, place: `${path}:${file.lineOf([at])}`, name: nameOf(one) }));
}

function nameOf(one: AnyCase): string {
  if ('act' in one)
    return `${one.on} ${one.act}${one.article === undefined ? '' : ` ${one.article}`} between ${one.between.join(' and ')}: ${one.expect}`;
  const known = one.known_on === undefined ? '' : ` known on ${one.known_on}`;
  return `${one.on}${known} ${one.citizen} in ${one.in} ${one.role ?? one.purpose ?? ''} ${one.ask}: ${one.expect}`;
}

/** What is wrong with the answer to a case, nothing where it is as expected; and the rules that were tried. */
export function tryCase(register: CompiledRegister, one: AnyCase): { tried: readonly TriedRule[]; faults: string[] } {
  if (!('act' in one)) return tryRightCase(register, one);
  const act = register.acts.get(one.act);
  if (act === undefined) return { tried: [], faults: [`there is no act ${one.act}`] };
  const [a, b] = one.between;
  const reading = { instead: new Set<string>(), ...(one.known_on !== undefined && { knownOn: one.known_on }) };
  const inForce = register.inForce(act, a, b, one.on, reading).force;
  const reserved =
    one.article !== undefined &&
    inForce !== 'not-in-force' &&
    setAside(register.articleClaimsOf(act, reading), one.article, { citizen: a, host: b, on: one.on })?.surely;
  const force = reserved === true ? 'reserved' : inForce;
  return { tried: [], faults: force === one.expect ? [] : [`found ${force}, expected ${one.expect}`] };
}

type RightCase = z.output<typeof RightCaseSchema>;

function tryRightCase(register: CompiledRegister, one: RightCase): { tried: readonly TriedRule[]; faults: string[] } {
  try {
    const found = ask(register, one);
    return { tried: found.tried, faults: faultsOf(found, one) };
  } catch (error) {
    if (!(error instanceof SaldoError) || error.code !== 'invalid_option') throw error;
    return { tried: [], faults: [error.message] };
  }
}

function ask(register: CompiledRegister, one: RightCase): Answer {
  const { question, rights } = parseQuestion({
    ...{ citizen: one.citizen, host: one.in, on: one.on, ask: [one.ask] },
    ...(one.role !== undefined && { role: one.role }),
    ...(one.purpose !== undefined && { purpose: one.purpose }),
    ...(one.facts !== undefined && { facts: one.facts }),
    ...(one.known_on !== undefined && { knownOn: one.known_on }),
    ...(one.entered !== undefined && { entered: one.entered }),
  });
  const [right] = rights;
  if (right === undefined) throw new Error(`a case asks nothing: ${one.ask}`);
  return answer(register, question, right);
}

function faultsOf(found: Answer, one: RightCase): string[] {
  const acts = [...new Set(found.because.map(({ placed }) => placed.act.id))];
  const missing = found.missing.map(each => ('fact' in each ? each.fact : each.gap('en'))).join('; ');
  const lastDay = found.term?.lastDay ?? undefined;
  return [
    ...(found.status === one.expect ? [] : [`found ${found.status}, expected ${one.expect}`]),
    ...(one.value === undefined || found.value === one.value
      ? []
      : [`found ${found.value ?? 'no value'}, expected ${one.value}`]),
    ...(one.last_day === undefined || lastDay === one.last_day
      ? []
      : [`found the last day ${lastDay ?? 'nowhere'}, expected ${one.last_day}`]),
    ...((one.because ?? []).every(act => acts.includes(act))
      ? []
      : [`found because of ${acts.join(', ') || 'no act'}, expected ${one.because?.join(', ')}`]),
    ...(one.conflict === undefined || found.conflicts.some(({ act }) => act === one.conflict)
      ? []
      : [`found no conflict of ${one.conflict}`]),
    ...(one.missing === undefined || missing.includes(one.missing)
      ? []
      : [`found missing ${missing || 'nothing'}, expected ${one.missing}`]),
  ];
}
