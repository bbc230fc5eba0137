import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CompiledRegister } from '../force/compiled-register.ts';
import { type Answer, answer } from '../rights/answer.ts';
import { parseQuestion } from '../rights/question.ts';

/** A question with its known answer, as an expert writes it. */
const CaseSchema = z.strictObject({
  on: z.string(),
  citizen: z.string(),
  in: z.string(),
  role: z.string().optional(),
  purpose: z.string().optional(),
  facts: z.record(z.string(), z.string()).optional(),
  known_on: z.string().optional(),
  ask: z.string(),
  expect: z.enum(['yes', 'no', 'national-law', 'unknown', 'disputed']),
  value: z.number().optional(),
  because: z.array(z.string()).optional(),
  conflict: z.string().optional(),
  why: z.string().optional(),
});
export type Case = z.output<typeof CaseSchema>;

const FileSchema = z.array(CaseSchema);

/** The worked cases of a register: `cases/*.yaml`. */
export function readCases(folder: string): Case[] {
  return readdirSync(join(folder, 'cases'))
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .flatMap(file => FileSchema.parse(parse(readFileSync(join(folder, 'cases', file), 'utf8'), { schema: 'core' })));
}

/** What is wrong with the answer to a case; nothing where it is as expected. */
export function tryCase(register: CompiledRegister, one: Case): { found: Answer; faults: string[] } {
  const { question, rights } = parseQuestion({
    ...{ citizen: one.citizen, host: one.in, on: one.on, ask: [one.ask] },
    ...(one.role !== undefined && { role: one.role }),
    ...(one.purpose !== undefined && { purpose: one.purpose }),
    ...(one.facts !== undefined && { facts: one.facts }),
    ...(one.known_on !== undefined && { knownOn: one.known_on }),
  });
  const [right] = rights;
  if (right === undefined) throw new Error(`a case asks nothing: ${one.ask}`);
  const found = answer(register, question, right);
  const acts = [...new Set(found.because.map(({ placed }) => placed.act.id))];
  const faults: string[] = [];
  if (found.status !== one.expect) faults.push(`found ${found.status}, expected ${one.expect}`);
  if (one.value !== undefined && found.value !== one.value) faults.push(`found ${found.value}, expected ${one.value}`);
  if (one.because !== undefined && !one.because.every(act => acts.includes(act)))
    faults.push(`found because of ${acts.join(', ')}, expected ${one.because.join(', ')}`);
  if (one.conflict !== undefined && !found.conflicts.some(({ act }) => act === one.conflict))
    faults.push(`found no conflict of ${one.conflict}`);
  return { found, faults };
}
