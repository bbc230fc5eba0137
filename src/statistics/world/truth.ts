import { addMonths, yearOf } from './calendar.ts';
import { datedOn, type Move, type Report } from './report.ts';

/**
 * The verdicts that the rules of the account (design, section 4) give to somebody who knows for certain whose every slip is and what truly
 * lies behind it, and who has nothing but the slips on file. Threshold 12 months, lapse 6. The true days decide how long a stay was; the
 * days on the slips decide whether an arrival followed a departure within the lapse, and the year.
 */

const THRESHOLD_MONTHS = 12;
const LAPSE_MONTHS = 6;
/** Days by which a declared departure may follow its arrival. */
const DECLARED_SLACK_DAYS = 31;

export type Verdict =
  | 'internal'
  | 'duplicate'
  | 'short_stay'
  | 'outside'
  | 'repeat_origin'
  | 'counted'
  | 'confirmed'
  | 'redirected'
  | 'open'
  | 'unconfirmed';

export interface Judgement {
  readonly verdict: Verdict;
  /** Why the slip parts the reported from the united count; empty where it does not. */
  readonly cause: string;
}

/** What surrounds a person's slips. */
export interface DataOnFile {
  /** Last registration of all offices. */
  readonly dataEnd: number;
  /** Whether the slips of a state are here. */
  readonly isLoaded: (state: string) => boolean;
}

/** Judges the slips of one person. */
export class Truth {
  readonly #reports: readonly Report[];
  readonly #file: DataOnFile;
  readonly #arrivalOf = new Map<Move, Report>();
  readonly #departureOf = new Map<Move, Report>();
  readonly #seenOut = new Set<number>();
  readonly #seenBack = new Set<number>();

  /** @param reports all slips of one person, in the order of registration */
  constructor(reports: readonly Report[], file: DataOnFile) {
    this.#reports = reports;
    this.#file = file;
    for (const report of reports) this.#note(report);
  }

  /** The first verdict that fits. */
  judge(report: Report): Judgement {
    if (report.occasion === 'internal') return { verdict: 'internal', cause: '' };
    if (report.copyOf !== undefined) return { verdict: 'duplicate', cause: 'duplicate' };
    if (this.#isShortStay(report)) return { verdict: 'short_stay', cause: 'short_stay' };
    const other = report.kind === 'arrival' ? report.origin : report.destination;
    if (other === '') return { verdict: 'outside', cause: 'unknown_state' };
    if (!this.#file.isLoaded(other)) return { verdict: 'outside', cause: 'outside' };
    return report.kind === 'arrival' ? this.#judgeArrival(report) : this.#judgeDeparture(report);
  }

  /** The arrival slip that stands for a move: the first of it and its repeats on file. */
  arrivalOf(move: Move): Report | undefined {
    return this.#arrivalOf.get(move);
  }

  departureOf(move: Move): Report | undefined {
    return this.#departureOf.get(move);
  }

  #note(report: Report): void {
    const { move, kind, copyOf } = report;
    if (move === undefined || copyOf !== undefined) return;
    const first = kind === 'arrival' ? this.#arrivalOf : this.#departureOf;
    if (!first.has(move)) first.set(move, report);
    if (move.trip === undefined) return;
    (move.kind === 'outward' ? this.#seenOut : this.#seenBack).add(move.trip);
  }

  /**
   * Short stay: out and back before the threshold, where slips of both ways are on file; where nothing shows the way back, the stay's
   * intention stands in, as the arrival names it, or the departure whose arrival is on file or cannot be.
   */
  #isShortStay({ move }: Report): boolean {
    if (move?.trip === undefined) return false;
    if (this.#seenBack.has(move.trip)) return this.#seenOut.has(move.trip);
    return this.#intentionOf(move) < THRESHOLD_MONTHS;
  }

  #intentionOf(move: Move): number {
    const arrival = this.#arrivalOf.get(move);
    const departure = this.#departureOf.get(move);
    const counts = arrival !== undefined || !this.#file.isLoaded(move.destination);
    return arrival?.intendedMonths ?? (counts ? departure?.intendedMonths : undefined) ?? Number.POSITIVE_INFINITY;
  }

  /** Repeat of an arrival on file; where the first one is not, the earliest repeat is itself counted. */
  #judgeArrival(report: Report): Judgement {
    const isFirst = report.move !== undefined && this.#arrivalOf.get(report.move) === report;
    if (isFirst && !this.#returnsUnseen(report)) return { verdict: 'counted', cause: '' };
    return { verdict: 'repeat_origin', cause: 'repeat_origin' };
  }

  /**
   * Back from a short stay of which nothing else is on file, by somebody whose arrival from the same state was registered before: on file
   * that is a resident who names the old origin again. A departure on file for it proves the move.
   */
  #returnsUnseen({ move, kind, origin, registeredOn }: Report): boolean {
    if (move?.kind !== 'return' || this.#departureOf.has(move)) return false;
    const before = this.#reports.filter(({ registeredOn: on, move: own }) => on < registeredOn && own !== move);
    const last = before.findLast(report => report.occasion !== 'expired' && report.copyOf === undefined);
    return last !== undefined && last.kind === kind && last.origin === origin && last.destination === move.destination;
  }

  /**
   * Confirmed by the move's arrival in the state named, redirected by its arrival in another one, within the lapse; else open while the
   * lapse has not run out at the end of the data; else unconfirmed. A departure without a move has no arrival to find.
   */
  #judgeDeparture(report: Report): Judgement {
    const arrival = report.move === undefined ? undefined : this.#arrivalOf.get(report.move);
    if (arrival !== undefined && follows(arrival, report)) return withArrival(report, arrival);
    const isOpen = addMonths(datedOn(report), LAPSE_MONTHS) > this.#file.dataEnd;
    const verdict = isOpen ? 'open' : 'unconfirmed';
    return { verdict, cause: report.ground === 'expired' ? 'expired' : verdict };
  }
}

function follows(arrival: Report, departure: Report): boolean {
  const left = datedOn(departure);
  const earliest = departure.eventOn === undefined ? addMonths(left, -LAPSE_MONTHS) : left - DECLARED_SLACK_DAYS;
  const reached = datedOn(arrival);
  return reached >= earliest && reached <= addMonths(left, LAPSE_MONTHS);
}

/** Why a departure with its arrival stands in another cell than the move. */
function withArrival(departure: Report, arrival: Report): Judgement {
  if (departure.destination !== arrival.office) return { verdict: 'redirected', cause: 'redirected_away' };
  if (arrival.origin === '') return { verdict: 'confirmed', cause: 'unknown_state' };
  if (yearOf(datedOn(departure)) !== yearOf(datedOn(arrival))) return { verdict: 'confirmed', cause: 'year_shift' };
  return { verdict: 'confirmed', cause: '' };
}
