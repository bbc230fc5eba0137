import { describe, expect, it } from 'vitest';
import { SlowDown } from './slow-down.ts';

describe('slowing down', () => {
  it('lets the free failures pass, then doubles the wait up to a quarter of an hour', () => {
    let now = 0;
    const slow = new SlowDown(3, () => now);
    const waits = Array.from({ length: 10 }, () => {
      slow.failed('a');
      const wait = slow.wait('a');
      now += wait * 1000;
      return wait;
    });
    expect(waits).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
    expect(slow.wait('a')).toBe(0);
  });

  it('concerns one key alone, and ends with success or an hour of rest', () => {
    let now = 0;
    const slow = new SlowDown(1, () => now);
    for (const key of ['a', 'b']) slow.failed(key);
    slow.passed('a');
    expect([slow.wait('a'), slow.wait('b'), slow.wait('c')]).toEqual([0, 30, 0]);
    now = 3_600_000;
    slow.failed('b');
    expect(slow.wait('b')).toBe(30);
  });

  it('keeps no more than it must, the oldest goes first', () => {
    const slow = new SlowDown(1, () => 0);
    for (let key = 0; key <= 10_000; key++) slow.failed(String(key));
    expect([slow.wait('0'), slow.wait('1'), slow.wait('10000')]).toEqual([0, 30, 30]);
  });
});
