import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Engine } from './engine.ts';
import { sqlList, sqlName, sqlText } from './sql.ts';

describe('engine', () => {
  it('gives plain cells and removes its working folder when it closes', async () => {
    const engine = await Engine.open({ threads: 1 });
    const row = await engine.row(
      "select 5::bigint as big, date '2011-12-31' as day, null as nothing, 'ё' as letter, true as yes, 0.5 as half",
    );
    expect(row).toEqual({ big: 5, day: '2011-12-31', nothing: null, letter: 'ё', yes: true, half: 0.5 });
    const { workFolder } = engine;
    expect(existsSync(workFolder)).toBe(true);
    engine.close();
    expect(existsSync(workFolder)).toBe(false);
  });

  it('wraps a failing query with its text', async () => {
    const engine = await Engine.open({ threads: 1 });
    await expect(engine.run('select * from nowhere')).rejects.toMatchObject({
      code: 'engine_failed',
      details: { sql: 'select * from nowhere' },
    });
    engine.close();
  });

  it('says so where the memory allowed does not suffice', async () => {
    const engine = await Engine.open({ threads: 1, memory: 256 * 2 ** 20 });
    await expect(engine.run('create table t as select list(x) from range(100000000) r(x)')).rejects.toMatchObject({
      code: 'memory_too_small',
      message: expect.stringContaining('256 MB'),
    });
    engine.close();
  });

  it('leaves room for what the process holds beside it, or says how much is needed', async () => {
    const engine = await Engine.open({ threads: 1, memory: 2 ** 30 });
    await engine.leaveRoom(2 ** 29);
    expect(await engine.row(`select current_setting('memory_limit') as memory_limit`)).toEqual({
      memory_limit: '512.0 MiB',
    });
    await expect(engine.leaveRoom(2 ** 30)).rejects.toMatchObject({
      code: 'memory_too_small',
      message: expect.stringContaining('at least 1072 MB'),
    });
    engine.close();
  });

  it('works side by side in lanes, and takes up nothing after what failed', async () => {
    const engine = await Engine.open({ threads: 2 });
    const tables = await engine.sideBySide([7, 8, 9], async (lane, value, number) => {
      await lane.run(`create or replace temp table own as select ${value} as value`);
      await lane.run(`create table t${number} as from own`);
      return `t${number}`;
    });
    expect(tables).toEqual(['t0', 't1', 't2']);
    expect(await engine.rows('from t0 union all from t1 union all from t2 order by all')).toEqual([
      { value: 7 },
      { value: 8 },
      { value: 9 },
    ]);
    await expect(engine.run('from own')).rejects.toMatchObject({ code: 'engine_failed' });
    const failing = ['from nowhere', 'from nowhere', 'create table t4 as select 4 as value'];
    await expect(engine.sideBySide(failing, (lane, sql) => lane.run(sql))).rejects.toMatchObject({
      code: 'engine_failed',
    });
    await expect(engine.run('from t4')).rejects.toMatchObject({ code: 'engine_failed' });
    engine.close();
  });

  it('streams chunk by chunk, may be left early, and tells an error in its turn', async () => {
    const engine = await Engine.open({ threads: 1 });
    let rows = 0;
    for await (const [column] of engine.chunks('select x::integer as x from range(10000) t(x)'))
      rows += column?.length ?? 0;
    expect(rows).toBe(10_000);
    for await (const [column] of engine.chunks('select x::integer as x from range(1000000) t(x)')) {
      expect(column?.length).toBeGreaterThan(0);
      break;
    }
    let seen = 0;
    const failsLate = async () => {
      const late = "select if(x = 50000, error('late'), x::varchar) as x from range(100000) t(x)";
      for await (const [column] of engine.chunks(late)) {
        seen += column?.length ?? 0;
        await new Promise(resolve => setTimeout(resolve, 2));
      }
    };
    await expect(failsLate()).rejects.toMatchObject({ code: 'engine_failed' });
    expect(seen).toBeLessThan(100_000);
    expect(await engine.rows('select 1 as one')).toEqual([{ one: 1 }]);
    engine.close();
  });

  it('stops what runs in its lanes', async () => {
    const engine = await Engine.open({ threads: 2 });
    const endless = 'select sum(x * y) from range(10000000) a(x), range(10000000) b(y)';
    const working = engine.sideBySide([endless, endless], (lane, sql) => lane.run(sql));
    const ended = expect(working).rejects.toMatchObject({ code: 'engine_failed' });
    const timer = setInterval(() => engine.interrupt(), 20);
    await ended;
    clearInterval(timer);
    engine.close();
  });

  it('stops what streams', async () => {
    const engine = await Engine.open({ threads: 2 });
    const endless = 'select sum(x * y) as s from range(10000000) a(x), range(10000000) b(y)';
    const ended = expect(engine.chunks(endless).next()).rejects.toMatchObject({ code: 'engine_failed' });
    const timer = setInterval(() => engine.interrupt(), 20);
    await ended;
    clearInterval(timer);
    engine.close();
  });

  it('quotes texts, names and lists', () => {
    expect(sqlText("O'Neil")).toBe("'O''Neil'");
    expect(sqlName('a"b')).toBe('"a""b"');
    expect(sqlList(["a'", 'b'])).toBe("['a''','b']");
  });
});
