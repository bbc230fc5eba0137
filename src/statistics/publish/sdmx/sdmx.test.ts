import fc from 'fast-check';
import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { disclose } from '../disclosure.ts';
import { parseDisclosureRule } from '../disclosure-rule.ts';
import { exactTables } from '../fixtures/arbitrary-tables.ts';
import { smallVintage } from '../fixtures/small-vintage.ts';
import { askedArtefacts } from './asked-artefacts.ts';
import { CODELISTS } from './codelists.ts';
import { parseDataQuery } from './data-query.ts';
import { dataSet } from './data-set.ts';
import { sdmxCsv } from './sdmx-csv.ts';
import { sdmxJsonData } from './sdmx-json-data.ts';
import { structureMessage } from './structure-message.ts';
import { structureMl } from './structure-ml.ts';
import { COVERAGE, FLOWS, GAPS, STRUCTURES } from './structures.ts';
import { element, xmlDocument } from './xml.ts';

const rule = parseDisclosureRule(new Uint8Array(32).fill(9), { classes: 'sex,age' });
const seen = exactTables().chain(exact => fc.constantFrom(exact, disclose(exact, rule)));

/** A data message as a client reads it: each observation with the names of its dimensions and attributes. */
function readMessage(text: string): Record<string, string | number>[] {
  const { data } = JSON.parse(text);
  const [{ dimensions, attributes }] = data.structures;
  return Object.entries<(number | null)[]>(data.dataSets[0].observations).map(([key, [value, ...places]]) => {
    const at = key.split(':').map((place, index) => {
      const dimension = dimensions.observation[index];
      return [dimension.id, dimension.values[Number(place)].id];
    });
    const about = places.flatMap((place, index) => {
      const attribute = attributes.observation[index];
      return place === null ? [] : [[attribute.id, attribute.values[place].id ?? attribute.values[place].value]];
    });
    return Object.fromEntries([...at, ...about, ['OBS_VALUE', value]]);
  });
}

describe('SDMX data', () => {
  it('in JSON gives every observation back, whatever the tables', () => {
    fc.assert(
      fc.property(seen, fc.constantFrom(...STRUCTURES), (tables, structure) => {
        const set = dataSet(structure, tables, parseDataQuery(structure, 'all'));
        const told = [...set.observations()].map(each =>
          Object.fromEntries(
            Object.entries(each).flatMap(([id, value]) =>
              value === null ? [] : [[id, id === 'OBS_VALUE' ? value : String(value)]],
            ),
          ),
        );
        expect(readMessage([...sdmxJsonData(set)].join(''))).toEqual(told);
      }),
    );
  });

  it('in CSV has a line per observation and a column per component', () => {
    fc.assert(
      fc.property(seen, fc.constantFrom(...STRUCTURES), (tables, structure) => {
        const set = dataSet(structure, tables, parseDataQuery(structure, ''));
        const [header = '', ...lines] = [...sdmxCsv(set)].join('').trim().split('\r\n');
        expect(header.split(',').length).toBe(4 + structure.dimensions.length + structure.attributes.length);
        expect(lines.length).toBe([...set.observations()].length);
      }),
    );
  });

  it('has only codes that stand in the code lists', () => {
    const codes = new Map(CODELISTS.map(list => [list.id as string, new Set(list.codes.map(({ id }) => id))]));
    fc.assert(
      fc.property(seen, fc.constantFrom(...STRUCTURES), (tables, structure) => {
        const set = dataSet(structure, tables, parseDataQuery(structure, '*'));
        const coded = [...structure.dimensions, ...structure.attributes].flatMap(({ id, holds }) =>
          'codelist' in holds ? [[id, codes.get(holds.codelist)] as const] : [],
        );
        const strange = [...set.observations()].flatMap(observation =>
          coded
            .map(([id, list]) => [id, String({ ...set.attributes, ...observation }[id]), list] as const)
            .filter(([, value, list]) => !list?.has(value)),
        );
        expect(strange).toEqual([]);
      }),
    );
  });

  it('has each key once', () => {
    fc.assert(
      fc.property(seen, fc.constantFrom(...STRUCTURES), (tables, structure) => {
        const set = dataSet(structure, tables, parseDataQuery(structure, ''));
        const keys = [...set.observations()].map(each => structure.dimensions.map(({ id }) => each[id]).join('.'));
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.every(key => !key.includes('undefined'))).toBe(true);
      }),
    );
  });

  it('says of exact figures that they are not for publication, and of rounded ones how they are', () => {
    const exact = smallVintage();
    const tellsOf = (tables: typeof exact) => dataSet(FLOWS, tables, parseDataQuery(FLOWS, '')).attributes;
    expect(tellsOf(exact)).toMatchObject({ CONF_STATUS: 'N', ROUNDED_TO: null });
    expect(tellsOf(disclose(exact, rule))).toMatchObject({ CONF_STATUS: 'F', ROUNDED_TO: 5, LAPSE: 6 });
  });

  it('tells reported, linked and modelled numbers apart', () => {
    const kinds = (structure: typeof FLOWS) =>
      [...dataSet(structure, smallVintage(), parseDataQuery(structure, '')).observations()].map(
        each => each.ESTIMATE_KIND,
      );
    expect(new Set(kinds(FLOWS))).toEqual(new Set(['REPORTED', 'LINKED']));
    expect(new Set(kinds(GAPS))).toEqual(new Set(['LINKED']));
    expect(new Set(kinds(COVERAGE))).toEqual(new Set(['LINKED', 'MODELLED']));
  });
});

