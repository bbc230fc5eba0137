import { stateName } from '../../common/states.ts';
import { partiesOn } from '../force/parties.ts';
import { CHOSEN, countedClaims } from '../force/reading.ts';
import type { Act } from '../register/act.ts';
import type { Day } from '../register/legal-date.ts';
import type { Register } from '../register/read-register.ts';

/** Namespaces of what an exported act says: schema.org and the European Legislation Identifier. */
const CONTEXT = {
  '@vocab': 'https://schema.org/',
  eli: 'http://data.europa.eu/eli/ontology#',
} as const;

/**
 * An act as `Legislation` of schema.org with properties of ELI where schema.org has none. Neither knows parties: those bound on the day are
 * told in `spatialCoverage`, and the status holds if any two are.
 */
export function actAsJsonLd(act: Act, on: Day) {
  return { '@context': CONTEXT, ...legislationOf(act, on) };
}

/** The whole register as one graph with a node for each act. */
export function registerAsJsonLd({ acts }: Register, on: Day) {
  return { '@context': CONTEXT, '@graph': acts.map(act => legislationOf(act, on)) };
}

/** What an act is called in the exports: a URN that no server has to answer to. */
export function urnOf(id: string): string {
  return `urn:saldo:law:${id}`;
}

function legislationOf(act: Act, on: Day) {
  const bound = partiesOn(act, on, CHOSEN).filter(({ status }) => status === 'in-force' || status === 'provisional');
  const entry = exactDays(act, 'entry-into-force').at(0);
  const end = bound.length === 0 ? exactDays(act, 'termination').at(-1) : undefined;
  return {
    '@type': 'Legislation',
    '@id': urnOf(act.id),
    legislationIdentifier: act.id,
    name: [
      { '@language': 'ru', '@value': act.title.ru },
      { '@language': 'en', '@value': act.title.en },
    ],
    legislationType: act.kind,
    keywords: act.subjects,
    ...(act.signed !== undefined && { legislationDate: act.signed }),
    legislationDateVersion: on,
    legislationLegalForce: { '@id': `https://schema.org/${bound.length > 1 ? 'InForce' : 'NotInForce'}` },
    ...(bound.length > 0 && { spatialCoverage: bound.map(({ state }) => ({ '@type': 'Country', identifier: state })) }),
    ...(act.signatories.length > 0 && {
      legislationPassedBy: act.signatories.map(state => ({
        '@type': 'GovernmentOrganization',
        identifier: state,
        name: stateName(state, 'en'),
      })),
    }),
    ...(entry !== undefined && { 'eli:first_date_entry_in_force': entry }),
    ...(end !== undefined && { 'eli:date_no_longer_in_force': end }),
    ...(act.amends !== undefined && { legislationAmends: { '@id': urnOf(act.amends) } }),
    ...(act.replaces.length > 0 && { legislationRepeals: act.replaces.map(id => ({ '@id': urnOf(id) })) }),
    hasPart: act.provisions.map(({ article, text }, at) => ({
      '@type': 'Legislation',
      '@id': `${urnOf(act.id)}#provision-${at + 1}`,
      ...(article !== null && { legislationIdentifier: article }),
      abstract: [
        { '@language': 'ru', '@value': text.ru },
        { '@language': 'en', '@value': text.en },
      ],
    })),
  };
}

function exactDays(act: Act, event: 'entry-into-force' | 'termination'): Day[] {
  return countedClaims(act, CHOSEN)
    .flatMap(claim =>
      claim.event === event && claim.date?.latest === claim.date?.earliest ? (claim.date?.earliest ?? []) : [],
    )
    .sort();
}
