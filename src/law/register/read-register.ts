import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dataFolder } from '../../common/data-folder.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import { type Act, ActSchema } from './act.ts';
import { parseYaml } from './yaml-file.ts';

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
    const act = readAct(path, readFileSync(path, 'utf8'), faults);
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
