import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { SaldoError } from '../../common/saldo-error.ts';
import type { Engine } from '../../engine/engine.ts';

const SlipNameSchema = z.string().regex(/^[A-Z]{2}:.+$/, 'expected OFFICE:SLIP_ID');

const JudgementSchema = z.object({
  a: SlipNameSchema,
  b: SlipNameSchema,
  judgement: z.enum(['same', 'different', 'unsure']),
  reason: z.string().min(1),
  judged_on: z.iso.date(),
  judged_by: z.string().optional(),
});

/** What a reviewer said of two slips. A later judgement of the same pair stands above an earlier one. */
export type Judgement = z.infer<typeof JudgementSchema>;

/** Reads a judgements file: JSON Lines, one judgement a line, in the order of time; all faults at once. */
export function readJudgements(path: string): Judgement[] {
  const judgements: Judgement[] = [];
  const faults: string[] = [];
  for (const [at, line] of readLines(path).entries()) {
    if (line.trim() === '') continue;
    const parsed = JudgementSchema.safeParse(parseLine(line));
    if (parsed.success) judgements.push(parsed.data);
    else faults.push(`line ${at + 1}: ${describeIssues(parsed.error)}`);
  }
  if (faults.length > 0)
    throw new SaldoError('invalid_file', `${path} is no judgements file: ${faults.join('; ')}`, { path, faults });
  return judgements;
}

/**
 * Adds a judgement to the end of a file; nothing that was said before is changed.
 *
 * @throws SaldoError where it is none, or the file cannot be written
 */
export function appendJudgement(path: string, judgement: Judgement): void {
  const parsed = JudgementSchema.safeParse(judgement);
  if (!parsed.success)
    throw new SaldoError('invalid_option', `no judgement: ${describeIssues(parsed.error)}`, { judgement });
  try {
    appendFileSync(path, `${endsInMidLine(path) ? '\n' : ''}${JSON.stringify(parsed.data)}\n`);
  } catch (cause) {
    throw new SaldoError('unwritable_output', `cannot write to ${path}: ${(cause as Error).message}`, { path }, cause);
  }
}

function endsInMidLine(path: string): boolean {
  return existsSync(path) && /[^\n]$/.test(readFileSync(path, 'utf8'));
}

/**
 * Fills the table `judged` (a, b, same) with the last judgement of each pair that is not "unsure".
 *
 * @returns judgements that speak of slips not in this run
 */
export async function storeJudgements(engine: Engine, judgements: readonly Judgement[]): Promise<number> {
  if (judgements.length === 0) {
    await engine.run('create or replace table judged (a integer, b integer, same boolean)');
    return 0;
  }
  await engine.run('create or replace temp table said (place integer, a varchar, b varchar, judgement varchar)');
  await engine.append('said', appender => {
    for (const [place, { a, b, judgement }] of judgements.entries()) {
      appender.appendInteger(place);
      for (const text of [a, b, judgement]) appender.appendVarchar(text);
      appender.endRow();
    }
  });
  await engine.run(`create or replace table judged as
    with named as (select n, office || ':' || slip_id as slip from slip where office || ':' || slip_id in (select a from said union select b from said)),
    known as (
      select place, judgement, least(x.n, y.n) as a, greatest(x.n, y.n) as b
      from said join named x on x.slip = said.a join named y on y.slip = said.b where x.n <> y.n)
    select a, b, arg_max(judgement, place) = 'same' as same from known group by a, b having arg_max(judgement, place) <> 'unsure'`);
  const { unknown } = await engine.row<{ unknown: number }>(`select count(*) as unknown from said
    where a not in (select office || ':' || slip_id from slip) or b not in (select office || ':' || slip_id from slip)`);
  return unknown;
}

/**
 * How many judgements of the table `judged` the persons do not keep to: where judgements contradict each other, not all can be met.
 */
export async function countUnmetJudgements(engine: Engine): Promise<number> {
  const { unmet } = await engine.row<{ unmet: number }>(
    `select count(*) as unmet from judged join person x on x.n = a join person y on y.n = b where (x.person = y.person) <> same`,
  );
  return unmet;
}

function describeIssues({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`)).join(', ');
}

function readLines(path: string): string[] {
  if (!existsSync(path)) throw new SaldoError('unreadable_input', `no judgements file at ${path}`, { path });
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch (cause) {
    throw new SaldoError('unreadable_input', `${path} may not be read: ${(cause as Error).message}`, { path }, cause);
  }
}

/** The line's value; what is no JSON stands as its text, so that the fault shows it. */
function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}
