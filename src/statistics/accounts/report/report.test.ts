import { describe, expect, test } from 'vitest';
import { CAUSES } from '../../../common/causes.ts';
import { corridorsOf } from '../../../common/charts/corridors.ts';
import { drawCoverage } from '../../../common/charts/coverage-chart.ts';
import { drawFlowMap, MAP_FRAMES } from '../../../common/charts/flow-map.ts';
import { drawLines } from '../../../common/charts/lines-chart.ts';
import { drawWaterfall } from '../../../common/charts/waterfall-chart.ts';
import { CAUSE_WORDS } from '../../../common/wording/cause-words.ts';
import { VERDICT_WORDS } from '../../../common/wording/verdict-words.ts';
import { buildAccount } from './fixtures/build-account.ts';
import { noteAccount } from './fixtures/note-account.ts';
import { sixStates } from './fixtures/six-states.ts';
import { renderReport } from './report.ts';
import type { ReportedAccount } from './reported-account.ts';

const LANGUAGES = ['ru', 'en'] as const;
const NOTE = corridorsOf(noteAccount());
const RUSSIA_TO_BELARUS = NOTE.find(corridor => corridor.origin === 'RU') ?? NOTE[0]!;

describe('pictures are those kept in output/', () => {
  test.each(LANGUAGES)('lines of the note, %s', async lang => {
    await expect(drawLines(RUSSIA_TO_BELARUS, { highest: 80_000, lang })).toMatchFileSnapshot(
      `output/lines-${lang}.svg`,
    );
  });

  test.each(LANGUAGES)('waterfall of the note, %s', async lang => {
    await expect(drawWaterfall(RUSSIA_TO_BELARUS, lang)).toMatchFileSnapshot(`output/waterfall-${lang}.svg`);
  });

  test.each(Object.entries(MAP_FRAMES))('map of six states, %s', async (name, frame) => {
    const { run } = sixStates();
    const svg = drawFlowMap(corridorsOf(sixStates()), { offices: run.offices, frame, lang: 'ru' });
    await expect(svg).toMatchFileSnapshot(`output/map-${name}.svg`);
  });

  test('coverage of one office of six', async () => {
    const rows = sixStates().coverage.filter(row => row.office === 'KZ');
    await expect(drawCoverage('KZ', rows, { low: 0.6, lang: 'en' })).toMatchFileSnapshot('output/coverage-en.svg');
  });
});

describe.each(LANGUAGES)('a report in %s', lang => {
  const accounts = {
    'of the note': noteAccount(),
    'of six states': sixStates(),
    'of one direction in one year': oneYear(),
    'of nothing': nothing(),
  };

  test.each(Object.entries(accounts))('%s has no hole in it', (_, account) => {
    const report = renderReport(account, lang);
    expect(report).not.toMatch(/undefined|NaN|Infinity|\[object|null/);
  });

  test('of nothing still says so in a sentence', () => {
    const sentence =
      lang === 'ru' ? 'Не принято ни одного прибытия или выбытия' : 'No arrival or departure between states';
    expect(renderReport(nothing(), lang)).toContain(sentence);
  });

  test('is the same to the byte each time', () => {
    expect(renderReport(sixStates(), lang)).toBe(renderReport(sixStates(), lang));
  });

  test('needs nothing from elsewhere and runs nothing', () => {
    const report = renderReport(sixStates(), lang).replaceAll('http://www.w3.org/2000/svg', '');
    expect(report).not.toMatch(/https?:|<script|<link|<img|@import|url\(/);
  });

  test('names every picture for readers who cannot see it', () => {
    const pictures = renderReport(noteAccount(), lang).match(/<svg [^>]*>/g) ?? [];
    expect(pictures.length).toBe(8);
    for (const picture of pictures)
      expect(picture).toMatch(/aria-label="[^"]+".*role="img"|role="img".*aria-label="[^"]+"/);
  });

  test('stays below 600 kB with twelve pairs', () => {
    expect(Buffer.byteLength(renderReport(sixStates(), lang))).toBeLessThan(600_000);
  });

  test('closes every element that it opens', () => {
    const report = renderReport(sixStates(), lang);
    for (const name of ['section', 'table', 'tr', 'td', 'th', 'figure', 'svg', 'g', 'details', 'p', 'div']) {
      const opened = report.match(new RegExp(`<${name}(?=[ >])(?![^>]*/>)`, 'g'))?.length;
      expect(opened, name).toBe(report.match(new RegExp(`</${name}>`, 'g'))?.length);
    }
  });
});

test('the balances are those of the note: +240, +45 and +95 thousand', () => {
  const report = renderReport(noteAccount(), 'ru');
  for (const balance of ['+240\u202f000', '+45\u202f000', '+95\u202f000']) expect(report).toContain(balance);
  expect(report).toContain('+240\u202f000 −\u00a0145\u202f000 =\u00a0+95\u202f000');
  expect(report).toContain('+45\u202f000 +\u00a050\u202f000 =\u00a0+95\u202f000');
});

test('only a simulated account says that it is', () => {
  expect(renderReport(sixStates(), 'en')).toContain('These slips are simulated');
  expect(renderReport(noteAccount(), 'en')).not.toContain('These slips are simulated');
});

test('a path cannot bring markup into the page', () => {
  const account = noteAccount();
  const inputs = [{ path: '<script>alert("1")</script>&\'.csv', sha256: '0'.repeat(64), rows: 1 }];
  const report = renderReport({ ...account, run: { ...account.run, inputs } }, 'en');
  expect(report).not.toContain('<script');
  expect(report).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;.csv');
});

test('flows without an arrow stand in the margin, with who reported them', () => {
  const report = renderReport(sixStates(), 'en');
  expect(report).toContain('Uzbekistan → Russia: 98\u202f204, reported by Rosstat');
  expect(report).toContain('Poland → Belarus: 1\u202f203, reported by Belstat');
});

test('pairs beyond the twelfth are counted', () => {
  expect(renderReport(sixStates(), 'en')).toContain('3\u00a0more pairs of offices');
});

test('every cause and every verdict has its words in both languages', () => {
  const terms = [...CAUSES.map(cause => CAUSE_WORDS[cause]), ...Object.values(VERDICT_WORDS)];
  for (const term of terms) {
    for (const lang of LANGUAGES) expect(term.name[lang].length * term.meaning[lang].length).toBeGreaterThan(0);
  }
});

function oneYear(): ReportedAccount {
  const told = {
    origin: 'KZ',
    destination: 'UZ',
    united: 3,
    arrivals: { duplicate: 1 },
    departures: { open: 2 },
    profile: [1],
  };
  return buildAccount([told], 2020, { offices: ['KZ', 'UZ'] });
}

function nothing(): ReportedAccount {
  const { run } = buildAccount([], 2020, { offices: ['BY'] });
  return { flows: [], gaps: [], coverage: [], run: { ...run, accepted: 0, read: 0, setAside: 0, verdicts: [] } };
}
