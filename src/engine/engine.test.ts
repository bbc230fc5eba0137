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

  it('runs statements side by side, and none that follows one that failed', async () => {
    const engine = await Engine.open({ threads: 2 });
    await engine.runSideBySide([1, 2, 3].map(number => `create table t${number} as select ${number} as value`));
    expect(await engine.rows('from t1 union all from t2 union all from t3')).toHaveLength(3);
    const failing = ['from nowhere', 'from nowhere', 'create table t4 as select 4 as value'];
    await expect(engine.runSideBySide(failing)).rejects.toMatchObject({ code: 'engine_failed' });
    await expect(engine.run('from t4')).rejects.toMatchObject({ code: 'engine_failed' });
    engine.close();
  });

  it('quotes texts, names and lists', () => {
    expect(sqlText("O'Neil")).toBe("'O''Neil'");
    expect(sqlName('a"b')).toBe('"a""b"');
    expect(sqlList(["a'", 'b'])).toBe("['a''','b']");
  });
});
