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
      const parsed = schema.safeParse(plain(document.toJS()));
      if (parsed.success) return { data: parsed.data, faults: [] };
      return { faults: parsed.error.issues.map(issue => `${path}:${lineOf(issue.path)}: ${describe(issue)}`) };
    },
  };
}

function describe({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
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
