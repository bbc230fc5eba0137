import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { dataFolder } from '../../common/data-folder.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import { type Act, ActSchema } from './act.ts';

/** The acts of the space with their claims, as files hold them. */
export interface Register {
  acts: readonly Act[];
  /** Page or paper behind each key that claims name as their source. */
  sources: ReadonlyMap<string, string>;
}

/** The register that the program ships with. */
export const shippedRegister: string = join(dataFolder, 'law');

/**
 * Reads a register: `acts/*.yaml`, one act a file, and `sources.yaml`.
 *
 * @throws SaldoError `invalid_file` with every fault of every file: path, line, what was found and expected
 */
export function readRegister(folder: string = shippedRegister): Register {
  const faults: string[] = [];
  const acts = actFiles(folder).flatMap(file => {
    const path = join(folder, 'acts', file);
    const act = readAct(path, faults);
    if (act !== undefined && `${act.id}.yaml` !== file)
      faults.push(`${path}: found the id ${act.id}, expected the file's name without .yaml`);
    return act === undefined ? [] : [act];
  });
  const sources = readSources(join(folder, 'sources.yaml'), faults);
  if (faults.length > 0) throw new SaldoError('invalid_file', faults.join('\n'), { faults });
  return { acts, sources };
}

function actFiles(folder: string): string[] {
  try {
    return readdirSync(join(folder, 'acts'))
      .filter(file => file.endsWith('.yaml'))
      .sort();
  } catch (cause) {
    throw new SaldoError(
      'unreadable_input',
      `no register of acts in ${folder}: there is no folder acts`,
      { folder },
      cause,
    );
  }
}

function readAct(path: string, faults: string[]): Act | undefined {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, schema: 'failsafe' });
  for (const { message, pos } of document.errors)
    faults.push(`${path}:${lines.linePos(pos[0]).line}: ${message.split('\n')[0]}`);
  if (document.errors.length > 0) return undefined;
  const parsed = ActSchema.safeParse(plain(document.toJS()));
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) faults.push(`${path}:${lineOf(issue)}: ${describe(issue)}`);
  return undefined;

  function lineOf({ path: keys }: z.core.$ZodIssue): number {
    for (let length = keys.length; length > 0; length--) {
      const node = document.getIn(keys.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range !== undefined) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

function describe({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}

/** Failsafe YAML reads every scalar as text, so that days stay days; numbers and truth values are made here. */
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

function readSources(path: string, faults: string[]): Map<string, string> {
  try {
    const document = parseDocument(readFileSync(path, 'utf8'), { schema: 'failsafe' });
    return new Map(Object.entries((document.toJS() as Record<string, string> | null) ?? {}));
  } catch {
    faults.push(`${path}: no list of sources`);
    return new Map();
  }
}
