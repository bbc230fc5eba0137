import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openHome, storePlace } from '../store/home.ts';
import type { Migration } from '../store/migrate.ts';
import { openStore } from '../store/store.ts';
import { Exchange } from './exchange/exchange.ts';
import { LAW_MIGRATIONS } from './exchange/migrations.ts';
import { CompiledRegister } from './force/compiled-register.ts';
import { readRegister, shippedRegister } from './register/read-register.ts';
import { registerMeant } from './register-option.ts';

const NOTICE = `
sources: {GAZETTE: 'https://example.org/2026/15'}
of: CIS-VISAFREE-1992
claim:
  id: c90
  event: withdrawal
  party: [MD]
  date: 2026-03-01
  evidence: seen
  source: GAZETTE
`;

it('answers by the files, or with what was published in a home', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-home-'));
  const home = await openHome(folder, { holder: 'command' });
  const store = await openStore<unknown>(storePlace(home, 'statistics'));
  const exchange = await Exchange.open(store, readRegister());
  const proposal = await exchange.propose({
    state: 'MD',
    text: NOTICE,
    note: 'gazette',
    by: { id: 'ana', name: 'Ana' },
  });
  await exchange.review(proposal.id, { decision: 'published', reason: 'seen', by: { id: 'ion', name: 'Ion' } });
  await store.close();
  await home.close();

  const force = async (where: { register: string; home?: string }) => {
    const register = new CompiledRegister(await registerMeant(where));
    return register.inForce(register.acts.get('CIS-VISAFREE-1992')!, 'KG', 'MD', '2026-06-01').force;
  };
  expect(await force({ register: shippedRegister })).toBe('uncertain');
  expect(await force({ register: shippedRegister, home: folder })).toBe('not-in-force');

  const migrations = LAW_MIGRATIONS as Migration[];
  migrations.push({ name: 'of a later version', up: async () => {} });
  try {
    await expect(force({ register: shippedRegister, home: folder })).rejects.toMatchObject({ code: 'store_older' });
  } finally {
    migrations.pop();
  }
});

it('refuses a folder that holds no home', async () => {
  const nothing = mkdtempSync(join(tmpdir(), 'saldo-none-'));
  await expect(registerMeant({ register: shippedRegister, home: nothing })).rejects.toThrow(/there is no home/);
});
