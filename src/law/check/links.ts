import { rulesOf } from '../force/compiled-register.ts';
import type { Act } from '../register/act.ts';
import type { Register } from '../register/read-register.ts';

/** Names inside a register behind which there is nothing, and names given twice. */
export function linkFaults({ acts, sources, gaps = [] }: Register): string[] {
  const ids = new Set(acts.map(({ id }) => id));
  const missingActs = gaps
    .flatMap(gap => gap.acts ?? [])
    .filter(id => !ids.has(id))
    .map(id => `gaps.yaml: there is no act ${id}`);
  return [...missingActs, ...acts.flatMap(actFaults), ...overrideFaults(acts)];

  function actFaults(act: Act): string[] {
    return [
      ...[...act.replaces, ...(act.amends ? [act.amends] : [])]
        .filter(id => !ids.has(id))
        .map(id => `${act.id}: there is no act ${id}`),
      ...[...act.claims, ...act.provisions]
        .flatMap(({ source }) => source ?? [])
        .filter(key => !sources.has(key))
        .map(key => `${act.id}: there is no source ${key}`),
      ...claimFaults(act),
      ...articleFaults(act),
      ...partyFaults(act),
      ...orderFaults(act),
      ...[...keysInTexts(act)].filter(key => !sources.has(key)).map(key => `${act.id}: there is no source [${key}]`),
    ];
  }
}

/** Further sources that notes name by their keys in square brackets. */
function keysInTexts({ remark, claims }: Act): Set<string> {
  const texts = [remark, ...claims.flatMap(({ note, detail }) => [note, detail])];
  return new Set(
    texts.flatMap(text => [...`${text?.ru} ${text?.en}`.matchAll(/\[([A-Z][A-Z0-9]+)\]/g)].map(([, key = '']) => key)),
  );
}

function claimFaults({ id: act, claims }: Act): string[] {
  const ids = claims.map(({ id }) => id);
  const named = claims.flatMap(({ supersedes, contradicts = [] }) => [
    ...(supersedes ? [supersedes] : []),
    ...contradicts,
  ]);
  return [
    ...named.filter(id => !ids.includes(id)).map(id => `${act}: there is no claim ${id} to supersede or contradict`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map(id => `${act}: two claims are called ${id}`),
  ];
}

/** A reservation or a suspension must name articles that the file has, else it would take nothing away. */
function articleFaults({ id, claims, provisions }: Act): string[] {
  const articles = provisions.flatMap(({ article }) => article ?? []);
  return claims.flatMap(claim =>
    (claim.articles ?? [])
      .filter(article => !articles.some(each => each === article || each.startsWith(`${article}(`)))
      .map(article => `${id}: claim ${claim.id} names article ${article}, and no provision is of it`),
  );
}

/** A rule for a state that the act never names could not apply to anybody. */
function partyFaults({ id, signatories, claims, provisions }: Act): string[] {
  const named = claims.flatMap(({ party, binds }) => [...(party === '*' ? [] : party), ...(binds ?? [])]);
  const parties = new Set([...signatories, ...named]);
  const rules = provisions.flatMap(provision => provision.rules);
  return rules.flatMap(({ right, from = [], to = [] }) =>
    [...new Set([...from, ...to])]
      .filter(state => !parties.has(state))
      .map(state => `${id}: the rule on ${right} names ${state}, and the act has no such party`),
  );
}

/** A rule overrides rules by their names, which must be there. */
function overrideFaults(acts: readonly Act[]): string[] {
  const placed = acts.flatMap(rulesOf);
  const names = new Set(placed.map(({ id }) => id));
  return placed.flatMap(({ id, rule }) =>
    rule.overrides
      .filter(other => !names.has(other))
      .map(other => `rule ${id} overrides ${other}, and there is no such rule`),
  );
}

/** Nothing binds before it was signed; and what supersedes must be newer, not go round in a circle. */
function orderFaults({ id, signed, claims }: Act): string[] {
  const begins = claims.filter(({ event }) => event === 'entry-into-force' || event === 'provisional-application');
  const early = begins.filter(({ date }) => signed !== undefined && date?.latest != null && date.latest < signed);
  const newer = new Map(claims.map(claim => [claim.id, claim.supersedes]));
  const circles = claims.filter(claim => {
    const seen = new Set<string>();
    for (let at = claim.supersedes; at !== undefined && !seen.has(at); at = newer.get(at)) {
      if (at === claim.id) return true;
      seen.add(at);
    }
    return false;
  });
  return [
    ...early.map(claim => `${id}: claim ${claim.id} gives ${claim.date?.text}, and the act was signed on ${signed}`),
    ...circles.map(claim => `${id}: claim ${claim.id} supersedes itself through others`),
  ];
}
