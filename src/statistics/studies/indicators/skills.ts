import type { Range } from '../../../common/range.ts';
import { SaldoError } from '../../../common/saldo-error.ts';
import { COUNT, parseWrittenTable } from '../../hidden/written-table.ts';

export const EDUCATION = ['none', 'basic', 'secondary', 'higher', 'unknown'] as const;
export type Education = (typeof EDUCATION)[number];
const DIRECTIONS = ['in', 'out'] as const;
type Direction = (typeof DIRECTIONS)[number];
/** Non-target migrants are older than this. */
const OLDER_THAN = 40;

export interface SkillsRow {
  direction: Direction;
  education: Education;
  /** Lowest and highest age of the group; from 0 to 130 where none is written. */
  from: number;
  to: number;
  persons: number;
}

/** Who comes and who leaves, by education. Reported. */
export interface SkillsExchange {
  kind: 'reported';
  levels: {
    education: Education;
    arrivals: number;
    departures: number;
    net: number;
    /** Of those whose education is known; null for the unknown, and where nobody is known. */
    shareIn: number | null;
    shareOut: number | null;
    /** 100 net / (arrivals + departures). */
    effectiveness: number | null;
  }[];
  /** Share of non-target migrants; bounds where age groups straddle forty or education is unknown. Null where nobody moved. */
  nonTarget: { arrivals: Range | null; departures: Range | null };
}

/**
 * The exchange of skills, and the share of non-target migrants.
 *
 * Formulas: share of a level among those whose education is known, in and out; net = in − out; effectiveness 100 (in − out) / (in + out).
 * Non-target: older than 40 years and without secondary or higher education, of all of their direction.
 * Source: CARIM-East note 2013/111 (qualification and age of migrants); definition of this project.
 * Units: persons; shares from 0 to 1. Levels: none, basic, secondary (also vocational), higher, unknown.
 * Assumes: education is declared alike on both sides.
 * Interval of the share: an age group on both sides of 40 (40-44) counts not at all or wholly, and so do those older whose education is unknown;
 * the figure takes of a group on both sides the ages above 40, and of the unknown the share among those who are known.
 * Fails: where most are unknown the bounds say nothing, and the shares by level are of the known alone.
 */
export function skillsExchange(rows: readonly SkillsRow[]): SkillsExchange {
  const sum = (direction: Direction, level?: Education) =>
    rows.reduce(
      (all, row) => all + (row.direction === direction && (level ?? row.education) === row.education ? row.persons : 0),
      0,
    );
  const known = (direction: Direction) => sum(direction) - sum(direction, 'unknown');
  const levels = EDUCATION.map(education => {
    const [arrivals, departures] = [sum('in', education), sum('out', education)];
    const share = (persons: number, of: number) => (education === 'unknown' || of === 0 ? null : persons / of);
    return {
      ...{ education, arrivals, departures, net: arrivals - departures },
      shareIn: share(arrivals, known('in')),
      shareOut: share(departures, known('out')),
      effectiveness: arrivals + departures === 0 ? null : (100 * (arrivals - departures)) / (arrivals + departures),
    };
  });
  const nonTarget = (direction: Direction) => nonTargetShare(rows.filter(row => row.direction === direction));
  return { kind: 'reported', levels, nonTarget: { arrivals: nonTarget('in'), departures: nonTarget('out') } };
}

function nonTargetShare(rows: readonly SkillsRow[]): Range | null {
  const all = rows.reduce((sum, { persons }) => sum + persons, 0);
  if (all === 0) return null;
  let [low, value, high, unskilled, skilled, unknown] = [0, 0, 0, 0, 0, 0];
  for (const { education, from, to, persons } of rows) {
    const ages = to - from + 1;
    const older = Math.max(0, Math.min(ages, to - OLDER_THAN)) / ages;
    const [atLeast, atMost] = [older === 1 ? persons : 0, older > 0 ? persons : 0];
    if (education === 'unknown') {
      unknown += older * persons;
      high += atMost;
    } else if (education === 'none' || education === 'basic') {
      unskilled += older * persons;
      low += atLeast;
      high += atMost;
    } else skilled += older * persons;
  }
  value = unskilled + unknown * (unskilled + skilled > 0 ? unskilled / (unskilled + skilled) : 0);
  return { low: low / all, value: value / all, high: high / all };
}

/** @throws SaldoError `not_a_table`, `invalid_file` with every fault, `not_identified` where nobody moved */
export async function parseSkills(name: string, text: string): Promise<SkillsRow[]> {
  const table = await parseWrittenTable(name, text, ['direction', 'education', 'persons']);
  const rows = table.rows.flatMap(row => {
    const direction = row.word('direction', DIRECTIONS);
    const education = row.word('education', EDUCATION);
    const persons = row.required('persons', COUNT);
    const found =
      row.text('age') === '' ? ['', '0', '130'] : /^(\d{1,3})(?:\s*[-–]\s*(\d{1,3})|\+)?$/.exec(row.text('age'));
    const from = Number(found?.[1]);
    const to = found?.[2] !== undefined ? Number(found[2]) : row.text('age').endsWith('+') ? 130 : from;
    if (found === null || to < from) row.fault('age', 'bad_age', row.text('age'), 'an age such as 7, 5-9 or 80+');
    if (direction === null || education === null || persons === null || found === null) return [];
    return [{ direction, education, persons, from, to }];
  });
  table.refuseFaults();
  if (rows.every(({ persons }) => persons === 0))
    throw new SaldoError('not_identified', `${name}: nobody moved`, { file: name });
  return rows;
}
