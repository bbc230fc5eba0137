import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../src/', import.meta.url));

/** Which rooms a room may import; within itself it always may. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  common: [],
  engine: ['common'],
  store: ['common'],
  statistics: ['common', 'engine', 'store'],
  law: ['common', 'engine', 'store'],
  registers: ['common', 'engine', 'store', 'law'],
  server: ['common', 'engine', 'store', 'statistics', 'law', 'registers'],
  cli: ['common', 'engine', 'store', 'statistics', 'law', 'registers', 'server'],
};

/** The same inside the statistics wing: from slips to accounts. `world` knows the slips' format from the outside alone. */
const MAY_IMPORT_IN_STATISTICS: Readonly<Record<string, readonly string[]>> = {
  slips: [],
  linkage: ['slips'],
  accounts: ['slips', 'linkage'],
  batches: ['slips'],
  runs: ['slips', 'linkage', 'accounts', 'batches'],
  publish: ['accounts', 'batches', 'runs'],
  mirror: ['accounts'],
  hidden: ['accounts', 'mirror'],
  studies: ['accounts', 'mirror', 'hidden'],
  world: [],
};

interface Import {
  from: string;
  to: string;
}

const modules = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file));
const imports: Import[] = modules
  .flatMap(file =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(
      ([, target = '']) => ({
        from: file,
        to: relative(root, resolve(root, dirname(file), target)),
      }),
    ),
  )
  .filter(({ from, to }) => !(from.endsWith('.test.ts') && to.startsWith('../test/fixtures/')));

describe('the house', () => {
  it('is seen at all', () => {
    expect(modules.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(modules.length / 2);
    expect(new Set(modules.map(roomOf))).toContain('statistics');
  });

  it('imports only modules that are there, or JSON', () => {
    const missing = imports.filter(({ to }) => !modules.includes(to) && !to.endsWith('.json'));
    expect(missing).toEqual([]);
  });

  it('imports one way', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [room, other] = [roomOf(from), roomOf(to)];
      return room !== other && !MAY_IMPORT[room]?.includes(other);
    });
    expect(wrong).toEqual([]);
  });

  it('imports one way inside the statistics wing', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [part, other] = [partOf(from), partOf(to)];
      return (
        part !== undefined && other !== undefined && part !== other && !MAY_IMPORT_IN_STATISTICS[part]?.includes(other)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('keeps the wall between statistics and registers', () => {
    const through = imports.filter(({ from, to }) => {
      const rooms = [roomOf(from), roomOf(to)];
      return rooms.includes('statistics') && rooms.includes('registers');
    });
    expect(through).toEqual([]);
  });

  it('lets the pages know the server by its API alone, and of the house only what draws and words', () => {
    const web = fileURLToPath(new URL('../web/src/', import.meta.url));
    const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file));
    const reached = files.flatMap(file =>
      [...readFileSync(join(web, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
        .map(([, target = '']) => relative(root, resolve(web, dirname(file), target)))
        .filter(target => !target.startsWith('../web/')),
    );
    expect(files.length).toBeGreaterThan(20);
    expect(reached.length).toBeGreaterThan(20);
    expect(reached.filter(target => !/^common\/(charts\/|wording\/|[a-z-]+\.ts$)/.test(target))).toEqual([]);
  });

  it('has no cycles', () => {
    expect(findCycle(imports)).toBeUndefined();
    const ring = [
      { from: 'a.ts', to: 'b.ts' },
      { from: 'b.ts', to: 'a.ts' },
    ];
    expect(findCycle(ring)).toEqual(['a.ts', 'b.ts', 'a.ts']);
  });
});

function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

/** What lies in no part, beside them, is the wing's own gathering point. */
function partOf(file: string): string | undefined {
  const [room, part, inside] = file.split('/');
  return room === 'statistics' && inside !== undefined ? part : undefined;
}

function findCycle(edges: readonly Import[]): string[] | undefined {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    done.add(file);
    for (const to of targets.get(file) ?? []) {
      const cycle = visit(to, [...path, file]);
      if (cycle) return cycle;
    }
    return undefined;
  };
  for (const file of targets.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}
