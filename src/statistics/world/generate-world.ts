import { createHash } from 'node:crypto';
import { drawHousehold, householdSize } from './family.ts';
import type { Itinerary, Journey } from './journey.ts';
import { noiseShares } from './noise.ts';
import type { Person } from './person.ts';
import { Random } from './random.ts';
import { registerPerson } from './registration.ts';
import type { Move, Report } from './report.ts';
import { type Slip, writeSlip } from './slip.ts';
import { type Judgement, Truth } from './truth.ts';
import type { WorldPlan } from './world-plan.ts';

/** A slip with what it truly is. */
export interface SimulatedSlip extends Judgement {
  readonly slip: Slip;
}

/** A move with the slips that stand for it; undefined where an office missed it. */
export interface SimulatedMove {
  readonly move: Move;
  readonly arrivalSlip: string | undefined;
  readonly departureSlip: string | undefined;
}

/** One person, all that they did, and all slips about them. */
export interface SimulatedPerson {
  readonly person: Person;
  readonly moves: readonly SimulatedMove[];
  readonly slips: readonly SimulatedSlip[];
}

/** What a stream of random numbers is for. */
const HOUSEHOLD = 1;
const MEMBER = 2;
const WRITING = 3;
/** Members of a family who follow the first later than the others. */
const FOLLOWS_LATER = 0.08;

/**
 * The people of a world one after another; each depends on the seed and the number alone, so a larger world begins with the same people.
 * The data end on the plan's last day: the first person found to live in a state whose office is here changes address on it.
 */
export function* generateWorld(plan: WorldPlan): Generator<SimulatedPerson> {
  const writer = new SlipWriter(plan);
  let number = 1;
  while (number <= plan.people) {
    const random = new Random(plan.seed, number, HOUSEHOLD);
    const nation = plan.nations.draw(random);
    const home = plan.homeOf(nation, random);
    const itinerary = plan.itinerary(home, random);
    const size = householdSize(random);
    const movesOn = itinerary.journeys[0]?.on ?? plan.from;
    const members = drawHousehold({ number, nation, home, movesOn, random }, size);
    for (const person of members.slice(0, plan.people - number + 1)) yield writer.write(person, home, itinerary);
    number += members.length;
  }
}

/** Registers people and writes their slips; numbers the slips of each office. */
class SlipWriter {
  readonly #plan: WorldPlan;
  readonly #noise;
  readonly #world: string;
  readonly #counts = new Map<string, number>();
  #hasClosed = false;

  constructor(plan: WorldPlan) {
    this.#plan = plan;
    this.#noise = noiseShares(plan.noise);
    this.#world = worldName(plan);
  }

  write(person: Person, home: string, itinerary: Itinerary): SimulatedPerson {
    const random = new Random(this.#plan.seed, person.number, MEMBER);
    this.#plan.chances.reach(person.number / this.#plan.people);
    const delay = person.number !== person.family && random.chance(FOLLOWS_LATER) ? random.between(20, 250) : 0;
    const moves = itinerary.journeys.map((journey, at) => moveOf(person, journey, at, delay));
    const changes = itinerary.addressChanges.map(change => ({ ...change, on: change.on + delay }));
    const seen = moves.filter(move => move.on <= this.#plan.to);
    const reports = registerPerson(this.#plan, { home, bornOn: person.bornOn }, seen, changes, random);
    this.#close(reports, seen.at(-1)?.destination ?? home);
    const truth = new Truth(reports, { dataEnd: this.#plan.to, isLoaded: state => this.#plan.offices.has(state) });
    const written = this.#slips(person, reports, truth);
    const idOf = (report: Report | undefined) => (report === undefined ? undefined : written.get(report)?.slip.slip_id);
    return {
      person,
      moves: seen.map(move => ({
        move,
        arrivalSlip: idOf(truth.arrivalOf(move)),
        departureSlip: idOf(truth.departureOf(move)),
      })),
      slips: [...written.values()],
    };
  }

  #slips(person: Person, reports: readonly Report[], truth: Truth): Map<Report, SimulatedSlip> {
    const { seed, offices } = this.#plan;
    const random = new Random(seed, person.number, WRITING);
    const written = new Map<Report, SimulatedSlip>();
    for (const report of reports) {
      const office = offices.get(report.office);
      if (office === undefined) throw new Error(`slip of an office that is not here: ${report.office}`);
      const slip = writeSlip(this.#nextId(report.office), report, person, office, { seed, noise: this.#noise, random });
      written.set(report, { slip, ...truth.judge(report) });
    }
    return written;
  }

  /** Marks the last day of the data, once. */
  #close(reports: Report[], state: string): void {
    if (this.#hasClosed || !this.#plan.offices.has(state)) return;
    this.#hasClosed = true;
    const { to } = this.#plan;
    reports.push({
      office: state,
      kind: 'arrival',
      registeredOn: to,
      eventOn: to,
      origin: state,
      destination: state,
      originPlace: '',
      destinationPlace: '',
      purpose: '',
      intendedMonths: undefined,
      basis: 'residence',
      ground: '',
      occasion: 'internal',
      move: undefined,
      copyOf: undefined,
    });
  }

  #nextId(office: string): string {
    const count = (this.#counts.get(office) ?? 0) + 1;
    this.#counts.set(office, count);
    return `${office}-${this.#world}-${scrambled(count)}`;
  }
}

/** A name that a world of other parameters hardly has, so that its slips can lie beside this one's and replace none. */
function worldName({ seed, from, to, noise, offices }: WorldPlan): string {
  const parameters = JSON.stringify([seed, from, to, noise, ...offices.keys()]);
  return base36(createHash('sha256').update(parameters).digest().readUInt32BE() % 36 ** 3, 3);
}

/** Numbers that do not betray who comes next to whom: 37,369,441 shares no factor with the sixty millions that five signs can tell apart. */
function scrambled(count: number): string {
  return base36((count * 37_369_441) % 36 ** 5, 5);
}

function base36(number: number, signs: number): string {
  return number.toString(36).padStart(signs, '0');
}

/** A household's journey as one member makes it. */
function moveOf(person: Person, journey: Journey, at: number, delay: number): Move {
  return {
    kind: journey.kind,
    origin: journey.origin,
    destination: journey.destination,
    originPlace: journey.originPlace,
    destinationPlace: journey.destinationPlace,
    on: journey.on + delay,
    purpose: journey.purpose,
    intendedMonths: journey.intendedMonths,
    id: `${person.number}-${at + 1}`,
    trip: journey.kind === 'outward' ? at : journey.kind === 'return' ? at - 1 : undefined,
  };
}
