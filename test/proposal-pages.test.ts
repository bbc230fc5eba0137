import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../src/common/access.ts';
import { addPerson } from '../src/server/identity/people.ts';
import { type ServedPages, seriousFaults, servePages } from './fixtures/served-pages.ts';

// Two lawyers of Moldova: one proposes what a gazette says, the other publishes it, and the answers are others from then on.
const MINUTES = 60_000;
const PHONE = 360;

let served: ServedPages;
let visit: ServedPages['visit'];
let anna: BrowserContext;
let boris: BrowserContext;

beforeAll(async () => {
  served = await servePages();
  ({ visit } = served);
  anna = await signedIn('Anna', [{ role: 'lawyer', office: 'MD' }], 'en');
  boris = await signedIn('Борис', [{ role: 'lawyer', office: 'MD' }], 'ru');
}, 3 * MINUTES);
afterAll(() => served?.close(), MINUTES);

/** A browser in which somebody is signed in with a password of their own. */
async function signedIn(name: string, roles: Grant[], locale: string): Promise<BrowserContext> {
  const { auth, identity } = served.server;
  const email = `${roles[0]?.role}-${locale}@example.org`;
  const { password } = await addPerson({ auth, db: identity }, { name, email, roles, by: 'test' });
  const context = await served.browser.newContext({ locale });
  const post = async (path: string, data: object) => {
    const answer = await context.request.post(served.address + path, { data, headers: { origin: served.address } });
    if (!answer.ok()) throw new Error(await answer.text());
  };
  await post('/api/auth/sign-in/email', { email, password });
  const newPassword = 'a password of my own';
  await post('/api/auth/change-password', { currentPassword: password, newPassword, revokeOtherSessions: false });
  return context;
}

const LIMIT = `
sources: {BULLETIN: 'https://example.org/act'}
act:
  id: TJUZ-STAY-2020
  title: {ru: 'Соглашение о пребывании', en: 'Agreement on stay'}
  kind: agreement
  subjects: [stay]
  signed: 2020-01-01
  signatories: [TJ, UZ]
  claims:
    - {id: c1, event: entry-into-force, party: '*', date: 2020-02-01, evidence: seen, source: BULLETIN}
  provisions:
    - article: '1'
      text: {ru: '90 дней в любых 180 днях без регистрации.', en: '90 days in any 180 days without registration.'}
      evidence: seen
      source: BULLETIN
      rules: [{right: stay-without-registration, effect: limit, value: 90, unit: day, within: {days: 180}}]
`;
const VISA = '/rights?citizen=KG&in=MD&on=2026-06-01';

