import { describe, expect, it } from 'vitest';
import { parseMemory } from './memory.ts';

describe('parseMemory', () => {
  it('reads sizes as people write them', () => {
    expect(['6GB', '512 MiB', '4g', '1.5GB', '1073741824'].map(parseMemory)).toEqual([
      6 * 2 ** 30,
      2 ** 29,
      2 ** 32,
      1.5 * 2 ** 30,
      2 ** 30,
    ]);
  });

  it.each(['', 'much', '-1GB', '100MB', '6 GBs'])('refuses %j', text => {
    expect(() => parseMemory(text)).toThrow(/a size of at least 256MB/);
  });
});
