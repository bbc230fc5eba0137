import { afterAll, beforeAll, expect, test } from 'vitest';
import { Exchange } from '../law/exchange/exchange.ts';
import { exchangeRoutes } from '../law/exchange/routes.ts';
import { exportRoutes } from '../law/export/routes.ts';
import { readRegister } from '../law/register/read-register.ts';
import { lawRoutes } from '../law/routes.ts';
import type { Server } from './build-server.ts';
import { get, memoryStore, post, signIn, testServer } from './fixtures/test-server.ts';

const ACT = `
sources: {NEWPAPER: 'https://example.org/act'}
act:
  id: TJUZ-WORK-2020
  title: {ru: 'Соглашение о труде', en: 'Agreement on work'}
  kind: agreement
  subjects: [work]
  signed: 2020-01-01
  signatories: [TJ, UZ]
  claims:
    - {id: c1, event: entry-into-force, party: '*', date: 2020-02-01, evidence: seen, source: NEWPAPER}
  provisions:
    - article: '1'
      text: {ru: 'Работа без разрешения.', en: 'Work without a permit.'}
      evidence: seen
      source: NEWPAPER
      rules: [{right: work-without-permit, effect: permission, who: [worker]}]
`;
const WORK = '/api/rights?citizen=TJ&in=UZ&on=2021-01-01&role=worker&ask=work-without-permit';
const MATRIX = '/api/rights/matrix?ask=work-without-permit&on=2021-01-01&role=worker';

let server: Server;
let anna: string;
let boris: string;

beforeAll(async () => {
  const store = await memoryStore();
  const exchange = await Exchange.open(store, readRegister());
  server = await testServer(store, {
    rooms: app => {
      lawRoutes(app, exchange.register);
      exchangeRoutes(app, exchange);
      exportRoutes(app, exchange);
    },
  });
  anna = await signIn(server, 'anna@example.org', [{ role: 'lawyer', office: 'TJ' }]);
  boris = await signIn(server, 'boris@example.org', [{ role: 'lawyer', office: 'TJ' }]);
});
afterAll(() => server.app.close());

const propose = (text: string, by: string, state = 'TJ') =>
  post(server.app, '/api/proposals', { state, text, note: 'from the gazette' }, by);
const review = (id: number, decision: string, by: string) =>
  post(server.app, `/api/proposals/${id}/review`, { decision, reason: 'read' }, by);

/** What every reader of the law gets, and by which mark a browser would keep it. */
async function whatIsRead() {
  const [work, matrix, acts, feed, act, register] = await Promise.all(
    [
      WORK,
      MATRIX,
      '/api/acts?search=agreement on work',
      '/api/acts/feed.json?state=TJ&subject=work',
      '/api/acts/TJUZ-WORK-2020',
      '/api/acts/register.jsonld',
    ].map(url => get(server.app, encodeURI(url))),
  );
  const cell = matrix?.json().cells.find((each: { citizen: string; in: string }) => each.citizen + each.in === 'TJUZ');
  return {
    marks: [work, matrix, acts, feed, register].map(answer => answer?.headers['etag']),
    work: work?.json().answers[0].status,
    cell: cell.status,
    found: acts?.json().items.length,
    news: feed?.json().items[0].title,
    act: act?.statusCode,
    exported: register?.body.includes('TJUZ-WORK-2020'),
  };
}

test('whatever is read of the law is renewed when a proposal is published, and only then', async () => {
  const before = await whatIsRead();
  expect(before).toMatchObject({ work: 'national-law', cell: 'national-law', act: 404, exported: false });
  const made = await propose(ACT, anna);
  expect([made.statusCode, made.json()]).toEqual([
    201,
    expect.objectContaining({
      title: { ru: 'Соглашение о труде', en: 'Agreement on work' },
      proposer: 'anna@example.org',
    }),
  ]);
  const { id } = made.json();
  expect(await whatIsRead()).toEqual(before);

  const open = (await get(server.app, `/api/proposals/${id}?on=2021-01-01&lang=ru`, boris)).json();
  expect(open).toMatchObject({ mine: false, before: null, faults: [], after: { id: 'TJUZ-WORK-2020' } });
  const changed = { role: 'worker', domain: 'work-without-permit', before: { status: 'national-law' } };
  expect(open.rights).toEqual([
    { citizen: 'TJ', in: 'UZ', ...changed, after: { status: 'yes' } },
    { citizen: 'UZ', in: 'TJ', ...changed, after: { status: 'yes' } },
  ]);
  expect((await get(server.app, `/api/proposals/${id}?on=2019-01-01`, boris)).json().rights).toEqual([]);
  expect((await get(server.app, `/api/proposals/${id}`, anna)).json().mine).toBe(true);

  expect((await review(id, 'published', anna)).statusCode).toBe(403);
  expect(await whatIsRead()).toEqual(before);
  expect((await review(id, 'published', boris)).json().review).toMatchObject({ reviewer: 'boris@example.org' });
  const after = await whatIsRead();
  expect(after).toMatchObject({ work: 'yes', cell: 'yes', act: 200, exported: true });
  expect(after.found).toBe(before.found + 1);
  expect(after.news).toBe('New act: Agreement on work');
  for (const [place, mark] of after.marks.entries()) expect(mark).not.toBe(before.marks[place]);

  // What it changed can still be seen, though the register now has it.
  const done = (await get(server.app, `/api/proposals/${id}?on=2021-01-01`, boris)).json();
  expect([done.before, done.after.id, done.rights.length]).toEqual([null, 'TJUZ-WORK-2020', 2]);
});

test('a key of one’s own is no other person', async () => {
  const text = ACT.replace('TJUZ-WORK-2020', 'TJUZ-WORK-2021');
  const { id } = (await propose(text, anna)).json();
  const { actor } = (await get(server.app, '/api/session', anna)).json();
  const { key } = await server.auth.api.createApiKey({ body: { userId: actor.id, metadata: { roles: actor.roles } } });
  const answer = await server.app.inject({
    method: 'POST',
    url: `/api/proposals/${id}/review`,
    headers: { authorization: `Bearer ${key}` },
    payload: { decision: 'published', reason: 'mine' },
  });
  expect([answer.statusCode, answer.json().type]).toEqual([403, 'saldo:own_proposal']);
});

test('a proposal that does not fit is refused with every fault and its line, and one that no longer fits says so', async () => {
  const wrong = await propose(ACT.replace('[TJ, UZ]', '[TJ, XX]').replace('kind: agreement', 'kind: song'), anna);
  expect([wrong.statusCode, wrong.headers['content-type']]).toEqual([422, expect.stringContaining('problem+json')]);
  expect(wrong.json().faults).toMatchObject([{ where: 'proposal:6' }, { where: 'proposal:9' }]);
  const strange = await propose(
    ACT.replaceAll('TJUZ-WORK-2020', 'OTHER').replace('source: NEWPAPER', 'source: NONE'),
    anna,
  );
  expect(strange.json().faults).toMatchObject([{ where: 'OTHER', expected: 'there is no source NONE' }]);

  const same = ACT.replaceAll('TJUZ-WORK-2020', 'TJUZ-TWICE');
  const [first, second] = [(await propose(same, anna)).json().id, (await propose(same, anna)).json().id];
  await review(first, 'published', boris);
  const late = (await get(server.app, `/api/proposals/${second}`, boris)).json();
  expect(late).toMatchObject({ after: null, rights: [], faults: [expect.stringContaining('TJUZ-TWICE')] });
  expect((await review(second, 'published', boris)).json().faults).toHaveLength(1);
  expect((await review(second, 'refused', boris)).json().review.decision).toBe('refused');
});
