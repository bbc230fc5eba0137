import type { Blocks } from './block-finder.ts';
import type { UnionFind } from './union-find.ts';

/** Voices up to which a block is searched one by one. */
const FEW = 16;

/** Finds who speaks in blocks; its room is used again each time. */
export class VoiceFinder {
  readonly #linked: UnionFind;
  readonly #gaps: Uint8Array;
  /** Of each root the place of its voice in the large block where it was last met. */
  readonly #places: Int32Array;
  #voices = new Int32Array(0);
  #roots = new Int32Array(0);
  #starts = new Int32Array(1);

  /** @param gaps how much each slip lacks that others of its person may have */
  constructor(linked: UnionFind, gaps: Uint8Array) {
    this.#linked = linked;
    this.#gaps = gaps;
    this.#places = new Int32Array(gaps.length);
  }

  /**
   * Of each block the slips that speak, for each person linked so far the one with the fewest gaps; blocks that bring no two together go.
   * They hold until the next are found.
   */
  find(blocks: Blocks): Blocks {
    this.#makeRoom(blocks);
    const [voices, roots, starts] = [this.#voices, this.#roots, this.#starts];
    // The root of a voice takes the place of one that was looked at before.
    this.#linked.findAll(blocks.slips, roots);
    let [filled, count] = [0, 0];
    for (let block = 0; block < blocks.count; block++) {
      const start = filled;
      const [first, end] = [blocks.starts[block] as number, blocks.starts[block + 1] as number];
      for (let at = first; at < end; at++) {
        const slip = blocks.slips[at] as number;
        const root = roots[at] as number;
        const place = this.#placeOf(root, start, filled);
        if (place === filled) {
          if (end - first > FEW) this.#places[root] = filled;
          roots[filled] = root;
          voices[filled++] = slip;
        } else if ((this.#gaps[slip] as number) < (this.#gaps[voices[place] as number] as number)) voices[place] = slip;
      }
      if (filled - start < 2) filled = start;
      else starts[++count] = filled;
    }
    return { slips: voices.subarray(0, filled), starts, count };
  }

  /** Where the voice of a root stands in the block from `start` on; the end of it where it has none yet. */
  #placeOf(root: number, start: number, filled: number): number {
    const roots = this.#roots;
    if (filled - start <= FEW) {
      let place = start;
      while (place < filled && roots[place] !== root) place++;
      return place;
    }
    const place = this.#places[root] as number;
    return place >= start && place < filled && roots[place] === root ? place : filled;
  }

  #makeRoom({ slips, count }: Blocks): void {
    if (slips.length > this.#voices.length) {
      this.#voices = new Int32Array(slips.length);
      this.#roots = new Int32Array(slips.length);
    }
    if (count >= this.#starts.length) this.#starts = new Int32Array(count + 1);
  }
}
