import { describe, expect, it } from 'vitest';
import { faultExpectation, SLIP_FAULT_WORDS } from '../../common/wording/fault-words.ts';
import { BROKEN_ROW, rowChecks, WITHDRAWAL } from './checks.ts';

const ENGLISH = /\b(an?|days?|or|of|not|by|before|after|state|months?|columns?|found|empty|slip|value|row)\b/;

describe('what a check expects', () => {
  it.each(
    [BROKEN_ROW, WITHDRAWAL, ...rowChecks('2015-06-30')].map(
      check => [`${check.code} ${check.column}`, check] as const,
    ),
  )('is told in Russian too: %s', (_, { code, expected }) => {
    const english = expected.replace('{dates}', 'yyyy-mm-dd').replace('{states}', 'ISO alpha-2');
    expect(faultExpectation(SLIP_FAULT_WORDS, { code, expected: english }, 'en')).toBe(english);
    expect(faultExpectation(SLIP_FAULT_WORDS, { code, expected: english }, 'ru')).not.toMatch(ENGLISH);
  });
});
