/**
 * The rules by which slips come to be compared at all: each an equi-join on a key of `identity`. A pair is compared under the first
 * rule that brings it together. Every rule survives another kind of error, so that a pair is lost only where several errors meet.
 */
export interface BlockingRule {
  readonly name: string;
  /** Columns of `identity` that both slips must share, none of them null or empty. */
  readonly on: readonly string[];
  /** True where slips written just alike can still have different keys: then each takes part, not the first of them alone. */
  readonly everySlip?: true;
  /** True where strangers share the key often: such a rule finds the last few pairs, and gets the smaller part of the work. */
  readonly broad?: true;
}

export const BIRTH_DAY = ['birth_year', 'birth_month', 'birth_day'];
/** First signs of both names, in either order: what a typing error seldom touches. */
const INITIALS = ['least(surname_letters[1], given_letters[1])', 'greatest(surname_letters[1], given_letters[1])'];

/** The two slips of one move, and a slip and its duplicate, often bear the same day. */
const EVENT = ['origin', 'destination', 'dated_on'];

export const BLOCKING_RULES: readonly BlockingRule[] = [
  { name: 'surname, birth date', on: ['surname_sound', ...BIRTH_DAY] },
  { name: 'document', on: ['document'], everySlip: true },
  { name: 'given name, birth date', on: ['given_sound', ...BIRTH_DAY] },
  { name: 'surname, given name, birth year', on: ['surname_sound', 'given_sound', 'birth_year'] },
  { name: 'surname, given name, patronymic', on: ['surname_sound', 'given_sound', 'patronymic_sound'] },
  { name: 'patronymic, birth date', on: ['patronymic_sound', ...BIRTH_DAY] },
  { name: 'initials, birth date', on: [...INITIALS, ...BIRTH_DAY], broad: true },
  { name: 'surname, given name, birthday', on: ['surname_sound', 'given_sound', 'birth_month', 'birth_day'] },
  {
    name: 'given name, patronymic, birth year, initial',
    on: ['given_sound', 'patronymic_sound', 'birth_year', 'surname_sound[1]'],
  },
  { name: 'corridor, day, birth year', on: [...EVENT, 'birth_year'], everySlip: true, broad: true },
  { name: 'corridor, day, given name', on: [...EVENT, 'given_sound'], everySlip: true, broad: true },
  { name: 'given name, initial, birth year', on: ['given_sound', 'surname_letters[1]', 'birth_year'], broad: true },
  { name: 'surname, initial, birth year', on: ['surname_sound', 'given_sound[1]', 'birth_year'], broad: true },
  { name: 'surname, given name', on: ['surname_sound', 'given_sound'], broad: true },
];

/** SQL that is true where two slips share the key of a rule. */
export function sharesKey(rule: BlockingRule): string {
  return rule.on.map(column => `${side(column, 'l')} = ${side(column, 'r')}`).join(' and ');
}

/** SQL of the rule's key over `identity`, null where a part of it is missing. */
export function keyOf(rule: BlockingRule): string {
  const present = rule.on.map(column => (isText(column) ? `${column} <> ''` : `${column} is not null`)).join(' and ');
  return `case when ${present} then hash(${rule.on.join(', ')}) end`;
}

function isText(column: string): boolean {
  return !column.startsWith('birth_') && column !== 'dated_on';
}

/** A column expression with the alias of a side before each column name. */
function side(column: string, alias: 'l' | 'r'): string {
  return column.replace(/\b(?!least|greatest)[a-z_]{3,}\b/g, name => `${alias}.${name}`);
}
