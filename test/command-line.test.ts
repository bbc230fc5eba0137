import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWhereStale, saldo, startSaldo, startSaldoIn } from './fixtures/saldo.ts';
import { readTable } from './fixtures/simulated-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'command-line-'));
const at = (...names: string[]) => join(folder, ...names);
beforeAll(() => {
  buildWhereStale();
  writeFileSync(at('good.csv'), `${HEADER}${ANNA}${OLEG}`);
  writeFileSync(at('mixed.csv'), `${HEADER}${ANNA}RU,d9,departure,,,,,,,,\n`);
  writeFileSync(at('bad.csv'), `${HEADER}RU,d9,departure,,,,,,,,\n`);
  writeFileSync(at('other.csv'), 'name,shoe\nАнна,38\n');
  mkdirSync(at('empty'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = 'office,slip_id,kind,registered_on,surname,given_name,patronymic,sex,birth_date,origin,destination\n';
/** One move seen by both offices, in two scripts; and two slips of a second person. */
const ANNA = `RU,d1,departure,2005-02-20,Кузнецова,Анна,Петровна,F,1980-05-06,RU,BY
BY,a1,arrival,2005-03-01,Kuznetsova,Anna,Petrovna,F,1980-05-06,RU,BY
`;
const OLEG = `BY,a2,arrival,2006-03-01,Шевчук,Олег,Иванович,M,1971-11-23,RU,BY
BY,a3,arrival,2008-09-11,Шевчук,Олег,Иванович,M,1971-11-23,RU,BY
`;

describe('saldo account', () => {
  it('makes the whole account and tells of it', async () => {
    const { code, out } = await saldo(
      'account',
      at('good.csv'),
      '--out',
      at('whole'),
      '--format',
      'csv',
      '--lang',
      'ru',
    );
    expect(code).toBe(0);
    expect(out).toContain('Read 4 rows: 4 accepted, 0 set aside. 2 persons, 2 moves.');
    expect(out).toContain(at('whole', 'report.html'));
    expect(readdirSync(at('whole')).sort()).toEqual(
      ['coverage', 'doubtful', 'faults', 'flows', 'gaps', 'moves', 'persons', 'set_aside', 'verdicts']
        .map(name => `${name}.csv`)
        .concat('model.json', 'report.html', 'run.json')
        .sort(),
    );
    const verdicts = readTable<'slip_id' | 'verdict'>(at('whole', 'verdicts.csv'));
    expect(Object.fromEntries(verdicts.map(({ slip_id, verdict }) => [slip_id, verdict]))).toEqual({
      a1: 'counted',
      a2: 'counted',
      a3: 'repeat_origin',
      d1: 'confirmed',
    });
    expect(readFileSync(at('whole', 'report.html'), 'utf8')).toMatch(/<html[^>]*lang="ru"/);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('leaves nothing in the temporary folder when %s ends it', async (signal, ended) => {
    const temporary = at(signal);
    mkdirSync(temporary);
    const slips = Array.from(
      { length: 30_000 },
      (_, n) => `RU,${n},arrival,2005-02-20,Шевчук,Олег,,M,1971-11-23,BY,RU\n`,
    );
    writeFileSync(at('many.csv'), HEADER + slips.join(''));
    const child = startSaldoIn({ TMPDIR: temporary }, 'account', at('many.csv'), '--out', at(`stopped-${signal}`));
    const code = new Promise(resolve => child.on('close', resolve));
    while (readdirSync(temporary).length === 0) await wait(2);
    child.kill(signal);
    expect(await code).toBe(ended);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('ends with 0 where rows were set aside, with 1 under --strict', async () => {
    const [plain, strict] = await Promise.all([
      saldo('account', at('mixed.csv'), '--out', at('mixed')),
      saldo('account', at('mixed.csv'), '--out', at('strict'), '--strict'),
    ]);
    expect([plain.code, strict.code]).toEqual([0, 1]);
    expect(plain.out).toContain('missing_value');
    expect(existsSync(at('strict', 'persons.parquet'))).toBe(true);
  });

  it.concurrent.each([
    ['nothing could be accepted', ['bad.csv'], [], 'nothing_accounted', /none of the 1 rows read.*missing_value/],
    ['a path is not there', ['nowhere.csv'], [], 'unreadable_input', /nowhere\.csv: there is no such file/],
    ['a file holds no slips', ['other.csv'], [], 'not_a_slip_file', /other\.csv/],
    ['a folder is empty', ['empty'], [], 'no_slips', /empty/],
    [
      'the folder of the account cannot be made',
      ['good.csv'],
      ['--out', 'good.csv/out'],
      'unwritable_output',
      /good\.csv\/out/,
    ],
    ['the model is not there', ['good.csv'], ['--model', 'no-model.json'], 'unreadable_input', /no-model\.json/],
    ['the model is none', ['good.csv'], ['--model', 'other.csv'], 'invalid_file', /other\.csv is no linkage model/],
    ['the judgements are none', ['good.csv'], ['--judgements', 'other.csv'], 'invalid_file', /line 1.*line 2/s],
    ['the profile is not there', ['good.csv'], ['--profile', 'xx-none'], undefined, /xx-none/],
  ])('ends with 2 and one JSON document where %s', async (_, paths, options, code, message) => {
    const given = options.map(word => (word.startsWith('--') || word === 'xx-none' ? word : at(word)));
    const out = given.includes('--out') ? [] : ['--out', at('failed')];
    const answer = await saldo('--json', 'account', ...paths.map(path => at(path)), ...out, ...given);
    expect(answer.code).toBe(2);
    const { error } = JSON.parse(answer.out);
    expect(error.message).toMatch(message);
    if (code !== undefined) expect(error.code).toBe(code);
    expect(answer.err).toContain('error: ');
    expect(answer.err).not.toMatch(/^\s+at /m);
  });

  it('tells all bad option values at once', async () => {
    const bad = [
      '--threshold',
      '0',
      '--lapse',
      'six',
      '--by',
      'sex,height',
      '--format',
      'xml',
      '--lang',
      'fr',
      '--memory',
      'much',
    ];
    const { code, err } = await saldo('account', at('good.csv'), '--out', at('options'), ...bad);
    expect(code).toBe(2);
    for (const found of [
      /--threshold: found 0/,
      /--lapse: found six/,
      /--by: found height/,
      /--format: found xml/,
      /--lang: found fr/,
      /memory.*much/,
    ])
      expect(err).toMatch(found);
    expect(existsSync(at('options'))).toBe(false);
  });

  it('prints one JSON document under --json and nothing under --quiet', async () => {
    const [json, quiet] = await Promise.all([
      saldo('--json', 'account', at('good.csv'), '--out', at('json')),
      saldo('--quiet', 'account', at('good.csv'), '--out', at('quiet')),
    ]);
    expect(JSON.parse(json.out)).toEqual(JSON.parse(readFileSync(at('json', 'run.json'), 'utf8')));
    expect([json.err, quiet.out, quiet.err]).toEqual(['', '', '']);
    expect(JSON.parse(readFileSync(at('quiet', 'run.json'), 'utf8')).fingerprint).toBe(
      JSON.parse(json.out).fingerprint,
    );
  });

  it('tells of judgements that speak of slips which are not here', async () => {
    const judgements = at('strange.jsonl');
    writeFileSync(
      judgements,
      `${JSON.stringify({ a: 'BY:a1', b: 'KZ:1', judgement: 'same', reason: 'x', judged_on: '2012-01-01' })}\n`,
    );
    const { code, err } = await saldo('account', at('good.csv'), '--out', at('strange'), '--judgements', judgements);
    expect(code).toBe(0);
    expect(err).toContain('1 of 1 judgements speak of slips that are not accepted here');
  });
});

describe('saldo', () => {
  it.concurrent.each([
    [['--help'], 0, /Usage: saldo/],
    [['account', '--help'], 0, /--threshold <months>/],
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
    [['nonsense'], 2, /unknown command 'nonsense'/],
    [['account', 'x.csv'], 2, /--out/],
    [['account', '--out', 'x'], 2, /no home.*PATHS/],
    [['account', 'x.csv', '--out', 'x', '--nonsense'], 2, /--nonsense/],
    [[], 2, /Usage: saldo/],
  ])('%j ends with %i', async (argv, code, told) => {
    const answer = await saldo(...argv);
    expect(answer.code).toBe(code);
    expect(answer.out + answer.err).toMatch(told);
  });

  it('prints one JSON document for a command line that it cannot read, too', async () => {
    for (const argv of [
      ['--json', 'nonsense'],
      ['--json', 'account', 'x.csv'],
      ['account', '--json', 'x.csv'],
    ]) {
      const { code, out } = await saldo(...argv);
      expect(code).toBe(2);
      expect(JSON.parse(out).error).toMatchObject({ code: 'invalid_option', message: expect.any(String) });
    }
  });
});

describe('saldo slips, simulate, review and explain', () => {
  beforeAll(async () => {
    await saldo('simulate', at('world'), '--people', '150', '--noise', '3', '--seed', '5');
    await saldo('account', at('world', 'slips'), '--out', at('reviewed'), '--format', 'csv');
  });

  it('check slips without accounting them', async () => {
    const [good, bad] = await Promise.all([
      saldo('slips', 'check', at('good.csv')),
      saldo('slips', 'check', at('bad.csv')),
    ]);
    expect([good.code, bad.code]).toEqual([0, 2]);
    expect(good.out).toContain('4 accepted + 0 set aside = 4 read');
  });

  it('simulate a world and tell all faults of its options', async () => {
    const record = JSON.parse(
      (await saldo('--json', 'simulate', at('other-world'), '--people', '20', '--states', 'BY,RU')).out,
    );
    expect(record.counts.people).toBe(20);
    expect(readdirSync(at('other-world', 'slips'))).toHaveLength(4);
    const { code, err } = await saldo('simulate', at('no-world'), '--people', '0', '--noise', '9', '--states', 'XX');
    expect(code).toBe(2);
    for (const option of ['--people', '--noise', '--states']) expect(err).toContain(option);
    expect(existsSync(at('no-world'))).toBe(false);
  });

  it('list the doubtful pairs with their slips, and not those that are judged', async () => {
    const list = async (...options: string[]) =>
      JSON.parse((await saldo('--json', 'review', at('reviewed'), ...options)).out);
    const pairs = await list();
    expect(pairs.length).toBeGreaterThan(0);
    const [first] = pairs;
    expect(first.slips.map(({ slip }: { slip: string }) => slip)).toEqual([first.a, first.b]);
    const kept = ['--judgements', at('judged.jsonl')];
    const judged = await saldo(
      'review',
      at('reviewed'),
      ...kept,
      '--pair',
      first.a,
      first.b,
      '--judge',
      'different',
      '--reason',
      'two men',
    );
    expect(judged).toMatchObject({ code: 0, out: expect.stringContaining('are judged different') });
    const left = await list(...kept);
    expect(left.map(nameOf)).toEqual(pairs.slice(1).map(nameOf));
    const again = await saldo(
      '--json',
      'account',
      at('world', 'slips'),
      '--out',
      at('judged'),
      '--format',
      'csv',
      ...kept,
    );
    expect(JSON.parse(again.out)).toMatchObject({ parameters: { judgements: 1 }, unknown_judgements: 0 });
    const persons = readTable<'office' | 'slip_id' | 'person'>(at('judged', 'persons.csv'));
    const personOf = (slip: string) => persons.find(row => `${row.office}:${row.slip_id}` === slip)?.person;
    expect(personOf(first.a)).not.toBe(personOf(first.b));
  });

  it('take no judgement that lacks a part, no strange limit, no folder that is no account', async () => {
    const [part, name, limit, none] = await Promise.all([
      saldo('review', at('reviewed'), '--judge', 'same'),
      saldo(
        'review',
        at('reviewed'),
        '--judge',
        'same',
        '--pair',
        '1',
        '2',
        '--reason',
        'x',
        '--judgements',
        at('x.jsonl'),
      ),
      saldo('review', at('reviewed'), '--limit', 'many'),
      saldo('review', at('empty')),
    ]);
    expect([part, name, limit, none].map(({ code }) => code)).toEqual([2, 2, 2, 2]);
    expect(name.err).toContain('OFFICE:SLIP_ID');
    expect(limit.err).toContain('--limit: found many');
    expect(none.err).toContain('is no folder of an account');
  });

  it('explain a pair by a waterfall that ends in its weight', async () => {
    const [slips] = readTable<'a' | 'b' | 'weight' | 'linked_as'>(at('reviewed', 'doubtful.csv'));
    if (slips === undefined) throw new Error('no doubtful pair');
    const [told, json] = await Promise.all([
      saldo('explain', slips.a, slips.b, '--account', at('reviewed')),
      saldo('--json', 'explain', slips.a, slips.b, '--account', at('reviewed')),
    ]);
    expect(told).toMatchObject({ code: 0, out: expect.stringContaining('before any evidence') });
    expect(JSON.parse(json.out).weight).toBeCloseTo(Number(slips.weight), 1);
    expect(JSON.parse(json.out).linked_as).toBe(slips.linked_as);
    expect(told.out).toContain(slips.linked_as === 'same' ? 'to be one person' : 'to be two persons');
  });

  it('explain no slip that is not there', async () => {
    const { code, err } = await saldo('explain', 'BY:none', 'RU:none', '--account', at('reviewed'));
    expect(code).toBe(2);
    expect(err).toContain('no accepted slip BY:none, RU:none');
  });

  it('review nothing once the slips have changed', async () => {
    writeFileSync(at('changing.csv'), `${HEADER}${ANNA}`);
    await saldo('account', at('changing.csv'), '--out', at('changed'));
    writeFileSync(at('changing.csv'), `${HEADER}${ANNA}${OLEG}`);
    const { code, err } = await saldo('review', at('changed'));
    expect(code).toBe(2);
    expect(err).toContain('changed since the account was made');
  });
});

describe('hand-made slips', () => {
  it('of two namesakes with other fathers and other birth dates are two persons, even where there are no others', async () => {
    writeFileSync(
      at('namesakes.csv'),
      `${HEADER}RU,d1,departure,2005-02-20,Иванов,Иван,Иванович,M,1980-05-06,RU,BY
BY,a1,arrival,2007-03-01,Иванов,Иван,Сергеевич,M,1991-11-23,RU,BY\n`,
    );
    const { out } = await saldo('--json', 'account', at('namesakes.csv'), '--out', at('namesakes'));
    expect(JSON.parse(out).persons).toBe(2);
  });
});

describe('an account that is killed', () => {
  it('looks like none, blocks no other, and the next one removes what it left', async () => {
    await saldo('simulate', at('killed-world'), '--people', '500');
    const temporary = at('temporary');
    mkdirSync(temporary);
    process.env['TMPDIR'] = temporary;
    try {
      const argv = ['account', at('killed-world', 'slips'), '--out', at('killed')];
      await kill(startSaldo(...argv), 'names to comparison keys');
      expect(readdirSync(temporary)).toHaveLength(1);
      expect(readFileSync(at('killed', 'run.json'), 'utf8')).toBe('');
      const review = await saldo('review', at('killed'));
      expect(review).toMatchObject({ code: 2, err: expect.stringContaining('did not run to its end') });
      expect((await saldo(...argv)).code).toBe(0);
      expect(JSON.parse(readFileSync(at('killed', 'run.json'), 'utf8')).accepted).toBeGreaterThan(1000);
      expect(readdirSync(temporary)).toEqual([]);
    } finally {
      delete process.env['TMPDIR'];
    }
  });
});

/** Kills a run, as a power cut would, once it has told of a step. */
function kill(child: ReturnType<typeof startSaldo>, step: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = '';
    child.stderr.setEncoding('utf8').on('data', text => {
      told += text;
      if (told.includes(step)) child.kill('SIGKILL');
    });
    child.on('close', (_, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`it ended by itself: ${told}`)),
    );
  });
}

function nameOf({ a, b }: { a: string; b: string }): string {
  return `${a} ${b}`;
}
