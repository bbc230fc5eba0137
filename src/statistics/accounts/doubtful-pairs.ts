import { join } from 'node:path';
import { sqlText } from '../../engine/sql.ts';
import type { LinkageModel } from '../linkage/model.ts';

/** What a judgement against the present one would change. */
export const EFFECTS = ['short_stay', 'repeat_or_duplicate', 'departure_and_arrival', 'person_only'] as const;
export type Effect = (typeof EFFECTS)[number];

/** Slips and moves whose verdict hangs on the pair, by its effect. */
const CHANGED: Readonly<Record<Effect, number>> = {
  short_stay: 4,
  repeat_or_duplicate: 3,
  departure_and_arrival: 2,
  person_only: 0.5,
};

const DOUBT_BITS = 8;
const MOST_PAIRS = 1000;

/**
 * SQL that writes `doubtful.csv`: the pairs near the cut-off whose judgement would change the accounts most. A pair held together is decisive
 * where the person has no other slips or hangs on this pair; a pair kept apart, where its slips are of two persons. Priority is the
 * expected change: p(1−p), p the chance to stand on this side of the cut-off, × the slips and moves that the other judgement would change.
 */
export function copyDoubtfulPairs(out: string, model: LinkageModel): string {
  return `copy (
    with near as (
      select pair.a, pair.b, weight, 1 / (1 + pow(2, -weight)) as chance, 1 / (1 + pow(2, -(weight - ${model.cut_off}))) as side, x.person = y.person as same, x.person
      from pair join person x on x.n = a join person y on y.n = b
      where abs(weight - ${model.cut_off}) <= ${DOUBT_BITS} and (a, b) not in (select (a, b) from judged)),
    size as (select person, count(*) as slips from person where person in (select person from near where same) group by person),
    decisive as (
      select near.* from near left join size using (person)
      where not same or slips = 2 or (a, b) in (select (a, b) from bridge)),
    effect as (
      select decisive.*, case
          when x.kind = y.kind and x.office = y.office and x.origin = y.origin and x.destination = y.destination then 'repeat_or_duplicate'
          when x.origin = y.destination and x.destination = y.origin and abs(x.dated_on - y.dated_on) < 366 then 'short_stay'
          when x.kind <> y.kind and x.origin = y.origin and abs(x.dated_on - y.dated_on) < 366 then 'departure_and_arrival'
          else 'person_only' end as effect
      from decisive join slip x on x.n = a join slip y on y.n = b),
    foremost as (
      select *, round(side * (1 - side) * case effect ${EFFECTS.map(effect => `when '${effect}' then ${CHANGED[effect]}`).join(' ')} end, 4) as priority
      from effect order by priority desc, a, b limit ${MOST_PAIRS})
    select x.office || ':' || x.slip_id as a, y.office || ':' || y.slip_id as b, round(weight, 2) as weight, round(chance, 4) as probability,
      case when same then 'same' else 'different' end as linked_as, effect, priority
    from foremost join slip x on x.n = foremost.a join slip y on y.n = foremost.b
    order by priority desc, foremost.a, foremost.b) to ${sqlText(join(out, 'doubtful.csv'))} (format csv, header)`;
}