describe('an SDMX query', () => {
  const ask = (key: string, period = {}) => [
    ...dataSet(FLOWS, smallVintage(), parseDataQuery(FLOWS, key, period)).observations(),
  ];

  it('takes values by dimension, several with +', () => {
    expect(ask('A._J.MOV.BY.RU......').every(each => each.DIRECTION === 'MOV' && each.ORIG === 'BY')).toBe(true);
    expect(ask('.RU+BY.........').length).toBe(ask('').filter(each => each.REPORTER !== '_J').length);
    expect(ask('.ZW.........')).toEqual([]);
  });

  it('takes years from and to', () => {
    expect(new Set(ask('', { start: '2011', end: '2011' }).map(each => each.TIME_PERIOD))).toEqual(new Set(['2011']));
  });

  it('with a wrong number of dimensions is refused, and told which there are', () => {
    expect(() => ask('A.RU')).toThrow('FREQ.REPORTER.DIRECTION.ORIG.DEST');
    expect(() => ask('', { start: '2011-Q1' })).toThrow('expected a year');
  });
});

describe('SDMX structures', () => {
  const read = (...asked: Parameters<typeof askedArtefacts>) =>
    JSON.parse(JSON.stringify(structureMessage(askedArtefacts(...asked)!)));

  it('come with all that they refer to', () => {
    const message = read('dataflow', '*', true);
    const known = new Set(
      Object.values<{ id: string; agencyID: string }[]>(message.data).flatMap(list => list.map(({ id }) => id)),
    );
    const referred = [...JSON.stringify(message).matchAll(/urn:sdmx:[^"]*=SALDO:([A-Z_]+)\(1\.0\.0\)/g)].map(
      found => found[1],
    );
    expect(referred.length).toBeGreaterThan(20);
    for (const id of referred) expect(known).toContain(id);
  });

  it('bear names in Russian and English throughout', () => {
    const names = [...JSON.stringify(read('*', '*', false)).matchAll(/"names":(\{[^}]*\})/g)].map(found =>
      JSON.parse(found[1] ?? ''),
    );
    expect(names.length).toBeGreaterThan(300);
    expect(names.every(({ en, ru }) => en && ru)).toBe(true);
  });

  it('can be had one by one', () => {
    expect(Object.keys(read('codelist', 'CL_CAUSE', false).data)).toEqual(['codelists']);
    expect(read('dataflow', 'DF_GAPS', false).data.dataflows.length).toBe(1);
    expect(askedArtefacts('codelist', 'CL_NONE', false)).toBeUndefined();
  });

  it('name their schema first, where clients look for it', () => {
    expect(JSON.stringify(read('*', '*', true)).slice(0, 350)).toContain('2.0.0/sdmx-json-structure-schema.json');
  });
});

describe('SDMX-ML structures', () => {
  const asked = askedArtefacts('*', '*', false) ?? new Map();
  const text = structureMl(asked);
  const document = new DOMParser().parseFromString(text, 'text/xml');
  const all = (selector: string) => [...document.querySelectorAll(selector)] as unknown as Element[];
  const byTag = (name: string) => [...document.getElementsByTagName(name)] as unknown as Element[];
  const ids = (elements: readonly Element[]) => elements.map(each => each.getAttribute('id'));

  it('tell of the same artefacts as SDMX-JSON', () => {
    const { data } = JSON.parse(JSON.stringify(structureMessage(asked)));
    for (const [tag, listed] of [
      ['str:Dataflow', data.dataflows],
      ['str:DataStructure', data.dataStructures],
      ['str:Codelist', data.codelists],
      ['str:ConceptScheme', data.conceptSchemes],
    ] as const)
      expect(ids(byTag(tag))).toEqual(listed.map(({ id }: { id: string }) => id));
    for (const list of CODELISTS) {
      const found = byTag('str:Codelist').find(each => each.getAttribute('id') === list.id);
      const codes = [...(found?.getElementsByTagName('str:Code') ?? [])] as unknown as Element[];
      expect(ids(codes)).toEqual(list.codes.map(({ id }) => id));
    }
  });

  it('refer to nothing that is not there, and name everything in both languages', () => {
    const known = new Set(ids(all('[id]')));
    const references = byTag('Ref');
    expect(references.length).toBeGreaterThan(100);
    for (const id of ids(references)) expect(known).toContain(id);
    const languages = byTag('com:Name').map(each => each.getAttribute('xml:lang'));
    expect(languages.filter(each => each === 'ru')).toHaveLength(languages.length / 2);
  });

  it('are XML whatever a text holds', () => {
    const odd = xmlDocument(element('a', { b: '"<&>"', c: undefined }, '<&>', element('d')));
    expect(odd).toContain('<a b="&quot;&lt;&amp;&gt;&quot;">&lt;&amp;&gt;<d/></a>');
  });
});
