import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readRegister } from '../register/read-register.ts';
import { actAsAkomaNtoso } from './akoma-ntoso.ts';
import { actAsJsonLd, registerAsJsonLd } from './json-ld.ts';

const register = readRegister();
const DAY = '2026-11-23';

/** Properties of schema.org's Legislation and of what it inherits, as far as exports may use them. */
const LEGISLATION = [
  ...['@type', '@id', 'name', 'abstract', 'keywords', 'hasPart', 'spatialCoverage'],
  ...['legislationIdentifier', 'legislationType', 'legislationDate', 'legislationDateVersion', 'legislationLegalForce'],
  ...['legislationPassedBy', 'legislationAmends', 'legislationRepeals'],
  ...['eli:first_date_entry_in_force', 'eli:date_no_longer_in_force'],
];

describe('JSON-LD', () => {
  it('uses only properties of Legislation and of ELI, in every act', () => {
    const { '@graph': graph } = registerAsJsonLd(register, DAY);
    expect(graph).toHaveLength(register.acts.length);
    for (const node of graph) {
      expect(LEGISLATION).toEqual(expect.arrayContaining(Object.keys(node)));
      for (const part of node.hasPart) expect(LEGISLATION).toEqual(expect.arrayContaining(Object.keys(part)));
      expect(JSON.stringify(node)).not.toContain('null');
    }
    const ids = graph.flatMap(node => [node['@id'], ...node.hasPart.map(part => part['@id'])]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says on which day an act is in force, and for whom', () => {
    const act = register.acts.find(({ id }) => id === 'CES-MIGRANT-2010')!;
    expect(actAsJsonLd(act, '2014-06-01')).toMatchObject({
      legislationDate: '2010-11-19',
      legislationLegalForce: { '@id': 'https://schema.org/InForce' },
      'eli:first_date_entry_in_force': '2012-01-01',
      spatialCoverage: [{ identifier: 'BY' }, { identifier: 'KZ' }, { identifier: 'RU' }],
    });
    expect(actAsJsonLd(act, '2015-01-01')).toMatchObject({
      legislationLegalForce: { '@id': 'https://schema.org/NotInForce' },
      'eli:date_no_longer_in_force': '2015-01-01',
    });
  });
});

/** The order that the schema of Akoma Ntoso 3.0 asks for. */
const ORDER = [
  'FRBRthis',
  'FRBRuri',
  'FRBRalias',
  'FRBRdate',
  'FRBRauthor',
  'FRBRcountry',
  'FRBRnumber',
  'FRBRlanguage',
];

describe('Akoma Ntoso', () => {
  const documents = register.acts.flatMap(act =>
    (['ru', 'en'] as const).map(
      lang => [act.id, new DOMParser().parseFromString(actAsAkomaNtoso(act, DAY, lang), 'text/xml')] as const,
    ),
  );

  it('identifies work, expression and manifestation of every act, in the order of the schema', () => {
    for (const [id, document] of documents) {
      expect(document.querySelector('FRBRnumber')?.getAttribute('value')).toBe(id);
      for (const level of ['FRBRWork', 'FRBRExpression', 'FRBRManifestation']) {
        const names = [...(document.querySelector(level)?.children ?? [])].map(({ tagName }) => tagName);
        expect(names).toEqual(ORDER.filter(name => names.includes(name)));
        expect(names).toEqual(expect.arrayContaining(['FRBRthis', 'FRBRuri', 'FRBRdate', 'FRBRauthor']));
      }
    }
  });

  it('refers only to what it declares, and names nothing twice', () => {
    for (const [, document] of documents) {
      const ids = [...document.querySelectorAll('[eId]')].map(node => node.getAttribute('eId'));
      expect(new Set(ids).size).toBe(ids.length);
      for (const name of ['source', 'refersTo', 'as'])
        for (const node of document.querySelectorAll(`[${name}]`))
          expect(ids).toContain(node.getAttribute(name)?.slice(1));
    }
  });

  it('has a life cycle of exact days alone', () => {
    const [, document] = documents.find(([id]) => id === 'CIS-VISAFREE-1992')!;
    const days = [...document.querySelectorAll('eventRef')].map(node => node.getAttribute('date'));
    expect(days).toEqual(['1992-10-09', '1992-10-09', '1997-08-01']);
  });
});
