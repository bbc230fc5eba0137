import { COMPARISONS } from './comparisons.ts';
import { type LinkageModel, levelsAt, levelWeights, priorWeight } from './model.ts';

/** Bits taken from a pair whose given name and birth date both differ outright: a child in a parent's document, a namesake's family. */
const CONTRADICTION = 40;

/**
 * SQL of the comparison levels of pairs: one row a pair with `a`, `b`, `level_0` … and `bits_0` … of the comparisons that know rarity.
 *
 * @param pairs SQL after `from` that brings together `l` and `r`, both rows of `identity`
 */
export function levelsSql(pairs: string): string {
  const raws = COMPARISONS.map(({ raw }, place) => `${raw} as raw_${place}`);
  const bits = COMPARISONS.flatMap(({ rarity }, place) => (rarity === undefined ? [] : [`${rarity} as bits_${place}`]));
  const levels = COMPARISONS.map(({ level }, place) => `${level(`raw_${place}`)} as level_${place}`);
  return `select a, b, ${[...levels, ...bitColumns()].join(', ')} from (
    select l.n as a, r.n as b, l.sex = 'F' and r.sex = 'F' as both_women, ${[...raws, ...bits].join(', ')} from ${pairs})`;
}

/** SQL of the weights of pairs, one row a pair: `a`, `b`, `weight` in bits, levels. */
export function weightsSql(model: LinkageModel, pairs: string): string {
  return `select a, b, (${[String(priorWeight(model)), ...evidence(model), contradiction()].join(' + ')})::float as weight, ${levelColumns().join(', ')}
    from (${levelsSql(pairs)})`;
}

export function levelColumns(): string[] {
  return COMPARISONS.map((_, place) => `level_${place}`);
}

function bitColumns(): string[] {
  return COMPARISONS.flatMap(({ rarity }, place) => (rarity === undefined ? [] : [`bits_${place}`]));
}

function evidence(model: LinkageModel): string[] {
  return COMPARISONS.flatMap(({ rarity }, place) => {
    const terms = [choice(`level_${place}`, levelWeights(model, place))];
    if (rarity !== undefined) terms.push(rarityTerm(model, place));
    return terms;
  });
}

/** What the shared term's rarity adds to the average term's weight: rarity share × (bits − −log2 u of equal terms). */
function rarityTerm(model: LinkageModel, place: number): string {
  const average = -Math.log2(levelsAt(model, place)[0]?.u ?? 1);
  const shares = COMPARISONS[place]?.levels.map(({ rarity }) => rarity) ?? [];
  return `${choice(`level_${place}`, shares)} * (bits_${place} - ${average})`;
}

function choice(column: string, values: readonly number[]): string {
  const branches = values.flatMap((value, level) => (value === 0 ? [] : [`when ${level} then ${value.toFixed(6)}::float`]));
  return `case ${column} ${branches.join(' ')} else 0 end`;
}

function contradiction(): string {
  const outright = COMPARISONS.flatMap(({ name, levels }, place) =>
    name === 'given_name' || name === 'birth_date' ? [`level_${place} = ${levels.length - 1}`] : [],
  );
  return `case when ${outright.join(' and ')} then -${CONTRADICTION} else 0 end`;
}
