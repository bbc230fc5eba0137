import { SaldoError } from '../../common/saldo-error.ts';
import { SPACE_STATES } from '../../common/space.ts';
import type { CompiledRegister } from '../force/compiled-register.ts';
import { turningDays } from '../force/turning-days.ts';
import type { Right } from '../register/act.ts';
import { type Day, dayBefore } from '../register/legal-date.ts';
import { answer, type Verdict } from './answer.ts';
import { type AskedQuestion, parseQuestion, type Question } from './question.ts';

/** A question that leaves sides open: all states of the space stand for a citizenship or a host that is not named. */
export interface MatrixQuestion extends Omit<Question, 'citizen' | 'host' | 'on'> {
  citizen?: string;
  host?: string;
  rights: readonly Right[];
}

/** A matrix as somebody asks for it: at most one of the states, or one right alone. */
export type AskedMatrix = Omit<AskedQuestion, 'citizen' | 'host'> & { citizen?: string; host?: string };

/** @throws SaldoError `invalid_option` with everything that is wrong with the question */
export function parseMatrixQuestion(asked: AskedMatrix): { question: MatrixQuestion; on: Day } {
  // A side that is left open is filled for the check alone.
  const { citizen = asked.host === 'RU' ? 'BY' : 'RU' } = asked;
  const { host = citizen === 'RU' ? 'BY' : 'RU' } = asked;
  const { question, rights } = parseQuestion({ ...asked, citizen, host });
  if (asked.citizen === undefined && asked.host === undefined && rights.length > 1)
    throw new SaldoError('invalid_option', 'expected citizen, in, or one right to ask for');
  const { on, citizen: from, host: to, ...rest } = question;
  const sides = {
    ...(asked.citizen !== undefined && { citizen: from }),
    ...(asked.host !== undefined && { host: to }),
  };
  return { question: { ...rest, ...sides, rights }, on };
}

/** What is shown of an answer in a cell. */
export type Sign = Pick<Verdict, 'status' | 'value' | 'unit'>;

export interface MatrixCell extends Sign {
  citizen: string;
  host: string;
  right: Right;
}

/** Signs that are worked out again only where a day lies beyond the next turning day. */
const KEPT_ROWS = 5000;

/** Answers for many pairs of states at once. Signs that are alike are one object. */
export class Matrices {
  readonly #register: CompiledRegister;
  #edition = 0;
  readonly #days = new Map<Right, readonly Day[]>();
  readonly #rows = new Map<string, readonly Sign[]>();
  readonly #signs = new Map<string, Sign>();

  constructor(register: CompiledRegister) {
    this.#register = register;
  }

  /** A register that has taken something in is asked anew. */
  #forgetEarlierEditions(): void {
    if (this.#edition === this.#register.edition) return;
    this.#edition = this.#register.edition;
    this.#days.clear();
    this.#rows.clear();
  }

  cells(question: MatrixQuestion, on: Day): MatrixCell[] {
    this.#forgetEarlierEditions();
    return question.rights.flatMap(right => {
      const signs = this.#row(question, right, on);
      return pairsOf(question).map((pair, at) => ({ ...pair, right, ...signs[at] }) as MatrixCell);
    });
  }

  /** The nearest day before, or after, on which a cell becomes another; undefined where none does. */
  nearestChange(question: MatrixQuestion, on: Day, direction: 'earlier' | 'later'): Day | undefined {
    this.#forgetEarlierEditions();
    const found = question.rights.flatMap(right => this.#nearestChange(question, right, { on, direction }) ?? []);
    return found.sort().at(direction === 'earlier' ? -1 : 0);
  }

  #nearestChange(
    question: MatrixQuestion,
    right: Right,
    { on, direction }: { on: Day; direction: 'earlier' | 'later' },
  ): Day | undefined {
    const days = this.#daysOf(right);
    const changes = (day: Day) => {
      const before = this.#row(question, right, dayBefore(day));
      return this.#row(question, right, day).some((sign, at) => sign !== before[at]);
    };
    return direction === 'earlier'
      ? days.findLast(day => day < on && changes(day))
      : days.find(day => day > on && changes(day));
  }

  /** Signs of one right for all pairs of a question, as they stand since the last turning day. */
  #row(question: MatrixQuestion, right: Right, on: Day): readonly Sign[] {
    const since = this.#daysOf(right).findLast(day => day <= on);
    const key = JSON.stringify([right, since, question]);
    const kept = this.#rows.get(key);
    if (kept !== undefined) return kept;
    const { rights: _rights, ...rest } = question;
    const row = pairsOf(question).map(pair => this.#sign(answer(this.#register, { ...rest, ...pair, on }, right)));
    if (this.#rows.size >= KEPT_ROWS) this.#rows.clear();
    this.#rows.set(key, row);
    return row;
  }

  #sign({ status, value, unit }: Verdict): Sign {
    const key = `${status} ${value} ${unit}`;
    const sign = this.#signs.get(key) ?? {
      status,
      ...(value !== undefined && { value }),
      ...(unit !== undefined && { unit }),
    };
    this.#signs.set(key, sign);
    return sign;
  }

  #daysOf(right: Right): readonly Day[] {
    const days = this.#days.get(right) ?? turningDays(this.#register.actsAbout(right));
    this.#days.set(right, days);
    return days;
  }
}

function pairsOf({ citizen, host }: MatrixQuestion): { citizen: string; host: string }[] {
  return states(citizen).flatMap(from => states(host).flatMap(to => (from === to ? [] : { citizen: from, host: to })));
}

function states(named: string | undefined): readonly string[] {
  return named === undefined ? SPACE_STATES : [named];
}
