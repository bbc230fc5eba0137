import type { Random } from './random.ts';

/** Items with weights, drawn in proportion to them. */
export class Weighted<Item> {
  readonly items: readonly Item[];
  readonly #cumulated: Float64Array;

  constructor(items: readonly Item[], weightOf: (item: Item, rank: number) => number) {
    this.items = items;
    this.#cumulated = new Float64Array(items.length);
    let sum = 0;
    for (const [rank, item] of items.entries()) {
      sum += weightOf(item, rank);
      this.#cumulated[rank] = sum;
    }
    if (!(sum > 0)) throw new Error('nothing to draw from');
  }

  draw(random: Random): Item {
    const cumulated = this.#cumulated;
    const point = random.next() * (cumulated[cumulated.length - 1] ?? 0);
    let low = 0;
    let high = cumulated.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulated[middle] ?? 0) > point) high = middle;
      else low = middle + 1;
    }
    return this.items[low] as Item;
  }
}

/**
 * A list in the order of commonness under the law of Zipf and Mandelbrot, weight = 1 / (rank + flatness): with some 6,000 Russian surnames
 * and flatness 15 the first has 1.1 % of the people and the fiftieth 0.27 %, about as in life.
 */
export function zipf<Item>(items: readonly Item[], flatness: number): Weighted<Item> {
  return new Weighted(items, (_, rank) => 1 / (rank + 1 + flatness));
}
