import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteAccount } from '../src/statistics/accounts/report/fixtures/note-account.ts';
import { renderReport } from '../src/statistics/accounts/report/report.ts';

/** The browser is unpacked into a folder of its own: an older one in the system's temporary folder would be taken as it is. */
const unpacked = mkdtempSync(join(tmpdir(), 'saldo-browser-'));
let browser: Browser;

beforeAll(async () => {
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = unpacked;
  const { default: chromium } = await import('@sparticuz/chromium');
  const { chromium: playwright } = await import('playwright-core');
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--headless=shell'],
  });
  process.env['TMPDIR'] = TMPDIR;
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(unpacked, { recursive: true, force: true });
});

describe.each(['en', 'ru'] as const)('the report in a real browser, %s', lang => {
  it.each([360, 1440])('fits a window of %i px, asks for nothing and complains of nothing', async width => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
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
