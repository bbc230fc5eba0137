import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { claimText, freeClaimId } from './claim-text.ts';

const CLAIM = {
  ...{ of: 'CIS-VISAFREE-1992', id: 'md-2026-11-23', event: 'withdrawal', parties: ['MD'], date: '2026-03-01' },
  ...{ source: 'GAZETTE', address: '', evidence: 'seen', supersedes: '', settled: false },
  ...{ note: { ru: '', en: '' }, because: { ru: '', en: '' } },
};

test('a claim is written as a proposal that YAML reads back', () => {
  expect(parse(claimText(CLAIM), { schema: 'failsafe' })).toEqual({
    of: 'CIS-VISAFREE-1992',
    claim: {
      ...{ id: 'md-2026-11-23', event: 'withdrawal', party: ['MD'], date: '2026-03-01' },
      evidence: 'seen',
      source: 'GAZETTE',
    },
  });
  const tricky = 'Нота: «да», [1] "b" \\ # и {ещё}\nстрока';
  const more = {
    ...{ parties: [], date: '', address: 'https://example.org/?a=1#b: c', supersedes: 'c2', settled: true },
    ...{ note: { ru: tricky, en: tricky }, because: { ru: tricky, en: 'x' } },
  };
  expect(parse(claimText({ ...CLAIM, ...more }), { schema: 'failsafe' })).toEqual({
    sources: { GAZETTE: 'https://example.org/?a=1#b: c' },
    of: 'CIS-VISAFREE-1992',
    claim: {
      ...{ id: 'md-2026-11-23', event: 'withdrawal', party: '*', evidence: 'seen', source: 'GAZETTE' },
      ...{
        note: { ru: tricky, en: tricky },
        supersedes: 'c2',
        chosen: { settled: 'true', because: { ru: tricky, en: 'x' } },
      },
    },
  });
});

test('claims of one state and day have different ids', () => {
  expect(freeClaimId('MD', '2026-11-23', ['c1'])).toBe('md-2026-11-23');
  expect(freeClaimId('MD', '2026-11-23', ['md-2026-11-23', 'md-2026-11-23-2'])).toBe('md-2026-11-23-3');
});
