import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openServer } from '../src/server/open-server.ts';
import { apiTypes } from './fixtures/api-types.ts';

/** `npm run api-types` writes them anew. */
test('the pages know the API as the server describes it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-api-'));
  const server = await openServer({ home: join(folder, 'home'), baseUrl: 'http://localhost:4300' });
  try {
    const types = await apiTypes(server.app.swagger());
    await expect(types).toMatchFileSnapshot('../web/src/api/openapi-types.ts');
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
