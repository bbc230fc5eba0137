// Takes the pictures of the pages that stand in docs/pages: `npm run build && npm run pictures`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ensureAdministrator } from '../src/server/identity/first-administrator.ts';
import { openServer } from '../src/server/open-server.ts';
import { openBrowser } from './fixtures/browser.ts';

const EMAIL = 'administrator@saldo.local';
const PASSWORD = 'a password for pictures';
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const LONG_PHONE = { width: 360, height: 1900 };
const SETTLED_MS = 700;
const RUN_MS = 180_000;

const pictures = join(import.meta.dirname, '..', 'docs', 'pages');
const folder = mkdtempSync(join(tmpdir(), 'saldo-pictures-'));
const port = await freePort();
const address = `http://localhost:${port}`;
const server = await openServer({ home: join(folder, 'home'), baseUrl: address, logger: false });
await server.listen({ host: '127.0.0.1', port });
const administrator = await ensureAdministrator({ auth: server.auth, db: server.identity }, EMAIL);
await server.demonstration.start();
const { browser, close } = await openBrowser();

const page = await browser.newPage({ viewport: WIDE, locale: 'en-GB', colorScheme: 'light' });
await page.goto(address);
await page.locator('path[data-corridor="RU-BY"]').waitFor({ timeout: RUN_MS });
for (const name of [
  'overview',
  'offices',
  'quality',
  'method',
  'compare',
  'reconcile',
  'unregistered',
  'unregistered/censuses',
  'unregistered/workforce',
  'targets',
  'indicators',
  'sign-in',
]) {
  await page.goto(`${address}/${name === 'overview' ? '' : name}`);
  await picture(page, name.replace('/', '-'));
}
const phone = await browser.newPage({ viewport: PHONE, locale: 'ru-RU', colorScheme: 'dark' });
await phone.goto(address);
await picture(phone, 'overview-phone-ru');
const light = await browser.newPage({ viewport: PHONE, locale: 'ru-RU', colorScheme: 'light' });
await light.goto(`${address}/rights?citizen=KG&in=RU&purpose=work&on=2016-06-01`);
await light.getByText('Почему так?').nth(2).click();
await picture(light, 'rights-phone-ru', LONG_PHONE);
await page.goto(`${address}/rights/matrix?in=RU&on=2015-08-06`);
await page.getByRole('button', { name: /^Work without a permit; citizen of Kyrgyzstan/ }).click();
await page.getByText('12 August 2015').waitFor();
await picture(page, 'matrix');
await page.goto(`${address}/acts/CIS-VISAFREE-1992`);
await picture(page, 'act');

await page.goto(`${address}/sign-in`);
await page.getByLabel('E-mail').fill(EMAIL);
await page.getByLabel('Password').fill(administrator?.password ?? '');
await page.getByRole('button', { name: 'Sign in' }).click();
await page.getByLabel('New password').fill(PASSWORD);
await page.getByRole('button', { name: 'Change the password' }).click();
await page.getByRole('link', { name: 'Load' }).click();
const slips = join(folder, 'belstat-2010.csv');
writeFileSync(slips, fileWithFaults());
await page.locator('input[type=file]').setInputFiles(slips);
await page.getByRole('heading', { name: 'Faults row by row' }).waitFor();
await picture(page, 'load');
await page.getByRole('button', { name: 'Accept the file' }).click();
await page.getByRole('link', { name: 'Start a run with it' }).click();
await page.getByLabel('Name of the vintage').fill('With the file of 2010');
await page.getByLabel('Slips').selectOption('both together');
await page.getByRole('button', { name: 'Start a run' }).click();
await page.getByRole('heading', { name: 'With the file of 2010 — done' }).waitFor({ timeout: RUN_MS });
await page.getByRole('heading', { name: 'Compare two vintages' }).waitFor();
await picture(page, 'runs');
await page.goto(`${address}/corridors/RU/BY`);
await page.getByRole('button', { name: /^repeated origin, arrivals/ }).click();
await page.locator('.timeline li.marked').first().waitFor();
await picture(page, 'corridor');
for (const name of ['review', 'administration']) {
  await page.goto(`${address}/${name}`);
  await picture(page, name);
}

await close();
await server.close();
rmSync(folder, { recursive: true, force: true });

/** Of a page that goes on and on only the beginning is taken. */
async function picture(of: Page, name: string, size?: { width: number; height: number }): Promise<void> {
  if (size !== undefined) await of.setViewportSize(size);
  await of.waitForLoadState('networkidle');
  await of.waitForTimeout(SETTLED_MS);
  await of.screenshot({
    path: join(pictures, `${name}.png`),
    fullPage: name !== 'method' && size === undefined,
  });
}

/** The server must know its address before it listens. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>(resolve => {
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port: free } = probe.address() as AddressInfo;
  await new Promise(resolve => {
    probe.close(resolve);
  });
  return free;
}

function fileWithFaults(): string {
  return `slip_id,office,kind,registered_on,event_on,surname,given_name,patronymic,sex,birth_date,origin,destination
n1,BY,arrival,2010-05-04,2010-05-01,Новикова,Анна,Петровна,F,1980-02-03,RU,BY
n2,BY,arrival,2010-06-04,2010-06-01,Орлов,Иван,Ильич,M,1975-07-08,RU,BY
n3,BY,arrival,2010-99-04,2010-06-01,Орлов,Пётр,Ильич,M,19x5,RU,BY
n4,BY,arrival,2010-07-01,2010-06-28,Власова,Ольга,Олеговна,F,1990-12-12,XQ,BY
`;
}
