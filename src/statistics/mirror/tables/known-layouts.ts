import type { Layout } from './layouts.ts';
import { longLayout } from './long-layout.ts';
import { mirrorLayout } from './mirror-layout.ts';
import { findTableState } from './parse-values.ts';
import { findStateByName } from './state-names.ts';
import { wideLayout } from './wide-layout.ts';

const LAYOUTS: readonly Layout[] = [mirrorLayout, longLayout, wideLayout];

/** Columns that go by several names. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  orig: 'origin',
  from: 'origin',
  dest: 'destination',
  to: 'destination',
  period: 'year',
  time: 'year',
  count: 'value',
  flow: 'value',
  departures: 'departures_reported',
  arrivals: 'arrivals_reported',
  'time period': 'time_period',
};

/** The layout that a header's names fit, if one does. */
export function findLayout(names: ReadonlySet<string>): Layout | undefined {
  return LAYOUTS.find(each => each.fits(names));
}

/** A column's name as the layouts know it: footnote marks fall away, and a state by its name in either language stands for its code. */
export function columnName(text: string): string {
  const plain = text
    .replace(/[*¹²³]+$|\s*\d+\)$/u, '')
    .trim()
    .toLowerCase();
  const name = OTHER_NAMES[plain] ?? plain;
  if (findTableState(name) !== undefined) return name;
  return findStateByName(name)?.toLowerCase() ?? name;
}
