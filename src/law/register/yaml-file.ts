import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** A YAML text that can be read by a schema, with the line of everything in it. */
export interface YamlFile {
  /** What the schema reads, or every fault as `path:line: where: what was found and expected`. */
  parse<Schema extends z.ZodType>(schema: Schema): { data?: z.output<Schema>; faults: string[] };
  /** The line of what stands under keys, or of the nearest thing above it. */
  lineOf(keys: readonly PropertyKey[]): number;
}

/** Reads a YAML text. Every scalar is text, so that days stay days; numbers, truth values and null are made of those that must be so. */
export function parseYaml(path: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe' });
  const broken = document.errors.map(
    ({ message, pos }) => `${path}:${lines.linePos(pos[0]).line}: ${message.split('\n')[0]}`,
  );

  function lineOf(keys: readonly PropertyKey[]): number {
    for (let length = keys.length; length > 0; length--) {
      const node = document.getIn(keys.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range !== undefined) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }

  return {
    lineOf,
    parse: schema => {
      if (broken.length > 0) return { faults: broken };
      const parsed = schema.safeParse(plain(document.toJS()), { reportInput: true });
      if (parsed.success) return { data: parsed.data, faults: [] };
      return {
        faults: parsed.error.issues
          .flatMap(nearest)
          .map(issue => `${path}:${lineOf(placeOf(issue))}: ${describe(issue)}`),
      };
    },
  };
}

/** Of several forms of which none fits, the faults of the one that fits best. */
function nearest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [best] = [...issue.errors].sort((a, b) => a.length - b.length);
  if (best === undefined) return [issue];
  return best.flatMap(inner => nearest({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Where the fault stands: at a key that should not be there, else at what is wrong. */
function placeOf(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  const [key] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return key === undefined ? issue.path : [...issue.path, key];
}

function describe(issue: z.core.$ZodIssue): string {
  const where = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  if (issue.code !== 'invalid_value') return `${where}${issue.message}`;
  return `${where}found ${issue.input ?? 'nothing'}, expected one of ${issue.values.map(value => JSON.stringify(value)).join(', ')}`;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, NUMBERS.has(key) ? number(inner) : plain(inner)]),
    );
  if (value === 'true' || value === 'false') return value === 'true';
  return value === 'null' ? null : value;
}

const NUMBERS = new Set(['value', 'number', 'days', 'months']);

function number(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : plain(value);
}
