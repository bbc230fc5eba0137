import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CLIENT_STATE, readWithClient, sdmxPython } from '../fixtures/sdmx-peer.ts';
import { smallVintage } from '../fixtures/small-vintage.ts';
import { askedArtefacts } from './asked-artefacts.ts';
import { CODELISTS } from './codelists.ts';
import { CONCEPTS } from './concepts.ts';
import { parseDataQuery } from './data-query.ts';
import { type DataSet, dataSet } from './data-set.ts';
import { sdmxCsv } from './sdmx-csv.ts';
import { sdmxJsonData } from './sdmx-json-data.ts';
import { structureMessage } from './structure-message.ts';
import { structureMl } from './structure-ml.ts';
import { STRUCTURES } from './structures.ts';

const folder = mkdtempSync(join(tmpdir(), 'saldo-sdmx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe(`a real SDMX client${CLIENT_STATE}`, () => {
  const asked = askedArtefacts('dataflow', '*', true) ?? new Map();
  it.skipIf(sdmxPython === undefined).each([
    ['structure.json', () => JSON.stringify(structureMessage(asked))],
    ['structure.xml', () => structureMl(asked)],
  ] as const)('reads %s, and the data against it, to the last number', async (name, message) => {
    const sets = STRUCTURES.map(structure => dataSet(structure, smallVintage(), parseDataQuery(structure, '')));
    const files = sets.flatMap(set => [
      written(`${set.structure.dataflow}.csv`, [...sdmxCsv(set)].join('')),
      written(`${set.structure.dataflow}.json`, [...sdmxJsonData(set)].join('')),
    ]);
    const structures = written(name, message());
    const found = await readWithClient(['files', structures, ...files]);
    expect(found['codelists']).toEqual(Object.fromEntries(CODELISTS.map(({ id, codes }) => [id, codes.length])));
    expect(found['concepts']).toBe(Object.keys(CONCEPTS).length);
    expect(found['structures']).toEqual(
      Object.fromEntries(
        STRUCTURES.map(({ id, dimensions, attributes }) => [
          id,
          expect.toSatisfy(sameIds([...dimensions, ...attributes])),
        ]),
      ),
    );
    expect(found['data']).toEqual(sets.flatMap(set => [{ ...countOf(set), kinds: kindsOf(set) }, countOf(set)]));
  });
});

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function sameIds(components: readonly { id: string }[]): (ids: string[]) => boolean {
  const expected = [...components.map(({ id }) => id), 'OBS_VALUE'].sort().join();
  return ids => [...ids].sort().join() === expected;
}

function countOf(set: DataSet) {
  const values = [...set.observations()].map(each => Number(each.OBS_VALUE));
  return {
    observations: values.length,
    sum: expect.closeTo(
      values.reduce((sum, value) => sum + value, 0),
      6,
    ),
  };
}

function kindsOf(set: DataSet): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { ESTIMATE_KIND: kind } of set.observations()) counts[String(kind)] = (counts[String(kind)] ?? 0) + 1;
  return counts;
}
