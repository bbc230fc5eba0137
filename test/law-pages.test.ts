import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedPages, seriousFaults, servePages } from './fixtures/served-pages.ts';

// As a migrant asks on a phone, and as an official looks things up by the keyboard alone.
const MINUTES = 60_000;
const PHONE = 360;

let served: ServedPages;
let visit: ServedPages['visit'];

beforeAll(async () => {
  served = await servePages();
  ({ visit } = served);
}, 3 * MINUTES);
afterAll(() => served?.close(), MINUTES);

describe('the pages of the law', () => {
  it(
    'tell a migrant on a phone, in Russian, what is allowed and why, and ask for the one fact that is missing',
    async () => {
      const { page, complaints } = await visit('/rights?on=2016-06-01', { width: PHONE, lang: 'ru' });
      await page.getByRole('heading', { level: 1, name: 'Что мне можно в другой стране?' }).waitFor();
      expect(await page.getByLabel('Зачем').count()).toBe(0);
      await page.getByLabel('Моё гражданство').selectOption({ label: 'Армения' });
      await page.getByLabel('Еду в страну').selectOption({ label: 'Россия' });
      await page.getByRole('heading', { level: 1, name: 'Что можно гражданину Армении в России?' }).waitFor();
      expect(await page.getByLabel('Кем вы будете работать?').count()).toBe(0);
      await page.getByLabel('Зачем').selectOption({ label: 'работать' });
      const work = page.locator('.answers > li', { hasText: 'работать без разрешения' });
      await work.getByRole('heading', { name: 'Вы можете работать без разрешения.' }).waitFor();
      await work.getByText('Почему так?').click();
      await work.getByRole('link', { name: /Договор о Евразийском экономическом союзе/ }).waitFor();
      await work.getByText(/вступление в силу, Армения: 2 января 2015/).waitFor();
      expect(await seriousFaults(page)).toEqual([]);

      await page.getByLabel('Когда въехали').fill('2016-05-01');
      await page.getByText(/Последний день — 31 мая 2016/).waitFor();
      await page.getByText('Срок вышел.').waitFor();
      await page.getByText(/Срок без регистрации уже вышел: обратитесь в миграционную службу/).waitFor();

      await page.getByText('от этого зависит: признание дипломов').waitFor();
      await page.getByLabel('Кем вы будете работать?').selectOption({ label: 'медиком' });
      const own = page.locator('section', { has: page.getByRole('heading', { name: 'Что решает закон России' }) });
      await own.getByRole('heading', { name: 'Признание дипломов' }).waitFor();
      expect(new URL(page.url()).searchParams.get('fact')).toBe('occupation=medical');
      expect(new URL(page.url()).searchParams.get('purpose')).toBe('work');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE);

      const shared = await visit(page.url().slice(served.address.length), { width: PHONE, lang: 'ru' });
      await shared.page.getByRole('heading', { level: 1, name: 'Что можно гражданину Армении в России?' }).waitFor();
      expect(await shared.page.getByLabel('Кем вы будете работать?').inputValue()).toBe('medical');
      await shared.page.context().close();
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    MINUTES,
  );

  it('show both days where sources disagree, and what the answer would be by the other', async () => {
    const { page } = await visit('/rights?citizen=KG&in=RU&purpose=work&on=2015-08-08');
    const work = page.locator('.answers > li', { hasText: 'Sources disagree whether you may work without a permit.' });
    await work.getByText('6 August 2015', { exact: true }).first().waitFor();
    await work.getByText('12 August 2015', { exact: true }).waitFor();
    await work.getByText('by this day the answer would be: the state’s own law decides').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });

  it('say what another citizenship would change', async () => {
    const { page } = await visit('/rights?citizen=KZ&in=BY&purpose=work&on=2014-06-01');
    await page.getByLabel('with another citizenship').selectOption({ label: 'Uzbekistan' });
    await page.getByText('Work without a permit: yes → the state’s own law decides').waitFor();
    await page.context().close();
  });

  it('print the question, its answers and all reasons, without the form', async () => {
    const { page } = await visit('/rights?citizen=KZ&in=BY&purpose=work&on=2014-06-01');
    await page.getByRole('heading', { name: 'You may work without a permit.' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await page.getByText('entry into force, all parties: 1 January 2012').first().waitFor();
    expect(await page.getByLabel('I am a citizen of').isVisible()).toBe(false);
    await page.getByText('What for: to work.').waitFor();
    await page.getByText(/^Printed on/).waitFor();
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator('.reasons > details[open]').count()).toBe(0);
    await page.context().close();
  });

  it(
    'let the matrix be walked by the keyboard, day by day and cell by cell',
    async () => {
      const { page, complaints } = await visit('/rights/matrix?right=work-without-permit&on=2015-01-02');
      const changed = page.locator('.matrix td.changed');
      await changed.first().waitFor();
      expect(await changed.count()).toBe(6);
      expect(await seriousFaults(page)).toEqual([]);

      await page.getByRole('slider', { name: 'Day' }).focus();
      await page.keyboard.press('ArrowLeft');
      await page.getByText('On 1 January 2015 an act in force').waitFor();
      await page.getByText('other than on 2 January 2015, where the slider was').waitFor();
      expect(await page.locator('.matrix td.other').count()).toBe(6);
      await page.getByRole('button', { name: 'Later change' }).press('Enter');
      await page.getByText('On 2 January 2015 an act in force').waitFor();

      await page.getByRole('button', { name: /citizen of Armenia, in Azerbaijan/ }).focus();
      await page.keyboard.press('ArrowRight');
      const armenia = 'Work without a permit; citizen of Armenia, in Belarus: yes';
      expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toContain(armenia);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: armenia }).waitFor();
      await page.getByText('entry into force, Armenia: 2 January 2015').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      // Belarus has no cell with itself: the way goes on to Georgia.
      expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toContain(
        'citizen of Georgia, in Belarus',
      );
      expect(await seriousFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    MINUTES,
  );

  it('find an act by a word, draw its parties, and set its sources side by side', async () => {
    const { page, complaints } = await visit('/acts', { width: PHONE, lang: 'ru' });
    await page.getByRole('searchbox', { name: 'Найти' }).fill('свобода передвижения');
    await page.getByText('Найдено: ').waitFor();
    await page.getByRole('link', { name: /равных прав граждан на свободу передвижения/ }).click();
    await page.getByRole('heading', { level: 1, name: /свободу передвижения/ }).waitFor();
    await page.getByRole('img', { name: 'Как действовал для каждого государства' }).waitFor();
    const sides = page.locator('.sides .side');
    await sides.first().waitFor();
    expect(await sides.first().innerText()).toMatch(/принято\s+3 февраля 2009/);
    expect(await sides.nth(1).innerText()).toMatch(/не принято\s+29 июня 2006/);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE);
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('say that the server does not answer, and go on once it does', async () => {
    const { page, complaints } = await visit('/rights', { width: PHONE, lang: 'ru' });
    await page.getByLabel('Моё гражданство').selectOption('AM');
    await page.route('**/api/rights?*', route => route.abort());
    await page.getByLabel('Еду в страну').selectOption('RU');
    await page.getByText('Сервер не отвечает').waitFor();
    await page.unroute('**/api/rights?*');
    await page.getByRole('button', { name: 'Повторить' }).click();
    await page.getByRole('heading', { level: 2, name: 'Можно' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['/rights', PHONE, 'en'],
    ['/rights?citizen=XX&in=QQ&on=1980-02-31&purpose=flying', PHONE, 'ru'],
    ['/rights?citizen=TJ&in=RU&purpose=work', PHONE, 'ru'],
    ['/rights?citizen=BY&in=RU&purpose=permanent', 1440, 'en'],
    ['/rights/matrix', PHONE, 'ru'],
    ['/rights/matrix?citizen=BY', PHONE, 'ru'],
    ['/acts', 1440, 'en'],
    ['/acts/conflicts', PHONE, 'ru'],
    ['/acts/EAEU-2014', PHONE, 'ru'],
    ['/acts/CIS-VISAFREE-1992', 1440, 'en'],
    ['/acts/NO-SUCH-ACT', PHONE, 'en'],
  ])(
    '%s fits %i px in %s, and a screen reader finds nothing serious',
    async (path, width, lang) => {
      const { page, complaints } = await visit(path, { width, lang });
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await page.locator('[role=alert]').count()).toBe(0);
      await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
      expect(await seriousFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    MINUTES,
  );
});
