import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeptBody } from './answer-body.ts';
import { KeptBodies } from './kept-bodies.ts';

const MEGABYTE = 2 ** 20;

describe('answers that are kept', () => {
  it('are made once for all who ask, together or later', async () => {
    const bodies = new KeptBodies(MEGABYTE);
    let made = 0;
    const ask = () => bodies.get('a', async () => `answer ${++made}`);
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(first?.plain.toString()).toBe('answer 1');
    expect(second).toBe(first);
    expect(await ask()).toBe(first);
  });

  it('are of the question that was asked, however many are asked in whatever order', async () => {
    const questions = fc.array(fc.tuple(fc.nat(20), fc.nat(300)), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(questions, fc.integer({ min: 1, max: 5000 }), async (asked, bound) => {
        const bodies = new KeptBodies(bound);
        for (const [name, length] of asked) {
          const question = `${name} ${length}`;
          const body = await bodies.get(question, () => question.padEnd(length));
          expect(body?.plain.toString()).toBe(question.padEnd(length));
        }
      }),
    );
  });

  it('go, the one not asked for longest first, where they are more than fit', async () => {
    const bodies = new KeptBodies(2500);
    let made = 0;
    const ask = (question: string) => {
      return bodies.get(question, () => {
        made++;
        return question.repeat(500);
      });
    };
    for (const question of ['a', 'b', 'a', 'c']) await ask(question);
    expect(made).toBe(3);
    await ask('a');
    expect(made).toBe(3);
    await ask('b');
    expect(made).toBe(4);
  });

  it('are not kept where they failed or are too long', async () => {
    const bodies = new KeptBodies(64 * MEGABYTE);
    await expect(bodies.get('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect((await bodies.get('a', () => 'whole'))?.plain.toString()).toBe('whole');
    const piece = 'x'.repeat(MEGABYTE);
    const pieces = (count: number) => Array.from({ length: count }, () => piece);
    expect(await bodies.get('long', () => pieces(5))).toBeUndefined();
    expect(await bodies.get('long at once', () => piece.repeat(5))).toBeUndefined();
    expect((await bodies.get('short', () => pieces(3)))?.plain.length).toBe(3 * MEGABYTE);
  });
});

describe('a kept body', () => {
  it('is the same in each encoding, and compressed once', async () => {
    const text = 'сальдо миграции; '.repeat(100);
    const body = new KeptBody(text);
    expect(brotliDecompressSync((await body.encoded('br')) ?? '').toString()).toBe(text);
    expect(gunzipSync((await body.encoded('gzip')) ?? '').toString()).toBe(text);
    expect(await body.encoded('br')).toBe(await body.encoded('br'));
  });

  it('is not compressed where that gains nothing', () => {
    expect(new KeptBody('short').encoded('br')).toBeUndefined();
    expect(new KeptBody(Buffer.alloc(5000)).encoded('br')).toBeUndefined();
  });
});
