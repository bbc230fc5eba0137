import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTestApp } from '../../common/http/fixtures/test-app.ts';
import type { RoutedApp } from '../../common/http/routed-app.ts';
import { makeTestHome, type TestHome } from '../runs/fixtures/test-home.ts';
import { performRun } from '../runs/perform-run.ts';
import { RunKeeper } from '../runs/run-keeper.ts';
import { vintageRoutes } from '../runs/vintage-routes.ts';
import { parseDisclosureRule } from './disclosure-rule.ts';
import { PublishedVintages } from './published-vintages.ts';
import { publishRoutes } from './routes.ts';
import { storedVintages } from './stored-vintages.ts';

let home: TestHome;
let app: RoutedApp;

beforeAll(async () => {
  home = await makeTestHome();
  await home.load({ people: 60 });
  const { statistics } = home;
  const keeper = new RunKeeper(statistics.runs, { perform: performRun });
  await keeper.do(await keeper.enqueue({ threshold: 12, lapse: 6, by: ['sex'] }, 'test'));
  const views = new PublishedVintages(
    storedVintages(statistics.store.db, statistics.vintages),
    parseDisclosureRule(new Uint8Array(32).fill(1), { classes: 'sex' }),
  );
  app = makeTestApp();
  vintageRoutes(app, statistics, views);
  publishRoutes(app, views);
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await home.close();
});

const get = async (url: string, as?: string) => (await app.inject({ url, headers: { ...(as && { as }) } })).json();

describe('a run of slips, published and released', () => {
  it('is seen exactly by statisticians, by nobody else before its release, and rounded by all after', async () => {
    const exact = await get('/api/vintages/latest/overview', 'statistician@BY');
    expect(exact.totals.united).toBeGreaterThan(0);
    expect((await get('/api/vintages/latest/overview')).status).toBe(404);
    await app.inject({ method: 'POST', url: '/api/vintages/1/release', headers: { as: 'publisher@BY' } });
    const shown = await get('/api/vintages/latest/overview');
    expect(shown.rounded_to).toBe(5);
    expect(shown.totals.united % 5).toBe(0);
    const { items } = await get('/api/vintages');
    expect(items[0]).toMatchObject({ moves: shown.totals.united, rounded_to: 5 });
  });

  it('keeps the identity in public, by sex and over all', async () => {
    for (const by of ['', 'sex']) {
      const flows = await get(`/api/vintages/1/flows?limit=1000&by=${by}`);
      const gaps = await get(`/api/vintages/1/gaps?limit=1000&by=${by}`);
      expect(flows.items.length).toBeGreaterThan(0);
      for (const { origin, destination, year, classes, united, ...figures } of flows.items) {
        for (const side of ['arrivals', 'departures']) {
          const causes = gaps.items.filter(
            (gap: Record<string, unknown>) =>
              gap['side'] === side &&
              gap['year'] === year &&
              `${gap['origin']}>${gap['destination']}` === `${origin}>${destination}` &&
              JSON.stringify(gap['classes']) === JSON.stringify(classes),
          );
          const sum = causes.reduce((total: number, { count }: { count: number }) => total + count, 0);
          expect(figures[`${side}_reported`] - united).toBe(sum);
        }
      }
    }
  });
});
