import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Terminal } from '../../common/terminal.ts';
import { addBatchCommands } from './commands.ts';
import { type BatchHome, HEADER, makeBatchHome } from './fixtures/batch-home.ts';

const FILE = `${HEADER}1,BY,arrival,2011-03-05,Noether,Emmy,,,RU,BY,\n2,BY,arrival,bad,Meitner,Lise,,,RU,BY,\n`;

let home: BatchHome;
beforeEach(async () => {
  home = await makeBatchHome();
});
afterEach(async () => {
  process.exitCode = undefined;
  await home.remove();
});

describe('saldo load', () => {
  it('accepts each file as a batch, and says where one is there already', async () => {
    const path = home.write('slips.csv', FILE);
    expect(await run('load', path)).toMatch(
      /slips\.csv .* 2 1 1 0 0 1 *\nfault.*bad_date 1 set aside\n1 accepted \+ 1 set aside = 2 read/s,
    );
    expect(await run('load', path)).toContain('already there');
    expect(process.exitCode).toBeUndefined();
    const { batches } = JSON.parse(await run('--json', 'load', path));
    expect(batches).toMatchObject([{ file_name: 'slips.csv', accepted: 1, is_new: false, simulated: false }]);
    await run('load', path, '--strict');
    expect(process.exitCode).toBe(1);
  });

  it('accepts the others where one is refused, and then fails with all that was refused', async () => {
    const paths = [home.write('notes.csv', 'a,b\n1,2\n'), home.write('slips.csv', FILE), home.write('bad.csv', HEADER)];
    await expect(run('load', ...paths)).rejects.toMatchObject({
      details: { problems: [{}, {}].map(() => expect.anything()) },
    });
    expect(await run('load', home.write('again.csv', FILE))).toContain('already there');
    await expect(run('load', 'nowhere')).rejects.toMatchObject({ code: 'unreadable_input', exitCode: 2 });
  });
});

describe('saldo names delete', () => {
  it('shows what it looked for afterwards, and refuses before slips were linked', async () => {
    await run('load', home.write('slips.csv', FILE));
    const term = ['--office', 'BY', '--before', '2012-01-01', '--reason', 'term over'];
    await expect(run('names', 'delete', ...term)).rejects.toMatchObject({ code: 'not_linked', exitCode: 2 });
    const told = await run('names', 'delete', ...term, '--unlinked-too');
    expect(told).toContain('Names and documents of 1 slips of BY');
    expect(told).toContain('slips with a name or document 0');
  });
});

/** Runs the command and gives what it told a reader, or, under `--json`, a program. */
async function run(...argv: string[]): Promise<string> {
  const json = argv.includes('--json');
  const told: string[] = [];
  const tell = (...texts: string[]): void => void (json || told.push(...texts));
  const terminal: Terminal = {
    json,
    steps: { started: () => {}, ended: () => {} },
    line: tell,
    table: (headers, rows) => tell(headers.join(' '), ...rows.map(cells => cells.join(' '))),
    data: value => void (json && told.push(JSON.stringify(value))),
    warn: tell,
  };
  const program = new Command().option('--json').exitOverride();
  addBatchCommands(program, terminal, (_, work) => work({ batches: home.place, findLinkedRun: async () => undefined }));
  await program.parseAsync(['node', 'saldo', ...argv]);
  return told.join('\n');
}
