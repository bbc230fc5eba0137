import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeTestApp } from '../common/http/fixtures/test-app.ts';
import { SPACE_STATES } from '../common/space.ts';
import { partyTimelines } from './acts/party-timeline.ts';
import { CompiledRegister } from './force/compiled-register.ts';
import { partiesOn } from './force/parties.ts';
import { CHOSEN } from './force/reading.ts';
import { RIGHTS, ROLES } from './register/act.ts';
import { readRegister } from './register/read-register.ts';
import { answer } from './rights/answer.ts';
import { Matrices } from './rights/matrix.ts';
import { tellAnswer } from './rights/told-answer.ts';
import { lawRoutes } from './routes.ts';

const register = new CompiledRegister(readRegister());
const app = makeTestApp();
lawRoutes(app, register);

async function ask(url: string) {
  const { statusCode, body, headers } = await app.inject(url);
  return { status: statusCode, body: JSON.parse(body), headers };
}

const day = fc
  .date({ min: new Date('1991-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));
const state = fc.constantFrom(...SPACE_STATES);
const role = fc.constantFrom(...ROLES);

test('an answer is told whole, as the command tells it', async () => {
  const pair = fc.tuple(state, state).filter(([a, b]) => a !== b);
  await fc.assert(
    fc.asyncProperty(pair, day, role, fc.constantFrom('ru', 'en'), async ([citizen, host], on, who, lang) => {
      const { body } = await ask(`/api/rights?citizen=${citizen}&in=${host}&on=${on}&role=${who}&lang=${lang}`);
      const told = RIGHTS.map(right =>
        tellAnswer(register, answer(register, { citizen, host, on, role: who, facts: {} }, right), lang),
      );
      expect(body.answers).toEqual(JSON.parse(JSON.stringify(told)));
    }),
    { numRuns: 60 },
  );
});

test('a purpose fills in the role, facts come as fact=value, names may be in small letters', async () => {
  const { body } = await ask(
    '/api/rights?citizen=am&in=RU&on=2016-06-01&purpose=work&ask=recognition-of-education&fact=occupation=medical',
  );
  expect(body.question).toMatchObject({ citizen: 'AM', role: 'worker', facts: { occupation: 'medical' } });
  expect(body.answers[0].status).toBe('national-law');
});

test('the day of entry gives a limit its last day', async () => {
  const url = '/api/rights?citizen=KZ&in=BY&on=2016-03-10&ask=stay-without-registration&entered=2016-02-01&lang=ru';
  const { body } = await ask(url);
  expect(body.answers[0]).toMatchObject({ value: 30, term: { last_day: '2016-03-02', over: true } });
  expect(body.answers[0].term.counting).toMatch(/дн/);
  const { body: wrong, status } = await ask(url.replace('2016-02-01', '2016-04-01'));
  expect([status, wrong.detail]).toEqual([422, expect.stringContaining('entered: found 2016-04-01')]);
});

test('two days, two citizenships and two days of knowledge are compared', async () => {
  const url = '/api/rights?citizen=KZ&in=BY&on=2011-12-31&ask=work-without-permit';
  const { body: days } = await ask(`${url}&compare-on=2012-01-01`);
  expect(days.compared_with.on).toBe('2012-01-01');
  expect(days.differences).toMatchObject([{ domain: 'work-without-permit', before: 'national-law', after: 'yes' }]);
  expect(days.differences[0].rules[0].rule).toMatch(/^CES-MIGRANT-2010/);
  const { body: states } = await ask(`${url.replace('2011-12-31', '2012-06-01')}&compare-citizen=TJ`);
  expect(states.differences).toMatchObject([{ before: 'yes', after: 'national-law' }]);
  const { body: known } = await ask(`${url.replace('2011-12-31', '2012-06-01')}&compare-known-on=2020-01-01`);
  expect(known.differences).toMatchObject([{ before: 'yes', after: 'national-law' }]);
});

test('a matrix has the answers of its cells on any day, whatever was asked before', () => {
  const matrices = new Matrices(register);
  fc.assert(
    fc.property(fc.constantFrom(...RIGHTS), day, role, (right, on, who) => {
      const rest = { role: who, facts: {} };
      const cells = matrices.cells({ ...rest, rights: [right] }, on);
      expect(cells).toHaveLength(SPACE_STATES.length * (SPACE_STATES.length - 1));
      for (const { citizen, host, status, value, unit } of cells) {
        const found = answer(register, { ...rest, citizen, host, on }, right);
        expect({ status, value, unit }).toEqual({ status: found.status, value: found.value, unit: found.unit });
      }
    }),
    { numRuns: 40 },
  );
});

test('a matrix says what changed, and where the nearest changes are', async () => {
  const { body } = await ask('/api/rights/matrix?ask=work-without-permit&on=2015-01-02');
  expect(body.against).toBe('2015-01-01');
  const changed = body.cells.filter((cell: { before?: object }) => cell.before !== undefined);
  expect(changed.map((cell: { citizen: string; in: string }) => cell.citizen + cell.in).sort()).toEqual([
    'AMBY',
    'AMKZ',
    'AMRU',
    'BYAM',
    'KZAM',
    'RUAM',
  ]);
  expect(changed[0]).toMatchObject({ status: 'yes', before: { status: 'national-law' } });
  expect(body.later).toBe('2015-08-06');
  const { body: earlier } = await ask(`/api/rights/matrix?ask=work-without-permit&on=${body.earlier}`);
  expect(earlier.cells.some((cell: { before?: object }) => cell.before !== undefined)).toBe(true);
  const { body: own } = await ask('/api/rights/matrix?citizen=KG&on=2016-01-01&against=2014-01-01');
  expect(own.cells).toHaveLength((SPACE_STATES.length - 1) * RIGHTS.length);
});

test('facts on which answers hang are named with their values', async () => {
  const { body } = await ask('/api/rights/facts');
  expect(body.items).toContainEqual({
    fact: 'occupation',
    values: expect.arrayContaining(['medical']),
    domains: ['recognition-of-education'],
  });
});

test.each([
  ['/api/rights?citizen=XX&in=BY&on=2014-06-01', 422, 'found XX'],
  ['/api/rights?citizen=KZ&in=KZ&on=2014-06-01', 422, 'expected two states'],
  ['/api/rights?citizen=KZ&in=BY&on=2014-02-30', 422, 'found 2014-02-30'],
  ['/api/rights?citizen=KZ&in=BY&on=1990-12-31', 422, 'the register begins there'],
  ['/api/rights?citizen=KZ&in=BY&on=2014-06-01&compare-on=1980-01-01', 422, 'the register begins there'],
  ['/api/rights?citizen=KZ&in=BY&ask=flying', 422, 'found flying'],
  ['/api/rights?citizen=KZ&in=BY&fact=medical', 400, 'expected fact=value'],
  ['/api/rights?citizen=KZ', 400, 'in'],
  ['/api/rights/matrix?on=2014-06-01', 422, 'citizen, in, or one right'],
  ['/api/rights/matrix?citizen=ZQ', 422, 'found ZQ'],
  ['/api/acts?on=2014-13-01', 400, 'expected a day'],
  ['/api/acts?state=XQ', 400, 'expected an ISO 3166-1 code'],
  ['/api/acts/NO-SUCH-ACT', 404, 'found the act NO-SUCH-ACT'],
])('%s is refused as %i: %s', async (url, status, detail) => {
  const { status: found, body } = await ask(url);
  expect(found).toBe(status);
  expect(body.detail).toContain(detail);
});

test.each([
  ['search=пенсия', 'CIS-PENSION-1992'],
  ['search=виза Казахстан', 'EURASEC-VISAFREE-2000'],
  ['search=work permits', 'EAEU-2014'],
  ['search=eaeu-2014', 'EAEU-2014'],
  ['search=УЧЕБА&state=KZ', 'EDU-EQUAL-1998'],
  ['subject=readmission&state=GE', 'BYGE-READM-2015'],
])('acts by %s: %s among them', async (query, id) => {
  const { body } = await ask(`/api/acts?${encodeURI(query)}`);
  const ids = body.items.map((act: { id: string }) => act.id);
  expect(ids).toContain(id);
  expect(ids.length).toBeLessThan(register.acts.size / 2);
});

test('an act is told with the times of its parties', async () => {
  const { body } = await ask('/api/acts/ces-migrant-2010?on=2013-01-01');
  expect(body).toMatchObject({ id: 'CES-MIGRANT-2010', on: '2013-01-01', replaced_by: ['EAEU-2014'] });
  expect(body.timeline.find((each: { state: string }) => each.state === 'KZ').stretches).toEqual([
    { from: '2010-11-19', to: '2012-01-01', status: 'signed' },
    { from: '2012-01-01', to: '2015-01-01', status: 'in-force' },
    { from: '2015-01-01', to: null, status: 'ended' },
  ]);
});

test('the times of parties are those of any single day', () => {
  fc.assert(
    fc.property(fc.constantFrom(...register.acts.values()), day, (act, on) => {
      const timelines = partyTimelines(act, CHOSEN);
      for (const { state: party, status } of partiesOn(act, on, CHOSEN)) {
        const { stretches } = timelines.find(each => each.state === party)!;
        const found = stretches.find(({ from, to }) => from <= on && (to === null || on < to));
        expect([act.id, party, found?.status ?? 'not-in-force']).toEqual([act.id, party, status]);
      }
    }),
    { numRuns: 300 },
  );
});

test('conflicts stand with all their claims, the one that counts first', async () => {
  const { body } = await ask('/api/conflicts');
  const move = body.items.find((each: { act: string }) => each.act === 'BYRU-MOVE-2006');
  expect(move.settled).toBe(true);
  expect(move.claims.map((claim: { date: string }) => claim.date)).toEqual(['2009-02-03', '2006-06-29']);
  expect(move.reason).toMatch(/2008/);
});

test('provisions are found by act and by right', async () => {
  const { body: ofAct } = await ask('/api/provisions?act=EAEU-2014');
  expect(ofAct.items.map((each: { article: string }) => each.article)).toContain('97(1)');
  const { body: ofRight } = await ask('/api/provisions?ask=pension');
  expect(new Set(ofRight.items.map((each: { act: string }) => each.act))).toEqual(
    new Set(['BYRU-SOC-2006', 'CIS-PENSION-1992', 'EAEU-PENSION-2019']),
  );
  const { body: between } = await ask('/api/provisions?citizen=AM&in=RU&on=2015-01-01');
  expect(between.items.map((each: { act: string }) => each.act)).not.toContain('EAEU-2014');
  const { body: later } = await ask('/api/provisions?citizen=AM&in=RU&on=2015-01-02');
  expect(later.items.map((each: { act: string }) => each.act)).toContain('EAEU-2014');
});
