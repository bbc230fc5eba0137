import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteAccount } from '../src/statistics/accounts/report/fixtures/note-account.ts';
import { renderReport } from '../src/statistics/accounts/report/report.ts';
import { openBrowser, type TestBrowser } from './fixtures/browser.ts';

let opened: TestBrowser;

beforeAll(async () => {
  opened = await openBrowser();
}, 120_000);
afterAll(() => opened?.close());

describe.each(['en', 'ru'] as const)('the report in a real browser, %s', lang => {
  it.each([360, 1440])('fits a window of %i px, asks for nothing and complains of nothing', async width => {
    const page = await opened.browser.newPage({ viewport: { width, height: 900 } });
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', request => asked.push(request.url()));
    page.on('console', message => complaints.push(message.text()));
    page.on('pageerror', error => complaints.push(error.message));
    await page.setContent(renderReport(noteAccount(), lang));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await page.evaluate('document.documentElement.lang')).toBe(lang);
    expect(await page.evaluate('document.querySelectorAll("svg[role=img]").length')).toBeGreaterThanOrEqual(4);
    expect([asked, complaints]).toEqual([[], []]);
    await page.close();
  });
});
