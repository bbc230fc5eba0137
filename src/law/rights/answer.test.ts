import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompiledRegister } from '../force/compiled-register.ts';
import { partiesOn } from '../force/parties.ts';
import { CHOSEN } from '../force/reading.ts';
import { type Act, ActSchema, ClaimSchema, RIGHTS, ROLES } from '../register/act.ts';
import { readRegister } from '../register/read-register.ts';
import { answer } from './answer.ts';
import { differenceOf } from './difference.ts';
import { parseQuestion, type Question } from './question.ts';
import { tellAnswer } from './told-answer.ts';

const register = readRegister();
const compiled = new CompiledRegister(register);
const STATES = ['AM', 'AZ', 'BY', 'GE', 'KG', 'KZ', 'MD', 'RU', 'TJ', 'TM', 'UA', 'UZ'];

const questions: fc.Arbitrary<Question> = fc
  .record({
    citizen: fc.constantFrom(...STATES),
    host: fc.constantFrom(...STATES),
    on: fc
      .date({ min: new Date('1991-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
      .map(date => date.toISOString().slice(0, 10)),
    role: fc.constantFrom(...ROLES),
  })
  .filter(({ citizen, host }) => citizen !== host)
  .map(question => ({ ...question, facts: {} }));
const rights = fc.constantFrom(...RIGHTS);

function entered(date: string) {
  return { id: 'c1', event: 'entry-into-force', party: '*', date, evidence: 'seen', recorded_on: '2026-11-22' };
}

function actOf(id: string, { rules, ...more }: { rules: readonly object[] } & Record<string, unknown>): Act {
  return ActSchema.parse({
    ...{ id, title: { ru: 'x', en: 'x' }, kind: 'treaty', subjects: ['work'], ...more },
    provisions: [{ article: '1', text: { ru: 'x', en: 'x' }, evidence: 'seen', rules }],
  });
}

describe('every answer', () => {
  it('names in its reasons only acts in force that day between the two', () => {
    fc.assert(
      fc.property(questions, rights, (question, right) => {
        const { status, because } = answer(compiled, question, right);
        if (status === 'unknown') return;
        for (const { placed } of because)
          expect(compiled.inForce(placed.act, question.citizen, question.host, question.on).force).toMatch(
            /in-force|provisional/,
          );
      }),
    );
  });

  it('is explained only by acts in force that day between the two, or of which that is not certain', () => {
    fc.assert(
      fc.property(questions, rights, (question, right) => {
        const { status, explanation, because } = tellAnswer(compiled, answer(compiled, question, right));
        for (const { act } of [...explanation.rules, ...because]) {
          const { force } = compiled.inForce(compiled.acts.get(act)!, question.citizen, question.host, question.on);
          expect(force).not.toBe('not-in-force');
        }
        if (status === 'yes' || status === 'no') expect(because).not.toEqual([]);
      }),
    );
  });

  it('is the same both ways, with the same acts, where no rule and no reservation names a host', () => {
    const rules = RIGHTS.flatMap(right => compiled.rulesAbout(right));
    expect(rules.filter(({ rule }) => rule.from !== undefined || rule.to !== undefined)).toEqual([]);
    fc.assert(
      fc.property(questions, rights, (question, right) => {
        const reserved = compiled.actsAbout(right).some(act => compiled.articleClaimsOf(act).length > 0);
        fc.pre(!reserved);
        const there = answer(compiled, question, right);
        const back = answer(compiled, { ...question, citizen: question.host, host: question.citizen }, right);
        const gist = ({ status, value, unit, because }: typeof there) => ({
          ...{ status, value, unit },
          acts: because.map(({ placed }) => placed.id),
        });
        expect(gist(back)).toEqual(gist(there));
      }),
      { numRuns: 500 },
    );
  });

  it('does not change with an act that does not bind both, whatever it gives or denies', () => {
    const acts = fc.record({
      signatories: fc.uniqueArray(fc.constantFrom(...STATES, 'FR'), { minLength: 2, maxLength: 5 }),
      effect: fc.constantFrom('permission', 'prohibition', 'equal-treatment', 'obligation'),
      on: fc.constantFrom('1991-06-01', '1999-12-01', '2015-01-01'),
    });
    fc.assert(
      fc.property(questions, rights, acts, (question, right, { signatories, effect, on }) => {
        fc.pre(!(signatories.includes(question.citizen) && signatories.includes(question.host)));
        const stranger = actOf('STRANGER', {
          signatories,
          signed: on,
          claims: [entered(on)],
          rules: [{ right, effect }],
        });
        const wider = new CompiledRegister({ ...register, acts: [...register.acts, stranger] });
        expect(tellAnswer(wider, answer(wider, question, right))).toEqual(
          tellAnswer(compiled, answer(compiled, question, right)),
        );
      }),
    );
  });

  it('does change with one that binds both: the test above could fail', () => {
    const related = actOf('RELATED', {
      ...{ signatories: ['AZ', 'GE'], signed: '2000-01-01', claims: [entered('2000-01-01')] },
      rules: [{ right: 'property', effect: 'permission' }],
    });
    const wider = new CompiledRegister({ ...register, acts: [...register.acts, related] });
    const { question } = parseQuestion({ citizen: 'AZ', host: 'GE', on: '2010-01-01' });
    expect([answer(compiled, question, 'property').status, answer(wider, question, 'property').status]).toEqual([
      'national-law',
      'yes',
    ]);
  });

  it('stays as it was, reasons and all, for who asks by the knowledge of an earlier day, whatever sources say later', () => {
    const withClaims = register.acts.filter(({ claims }) => claims.length > 0);
    const news = fc.record({
      act: fc.constantFrom(...withClaims.map(({ id }) => id)),
      event: fc.constantFrom(
        'entry-into-force',
        'withdrawal',
        'termination',
        'not-in-force',
        'suspension',
        'objection',
      ),
      party: fc.oneof(
        fc.constant('*'),
        fc.constantFrom(...STATES).map(state => [state]),
      ),
      date: fc.constantFrom('1993-01-01', '2005', '2012-01-01/..', '2020-01-01'),
      supersedes: fc.boolean(),
      contradicts: fc.boolean(),
    });
    fc.assert(
      fc.property(questions, rights, fc.array(news, { minLength: 1, maxLength: 4 }), (question, right, said) => {
        const later = new CompiledRegister({ ...register, acts: register.acts.map(act => said.reduce(adding, act)) });
        const then = { ...question, knownOn: '2026-12-01' };
        expect(tellAnswer(later, answer(later, then, right))).toEqual(
          tellAnswer(compiled, answer(compiled, then, right)),
        );
      }),
      { numRuns: 200 },
    );

    type News = typeof news extends fc.Arbitrary<infer Said> ? Said : never;

    function adding(act: Act, { act: id, supersedes, contradicts, ...claim }: News, at: number): Act {
      if (act.id !== id) return act;
      const [first] = act.claims;
      const added = ClaimSchema.parse({
        ...claim,
        ...{ id: `later-${act.claims.length + at}`, evidence: 'seen', recorded_on: '2030-01-01' },
        ...(claim.event === 'objection' && { party: ['BY'], towards: ['RU'] }),
        ...(supersedes && { supersedes: first?.id }),
        ...(contradicts && { contradicts: [first?.id], chosen: { because: { ru: 'x', en: 'x' }, settled: true } }),
      });
      return { ...act, claims: [...act.claims, added] };
    }
  });
});

describe('an answer that national law decides', () => {
  const tell = (asked: { citizen: string; host: string; on: string; role?: string }, right: (typeof RIGHTS)[number]) =>
    tellAnswer(compiled, answer(compiled, parseQuestion(asked).question, right));

  it('names the rules that speak of persons in another role, and what the register lacks', () => {
    const visitor = { citizen: 'KZ', host: 'RU', on: '2020-06-01' };
    const told = tell(visitor, 'social-security');
    expect(told.status).toBe('national-law');
    expect(told.explanation.rules).toContainEqual(
      expect.objectContaining({
        ...{ act: 'EAEU-2014', article: '98', outcome: 'does-not-apply' },
        why: 'the rule speaks of others: worker, member of a worker’s family',
      }),
    );
    expect(told.explanation.gaps.join()).toMatch(/bilateral/);
    expect(tell({ ...visitor, role: 'worker' }, 'social-security')).toMatchObject({
      status: 'yes',
      explanation: { gaps: [] },
    });
  });

  it('tells of acts not read only states that have to do with them', () => {
    const gaps = (citizen: string) => tell({ citizen, host: 'AM', on: '2020-06-01' }, 'education').explanation.gaps;
    expect(gaps('TJ')).toHaveLength(1);
    expect(gaps('GE')).toEqual([]);
  });
});

describe('a doubtful claim', () => {
  it('is shown beside the answer that rests on it, and changes nothing', () => {
    const ask = (on: string) => answer(compiled, parseQuestion({ citizen: 'TJ', host: 'RU', on }).question, 'pension');
    expect(ask('2022-12-31')).toMatchObject({ status: 'yes', conflicts: [] });
    expect(ask('2023-01-01')).toMatchObject({
      status: 'national-law',
      conflicts: [{ act: 'CIS-PENSION-1992', others: [], settled: false, counted: { id: 'c4' } }],
    });
  });
});

describe('exceptions', () => {
  it('may have exceptions of their own', () => {
    const act = ActSchema.parse({
      ...{
        id: 'A',
        title: { ru: 'А', en: 'A' },
        kind: 'treaty',
        subjects: ['work'],
        signed: '2000-01-01',
        signatories: ['BY', 'RU'],
      },
      claims: [
        {
          id: 'c1',
          event: 'entry-into-force',
          party: '*',
          date: '2000-01-01',
          evidence: 'seen',
          recorded_on: '2026-11-22',
        },
      ],
      provisions: [
        {
          ...{ article: '1', text: { ru: 'x', en: 'x' }, evidence: 'seen' },
          rules: [
            {
              ...{ right: 'work-without-permit', effect: 'permission' },
              unless: [
                {
                  ...{ id: 'medicine', text: { ru: 'x', en: 'x' }, when: { occupation: ['medical'] } },
                  unless: [{ id: 'rescue', text: { ru: 'x', en: 'x' }, when: { rescue: ['yes'] } }],
                },
              ],
            },
          ],
        },
      ],
    });
    const small = new CompiledRegister({ acts: [act], sources: new Map() });
    const ask = (facts: Record<string, string>) =>
      answer(small, { citizen: 'BY', host: 'RU', on: '2010-01-01', role: 'worker', facts }, 'work-without-permit');
    expect(ask({}).status).toBe('yes');
    expect(ask({}).missing).toEqual([{ fact: 'occupation', values: ['medical'] }]);
    expect(ask({ occupation: 'medical' }).status).toBe('national-law');
    expect(ask({ occupation: 'medical', rescue: 'yes' }).status).toBe('yes');
  });
});

describe('parties on a day', () => {
  const statusOf = (id: string, on: string) =>
    Object.fromEntries(partiesOn(compiled.acts.get(id)!, on, CHOSEN).map(({ state, status }) => [state, status]));

  it('are those of the protocol of 2005, notification by notification', () => {
    expect(statusOf('CIS-LABOUR-1994-P2005', '2006-12-14')).toMatchObject({ BY: 'signed', MD: 'signed' });
    expect(statusOf('CIS-LABOUR-1994-P2005', '2006-12-15')).toMatchObject({
      BY: 'in-force',
      MD: 'in-force',
      KG: 'in-force',
      UA: 'signed',
    });
    expect(statusOf('CIS-LABOUR-1994-P2005', '2008-01-11')).toMatchObject({
      UA: 'in-force',
      KZ: 'in-force',
      RU: 'signed',
    });
  });

  it('know provisional application, withdrawal, reservation, and an accession towards one party', () => {
    expect(statusOf('KZRU-STAY-2012', '2012-06-08')).toEqual({ KZ: 'provisional', RU: 'provisional' });
    expect(statusOf('CIS-VISAFREE-1992', '2005-01-01')).toMatchObject({
      RU: 'ended',
      BY: 'in-force',
      AZ: 'not-in-force',
    });
    expect(partiesOn(compiled.acts.get('EDU-RECOG-1998')!, '2010-01-01', CHOSEN)).toContainEqual(
      expect.objectContaining({ state: 'TJ', status: 'in-force', towards: ['BY'] }),
    );
    const convention = partiesOn(compiled.acts.get('CIS-CONV-2008')!, '2011-01-01', CHOSEN);
    expect(convention.find(({ state }) => state === 'KZ')?.reservations[0]?.articles).toEqual(['7(1)', '13(1)']);
  });
});

describe('questions', () => {
  it('are refused with all that is wrong', () => {
    expect(() => parseQuestion({ citizen: 'XX', host: 'YY', on: '2014-02-30', role: 'king', ask: ['fly'] })).toThrow(
      /citizen: found XX.*in: found YY.*on: found 2014-02-30.*role: found king.*ask: found fly/,
    );
    expect(() => parseQuestion({ citizen: 'BY', host: 'BY', on: '2014-02-01' })).toThrow(/expected two states/);
    expect(() => parseQuestion({ citizen: 'BY', host: 'RU', on: '1990-12-31' })).toThrow(/from 1991-01-01 on/);
  });

  it('take codes of any system, and the role from the purpose', () => {
    expect(parseQuestion({ citizen: 'KAZ', host: '112', on: '2014-06-01', purpose: 'work' }).question).toMatchObject({
      citizen: 'KZ',
      host: 'BY',
      role: 'worker',
    });
  });
});

describe('the difference of two answers', () => {
  it('names the rules that came out otherwise', () => {
    const on = (day: string) =>
      answer(compiled, parseQuestion({ citizen: 'KZ', host: 'RU', on: day }).question, 'work-without-permit');
    expect(differenceOf(on('2014-12-31'), on('2015-01-01')).map(({ rule }) => rule)).toEqual([
      'CES-MIGRANT-2010/provision 1/work-without-permit',
      'EAEU-2014/97(1)/work-without-permit',
    ]);
    expect(differenceOf(on('2014-12-30'), on('2014-12-31'))).toEqual([]);
  });
});
