import type { Answer } from './answer.ts';
import type { TriedRule } from './try-rule.ts';

/** A rule that came out otherwise in one of two answers, with what each found. */
export interface Difference {
  rule: string;
  before: string;
  after: string;
}

/** Why two answers about one right differ: the rules that came out otherwise, and the reason each answer gives. */
export function differenceOf(before: Answer, after: Answer): Difference[] {
  const rules = new Set([...before.tried, ...after.tried].map(({ placed }) => placed.id));
  return [...rules].flatMap(rule => {
    const [x, y] = [before, after].map(({ tried }) => tried.find(({ placed }) => placed.id === rule));
    const same = x?.outcome === y?.outcome && x?.standing.force === y?.standing.force;
    return same ? [] : [{ rule, before: tell(x), after: tell(y) }];
  });
}

function tell(tried: TriedRule | undefined): string {
  if (tried === undefined) return 'does not speak of this case';
  const claims = tried.standing.because.map(({ event, party, date }) =>
    `${event} ${party === '*' ? 'of the act' : party.join(' ')} ${date?.text ?? ''}`.trim(),
  );
  return `${tried.outcome}: ${tried.why}${claims.length > 0 ? ` (${claims.join('; ')})` : ''}`;
}
