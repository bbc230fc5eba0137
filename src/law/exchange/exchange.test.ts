import { sql } from 'kysely';
import { DOMParser } from 'linkedom';
import { expect, it } from 'vitest';
import { describeStores } from '../../store/fixtures/describe-stores.ts';
import type { Store } from '../../store/store.ts';
import { today } from '../register/legal-date.ts';
import { readRegister } from '../register/read-register.ts';
import { answer } from '../rights/answer.ts';
import { Exchange, type Somebody } from './exchange.ts';
import { feedEntries } from './feed-entries.ts';
import { atomFeed, jsonFeed } from './feeds.ts';

const files = readRegister();

const ACT = `
sources: {NEWPAPER: 'https://example.org/act'}
act:
  id: TJUZ-WORK-2020
  title: {ru: 'Соглашение о труде & «занятости»', en: 'Agreement on work & "employment" <TJ UZ>'}
  kind: agreement
  subjects: [work]
  signed: 2020-01-01
  signatories: [TJ, UZ]
  claims:
    - {id: c1, event: entry-into-force, party: '*', date: 2020-02-01, evidence: seen, source: NEWPAPER, recorded_on: 1999-01-01}
  provisions:
    - article: '1'
      text: {ru: 'Работа без разрешения.', en: 'Work without a permit.'}
      evidence: seen
      source: NEWPAPER
      rules: [{right: work-without-permit, effect: permission}]
`;
const CLAIM = `
of: CIS-VISAFREE-1992
claim:
  id: c20
  event: withdrawal
  party: [MD]
  date: 2026-03-01
  evidence: seen
  source: WIKI
  note: {ru: 'Нота депозитария', en: 'Note of the depositary'}
`;

const [anna, boris, clara] = ['Anna', 'Boris', 'Clara'].map(name => ({ id: name.toLowerCase(), name })) as [
  Somebody,
  Somebody,
  Somebody,
];

