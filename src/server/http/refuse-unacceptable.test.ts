import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accepts } from './refuse-unacceptable.ts';

it.each([
  ['*/*', true],
  ['', true],
  ['application/json', true],
  ['APPLICATION/*;q=0.1', true],
  ['text/html, application/xhtml+xml, */*;q=0.8', true],
  ['text/csv', false],
  ['application/json;q=0, */*', false],
  ['application/*;q=0, application/json', true],
  ['application/json;q=nonsense', false],
  [';;,,q=1', false],
])('Accept: %s takes JSON: %s', (accept, taken) => {
  expect(accepts(accept, 'application/json; charset=utf-8')).toBe(taken);
});

it('any header is taken or not, without a fault', () => {
  fc.assert(fc.property(fc.string(), accept => typeof accepts(accept, 'application/json') === 'boolean'));
});
