import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it.runIf(process.platform === 'linux')(
  'a process too busy to hear that its parent is gone ends all the same, and leaves no folder',
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'watch-parent-'));
    const folder = join(home, 'work');
    mkdirSync(folder);
    const program = fileURLToPath(new URL('./fixtures/busy-parent.ts', import.meta.url));
    const parent = spawn(process.execPath, ['--import', 'tsx', program, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = await once(parent.stdout, 'data');
    const child = Number(String(said));
    expect(existsSync(`/proc/${child}`)).toBe(true);
    parent.kill('SIGKILL');
    while (isRunning(child)) await new Promise(resolve => setTimeout(resolve, 50));
    expect(existsSync(folder)).toBe(false);
    rmSync(home, { recursive: true });
  },
);

/** One that has ended may be kept on the books until somebody asks for its end. */
function isRunning(pid: number): boolean {
  try {
    return !/ Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
