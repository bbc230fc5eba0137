import { describe, expect, it } from 'vitest';
import { ActSchema } from '../register/act.ts';
import { answer } from '../rights/answer.ts';
import { parseQuestion } from '../rights/question.ts';
import { tellAnswer } from '../rights/told-answer.ts';
import { CompiledRegister } from './compiled-register.ts';

const text = { ru: 'x', en: 'x' };
let number = 0;

function claim(event: string, more: Record<string, unknown> = {}) {
  number += 1;
  return { id: `c${number}`, event, party: '*', evidence: 'seen', recorded_on: '2026-11-22', ...more };
}

function act(id: string, claims: readonly unknown[], more: Record<string, unknown> = {}) {
  return ActSchema.parse({
    ...{ id, title: text, kind: 'treaty', subjects: ['work'], signed: '2000-01-01', signatories: ['BY', 'RU'] },
    claims,
    ...more,
  });
}

const work = (rule: Record<string, unknown> = {}, article = '1') => ({
  ...{ article, text, evidence: 'seen' },
  rules: [{ right: 'work-without-permit', effect: 'permission', ...rule }],
});
const entered = (date = '2000-01-01', more = {}) => claim('entry-into-force', { date, ...more });
const registerOf = (...acts: ReturnType<typeof act>[]) => new CompiledRegister({ acts, sources: new Map() });

function force(of: ReturnType<typeof act>, on: string, ...others: ReturnType<typeof act>[]) {
  return registerOf(of, ...others).inForce(of, 'BY', 'RU', on);
}

describe('force between two states', () => {
  it('ends with a notice of denunciation when its term has run out, at the end of a short month', () => {
    const denounced = act('A', [entered(), claim('notice-of-denunciation', { party: ['RU'], date: '2009-08-31' })], {
      denunciation: { months: 6, text },
    });
    expect(force(denounced, '2010-02-27').force).toBe('in-force');
    expect(force(denounced, '2010-02-28').force).toBe('not-in-force');
  });

  it('is not known after a notice whose term nobody found', () => {
    const denounced = act('A', [entered(), claim('notice-of-denunciation', { party: ['RU'], date: '2009-08-31' })]);
    expect(force(denounced, '2009-08-30').force).toBe('in-force');
    const after = force(denounced, '2009-08-31');
    expect(after.force).toBe('uncertain');
    expect(after.missing?.('ru')).toBe('день, с которого действует денонсация A (Россия)');
  });

  it('rests while the act is suspended, and while an objection stands', () => {
    const suspended = act('A', [
      entered(),
      claim('suspension', { party: ['BY'], date: '2005-01-01', until: '2006-01-01' }),
    ]);
    expect(['2004-12-31', '2005-01-01', '2005-12-31', '2006-01-01'].map(on => force(suspended, on).force)).toEqual([
      'in-force',
      'not-in-force',
      'not-in-force',
      'in-force',
    ]);
    const objected = act('A', [
      entered(),
      claim('objection', { party: ['BY'], towards: ['RU'], date: '2003-01-01', until: '2004-01-01' }),
    ]);
    expect(['2002-12-31', '2003-06-01', '2004-01-01'].map(on => force(objected, on).force)).toEqual([
      'in-force',
      'not-in-force',
      'in-force',
    ]);
    const open = act('A', [entered(), claim('objection', { party: ['BY'], towards: ['RU'], date: '2003' })]);
    expect(force(open, '2003-06-01').force).toBe('uncertain');
  });

  it('is not known without a day of entry, but was surely not there before a party’s own ratification', () => {
    const undated = act('A', [claim('ratification-law', { party: ['RU'], date: '2004-05-01' })]);
    expect(['1999-12-31', '2004-04-30', '2004-05-01'].map(on => force(undated, on).force)).toEqual([
      'not-in-force',
      'not-in-force',
      'uncertain',
    ]);
    expect(force(act('B', []), '2004-04-30').force).toBe('uncertain');
  });

  it('begins by provisional application, and ends with it where the act never enters into force', () => {
    const applied = act('A', [claim('provisional-application', { date: '2001-01-01', until: '2002-01-01' })]);
    expect(['2000-12-31', '2001-01-01', '2002-01-01'].map(on => force(applied, on).force)).toEqual([
      'not-in-force',
      'provisional',
      'not-in-force',
    ]);
  });

  it('follows from the act’s own rule where no day was recorded', () => {
    const told = act(
      'A',
      [
        claim('notification', { party: ['BY'], date: '2001-01-31' }),
        claim('notification', { party: ['RU'], date: '2001-03-01' }),
      ],
      { force: { rule: 'all-notifications', days: 30, text } },
    );
    expect(force(told, '2001-03-30').force).toBe('not-in-force');
    expect(force(told, '2001-03-31').force).toBe('in-force');
    expect(force(act('A', [], { force: { rule: 'fixed-day', day: '2003-05-01', text } }), '2003-05-01').force).toBe(
      'in-force',
    );
  });

  it('passes to the act that takes its place, is doubtful while that one is, and never runs in a circle', () => {
    const old = act('OLD', [entered()]);
    const later = act('LATER', [entered('2010')], { replaces: ['OLD'], signed: '2009-01-01' });
    expect(force(old, '2009-12-31', later).force).toBe('in-force');
    const doubtful = force(old, '2010-06-01', later);
    expect(doubtful.force).toBe('uncertain');
    expect(doubtful.missing?.('en')).toContain('whether OLD has given way to LATER');
    expect(force(old, '2011-01-01', later)).toMatchObject({ force: 'not-in-force', replacedBy: 'LATER' });
    const circle = act('OLD', [entered()], { replaces: ['LATER'] });
    expect(() => registerOf(circle, later)).toThrow(/OLD: replaces itself through others; LATER/);
  });
});

