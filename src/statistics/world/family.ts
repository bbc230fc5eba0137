import { dayOf, yearOf } from './calendar.ts';
import { drawGivenName, type GivenName, type Nation } from './nations.ts';
import { type Marriage, type Person, patronymicOf } from './person.ts';
import type { Random } from './random.ts';
import type { Surname } from './surnames.ts';

/** What the people of a household share. */
export interface HouseholdPlan {
  /** Number of the first member. */
  readonly number: number;
  readonly nation: Nation;
  readonly home: string;
  /** Day of the first move; everybody is born by then. */
  readonly movesOn: number;
  readonly random: Random;
}

/** Share of households that are families. */
const FAMILIES = 0.095;
/** Share of children followed by a twin. */
const TWINS = 0.06;

/** Size of the household that moves together: about a quarter of all people move as families. */
export function householdSize(random: Random): number {
  if (!random.chance(FAMILIES)) return 1;
  return random.pick([2, 2, 3, 3, 3, 4, 4, 5]);
}

/**
 * The members of a household, at most `size`: one person; or a couple with children, of one surname in its two forms, the children with the
 * father's patronymic; or a parent with children. Some children are twins.
 */
export function drawHousehold(plan: HouseholdPlan, size: number): readonly Person[] {
  const { random, nation } = plan;
  const surname = nation.surnames.draw(random);
  const custom = random.between(0, 5);
  const traits = size === 1 ? [drawLoner(plan, surname)] : drawFamily(plan, size, surname);
  return traits.slice(0, size).map((person, at) => drawPerson(plan, plan.number + at, custom, person));
}

interface Adult {
  readonly sex: 'M' | 'F';
  readonly bornOn: number;
  readonly given: GivenName;
}

interface Traits extends Adult {
  readonly surname: Surname;
  /** Where known: the father of the household's children. */
  readonly father: GivenName | undefined;
  readonly married: Marriage | undefined;
}

function drawLoner(plan: HouseholdPlan, surname: Surname): Traits {
  const { random, nation, movesOn } = plan;
  const adult = drawAdult(plan, random.chance(0.53) ? 'M' : 'F');
  const age = (movesOn - adult.bornOn) / 365.25;
  const marries = adult.sex === 'F' && age < 36 && random.chance(0.3);
  const marriage = { on: movesOn + random.between(-700, 2500), surname: nation.surnames.draw(random) };
  return { ...adult, surname, father: undefined, married: marries ? marriage : undefined };
}

function drawFamily(plan: HouseholdPlan, size: number, surname: Surname): Traits[] {
  const { random } = plan;
  const husband = drawAdult(plan, 'M');
  const wife = drawAdult(plan, 'F', husband.bornOn);
  const adults = random.chance(0.75) ? [husband, wife] : [random.chance(0.2) ? husband : wife];
  const youngest = Math.max(...adults.map(adult => adult.bornOn));
  return [
    ...adults.map(adult => ({ ...adult, surname, father: undefined, married: undefined })),
    ...drawChildren(plan, size - adults.length, youngest, husband.given, surname),
  ];
}

function drawAdult({ nation, movesOn, random }: HouseholdPlan, sex: 'M' | 'F', spouseBornOn?: number): Adult {
  const age = Math.min(80, 18 + random.wait(13));
  const spread = Math.round((random.next() + random.next() - 0.7) * 3000);
  const ownDay = Math.round(movesOn - age * 365.25 - random.between(0, 364));
  const latest = movesOn - 18 * 366;
  const bornOn = spouseBornOn === undefined ? ownDay : Math.min(latest, spouseBornOn + spread);
  return { sex, bornOn: birthday(bornOn, nation, random), given: drawGivenName(nation, sex, random) };
}

/** Children from the youngest up, as long as the parents were of age. */
function drawChildren(
  plan: HouseholdPlan,
  count: number,
  parentBornOn: number,
  father: GivenName,
  surname: Surname,
): Traits[] {
  const { nation, movesOn, random } = plan;
  const earliest = Math.max(parentBornOn + 18 * 366, movesOn - 17 * 365);
  const children: Traits[] = [];
  if (earliest > movesOn - 30) return children;
  let bornOn = random.between(earliest, movesOn - 30);
  while (children.length < count && bornOn >= earliest) {
    const sex = random.chance(0.5) ? 'M' : 'F';
    const given = drawGivenName(nation, sex, random);
    if (children.some(child => child.given === given)) continue;
    children.push({ sex, bornOn: birthday(bornOn, nation, random), given, surname, father, married: undefined });
    if (!random.chance(TWINS)) bornOn -= random.between(380, 1600);
  }
  return children;
}

function drawPerson(
  { number: family, nation, home, random }: HouseholdPlan,
  number: number,
  custom: number,
  traits: Traits,
): Person {
  const { sex, bornOn, given, surname, married } = traits;
  const father = traits.father ?? drawGivenName(nation, 'M', random);
  const patronymic = patronymicOf(father, custom, sex);
  const birthCountry = random.chance(0.75) ? nation.home : home;
  const citizenship = random.chance(0.5) ? nation.home : home;
  return { number, family, nation, sex, bornOn, birthCountry, citizenship, given, patronymic, surname, married };
}

/** Some people were given 1 January where nobody knew their day. */
function birthday(day: number, nation: Nation, random: Random): number {
  return random.chance(nation.newYear) ? dayOf(yearOf(day)) : day;
}
