import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { numberText, parseCount } from './parse-values.ts';
import { Reading } from './reading.ts';

interface Figure {
  text: string;
  persons?: number;
  nothing?: boolean;
  fault?: string;
}
const figures = parse(readFileSync(new URL('../cases/figures.yaml', import.meta.url), 'utf8')) as Figure[];
const PLACE = { file: 'table.csv', row: 1, column: 'arrivals_reported' };

describe('a figure', () => {
  it.each(figures)('"$text" is read as its case says', ({ text, persons, nothing, fault }) => {
    const reading = new Reading();
    const value = parseCount(text, PLACE, reading);
    expect(value).toBe(nothing || fault !== undefined ? null : persons);
    expect(reading.faults.map(({ code }) => code)).toEqual(fault === undefined ? [] : [fault]);
  });

  it('that a program wrote keeps its three decimals', () => {
    const reading = new Reading();
    expect(parseCount(numberText(12.345), PLACE, reading)).toBe(12.345);
    expect(reading.faults).toEqual([]);
  });
});
