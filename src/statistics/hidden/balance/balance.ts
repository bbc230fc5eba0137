import { commonPart, exactly, minus, plus, type Range, total } from '../../../common/range.ts';
import type { Worded } from '../../../common/wording/worded.ts';
import { type NumberKind, parseWorkforce, type WorkforceLine, workforceBalance } from '../workforce/workforce.ts';
import { joinFlows } from './flows.ts';
import { type BalanceSheet, type Quantity, rangeOf, type WrittenGap, worded } from './sheet.ts';
import { STEP_WORDS, type StepName } from './step-words.ts';

/** A line of a gap's account: added or taken off, or a level that follows from the lines above. */
export interface Step {
  name: Worded;
  role: 'add' | 'take' | 'level';
  /** Persons; of a level, the level. */
  persons: Range;
  kind: NumberKind;
  source: string;
}

/** How many people left unregistered by one way of knowing, step by step. Modelled; the steps close: the last level is what is left. */
export interface Gap {
  id: string;
  name: Worded;
  method: 'accounts' | 'shortage' | 'workforce';
  firstYear: number;
  year: number;
  steps: Step[];
  /** Persons; negative where more came than was registered. */
  unregistered: Range;
}

/** Whether two gaps can both be true. */
export interface Comparison {
  a: string;
  b: string;
  overlap: { low: number; high: number } | null;
  /** Persons between ranges that do not meet; 0 where they do. */
  apart: number;
}

export interface Balance {
  kind: 'modelled';
  state: string;
  title: Worded;
  gaps: Gap[];
  /** The gaps that were compared, each with each. */
  compared: string[];
  comparisons: Comparison[];
  /** What all that were compared have in common; null where two contradict. */
  common: { low: number; high: number } | null;
  assumes: Worded[];
}

/** Texts of the files that a sheet names. */
export type SheetFiles = (name: string) => string;

/**
 * One state's balance sheet: what each way of knowing says about people who moved and were not registered, and whether they can all be true.
 *
 * Formulas: accounts, expected = start + births − deaths + arrivals − departures, shortage = expected − end (the residual of
 * P1 = P0 + B − D + arrivals − departures + residual with its sign turned); shortage: the same difference where the office publishes it, current
 * estimate − census; workforce: resources − uses − official. Each less what the sheet lists under `less`.
 * Source: CARIM-East note 2013/111 (134, 158 and 211 − 55.7 thousand); united arrivals by an account's `flows.csv`.
 * Units: persons. Positive: people who left unregistered, or whose leaving was.
 * Assumes: what is not listed is nothing. Ways of knowing that are compared speak of the same people at about the same time.
 * Interval: bounds of all lines, added in the worse direction; the test asks whether ranges have a part in common. No probability is claimed.
 * Fails: a shortage also holds what a census missed and births, deaths and arrivals that were not registered; list them, with bounds.
 *
 * @throws SaldoError of the files it joins
 */
export async function balanceOf(sheet: BalanceSheet, files: SheetFiles): Promise<Balance> {
  const gaps: Gap[] = [];
  for (const each of sheet.gaps) gaps.push(await gapOf(sheet, each, files));
  const compared = sheet.compare ?? gaps.map(({ id }) => id);
  const chosen = gaps.filter(({ id }) => compared.includes(id));
  const { state, title, assumes } = sheet;
  return {
    ...{ kind: 'modelled', state, title, gaps, compared, assumes },
    comparisons: chosen.flatMap((a, at) => chosen.slice(at + 1).map(b => compareGaps(a, b))),
    common: commonPart(chosen.map(({ unregistered }) => unregistered)),
  };
}

export function compareGaps(a: Gap, b: Gap): Comparison {
  const [one, other] = [a.unregistered, b.unregistered];
  return {
    ...{ a: a.id, b: b.id, overlap: commonPart([one, other]) },
    apart: Math.max(0, one.low - other.high, other.low - one.high),
  };
}

async function gapOf(sheet: BalanceSheet, written: WrittenGap, files: SheetFiles): Promise<Gap> {
  const unit = sheet.unit === 'thousand' ? 1000 : 1;
  const [firstYear = 0, year = firstYear] = String(written.period).split('-').map(Number);
  const about = { id: written.id, name: worded(written.name), firstYear, year };
  const { method, steps } = await methodSteps(sheet, written, { unit, firstYear, year, files });
  const less = written.less.map((given): Step => ({ ...step(given, 'take', unit), name: worded(given.name) }));
  const before = steps.at(-1)?.persons ?? exactly(0);
  const unregistered = minus(before, total(less.map(({ persons }) => persons)));
  // The level that nothing is taken from any more is the result itself.
  const last = steps.at(-1);
  const ends = last?.role === 'level' && (less.length === 0 || last.name === STEP_WORDS.unregistered);
  const open = ends ? steps.slice(0, -1) : steps;
  return { ...about, method, steps: [...open, ...less, level('unregistered', unregistered)], unregistered };
}

