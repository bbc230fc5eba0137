import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CAUSES } from '../../common/causes.ts';
import { publishApp } from './fixtures/publish-app.ts';
import { CLIENT_STATE, readWithClient, sdmxPython } from './fixtures/sdmx-peer.ts';
import { smallVintage } from './fixtures/small-vintage.ts';
import { CONCEPTS } from './sdmx/concepts.ts';
import { GAPS } from './sdmx/structures.ts';

const { app } = publishApp([smallVintage()]);
let address = '';
beforeAll(async () => {
  address = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

describe(`a real SDMX client at the running service${CLIENT_STATE}`, () => {
  it.skipIf(sdmxPython === undefined)(
    'finds dataflows, structures, concepts and code lists, and the same numbers as the pages',
    async () => {
      const found = await readWithClient(['service', `${address}/api/sdmx`]);
      expect(found).toMatchObject({
        united: (await flows()).items.map(({ united }) => united),
        dataflows: ['DF_COVERAGE', 'DF_FLOWS', 'DF_GAPS'],
        causes: CAUSES.length,
        concepts: Object.keys(CONCEPTS).length,
      });
      const components = [...GAPS.dimensions, ...GAPS.attributes].map(({ id }) => id);
      expect(found['components']).toEqual(expect.arrayContaining(components));
    },
  );
});

async function flows(): Promise<{ items: { united: number }[] }> {
  return (await app.inject('/api/vintages/latest/flows')).json();
}
