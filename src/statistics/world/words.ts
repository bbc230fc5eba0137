import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { dataFolder } from '../../common/data-folder.ts';

/** A name in two spellings: Russian, and that of the nation's own language (in Latin letters where the language is written so). */
export interface Word {
  readonly russian: string;
  readonly national: string;
}

/** The lists of names of one nation, the commonest first. */
export type NameLists = Readonly<Record<'men' | 'women' | 'surnames' | 'stems' | 'heads' | 'tails', readonly Word[]>>;

/** Reads `data/world/names/<nation>.yaml`. */
export function readNameLists(nation: string): NameLists {
  const lists = parse(readFileSync(join(namesFolder(), `${nation}.yaml`), 'utf8')) as Record<
    string,
    string | undefined
  >;
  const list = (name: string) =>
    (lists[name] ?? '')
      .split(/\s+/)
      .filter(token => token !== '')
      .map(parseWord);
  return {
    men: list('men'),
    women: list('women'),
    surnames: list('surnames'),
    stems: list('stems'),
    heads: list('heads'),
    tails: list('tails'),
  };
}

/** The Russian surnames of men, the commonest first. */
export function readRussianSurnames(): readonly string[] {
  return readFileSync(join(namesFolder(), 'surnames-russian.txt'), 'utf8').trim().split('\n');
}

function namesFolder(): string {
  return join(dataFolder, 'world', 'names');
}

function parseWord(token: string): Word {
  const [russian = token, national = russian] = token.split(':');
  return { russian, national };
}
