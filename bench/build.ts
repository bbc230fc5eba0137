import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');
export const SALDO = join(ROOT, 'bin', 'saldo.js');

/** The built program is measured: where the sources are newer, its figures would speak of yesterday's code. */
export function warnOfStaleBuild(): void {
  if (!existsSync(join(ROOT, 'dist', 'cli', 'main.js'))) throw new Error('dist is missing: npm run build');
  const built = (source: string): string => join(ROOT, 'dist', source.replace(/\.ts$/, '.js'));
  const stale = filesUnder(join(ROOT, 'src'))
    .filter(source => source.endsWith('.ts') && !isForTests(source))
    .filter(source => changed(join(ROOT, 'src', source)) > changed(built(source)));
  if (stale.length > 0) {
    process.stderr.write(`warning: dist is older than src in ${stale.length} files (${stale[0]} …): npm run build\n`);
  }
}

/** What the build leaves out. */
function isForTests(source: string): boolean {
  return source.endsWith('.test.ts') || /(^|\/)(fixtures|cases)\//.test(source);
}

/** Hash over the files under some folders of the project, source maps apart. */
export function hashOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of filesUnder(join(ROOT, folder)).filter(name => !name.endsWith('.map'))) {
      hash.update(file).update(readFileSync(join(ROOT, folder, file)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => statSync(join(folder, file)).isFile())
    .sort();
}

function changed(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
