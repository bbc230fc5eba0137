import { sharedBytes, sharedNaturals } from './shared.ts';

/** Texts of one byte a letter by their numbers, end to end; text `i` lies from `starts[i]` up to `starts[i + 1]`. */
export interface Letterings {
  readonly signs: Uint8Array;
  readonly starts: Uint32Array;
}

export function toLetterings(texts: readonly string[]): Letterings {
  const signs = sharedBytes(texts.reduce((sum, text) => sum + text.length, 0));
  const starts = sharedNaturals(texts.length + 1);
  let filled = 0;
  for (const [number, text] of texts.entries()) {
    for (let at = 0; at < text.length; at++) signs[filled++] = text.charCodeAt(at);
    starts[number + 1] = filled;
  }
  return { signs, starts };
}

export function lengthOf({ starts }: Letterings, text: number): number {
  return (starts[text + 1] as number) - (starts[text] as number);
}
