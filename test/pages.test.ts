import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureAdministrator } from '../src/server/identity/first-administrator.ts';
import { panelText } from '../src/statistics/mirror/bayes/fixtures/panel-text.ts';
import { simulatedPanel } from '../src/statistics/mirror/bayes/fixtures/simulated-panel.ts';
import { type ServedPages, seriousFaults, servePages } from './fixtures/served-pages.ts';

// As a newcomer goes: start, look, sign in, load a file with faults, run, compare, and all of it in another language.
const EMAIL = 'administrator@saldo.local';
const PASSWORD = 'a password of my own';
const MINUTES = 60_000;

let served: ServedPages;
let visit: ServedPages['visit'];
let address: string;
let oneTime: string;

beforeAll(async () => {
  served = await servePages();
  ({ visit, address } = served);
  const { auth, identity, demonstration } = served.server;
  oneTime = (await ensureAdministrator({ auth, db: identity }, EMAIL))?.password ?? '';
  await demonstration.start();
}, 3 * MINUTES);
afterAll(() => served?.close(), MINUTES);

describe('the pages', () => {
  it(
    'wait for the first accounts and then show them by themselves',
    async () => {
      const { page, complaints } = await visit('/');
      await page.getByRole('heading', { level: 1, name: /How many people moved/ }).waitFor({ timeout: 2 * MINUTES });
      await page.getByText('Simulated world').waitFor();
      await page.locator('path[data-corridor="RU-BY"]').waitFor();
      expect(await page.locator('tbody tr').count()).toBeGreaterThan(5);
      expect(complaints).toEqual([]);
      await page.locator('path[data-corridor="RU-BY"]').press('Enter');
      await page.getByRole('heading', { name: 'How many people moved from Russia to Belarus?' }).waitFor();
      await page.context().close();
    },
    3 * MINUTES,
  );

  it(
    'load the first page in under 300 kB of compressed script',
    async () => {
      const { page } = await visit('/not-a-page');
      let bytes = 0;
      const client = await page.context().newCDPSession(page);
      const scripts = new Set<string>();
      await client.send('Network.enable');
      await client.send('Network.setCacheDisabled', { cacheDisabled: true });
      client.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
      client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        if (scripts.has(requestId)) bytes += encodedDataLength;
      });
      await page.goto(address);
      await page.locator('path[data-corridor="RU-BY"]').waitFor();
      expect(bytes).toBeGreaterThan(50_000);
      expect(bytes).toBeLessThan(300_000);
      await page.context().close();
    },
    MINUTES,
  );

  it.each([
    ['/', 1440, 'en'],
    ['/', 360, 'ru'],
    ['/corridors/RU/BY', 1440, 'ru'],
    ['/corridors/RU/BY', 360, 'en'],
    ['/offices', 360, 'ru'],
    ['/quality', 360, 'en'],
    ['/method', 360, 'ru'],
    ['/compare', 360, 'ru'],
    ['/compare?table=eurostat-2010-2019', 1440, 'en'],
    ['/reconcile', 360, 'en'],
    ['/reconcile', 1440, 'ru'],
    ['/unregistered', 360, 'ru'],
    ['/unregistered', 1440, 'en'],
    ['/unregistered/censuses', 360, 'ru'],
    ['/unregistered/censuses', 1440, 'en'],
    ['/unregistered/workforce', 360, 'en'],
    ['/indicators', 360, 'ru'],
    ['/indicators', 1440, 'en'],
    ['/targets', 360, 'en'],
    ['/targets', 1440, 'ru'],
    ['/sign-in', 360, 'en'],
    ['/nowhere', 360, 'ru'],
  ])(
    '%s fits %i px in %s, and a screen reader finds nothing serious',
    async (path, width, lang) => {
      const { page, complaints } = await visit(path, { width, lang });
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await page.evaluate('document.documentElement.lang')).toBe(lang);
      expect(await seriousFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    MINUTES,
  );

  it(
    'take a balance sheet and a plan of one’s own, faults first',
    async () => {
      const { page, complaints } = await visit('/unregistered');
      await page.getByRole('heading', { level: 1, name: 'How many people left Belarus unregistered?' }).waitFor();
      const sheet = (shortage: string) =>
        `state: KZ\ntitle: T\nunit: persons\ngaps: [{ id: a, name: Made up, period: 2009, shortage: ${shortage} }]\n`;
      const own = { name: 'sheet.yaml', mimeType: 'text/yaml' };
      await page.locator('input[type=file]').setInputFiles({ ...own, buffer: Buffer.from(sheet('many')) });
      await page.getByText('gaps.0.shortage').waitFor();
      await page.locator('input[type=file]').setInputFiles({ ...own, buffer: Buffer.from(sheet('4321')) });
      await page.getByRole('heading', { level: 1, name: 'How many people left Kazakhstan unregistered?' }).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.goto(`${address}/targets`);
      await page.locator('input[type=file]').setInputFiles([
        {
          ...{ name: 'plan.yaml', mimeType: 'text/yaml' },
          buffer: Buffer.from('state: KZ\ntitle: T\nunit: persons\nperiod: 2011-2012\nbalance: 50\n'),
        },
        { name: 'actuals.csv', mimeType: 'text/csv', buffer: Buffer.from('year,by,value\n2011,own_office,20\n') },
      ]);
      await page.getByText('each of the years left (2012) needs +30').waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    MINUTES,
  );

  it(
    'count censuses and the workforce by tables of one’s own, and say what a table does not tell',
    async () => {
      const { page, complaints } = await visit('/unregistered');
      await page.getByRole('link', { name: 'Between censuses' }).click();
      await page.getByText('−47\u202f432').waitFor();
      await page.locator('form select').nth(1).selectOption('stock');
      await page.getByText('This table does not tell that by this method.').waitFor();
      await page.locator('form select').first().selectOption('by-cohort');
      await page.getByRole('columnheader', { name: 'even in time' }).waitFor();
      await page.getByLabel('Each census off by up to').selectOption('0');
      await page.getByText('each census off by up to 0.0%').waitFor();
      const own = (text: string) => ({ name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      const totals = 'year,population,births,deaths\n1999,1000000,,\n2009,950000,90000,130000\n';
      await page.locator('input[type=file]').setInputFiles(own(totals.replace('950000', '-5')));
      await page.getByText('table, row 2, population').waitFor();
      await page.locator('input[type=file]').setInputFiles(own(totals));
      await page.getByText('−10\u202f000 in 1999–2009').waitFor();
      await page.getByRole('link', { name: 'Workforce' }).click();
      await page.getByText('155\u202f300 (49\u202f250…155\u202f850)').waitFor();
      await page.locator('input[type=file]').setInputFiles(own('item,side,value\na,resource,10\nb,official,4\n'));
      await page.getByText('6: resources less uses leave 10').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    MINUTES,
  );

  it(
    'tell indicators of flows, ages and skills, and of one’s own tables with rates',
    async () => {
      const { page, complaints } = await visit('/indicators');
      await page.getByText(/^Netherlands in 2019/).waitFor();
      await page.locator('form select').first().selectOption('note-belarus-russia');
      await page.getByLabel('Counted').selectOption('arrival_place');
      await page.getByText('net migration +95\u202f000').waitFor();
      const flows =
        'origin,destination,year,departures_reported,arrivals_reported\nRU,BY,2011,660,710\nBY,RU,2011,470,615\n';
      const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
      await page
        .locator('#own input[type=file]')
        .setInputFiles([csv('flows.csv', flows), csv('people.csv', 'state,year,population\nBY,2011,9500\n')]);
      await page.getByRole('cell', { name: '10.00' }).waitFor();
      await page.getByLabel('Counted').selectOption('own_office');
      await page.getByRole('cell', { name: '25.26' }).waitFor();
      await page.getByText(/^Most at 23\.4/).waitFor();
      await page.locator('#own-age input[type=file]').setInputFiles(csv('ages.csv', 'age,migrants\n0,-1\n'));
      await page.getByText('table, row 1, migrants').waitFor();
      await page
        .locator('#own-skills input[type=file]')
        .setInputFiles(csv('skills.csv', 'direction,education,age,persons\nin,basic,50-54,3\nin,higher,20-24,1\n'));
      await page.getByText('75.0% of arrivals').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    MINUTES,
  );

  it('speak another language and keep it', async () => {
    const { page } = await visit('/quality');
    await page.getByRole('heading', { name: 'How good are these figures?' }).waitFor();
    await page.getByRole('button', { name: 'Русский' }).click();
    await page.getByRole('heading', { name: 'Насколько хороши эти числа?' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Насколько хороши эти числа?' }).waitFor();
    await page.context().close();
  });

  it(
    'show what offices have published apart from the simulated world, and take a table with faults, then a good one',
    async () => {
      const { page, complaints } = await visit('/compare');
      await page.getByRole('heading', { name: 'How many people moved between Belarus and Russia?' }).waitFor();
      await page.getByText('Published by statistical offices; nothing here is simulated.').waitFor();
      await page.getByText('+240\u202f000 by Belstat and +45\u202f000 by Rosstat').waitFor();
      await page.getByText('By place of arrival it is +95\u202f000.').waitFor();
      expect(await page.getByText('Simulated world').count()).toBe(0);

      const file = (name: string, content: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
      await page.locator('input[type=file]').setInputFiles(file('none.csv', 'a,b\n1,2\n'));
      await page
        .getByRole('alert')
        .getByText(/origin, destination, year/)
        .waitFor();
      const bad = FLOWS.replace(',BY,2010,9000', ',QQ,2010,-9000');
      await page.locator('input[type=file]').setInputFiles(file('mine.csv', bad));
      await page.getByText(/^10 rows read; 2\sfaults\.$/).waitFor();
      await page.getByRole('cell', { name: 'unknown_state' }).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.locator('input[type=file]').setInputFiles(file('mine.csv', FLOWS));
      await page.getByText(/^10 rows read; no fault was found\.$/).waitFor();

      await page.getByRole('link', { name: 'Reconcile' }).click();
      await page.getByText('19.31').first().waitFor();
      await page.getByRole('combobox', { name: 'Table' }).selectOption({ label: 'mine.csv' });
      await page.getByText('These figures do not tell the factors').waitFor();
      await page.getByRole('combobox', { name: 'Table' }).selectOption('eurostat-2010-2019');
      await page.getByRole('combobox', { name: 'Model' }).selectOption('log-corridors');
      await page.getByText(/without a model by 1\.22/).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    2 * MINUTES,
  );

  it(
    'sample the true flow of a table that has what it needs, and say how far that can be trusted',
    async () => {
      const { page, complaints } = await visit('/reconcile');
      const { cells } = simulatedPanel(6, ['BY', 'KZ', 'RU', 'SE'], 4);
      const table = { name: 'panel.csv', mimeType: 'text/csv', buffer: Buffer.from(panelText(cells)) };
      await page.locator('input[type=file]').setInputFiles(table);
      await page.getByRole('combobox', { name: 'Model' }).selectOption('pooled');
      await page.getByRole('button', { name: 'Sample the model' }).click();
      await page.getByText(/draws in .* s: .*R-hat at most/).waitFor({ timeout: 2 * MINUTES });
      await page.getByRole('heading', { name: 'How many people moved, by both offices together?' }).waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    3 * MINUTES,
  );

  it(
    'lead from the first sign-in over a file with faults to a second vintage',
    async () => {
      const { page } = await visit('/sign-in');
      await page.getByLabel('E-mail').fill(EMAIL);
      await page.getByLabel('Password').fill(oneTime);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByLabel('New password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Change the password' }).click();
      await page.waitForURL(`${address}/`);
      await page.getByRole('link', { name: 'Load' }).click();

      const file = join(served.folder, 'by-2010.csv');
      writeFileSync(file, SLIPS);
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByText('3 rows read: 2 accepted, 1 set aside.').waitFor({ timeout: MINUTES });
      await page.getByRole('cell', { name: 'birth_date' }).waitFor();
      await page.getByRole('cell', { name: 'no such day, or another form bad_date' }).first().waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Accept the file' }).click();
      await page.getByText('by-2010.csv is accepted.').waitFor();
      await takeSeveralFiles(page, served.folder);

      await page.getByRole('link', { name: 'Start a run with them' }).click();
      await page.getByLabel('Name of the vintage').fill('With the new file');
      await page.getByLabel('Slips').selectOption('both together');
      await page.getByRole('button', { name: 'Start a run' }).click();
      await page.getByRole('heading', { name: 'With the new file — done' }).waitFor({ timeout: 2 * MINUTES });
      await page.getByRole('heading', { name: 'Compare two vintages' }).waitFor();
      await page.getByRole('button', { name: 'Release to the public' }).click();
      await page.getByText('Everybody will see it').waitFor();
      expect(await seriousFaults(page)).toEqual([]);

      await page.getByRole('button', { name: 'Not yet' }).click();
      await page.getByRole('button', { name: 'Release to the public' }).waitFor();

      await page.getByRole('link', { name: 'Corridor' }).click();
      await page.getByRole('button', { name: 'repeated origin' }).first().click();
      await page.locator('.timeline li.marked').first().waitFor();
      expect(await seriousFaults(page)).toEqual([]);

      await page.getByRole('link', { name: 'Review' }).click();
      await page.getByLabel('Reason').fill('only a test');
      await page.getByRole('button', { name: 'Unsure' }).click();
      await page.getByText('1 judgement kept').waitFor({ timeout: MINUTES });

      await page.getByRole('link', { name: 'Administration' }).click();
      await page.getByText('The chain of the log is whole.').waitFor();
      await page.getByLabel('Name', { exact: true }).first().fill('Without roles');
      await page.getByLabel('E-mail').fill('without@example.org');
      await page.getByRole('button', { name: 'Add' }).first().click();
      await page.getByText('Give at least one role first.').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.context().close();
    },
    5 * MINUTES,
  );
});

const FLOWS = `origin,destination,year,departures_reported,arrivals_reported
${[2008, 2009, 2010, 2011, 2012].map(year => `RU,BY,${year},9000,${year}\nBY,RU,${year},4100,${year + 900}\n`).join('')}`;

/** Several files at once: one replaces a slip, one follows no layout until it is told, one is discarded. */
async function takeSeveralFiles(page: Page, folder: string) {
  const [later, foreign] = [join(folder, 'by-later.csv'), join(folder, 'foreign.csv')];
  writeFileSync(later, LATER);
  writeFileSync(foreign, 'a,b\n1,2\n');
  await page.locator('input[type=file]').setInputFiles([later, foreign]);
  await page.getByText('1 new, 1 replacing another of the same number, 1 the same.').waitFor({ timeout: MINUTES });
  await page.getByLabel('Layout: foreign.csv').waitFor({ timeout: MINUTES });
  await page.getByText('Of 3 files 1 accepted, 1 checked and waiting for you, 0 under way, 1 refused.').waitFor();
  await page.getByLabel('Layout: foreign.csv').selectOption('kz-coupons');
  await page.getByText('Of 3 files 1 accepted, 1 checked and waiting for you, 0 under way, 1 refused.').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Discard' }).last().click();
  await page.getByRole('button', { name: 'Accept the file' }).click();
  await page.getByText('In the accepted files: 6 rows read, 5 accepted, 1 set aside.').waitFor({ timeout: MINUTES });
}

const SLIPS = `slip_id,office,kind,registered_on,event_on,surname,given_name,patronymic,sex,birth_date,origin,destination
n1,BY,arrival,2010-05-04,2010-05-01,Новикова,Анна,Петровна,F,1980-02-03,RU,BY
n2,BY,arrival,2010-06-04,2010-06-01,Орлов,Иван,Ильич,M,1975-07-08,RU,BY
n3,BY,arrival,2010-99-04,2010-06-01,Орлов,Пётр,Ильич,M,19x5,RU,BY
`;

const LATER = `slip_id,office,kind,registered_on,event_on,surname,given_name,patronymic,sex,birth_date,origin,destination
n1,BY,arrival,2010-05-04,2010-05-01,Новикова,Анна,Петровна,F,1980-02-03,RU,BY
n2,BY,arrival,2010-06-04,2010-06-02,Орлов,Иван,Ильич,M,1975-07-08,RU,BY
n4,BY,arrival,2010-07-04,2010-07-01,Соколова,Вера,Ильинична,F,1985-07-08,RU,BY
`;
