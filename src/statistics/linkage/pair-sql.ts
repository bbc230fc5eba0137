import { COMPARISONS } from './comparisons.ts';
import { type LinkageModel, levelsAt, levelWeights, priorWeight } from './model.ts';

/**
 * What the independence of the comparisons hides: relatives share surname, father, document, the day and the way of a move, twins the
 * birth date too. So unlike given names weigh more than learned where the surname agrees, and together with an unlike birth date they
 * speak against one person whatever else agrees.
 */
const KIN = { reason: 'given names differ, surnames agree', bits: 20 };
const CONTRADICTION = { reason: 'given names and birth dates differ', bits: 40 };

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

/** SQL of the weights of pairs, one row a pair: `a`, `b`, `weight` in bits. */
export function weightsSql(model: LinkageModel, pairs: string): string {
  return `select a, b, ${weightOf(model)} as weight from (${levelsSql(pairs)})`;
}

/**
 * The same with `contrary`: the bits, at most 0, that given name, patronymic and birth date take from the weight. A person keeps these
 * for life, so that two slips disagree in them only by error.
 */
export function contraryWeightsSql(model: LinkageModel, pairs: string): string {
  const against = LIFELONG.map(place =>
    choice(
      `level_${place}`,
      levelWeights(model, place).map(bits => Math.min(0, bits)),
    ),
  );
  return `select a, b, ${weightOf(model)} as weight, (${against.join(' + ')})::float as contrary from (${levelsSql(pairs)})`;
}

export function levelColumns(): string[] {
  return COMPARISONS.map((_, place) => `level_${place}`);
}

function weightOf(model: LinkageModel): string {
  return `(${[String(priorWeight(model)), ...evidence(model), contradiction()].join(' + ')})::float`;
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
  const branches = values.flatMap((value, level) =>
    value === 0 ? [] : [`when ${level} then ${value.toFixed(6)}::float`],
  );
  return `case ${column} ${branches.join(' ')} else 0 end`;
}

const SURNAME = placeOf('surname');
const GIVEN_NAME = placeOf('given_name');
const BIRTH_DATE = placeOf('birth_date');
const LIFELONG = [GIVEN_NAME, placeOf('patronymic'), BIRTH_DATE];
/** Levels of the surname up to which it agrees: equal, same sound, close, near. */
const AGREEING_SURNAMES = 3;

function contradiction(): string {
  return `case when level_${GIVEN_NAME} = ${lastLevel(GIVEN_NAME)} then case
    when level_${BIRTH_DATE} = ${lastLevel(BIRTH_DATE)} then -${CONTRADICTION.bits}
    when level_${SURNAME} between 0 and ${AGREEING_SURNAMES} then -${KIN.bits} else 0 end else 0 end`;
}

/** What contradiction takes from a pair with these levels, if anything. */
export function contradictionOf(
  levels: Readonly<Record<string, number>>,
): { reason: string; bits: number } | undefined {
  if (levels[`level_${GIVEN_NAME}`] !== lastLevel(GIVEN_NAME)) return undefined;
  if (levels[`level_${BIRTH_DATE}`] === lastLevel(BIRTH_DATE)) return CONTRADICTION;
  const surname = levels[`level_${SURNAME}`] ?? -1;
  return surname >= 0 && surname <= AGREEING_SURNAMES ? KIN : undefined;
}

function placeOf(name: string): number {
  return COMPARISONS.findIndex(comparison => comparison.name === name);
}

function lastLevel(place: number): number {
  return (COMPARISONS[place]?.levels.length ?? 0) - 1;
}
