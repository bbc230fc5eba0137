import { isoDay } from './calendar.ts';
import { mistype, type NoiseShares, spoilBirthDate, wrongNumber } from './noise.ts';
import type { Office } from './offices.ts';
import { documentOn, type Person, surnameOn } from './person.ts';
import type { Random } from './random.ts';
import type { Report } from './report.ts';
import { Weighted } from './weighted.ts';
import type { Word } from './words.ts';
import { isPassportWriting, type Writing, writeName } from './writing.ts';

/** The columns of a slip file, in their order. */
export const SLIP_COLUMNS = [
  ...([
    'slip_id',
    'office',
    'kind',
    'registered_on',
    'event_on',
    'surname',
    'given_name',
    'patronymic',
    'sex',
  ] as const),
  ...(['birth_date', 'birth_country', 'citizenship', 'document', 'origin', 'origin_place', 'destination'] as const),
  ...(['destination_place', 'purpose', 'intended_months', 'basis', 'ground', 'status'] as const),
] as const;

export type Slip = Readonly<Record<(typeof SLIP_COLUMNS)[number], string>>;

/** Chance that passport lines are written in capitals, whatever the office. */
const PASSPORT_CAPITALS = 0.7;

const writings = new WeakMap<Office, Weighted<readonly [Writing, number]>>();

/** Writes a slip: the person's names as the office spells them on that day, and what the noise makes of it all. */
export function writeSlip(
  id: string,
  report: Report,
  person: Person,
  office: Office,
  { seed, noise, random }: { seed: number; noise: NoiseShares; random: Random },
): Slip {
  const writing = drawWriting(office, random);
  const capitals = random.chance(isPassportWriting(writing) ? PASSPORT_CAPITALS : office.capitals);
  const day = report.registeredOn;
  const name = (word: Word | undefined, mistyped: number): string => {
    if (word === undefined) return '';
    const text = writeName(word, person.nation.name, writing, day);
    const typed = random.chance(mistyped) ? mistype(text, random) : text;
    return capitals ? typed.toUpperCase() : typed;
  };
  const surname = name(surnameOn(person, day), noise.surname);
  const given = name(person.given.word, noise.given);
  const patronymic = random.chance(noise.noPatronymic) ? '' : name(person.patronymic, noise.patronymic);
  const swapped = random.chance(noise.swapped);
  const birthDate = isoDay(person.bornOn);
  return {
    slip_id: id,
    office: report.office,
    kind: report.kind,
    registered_on: isoDay(day),
    event_on: report.eventOn === undefined ? '' : isoDay(report.eventOn),
    surname: swapped ? given : surname,
    given_name: swapped ? surname : given,
    patronymic,
    sex: random.chance(noise.sex) ? '' : person.sex,
    birth_date: random.chance(noise.birthDate) ? spoilBirthDate(birthDate, random) : birthDate,
    birth_country: random.chance(noise.birthCountry) ? '' : person.birthCountry,
    citizenship: person.citizenship,
    document: random.chance(noise.noDocument) ? '' : writeDocument(person, seed, day, noise, random),
    origin: report.origin,
    origin_place: report.originPlace,
    destination: report.destination,
    destination_place: report.destinationPlace,
    purpose: report.purpose,
    intended_months: report.intendedMonths === undefined ? '' : String(report.intendedMonths),
    basis: report.basis,
    ground: report.ground,
    status: '',
  };
}

/** Offices write the same number with and without its space. */
function writeDocument(person: Person, seed: number, day: number, noise: NoiseShares, random: Random): string {
  const number = documentOn(person, seed, day);
  const spaced = random.chance(0.5) ? number : number.replaceAll(' ', '');
  return random.chance(noise.documentDigit) ? wrongNumber(spaced, random) : spaced;
}

function drawWriting(office: Office, random: Random): Writing {
  let weighted = writings.get(office);
  if (weighted === undefined) {
    weighted = new Weighted(office.writings, ([, weight]) => weight);
    writings.set(office, weighted);
  }
  return weighted.draw(random)[0];
}
