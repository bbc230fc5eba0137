import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { SaldoError } from '../../common/saldo-error.ts';
import { COMPARISONS } from './comparisons.ts';
import type { LinkageModel } from './model.ts';

const probability = z.number().gt(0).lt(1);

const LinkageModelSchema = z.object({
  format: z.literal('saldo-linkage-model'),
  version: z.literal(1),
  match_share: probability,
  cut_off: z.number(),
  comparisons: z.array(
    z.object({
      name: z.string(),
      levels: z.array(z.object({ name: z.string(), m: probability, u: probability })).min(2),
    }),
  ),
}) satisfies z.ZodType<LinkageModel>;

/** Reads a saved model and holds it against the comparisons of this version. */
export function readModel(path: string): LinkageModel {
  const parsed = LinkageModelSchema.safeParse(parseJson(path));
  if (!parsed.success)
    throw invalidModel(
      path,
      parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`),
    );
  const faults = COMPARISONS.flatMap(({ name, levels }, place) => {
    const found = parsed.data.comparisons[place];
    if (found?.name !== name) return [`comparisons.${place}: found ${found?.name ?? 'nothing'}, expected ${name}`];
    const expected = levels.map(level => level.name).join(', ');
    const given = found.levels.map(level => level.name).join(', ');
    return expected === given ? [] : [`comparisons.${place}.levels: found ${given}, expected ${expected}`];
  });
  for (const [at, { name }] of parsed.data.comparisons.slice(COMPARISONS.length).entries())
    faults.push(`comparisons.${COMPARISONS.length + at}: found ${name}, expected nothing`);
  if (faults.length > 0) throw invalidModel(path, faults);
  return parsed.data;
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const code = cause instanceof SyntaxError ? 'invalid_file' : 'unreadable_input';
    throw new SaldoError(code, `${path} is no linkage model: ${(cause as Error).message}`, { path }, cause);
  }
}

function invalidModel(path: string, faults: string[]): SaldoError {
  return new SaldoError('invalid_file', `${path} is no linkage model of this version: ${faults.join('; ')}`, {
    path,
    faults,
  });
}
