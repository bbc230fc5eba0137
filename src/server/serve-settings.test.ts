import { expect, it } from 'vitest';
import { serveSettings } from './serve-settings.ts';

it('the command line stands above the environment, and that above what is usual', () => {
  expect(serveSettings({}, {}, true)).toEqual({
    ...{ port: 4300, host: '127.0.0.1', adminEmail: 'administrator@saldo.local', logLevel: 'warn' },
    ...{ trustProxy: false, demonstration: false, needsSecondFactor: false },
  });
  expect(serveSettings({}, { PORT: '8080' }, false)).toMatchObject({ port: 8080, logLevel: 'info' });
  expect(serveSettings({ port: '0' }, { PORT: '8080' }, false)).toMatchObject({ port: 0 });
  const bounds = { SALDO_REQUESTS_PER_MINUTE: '300', SALDO_UPLOAD_BYTES: '8589934592' };
  expect(serveSettings({}, bounds, true)).toMatchObject({ requestsPerMinute: 300, uploadBytes: 8 * 2 ** 30 });
  expect(serveSettings({}, { SALDO_UPLOAD_BYTES: '' }, true)).not.toHaveProperty('uploadBytes');
  const env = { SALDO_BASE_URL: 'https://saldo.example/', SALDO_REQUIRE_SECOND_FACTOR: '1', SALDO_BEHIND_PROXY: '1' };
  expect(serveSettings({}, env, true)).toMatchObject({
    ...{ baseUrl: 'https://saldo.example', needsSecondFactor: true, trustProxy: true },
  });
});

it('all faults are told at once', () => {
  const env = {
    ...{ SALDO_BASE_URL: 'saldo', SALDO_OIDC_ISSUER: 'https://x', SALDO_LOG: 'loud' },
    ...{ SALDO_REQUESTS_PER_MINUTE: '-1', SALDO_UPLOAD_BYTES: '2GB' },
  };
  expect(() => serveSettings({ port: '99999', adminEmail: 'root' }, env, true)).toThrow(
    /--port.*--base-url.*SALDO_LOG.*--admin-email.*SALDO_OIDC_CLIENT_ID.*SALDO_REQUESTS_PER_MINUTE.*SALDO_UPLOAD_BYTES: found 2GB/,
  );
});
