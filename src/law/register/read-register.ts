import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dataFolder } from '../../common/data-folder.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import { type Act, ActSchema, BothSchema, RIGHTS } from './act.ts';
import { parseYaml } from './yaml-file.ts';

/** The acts of the space with their claims, as files hold them. */
export interface Register {
  acts: readonly Act[];
  /** Page or paper behind each key that claims name as their source. */
  sources: ReadonlyMap<string, string>;
  /** What the register knowingly lacks. */
  gaps?: readonly Gap[];
}

const GapSchema = z.strictObject({
  /** The rights of which acts may speak that are not here. */
  rights: z.array(z.enum(RIGHTS)).min(1),
  /** Acts whose rules were not read: the gap concerns states that both have to do with one of them; all states where absent. */
  acts: z.array(z.string()).min(1).optional(),
  text: BothSchema,
});

export type Gap = z.output<typeof GapSchema>;

/** The register that the program ships with. */
export const shippedRegister: string = join(dataFolder, 'law');

/**
 * Reads a register: `acts/*.yaml`, one act a file, `sources.yaml`, and `gaps.yaml` where there is one.
 *
 * @throws SaldoError `invalid_file` with every fault of every file: path, line, what was found and expected
 */
export function readRegister(folder: string = shippedRegister): Register {
  const faults: string[] = [];
  const acts = actFiles(folder).flatMap(file => {
    const path = join(folder, 'acts', file);
    const act = readAct(path, readFileSync(path, 'utf8'), faults);
    if (act !== undefined && `${act.id}.yaml` !== file)
      faults.push(`${path}: found the id ${act.id}, expected the file's name without .yaml`);
    return act === undefined ? [] : [act];
  });
  const sources = readSources(join(folder, 'sources.yaml'), faults);
  const gaps = readGaps(join(folder, 'gaps.yaml'), faults);
  if (faults.length > 0) throw new SaldoError('invalid_file', faults.join('\n'), { faults });
  return { acts, sources, gaps };
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

/** Reads one act out of its YAML text; faults go to the list. */
export function readAct(path: string, text: string, faults: string[]): Act | undefined {
  const parsed = parseYaml(path, text).parse(ActSchema);
  faults.push(...parsed.faults);
  return parsed.data;
}

const SourcesSchema = z.record(z.string(), z.string());

function readSources(path: string, faults: string[]): Map<string, string> {
  try {
    const parsed = parseYaml(path, readFileSync(path, 'utf8')).parse(SourcesSchema);
    faults.push(...parsed.faults);
    return new Map(Object.entries(parsed.data ?? {}));
  } catch {
    faults.push(`${path}: no list of sources`);
    return new Map();
  }
}

function readGaps(path: string, faults: string[]): Gap[] {
  if (!existsSync(path)) return [];
  const parsed = parseYaml(path, readFileSync(path, 'utf8')).parse(z.array(GapSchema));
  faults.push(...parsed.faults);
  return parsed.data ?? [];
}
