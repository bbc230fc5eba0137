import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextColumn } from '../../engine/column-chunk.ts';
import { DocumentIndex, differingSigns, documentOf } from './documents.ts';

/** Texts as a column of the engine holds them, read where they lie or not. */
function column(texts: readonly string[], { inPlace }: { inPlace: boolean }): TextColumn {
  const bytes = texts.map(text => Buffer.from(text));
  const starts = bytes.map((_, row) => bytes.slice(0, row).reduce((sum, { length }) => sum + length, 0));
  return {
    cells: Buffer.concat(bytes),
    lengthOf: (row: number) => bytes[row]?.length ?? 0,
    startOf: (row: number) => (inPlace ? starts[row] : undefined),
    text: (row: number) => texts[row] ?? '',
  } as unknown as TextColumn;
}

function indexed(texts: readonly string[], { inPlace } = { inPlace: true }) {
  const index = new DocumentIndex(texts.length);
  const written = column(texts, { inPlace });
  const numbers = texts.map((_, slip) => index.set(slip, written, slip));
  const documents = index.finish();
  return { numbers, documents, signs: texts.map((_, slip) => documentOf(documents, slip)) };
}

describe('documents', () => {
  it('are the same without regard to case, to what stands between the signs, and to look-alike letters', () => {
    const { numbers, signs } = indexed(['MP 1234567', 'mp1234567', 'МР №123-45.67', 'MP1234568']);
    expect(signs).toEqual(['MP1234567', 'MP1234567', 'MP1234567', 'MP1234568']);
    expect(new Set(numbers).size).toBe(2);
    expect(numbers).not.toContain(0);
  });

  it('are none where something else stands in their place', () => {
    const { numbers, signs } = indexed(['', 'нет', 'NONE', '000000', '0 0-0/0', 'A1', 'Я12', '- - - -']);
    expect(numbers).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(signs.every(sign => sign === null)).toBe(true);
  });

  it('differ in no sign, in one, or in more', () => {
    const { documents } = indexed(['4508 123456', '4508123456', '4508 123457', '4508 123465', '1A234', '2A234']);
    expect([1, 2, 3].map(slip => differingSigns(documents, 0, slip))).toEqual([0, 1, 2]);
    expect(differingSigns(documents, 4, 5)).toBe(2);
  });

  it('come out the same wherever their texts lie', () => {
    const sign = fc.constantFrom(...'AZaz019 -–.,/№#:МСмсЯІ\0');
    fc.assert(
      fc.property(fc.array(fc.string({ unit: sign, maxLength: 14 }), { maxLength: 20 }), texts => {
        const { numbers, signs } = indexed(texts);
        expect({ numbers, signs }).toEqual(
          (({ numbers, signs }) => ({ numbers, signs }))(indexed(texts, { inPlace: false })),
        );
      }),
    );
  });
});