describeStores('the exchange of acts', ({ open }) => {
  const opened = async (store?: Store<unknown>) => {
    const used = store ?? ((await open()) as Store<unknown>);
    return { store: used, exchange: await Exchange.open(used, files) };
  };
  const work = (exchange: Exchange, knownOn?: string) =>
    answer(
      exchange.register,
      { citizen: 'TJ', host: 'UZ', on: '2021-01-01', role: 'worker', facts: {}, ...(knownOn && { knownOn }) },
      'work-without-permit',
    ).status;

  it('answers by what was published, from that day on, also after a start anew', async () => {
    const { store, exchange } = await opened();
    const { id } = await exchange.propose({ state: 'TJ', text: ACT, note: '', by: anna });
    expect(work(exchange)).toBe('national-law');
    await exchange.review(id, { decision: 'published', reason: 'read', by: boris });
    expect(work(exchange)).toBe('yes');
    expect(work(exchange, '2026-11-22')).toBe('national-law');
    expect(exchange.register.acts.get('TJUZ-WORK-2020')?.claims[0]?.recorded_on).toBe(today());
    expect(work((await opened(store)).exchange)).toBe('yes');
  });

  it('takes a claim about an act: what was not known becomes known', async () => {
    const { exchange } = await opened();
    const visa = (knownOn?: string) =>
      answer(
        exchange.register,
        { citizen: 'KG', host: 'MD', on: '2026-06-01', role: 'citizen', facts: {}, ...(knownOn && { knownOn }) },
        'visa-free-entry',
      ).status;
    expect(visa()).toBe('unknown');
    const { id } = await exchange.propose({ state: 'MD', text: CLAIM, note: '', by: anna });
    await exchange.review(id, { decision: 'published', reason: 'read', by: boris });
    expect(visa()).toBe('national-law');
    expect(visa('2026-11-22')).toBe('unknown');
  });

  it('wants another person for the review, once, and lets a refused one change nothing', async () => {
    const { exchange } = await opened();
    const { id } = await exchange.propose({ state: 'UZ', text: ACT, note: '', by: anna });
    const review = { decision: 'published', reason: 'mine' } as const;
    await expect(exchange.review(id, { ...review, by: anna })).rejects.toThrow('another person reviews it');
    await exchange.review(id, { decision: 'refused', reason: 'no text', by: boris });
    await expect(exchange.review(id, { ...review, by: clara })).rejects.toThrow('was refused already');
    await expect(exchange.review(99, { ...review, by: clara })).rejects.toThrow('there is no proposal 99');
    expect(work(exchange)).toBe('national-law');
    expect((await exchange.proposals())[0]?.review).toMatchObject({
      decision: 'refused',
      reviewed_by: 'boris',
      reviewer: 'Boris',
    });
  });

  it('refuses a proposal that does not fit, with everything that is wrong', async () => {
    const { exchange } = await opened();
    const propose = (text: string, state = 'TJ') => exchange.propose({ state, text, note: '', by: anna });
    await expect(propose(ACT.replace('[TJ, UZ]', '[TJ, XX]').replace('kind: agreement', 'kind: song'))).rejects.toThrow(
      /proposal:6: act.kind.*\n?.*proposal:9: act.signatories.1: found XX/,
    );
    await expect(propose(ACT, 'KZ')).rejects.toThrow('expected one of a state that TJUZ-WORK-2020 names: TJ, UZ');
    await expect(propose(ACT.replace('TJUZ-WORK-2020', 'EAEU-2014'))).rejects.toThrow('which the register has');
    await expect(propose(CLAIM.replace('CIS-VISAFREE-1992', 'NONE'), 'MD')).rejects.toThrow('of: found NONE');
    await expect(propose(CLAIM.replace('id: c20', 'id: c2'), 'MD')).rejects.toThrow('two claims are called c2');
    await expect(propose('of: X')).rejects.toThrow('expected either act, or claim with of');
    await expect(propose('act: [')).rejects.toThrow(/proposal:1: /);
    const other = CLAIM.replace('[MD]', '[RU]').replace('2026-03-01', '2005-03-01').replace('withdrawal', 'withdrawal');
    await expect(propose(other, 'RU')).rejects.toThrow('differ, and none is chosen');
    expect(await exchange.proposals()).toEqual([]);
  });

  it('keeps its history: the store itself refuses to change or remove', async () => {
    const { store, exchange } = await opened();
    await exchange.propose({ state: 'TJ', text: ACT, note: '', by: anna });
    for (const change of ["update law_proposal set state = 'KZ'", 'delete from law_proposal', 'truncate law_review'])
      await expect(sql.raw(change).execute(store.db)).rejects.toThrow('only grows');
  });

  it('tells subscribers, by state and subject, in well-formed feeds', async () => {
    const { exchange } = await opened();
    const { id } = await exchange.propose({ state: 'TJ', text: ACT, note: '', by: anna });
    await exchange.review(id, { decision: 'published', reason: 'read', by: boris });
    const all = await feedEntries(exchange, { lang: 'en' });
    expect(all[0]).toMatchObject({ act: 'TJUZ-WORK-2020', author: 'Tajikistan' });
    expect(all).toHaveLength(files.acts.length + 1);
    expect(new Set(all.map(entry => entry.id)).size).toBe(all.length);
    const narrow = await feedEntries(exchange, { state: 'UZ', subject: 'work', lang: 'ru' });
    expect(narrow.map(({ act }) => act)).toEqual([
      'TJUZ-WORK-2020',
      'CIS-CONV-2008',
      'CIS-LABOUR-1994',
      'CIS-LABOUR-1994-P2005',
    ]);

    const head = {
      title: 'x & <y>',
      self: 'http://h/api/acts/feed.atom?state=UZ&subject=work',
      home: 'http://h/acts',
      lang: 'en',
    } as const;
    const document = new DOMParser().parseFromString(atomFeed(all, head), 'text/xml');
    const feed = document.querySelector('feed');
    expect(feed?.getAttribute('xmlns')).toBe('http://www.w3.org/2005/Atom');
    const children = [...(feed?.children ?? [])].map(({ tagName }) => tagName);
    for (const one of ['id', 'title', 'updated']) expect(children.filter(name => name === one)).toHaveLength(1);
    expect(atomFeed(all, head)).toContain('href="http://h/api/acts/feed.atom?state=UZ&amp;subject=work"');
    for (const entry of document.querySelectorAll('entry')) {
      const names = [...entry.children].map(({ tagName }) => tagName);
      for (const one of ['id', 'title', 'updated', 'author', 'content'])
        expect(names.filter(name => name === one)).toHaveLength(1);
      expect(entry.querySelector('updated')?.textContent).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    }
    expect(document.querySelector('entry title')?.textContent).toBe(
      'New act: Agreement on work & "employment" <TJ UZ>',
    );

    const { version, items } = jsonFeed(all, head);
    expect(version).toBe('https://jsonfeed.org/version/1.1');
    for (const item of items) {
      expect(item.id).not.toBe('');
      expect(item.content_text).not.toBe('');
      expect(new Date(item.date_published).toISOString()).toBe(item.date_published);
    }
  });
});