interface GapContext {
  unit: 1 | 1000;
  firstYear: number;
  year: number;
  files: SheetFiles;
}

async function methodSteps(
  sheet: BalanceSheet,
  { accounts, shortage, workforce }: WrittenGap,
  context: GapContext,
): Promise<Pick<Gap, 'method' | 'steps'>> {
  const { unit, files } = context;
  if (accounts !== undefined) return { method: 'accounts', steps: await accountSteps(sheet, accounts, context) };
  if (shortage !== undefined)
    return { method: 'shortage', steps: [{ ...step(shortage, 'add', unit), name: STEP_WORDS.shortage }] };
  const { file, resources = [], uses = [], official = 0 } = workforce ?? {};
  const lines =
    file === undefined
      ? [
          ...resources.map(given => workforceLine(given, 'resource', unit)),
          ...uses.map(given => workforceLine(given, 'use', unit)),
          { ...workforceLine({ ...asBounds(official), name: STEP_WORDS.official }, 'official', unit) },
        ]
      : await parseWorkforce(file, files(file));
  return { method: 'workforce', steps: workforceSteps(lines) };
}

function workforceLine(
  given: Exclude<Quantity, number> & { name: string | Worded },
  side: WorkforceLine['side'],
  unit: 1 | 1000,
): WorkforceLine {
  const { persons, kind, source } = step(given, 'add', unit);
  const name = worded(given.name);
  return { item: name.en, name, side, persons, kind, source };
}

function workforceSteps(lines: readonly WorkforceLine[]): Step[] {
  const { balance, unregistered } = workforceBalance(lines);
  const of = (side: WorkforceLine['side'], role: Step['role']) =>
    lines
      .filter(line => line.side === side)
      .map(({ name, persons, kind, source }): Step => ({ name, role, persons, kind, source }));
  const uses = of('use', 'take');
  return [
    ...of('resource', 'add'),
    ...uses,
    ...(uses.length > 0 ? [level('without_place', balance)] : []),
    ...of('official', 'take'),
    level('unregistered', unregistered),
  ];
}

async function accountSteps(
  sheet: BalanceSheet,
  accounts: NonNullable<WrittenGap['accounts']>,
  { unit, firstYear, year, files }: GapContext,
): Promise<Step[]> {
  const line = (name: 'start' | 'births' | 'deaths' | 'end', role: Step['role']): Step => ({
    ...step(accounts[name], role, unit),
    name: STEP_WORDS[name],
  });
  const [arrivals, departures] = await migrationSteps(sheet, accounts, { unit, firstYear, year, files });
  const [start, births, deaths, end] = [
    line('start', 'add'),
    line('births', 'add'),
    line('deaths', 'take'),
    line('end', 'take'),
  ];
  const expected = minus(
    plus(plus(start.persons, births.persons), arrivals.persons),
    plus(deaths.persons, departures.persons),
  );
  const shortage = minus(expected, end.persons);
  return [start, births, deaths, arrivals, departures, level('expected', expected), end, level('not_found', shortage)];
}

async function migrationSteps(
  { state }: BalanceSheet,
  { flows, arrivals = 0, departures = 0 }: NonNullable<WrittenGap['accounts']>,
  { unit, firstYear, year, files }: GapContext,
): Promise<[arrivals: Step, departures: Step]> {
  if (flows === undefined)
    return [
      { ...step(arrivals, 'add', unit), name: STEP_WORDS.arrivals },
      { ...step(departures, 'take', unit), name: STEP_WORDS.departures },
    ];
  const file = { name: flows.file, text: files(flows.file) };
  const { kind, source, ...joined } = await joinFlows(file, { state, by: flows.by, firstYear, year });
  return [
    { name: STEP_WORDS.arrivals, role: 'add', persons: joined.arrivals, kind, source },
    { name: STEP_WORDS.departures, role: 'take', persons: joined.departures, kind, source },
  ];
}

function step(given: Quantity, role: Step['role'], unit: 1 | 1000): Omit<Step, 'name'> {
  const { kind = 'reported', source = '' } = asBounds(given);
  return { role, persons: rangeOf(given, unit), kind, source };
}

function asBounds(given: Quantity): Exclude<Quantity, number> {
  return typeof given === 'number' ? { value: given } : given;
}

function level(name: StepName, persons: Range): Step {
  return { name: STEP_WORDS[name], role: 'level', persons, kind: 'modelled', source: '' };
}