describe('the pages of the exchange of acts', () => {
  it(
    'take a claim from one person to its publication by another, and every answer follows',
    async () => {
      const before = await visit(VISA, { context: anna });
      await before.page.getByRole('heading', { name: 'Whether you may enter without a visa is not known.' }).waitFor();

      const { page, complaints } = await visit('/acts/proposals', { context: anna });
      await page.getByText('Nobody has proposed anything yet.').waitFor();
      await page.getByRole('link', { name: 'Propose an act or a claim' }).click();
      await page.getByRole('combobox', { name: /^Act/ }).selectOption('CIS-VISAFREE-1992');
      const claim = page.getByRole('form', { name: 'A claim about an act' });
      await claim.getByLabel('Event').selectOption({ label: 'withdrawal' });
      await claim.getByLabel(/^Date/).fill('2026-13-01');
      await claim.getByLabel(/^Source/).selectOption({ label: 'a new source…' });
      await claim.getByLabel(/Short name/).fill('GAZETTE');
      await claim.getByLabel('Its address').fill('https://example.org/2026/15');
      await claim.getByLabel('Note in Russian').fill('Нота депозитария');
      await claim.getByLabel('Note in English').fill('Note of the depositary');
      await claim.getByLabel('What the reviewer should know').fill('Page 3 of the gazette');
      await claim.getByRole('button', { name: 'Propose' }).click();
      await page.getByText('1 fault: nothing was proposed').waitFor();
      await page.getByText(/found 2026-13-01, expected a day/).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await claim.getByLabel(/^Date/).fill('2026-03-01');
      await claim.getByRole('button', { name: 'Propose' }).click();
      await page.getByText('You proposed this yourself: another person reviews it.').waitFor();
      expect(await page.getByRole('button', { name: 'Publish' }).count()).toBe(0);

      const review = await visit('/acts/proposals', { context: boris, width: PHONE });
      await review.page.getByText('Решения ждёт 1 предложение').waitFor();
      await review.page.getByRole('link', { name: /безвизов/i }).click();
      await review.page.getByText('Решение примет другой человек.').waitFor();
      await review.page.getByText('выход, Молдова: 1 марта 2026').first().waitFor();
      const parties = review.page.getByRole('row', { name: /Молдова/ });
      expect(await parties.innerText()).toMatch(/неизвестно, действует ли.*прекращён/s);
      await review.page.getByRole('heading', { name: /Изменения в ответах: \d+/ }).waitFor();
      await review.page.getByText('неизвестно → решает закон страны').first().waitFor();
      expect(await review.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE);
      expect(await seriousFaults(review.page)).toEqual([]);
      await review.page.getByLabel('Основание').fill('Сверено с нотой');
      await review.page.getByRole('button', { name: 'Опубликовать' }).click();
      await review.page.getByText('отменить это нельзя').waitFor();
      await review.page.getByRole('button', { name: 'Опубликовать' }).click();
      await review.page.getByText('Предложение опубликовано и стало частью реестра.').waitFor();
      await review.page.getByText('Борис: опубликовано').waitFor();
      await review.page.getByText('неизвестно → решает закон страны').first().waitFor();
      expect(review.complaints).toEqual([]);

      await before.page.reload();
      await before.page.getByRole('heading', { name: 'What the law of Moldova decides' }).waitFor();
      await page.goto(`${served.address}/acts/proposals`);
      await page.getByText('published: 1, refused: 0').waitFor();
      await page.getByText('Борис: Сверено с нотой').waitFor();
      expect(complaints).toEqual([]);
    },
    2 * MINUTES,
  );

  it(
    'take an act as a file, name its faults by line, and keep a refused one in the history',
    async () => {
      const { page, complaints } = await visit('/acts/proposals/new', { context: anna, width: PHONE });
      const form = page.getByRole('form', { name: 'A new act' });
      await form.getByRole('button', { name: 'Begin with an example' }).click();
      const example = await form.getByLabel('The act as YAML').inputValue();
      const good = example
        .replaceAll('KGTJ-WORK-2030', 'KGMD-WORK-2030')
        .replace('[KG, TJ]', '[KG, MD]')
        .replaceAll('GAZETTE', 'OTHER');
      const file = { name: 'act.yaml', mimeType: 'text/yaml' };
      await page
        .locator('input[type=file]')
        .setInputFiles({ ...file, buffer: Buffer.from(good.replace('agreement\n', 'song\n')) });
      await form.getByRole('button', { name: 'Propose' }).click();
      await page.getByText('Line 8').waitFor();
      await page.getByText('kind: song').last().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE);
      await page.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from(good) });
      await expect.poll(() => form.getByLabel('The act as YAML').inputValue()).toBe(good);
      await form.getByRole('button', { name: 'Propose' }).click();
      await page.getByText('Moldova proposes a new act.').waitFor();
      await page.locator('.provisions', { hasText: 'Citizens work without a permit.' }).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.getByRole('textbox', { name: 'Answers of the day' }).fill('2030-07-01');
      await page.getByText('the state’s own law decides → yes').waitFor();
      await page.getByText('citizens of Moldova in Kyrgyzstan').waitFor();

      const review = await visit(new URL(page.url()).pathname, { context: boris });
      await review.page.getByLabel('Основание').fill('Это лишь пример');
      await review.page.getByRole('button', { name: 'Отклонить' }).click();
      await review.page.getByRole('button', { name: 'Отклонить' }).click();
      await review.page.getByText('Борис: отклонено').waitFor();
      expect(await seriousFaults(review.page)).toEqual([]);
      await page.goto(`${served.address}/acts?search=KGMD-WORK-2030`);
      await page.getByText('No act is as you look for.').waitFor();
      expect([...complaints, ...review.complaints]).toEqual([]);
    },
    2 * MINUTES,
  );

  it(
    'ask for earlier stays once a limit is published that counts them',
    async () => {
      const { exchange } = served.server.rooms;
      const { id } = await exchange.propose({ state: 'TJ', text: LIMIT, note: '', by: { id: 'a', name: 'A' } });
      await exchange.review(id, { decision: 'published', reason: 'read', by: { id: 'b', name: 'B' } });
      const { page, complaints } = await visit('/rights?citizen=TJ&in=UZ&on=2021-06-30', { width: PHONE, lang: 'ru' });
      await page.getByLabel('Когда въехали').fill('2021-06-01');
      await page.getByText(/Последний день — 29 августа 2021/).waitFor();
      const stays = page.getByRole('group', { name: 'Прежние поездки в эту страну' });
      await stays.getByLabel('с', { exact: true }).fill('2021-03-31');
      await stays.getByLabel('по', { exact: true }).fill('2021-03-01');
      await stays.getByText('Поездка кончается не раньше, чем началась.').waitFor();
      expect(await stays.getByRole('button', { name: 'Добавить' }).isDisabled()).toBe(true);
      await stays.getByLabel('с', { exact: true }).fill('2021-03-01');
      await stays.getByLabel('по', { exact: true }).fill('2021-03-31');
      await stays.getByRole('button', { name: 'Добавить' }).press('Enter');
      // 31 days of the 90 are spent: 59 are left from 1 June on.
      await page.getByText(/Последний день — 29 июля 2021/).waitFor();
      expect(new URL(page.url()).searchParams.get('stay')).toBe('2021-03-01/2021-03-31');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE);
      expect(await seriousFaults(page)).toEqual([]);
      await page.reload();
      await page.getByText(/Последний день — 29 июля 2021/).waitFor();
      await page.getByRole('button', { name: /^Убрать: 1 мар/ }).click();
      await page.getByText(/Последний день — 29 августа 2021/).waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    MINUTES,
  );

  it('answer by what was known before, and say what has become known since', async () => {
    const { page, complaints } = await visit('/rights?citizen=KG&in=RU&purpose=work&on=2020-06-01', { width: PHONE });
    await page.getByRole('heading', { name: 'You may work without a permit.' }).waitFor();
    await page.getByText('More', { exact: true }).click();
    await page.getByLabel('By what the register knew on').fill('2020-01-01');
    await page.getByText('This is answered by what the register knew on 1 January 2020.').waitFor();
    await page.getByText(/no treaty of the register gives/).waitFor();
    await page.getByLabel('by what was known on').fill('2026-11-22');
    await page.getByText('Work without a permit: the state’s own law decides → yes').click();
    await page
      .locator('li details[open] b', { hasText: /Treaty on the Eurasian Economic Union .*, art/ })
      .first()
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'by all it knows' }).click();
    await page.getByRole('heading', { name: 'You may work without a permit.' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('are for lawyers; anybody may follow what is published', async () => {
    const { page, complaints } = await visit('/acts/proposals', { width: PHONE });
    await page.getByRole('heading', { level: 1, name: 'What do states propose?' }).waitFor();
    await page.getByText(/lawyer/).waitFor();
    await page.goto(`${served.address}/acts?state=MD&subject=entry`);
    await page.getByText('Feeds of new acts and claims: Moldova, entry.').waitFor();
    const feed = await page.getByRole('link', { name: 'Atom' }).getAttribute('href');
    const answer = await page.request.get(served.address + feed);
    expect(answer.headers()['content-type']).toContain('application/atom+xml');
    expect(await answer.text()).toContain('New claim about an act');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
