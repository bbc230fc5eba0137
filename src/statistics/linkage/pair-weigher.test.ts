import { describe, expect, it } from 'vitest';
import { COMPARISONS, glanceAtAll } from './comparisons.ts';
import { FIELD, type Identity, ROW } from './identity.ts';

describe('a glance at all comparisons', () => {
  it('is that of each, in their order', () => {
    const found: string[] = [];
    const levels = new Int8Array(COMPARISONS.length);
    const rows = new Int32Array(2 * ROW);
    for (const field of Object.values(FIELD)) {
      // Slips that agree in one field alone.
      for (const [other, place] of Object.values(FIELD).entries())
        [rows[place], rows[ROW + place]] = [other + 1, other + 50];
      rows[ROW + field] = rows[field] as number;
      const identity = { rows, ...NAMELESS } as Identity;
      glanceAtAll(identity, 0, ROW, levels);
      expect([...levels]).toEqual(COMPARISONS.map(({ glance }) => glance(identity, 0, ROW)));
      found.push(String(levels));
    }
    expect(new Set(found).size).toBeGreaterThan(5);
  });
});

const NAMES = { other: new Int32Array(100), letters: { starts: new Int32Array(101), codes: new Uint8Array(0) } };
const NAMELESS = {
  ...{ surname: NAMES, given: NAMES, patronymic: NAMES, unknownState: 0 },
  documents: { starts: new Uint32Array(2), lengths: new Uint8Array(2), signs: new Uint8Array(0) },
} as unknown as Omit<Identity, 'rows'>;
