import { describe, expect, it } from 'vitest';
import { dayOf, isoDay } from './calendar.ts';
import { generateWorld, type SimulatedPerson, type SimulatedSlip } from './generate-world.ts';
import { planWorld } from './plan-world.ts';

const OPTIONS = { people: 4000, seed: 7, noise: 1, from: dayOf(2000), to: dayOf(2011, 12, 31) };
const STATES = ['RU', 'BY', 'KZ', 'UZ', 'AM'];

function world(options: Partial<typeof OPTIONS> = {}, states = STATES): SimulatedPerson[] {
  return [...generateWorld(planWorld({ ...OPTIONS, ...options, states }))];
}

function slipsOf(people: readonly SimulatedPerson[]): SimulatedSlip[] {
  return people.flatMap(({ slips }) => slips);
}

function share<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  return items.filter(test).length / items.length;
}

const people = world();
const slips = slipsOf(people);

describe('a simulated world', () => {
  it('is the same for the same seed and another for another', () => {
    expect(JSON.stringify(slipsOf(world({ people: 300 })))).toBe(JSON.stringify(slipsOf(world({ people: 300 }))));
    expect(JSON.stringify(slipsOf(world({ people: 300, seed: 8 })))).not.toBe(JSON.stringify(slips.slice(0, 300)));
  });

  it('begins with the same people however many there are', () => {
    expect(JSON.stringify(slipsOf(world({ people: 333 })))).toBe(JSON.stringify(slipsOf(people.slice(0, 333))));
  });

  it('has the people asked for, and some three slips about each', () => {
    expect(people.map(({ person }) => person.number)).toEqual(Array.from({ length: 4000 }, (_, at) => at + 1));
    expect(slips.length / people.length).toBeGreaterThan(2.8);
    expect(slips.length / people.length).toBeLessThan(3.6);
  });

  it('lets about a quarter move as families', () => {
    const sizes = new Map<number, number>();
    for (const { person } of people) sizes.set(person.family, (sizes.get(person.family) ?? 0) + 1);
    const inFamilies = share(people, ({ person }) => (sizes.get(person.family) ?? 0) > 1);
    expect(inFamilies).toBeGreaterThan(0.2);
    expect(inFamilies).toBeLessThan(0.31);
  });

  it('numbers every slip of an office once', () => {
    const ids = slips.map(({ slip }) => `${slip.office} ${slip.slip_id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('numbers slips of worlds of different seeds differently, so that they can lie side by side', () => {
    const idsOf = (seed: number) => slipsOf(world({ people: 300, seed })).map(({ slip }) => slip.slip_id);
    const others = new Set(idsOf(4));
    expect(idsOf(5).filter(id => others.has(id))).toEqual([]);
  });

  it('registers nobody before birth and nothing before its event or after the end', () => {
    for (const { person, slips } of people) {
      for (const { slip } of slips) {
        expect(slip.registered_on >= isoDay(person.bornOn)).toBe(true);
        expect(slip.registered_on >= slip.event_on).toBe(true);
        expect(slip.registered_on <= '2011-12-31').toBe(true);
      }
    }
    expect(slips.some(({ slip }) => slip.registered_on === '2011-12-31')).toBe(true);
  });

  it('puts the office at the right end of every slip', () => {
    for (const { slip } of slips) expect(slip.kind === 'arrival' ? slip.destination : slip.origin).toBe(slip.office);
  });

  it('makes the errors of ordinary noise', () => {
    expect(share(slips, ({ slip }) => slip.document === '')).toBeCloseTo(0.33, 1);
    expect(share(slips, ({ slip }) => slip.patronymic === '')).toBeCloseTo(0.1, 1);
    const exact = people.flatMap(({ person, slips }) =>
      slips.map(({ slip }) => slip.birth_date === isoDay(person.bornOn)),
    );
    expect(share(exact, isExact => !isExact)).toBeGreaterThan(0.03);
    expect(share(exact, isExact => !isExact)).toBeLessThan(0.05);
  });

  it('has hardly any document at triple noise, and no error at none', () => {
    expect(share(slipsOf(world({ people: 1000, noise: 3 })), ({ slip }) => slip.document === '')).toBeGreaterThan(0.92);
    for (const { person, slips } of world({ people: 500, noise: 0 })) {
      for (const { slip } of slips) {
        expect(slip.birth_date).toBe(isoDay(person.bornOn));
        expect(slip.document).not.toBe('');
        expect(slip.patronymic).not.toBe('');
      }
    }
  });

  it('has every verdict, and every cause of a slip', () => {
    const verdicts = new Set(slips.map(({ verdict }) => verdict));
    expect([...verdicts].sort()).toEqual(
      [
        'confirmed',
        'counted',
        'duplicate',
        'internal',
        'open',
        'outside',
        'redirected',
        'repeat_origin',
        'short_stay',
        'unconfirmed',
      ].sort(),
    );
    const causes = new Set(slips.map(({ cause }) => cause));
    for (const cause of ['expired', 'unknown_state', 'year_shift', 'redirected_away']) expect(causes).toContain(cause);
  });

  it('counts one arrival for every lasting move between offices that has one, and no other but returns unseen', () => {
    const judged = new Map(slips.map(simulated => [simulated.slip.slip_id, simulated]));
    for (const { moves, slips } of people) {
      const standing = new Set(moves.map(({ arrivalSlip }) => arrivalSlip));
      for (const { slip, verdict } of slips) if (verdict === 'counted') expect(standing).toContain(slip.slip_id);
      for (const { move, arrivalSlip } of moves) {
        const arrival = judged.get(arrivalSlip ?? '');
        if (arrival === undefined || move.trip !== undefined || !STATES.includes(move.origin)) continue;
        expect(arrival.verdict).toBe(arrival.slip.origin === '' ? 'outside' : 'counted');
      }
    }
  });

  it('works for states of which no office is known, and for one alone', () => {
    const far = slipsOf(world({ people: 300 }, ['GE', 'TR']));
    expect(new Set(far.map(({ slip }) => slip.office))).toEqual(new Set(['GE', 'TR']));
    expect(far.every(({ slip }) => !/[а-яё]/i.test(slip.surname))).toBe(true);
    expect(slipsOf(world({ people: 300 }, ['BY'])).every(({ slip }) => slip.office === 'BY')).toBe(true);
  });
});
