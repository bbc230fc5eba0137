import { describe, expect, it } from 'vitest';
import { PUBLIC_ACTOR } from '../../common/access.ts';
import type { VintageTables } from '../runs/vintage-tables.ts';
import { overviewAnswer } from './answers.ts';
import { parseDisclosureRule } from './disclosure-rule.ts';
import { makeVintage } from './fixtures/make-vintage.ts';
import { STATISTICIAN, vintageSource } from './fixtures/publish-app.ts';
import { smallVintage } from './fixtures/small-vintage.ts';
import { PublishedVintages } from './published-vintages.ts';
import { warmAnswers } from './warm-answers.ts';

const released = smallVintage();
const unreleased: VintageTables = {
  ...released,
  vintage: makeVintage({ ...released.vintage, id: 2, released_at: null }),
  flows: released.flows.map((flow, index) => (index === 0 ? { ...flow, united: flow.united + 4 } : flow)),
};
const rule = parseDisclosureRule(new Uint8Array(32).fill(5));
const views = () => new PublishedVintages(vintageSource([released, unreleased]), rule);

describe('vintages as each viewer sees them', () => {
  it('are exact for statisticians and rounded for the public, fingerprint and all', async () => {
    const exact = await views().viewOf(STATISTICIAN).vintage(released.vintage);
    const shown = await views().viewOf(PUBLIC_ACTOR).vintage(released.vintage);
    expect(exact).toEqual(released.vintage);
    expect(shown).toMatchObject({ id: 1, rounded_to: 5, parameters: { by: [] } });
    expect([shown.slips % 5, shown.persons % 5, shown.moves % 5]).toEqual([0, 0, 0]);
    expect(shown.fingerprint).not.toBe(exact.fingerprint);
  });

  it('are listed again without being read again, with their day of release', async () => {
    const view = views().viewOf(PUBLIC_ACTOR);
    const first = await view.vintage(unreleased.vintage);
    const later = { ...unreleased.vintage, released_at: '2026-12-01T00:00:00.000Z' };
    expect(await view.vintage(later)).toEqual({ ...first, released_at: later.released_at });
  });

  it('are compared and stand in a triangle', async () => {
    const view = views().viewOf(STATISTICIAN);
    const cells = await view.compare(1, 2);
    expect(cells.map(({ difference }) => difference)).toEqual([4, 0, 0, 0]);
    const corridor = { origin: 'BY', destination: 'RU' };
    expect(await view.triangle([1, 2], corridor)).toEqual({
      vintages: [1, 2],
      years: [
        { year: 2010, values: [402, 406] },
        { year: 2011, values: [517, 517] },
      ],
    });
    await expect(views().viewOf(PUBLIC_ACTOR).compare(1, 2)).rejects.toThrow('there is no vintage 2');
  });

  it('round other counts by their name, and not for statisticians', () => {
    const [shown, exact] = [PUBLIC_ACTOR, STATISTICIAN].map(actor => views().viewOf(actor));
    expect((shown?.count(['step', 'slip'], 4021) ?? 1) % 5).toBe(0);
    expect(exact?.count(['step', 'slip'], 4021)).toBe(4021);
  });

  it('that few slips part from a released one are not released unless forced', async () => {
    await expect(views().checkRelease(2, { force: false })).rejects.toThrow('vintage 1 by 4 moves and slips');
    await expect(views().checkRelease(2, { force: true })).resolves.toBeUndefined();
    await expect(views().checkRelease(1, { force: false })).resolves.toBeUndefined();
  });

  it('are one view for all who ask at once', async () => {
    const published = views();
    const [one, other] = await Promise.all([published.view(1, PUBLIC_ACTOR), published.view('latest', PUBLIC_ACTOR)]);
    expect(one).toBe(other);
    expect(await published.view(1, STATISTICIAN)).not.toBe(one);
    expect(await published.view(1, STATISTICIAN, 'public')).toBe(one);
  });

  it('are known as they are now once a change was told, and made ready before anybody asks', async () => {
    const held = [released];
    let [read, told] = [0, 0];
    const published = new PublishedVintages(
      {
        list: (...asked) => vintageSource(held).list(...asked),
        vintage: (...asked) => vintageSource(held).vintage(...asked),
        tables: id => {
          read++;
          return vintageSource(held).tables(id);
        },
      },
      rule,
    );
    published.whenChanged(() => told++);
    const latest = async () => (await published.view('latest', PUBLIC_ACTOR)).index.tables.vintage.id;
    expect(await latest()).toBe(1);
    held.push({ ...unreleased, vintage: { ...unreleased.vintage, released_at: '2026-12-01T00:00:00.000Z' } });
    published.changed();
    expect(told).toBe(1);
    expect(await latest()).toBe(2);
    const before = read;
    await warmAnswers(published);
    const view = await published.view('latest', PUBLIC_ACTOR);
    const answer = await overviewAnswer(view, 2011);
    expect(answer).toBe(await overviewAnswer(view, 2011));
    expect(read).toBe(before + 1);
  });

  it('are not there to be made ready in an empty home', async () => {
    await expect(warmAnswers(new PublishedVintages(vintageSource([]), rule))).resolves.toBeUndefined();
  });

  it('have the vintage before them with the same parameters, among those the viewer sees', async () => {
    const published = views();
    const latest = await published.view(2, STATISTICIAN);
    expect((await published.before(latest, STATISTICIAN))?.index.tables.vintage.id).toBe(1);
    expect(await published.before(await published.view(1, PUBLIC_ACTOR), PUBLIC_ACTOR)).toBeUndefined();
  });
});
