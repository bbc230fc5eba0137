import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { dataFolder } from '../../common/data-folder.ts';

/** A state of the world: how strongly it draws people, and some of its places in Russian spelling. */
export interface State {
  readonly code: string;
  readonly pull: number;
  readonly places: readonly string[];
}

let states: ReadonlyMap<string, State> | undefined;

/** A state by its code; one that the list does not have draws little and has no places. */
export function stateOf(code: string): State {
  states ??= readStates();
  return states.get(code) ?? { code, pull: 1, places: [] };
}

/** States of the list, for the margin of a world. */
export function listedStates(): readonly string[] {
  states ??= readStates();
  return [...states.keys()];
}

function readStates(): ReadonlyMap<string, State> {
  const file = join(dataFolder, 'world', 'states.yaml');
  const read = parse(readFileSync(file, 'utf8')) as Record<string, { pull: number; places: string }>;
  return new Map(
    Object.entries(read).map(([code, { pull, places }]) => [code, { code, pull, places: places.split(', ') }]),
  );
}
