import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Steps } from '../../common/steps.ts';
import { Engine } from '../../engine/engine.ts';
import { accountSlips } from './account-slips.ts';
import { storeSlips, type WrittenSlip } from './cases/written-slips.ts';
import { DEFAULT_PARAMETERS } from './parameters.ts';

interface Case {
  name: string;
  threshold?: number;
  lapse?: number;
  slips: WrittenSlip[];
  verdicts: Record<string, string>;
  flows?: string[];
  gaps?: string[];
  sightings?: string[];
}

const folder = new URL('./cases/', import.meta.url);
const cases = readdirSync(folder)
  .filter(file => file.endsWith('.yaml'))
  .sort()
  .map(file => ({ file, cases: parse(readFileSync(new URL(file, folder), 'utf8')) as Case[] }));

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 1 });
});
afterAll(() => engine.close());

describe.each(cases)('$file', ({ cases: inFile }) => {
  it.each(inFile)('$name', async ({ slips, verdicts, flows, gaps, sightings, threshold, lapse }) => {
    await storeSlips(engine, slips);
    const parameters = { ...DEFAULT_PARAMETERS, ...(threshold && { threshold }), ...(lapse && { lapse }) };
    await accountSlips(engine, parameters, { steps: new Steps(), linkage: { precision: 1, recall: 1 } });
    const found = await engine.rows<{ slip_id: string; verdict: string }>(
      'select slip_id, verdict from slip join verdict using (n) order by n',
    );
    expect(Object.fromEntries(found.map(row => [row.slip_id, row.verdict]))).toEqual(verdicts);
    if (flows) {
      const rows = await engine.rows<{ line: string }>(
        `select concat_ws(' ', origin, destination, "year", united, arrivals_reported, departures_reported) as line from flow order by all`,
      );
      expect(rows.map(row => row.line)).toEqual(flows);
    }
    if (gaps) {
      const rows = await engine.rows<{ line: string }>(
        `select concat_ws(' ', origin, destination, "year", side, cause, "count") as line from gap order by all`,
      );
      expect(rows.map(row => row.line)).toEqual(gaps);
    }
    if (sightings) {
      const rows = await engine.rows<{ line: string }>(
        `select concat_ws(' ', origin, destination, arrivals, departures, matched, still_there, away, matched_away) as line from sighting order by all`,
      );
      expect(rows.map(row => row.line)).toEqual(sightings);
    }
  });
});
