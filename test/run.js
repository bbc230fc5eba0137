// Everything that CI runs, one step after another, and a closing line that counts: the steps and the single tests.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const results = mkdtempSync(join(tmpdir(), 'saldo-test-'));
const report = join(results, 'vitest.json');
const steps = [
  ['biome', ['biome', 'check', '.']],
  ['types', ['tsc', '--noEmit']],
  ['types of the pages', ['tsc', '-p', 'web']],
  ['unused', ['knip']],
  ['build', ['tsc', '-p', 'tsconfig.build.json']],
  ['build of the pages', ['vite', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']],
  ['tests', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]],
];

let passed = 0;
let failed = 0;
for (const [name, [command, ...args]] of steps) {
  process.stdout.write(`\n# ${name}\n`);
  const binary = join(import.meta.dirname, '..', 'node_modules', '.bin', command);
  const { status } = spawnSync(binary, args, { stdio: 'inherit', env: { ...process.env, NO_COLOR: '1' } });
  if (status === 0) passed++;
  else failed++;
}
try {
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  passed += counts.numPassedTests;
  failed += counts.numFailedTests + counts.numFailedTestSuites;
} catch {
  // No report means that the tests did not run: their step has failed already.
}
rmSync(results, { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
