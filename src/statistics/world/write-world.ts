import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../common/make-folder.ts';
import { SaldoError } from '../../common/saldo-error.ts';
import { isoDay } from './calendar.ts';
import { CsvFile } from './csv-file.ts';
import { generateWorld, type SimulatedMove, type SimulatedPerson } from './generate-world.ts';
import { SLIP_COLUMNS, type Slip } from './slip.ts';
import type { WorldPlan } from './world-plan.ts';

const KINDS = ['arrival', 'departure'] as const;

const PERSON_COLUMNS = ['office', 'slip_id', 'person'];
const VERDICT_COLUMNS = ['office', 'slip_id', 'verdict', 'cause'];
const MOVE_COLUMNS = [
  ...['move', 'person', 'origin', 'destination', 'moved_on', 'arrival_office', 'arrival_slip', 'departure_office'],
  ...['departure_slip', 'stay'],
];

/** What a world came to. */
export interface WorldCounts {
  people: number;
  moves: number;
  slips: number;
  /** Slips by verdict. */
  verdicts: Record<string, number>;
  /** Slips as the offices report them, internal ones apart: `BY arrivals RU>BY`. */
  reported: Record<string, number>;
  /** Of these, the slips that stand for no move of their corridor, by cause. */
  causes: Record<string, Record<string, number>>;
}

/** The files of a world; `slips` are the offices' files, each of arrivals or of departures. */
export interface WorldFiles {
  readonly folder: string;
  readonly slips: readonly string[];
  readonly truth: readonly string[];
}

/** Writes `slips` and `truth` of a world, person by person. */
export function writeWorld(folder: string, plan: WorldPlan): { files: WorldFiles; counts: WorldCounts } {
  const output = new WorldOutput(folder, [...plan.offices.keys()]);
  for (const person of generateWorld(plan)) output.add(person);
  return output.close();
}

class WorldOutput {
  readonly #counts: WorldCounts = { people: 0, moves: 0, slips: 0, verdicts: {}, reported: {}, causes: {} };
  readonly #slips = new Map<string, CsvFile>();
  readonly #persons: CsvFile;
  readonly #verdicts: CsvFile;
  readonly #moves: CsvFile;
  readonly #files: WorldFiles;

  constructor(folder: string, offices: readonly string[]) {
    const slips = offices.flatMap(office =>
      KINDS.map(kind => ({ key: `${office} ${kind}`, path: join('slips', `${office}-${kind}s.csv`) })),
    );
    const truth = ['persons', 'verdicts', 'moves'].map(name => join('truth', `${name}.csv`));
    this.#files = { folder, slips: slips.map(({ path }) => path), truth };
    try {
      for (const name of ['slips', 'truth']) makeFolder(join(folder, name));
      for (const { key, path } of slips) this.#slips.set(key, new CsvFile(join(folder, path), SLIP_COLUMNS));
      this.#persons = new CsvFile(join(folder, 'truth', 'persons.csv'), PERSON_COLUMNS);
      this.#verdicts = new CsvFile(join(folder, 'truth', 'verdicts.csv'), VERDICT_COLUMNS);
      this.#moves = new CsvFile(join(folder, 'truth', 'moves.csv'), MOVE_COLUMNS);
    } catch (cause) {
      throw unwritable(folder, cause);
    }
  }

  add({ person, moves, slips }: SimulatedPerson): void {
    const number = String(person.number);
    this.#counts.people++;
    for (const { slip, verdict, cause } of slips) {
      this.#slips.get(`${slip.office} ${slip.kind}`)?.write(SLIP_COLUMNS.map(column => slip[column]));
      this.#persons.write([slip.office, slip.slip_id, number]);
      this.#verdicts.write([slip.office, slip.slip_id, verdict, cause]);
      this.#counts.slips++;
      count(this.#counts.verdicts, verdict);
      if (verdict !== 'internal') this.#report(slip, cause);
    }
    for (const move of moves) this.#moves.write(moveCells(number, move));
    this.#counts.moves += moves.length;
  }

  #report({ office, kind, origin, destination }: Slip, cause: string): void {
    const key = `${office} ${kind}s ${origin || 'ZZ'}>${destination || 'ZZ'}`;
    count(this.#counts.reported, key);
    if (cause === '' || cause === 'year_shift') return;
    this.#counts.causes[key] ??= {};
    count(this.#counts.causes[key], cause);
  }

  close(): { files: WorldFiles; counts: WorldCounts } {
    for (const file of [...this.#slips.values(), this.#persons, this.#verdicts, this.#moves]) file.close();
    return { files: this.#files, counts: this.#counts };
  }
}

/** Writes a text file of a world. */
export function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

function moveCells(person: string, { move, arrivalSlip, departureSlip }: SimulatedMove): string[] {
  return [
    ...[move.id, person, move.origin, move.destination, isoDay(move.on)],
    ...(arrivalSlip === undefined ? ['', ''] : [move.destination, arrivalSlip]),
    ...(departureSlip === undefined ? ['', ''] : [move.origin, departureSlip]),
    move.kind,
  ];
}

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

function unwritable(folder: string, cause: unknown): SaldoError {
  return new SaldoError('unwritable_output', `the output folder cannot be written: ${folder}`, { folder }, cause);
}