describe('rules', () => {
  const ask = (register: CompiledRegister, more: Record<string, unknown> = {}, [citizen, host] = ['BY', 'RU']) => {
    const { question } = parseQuestion({ citizen, host, on: '2005-06-01', ...more });
    return answer(register, question, 'work-without-permit');
  };

  it('leave reserved and suspended articles to the host’s own law, for the state that reserved them', () => {
    const reserved = act('A', [entered(), claim('reservation', { party: ['RU'], articles: ['13'] })], {
      provisions: [work({}, '13(1)')],
    });
    expect(ask(registerOf(reserved)).status).toBe('national-law');
    expect(ask(registerOf(reserved), {}, ['RU', 'BY']).status).toBe('yes');
    const suspended = act(
      'A',
      [entered(), claim('suspension', { party: ['RU'], articles: ['1'], date: '2005-01-01', until: '2006-01-01' })],
      { provisions: [work()] },
    );
    expect(ask(registerOf(suspended)).status).toBe('national-law');
    expect(ask(registerOf(suspended), { on: '2006-01-01' }).status).toBe('yes');
  });

  it('deny by a prohibition or an obligation of the person', () => {
    for (const effect of ['prohibition', 'obligation'])
      expect(ask(registerOf(act('A', [entered()], { provisions: [work({ effect })] }))).status).toBe('no');
  });

  const limit = (id: string, value: number, more: Record<string, unknown> = {}) =>
    act(id, [entered()], { provisions: [work({ effect: 'limit', value, unit: 'day' })], ...more });

  it('stand by override, favour, speciality and time; equals that differ are a conflict that is shown', () => {
    const wide = { signatories: ['BY', 'RU', 'KZ'] };
    const special = ask(registerOf(limit('A', 10), limit('B', 90, wide)));
    expect(special).toMatchObject({ status: 'yes', value: 10, outranked: [{ by: 'special' }] });
    const later = ask(registerOf(limit('A', 10), limit('B', 90, { signed: '2001-01-01' })));
    expect(later).toMatchObject({ value: 90, outranked: [{ by: 'later' }] });
    const favour = ask(registerOf(limit('A', 10), limit('B', 90, { ...wide, more_favourable: true })));
    expect(favour).toMatchObject({ value: 90, outranked: [{ by: 'more-favourable' }] });
    const overriding = act('B', [entered()], {
      ...wide,
      provisions: [work({ effect: 'prohibition', overrides: ['A/1/work-without-permit'] })],
    });
    expect(ask(registerOf(limit('A', 10), overriding))).toMatchObject({
      status: 'no',
      outranked: [{ by: 'override' }],
    });
    const equals = ask(registerOf(limit('A', 10), limit('B', 90)));
    expect(equals.status).toBe('disputed');
    expect(equals.because.map(({ placed }) => placed.act.id)).toEqual(['A', 'B']);
  });

  it('make the answer unknown where one that is uncertain would change it', () => {
    const doubtful = limit('B', 10, { claims: [entered('2005')], signed: '2001-01-01' });
    const found = tellAnswer(registerOf(limit('A', 90), doubtful), ask(registerOf(limit('A', 90), doubtful)), 'ru');
    expect(found.status).toBe('unknown');
    expect(found.missing[0]).toContain('день вступления B в силу');
  });

  it('name the fact that is missing, and the last day of a limit with its counting', () => {
    const when = act('A', [entered()], { provisions: [work({ when: { contract: ['civil', 'labour'] } })] });
    expect(tellAnswer(registerOf(when), ask(registerOf(when)))).toMatchObject({
      status: 'unknown',
      missing: ['contract'],
    });
    const months = act('A', [entered()], { provisions: [work({ effect: 'limit', value: 1, unit: 'month' })] });
    const { term } = tellAnswer(registerOf(months), ask(registerOf(months), { entered: '2005-01-31' }));
    expect(term).toMatchObject({ last_day: '2005-02-28', over: true });
    expect(term?.counting).toContain('the term ends on its last day');
  });
});
