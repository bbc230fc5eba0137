import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Server } from '../build-server.ts';
import { get, memoryStore, post, signIn, testServer } from '../fixtures/test-server.ts';

const lines: string[] = [];
let server: Server;
beforeAll(async () => {
  const store = await memoryStore();
  server = await testServer(store, {
    logger: { level: 'info', stream: { write: line => void lines.push(line) } },
    rooms: app => {
      const body = z.object({ text: z.string() });
      const config = { access: 'public', audit: 'echo' } as const;
      app.post('/api/echo', { schema: { body, response: { 200: body } }, config }, async ({ body }) => body);
      app.get('/api/echo/:text', { schema: { params: body }, config: { access: 'public' } }, async () => ({}));
      app.get('/api/failing', { config: { access: 'public' } }, () => {
        throw Object.assign(new Error('broken'), { parameters: ['Ivanov'], query: 'select' });
      });
      app.get('/api/table', { config: { access: 'public' } }, (_request, reply) => reply.type('text/csv').send('a,b'));
    },
  });
});
afterAll(() => server.app.close());

const send = (payload: string | Buffer, type = 'application/json') =>
  server.app.inject({ method: 'POST', url: '/api/echo', payload, headers: { 'content-type': type } });

describe('a body', () => {
  it.each([
    ['broken JSON', '{"text":', 400],
    ['no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x7d]), 400],
    ['NUL in a text', '{"text":"a\\u0000b"}', 400],
    ['half a sign', '{"text":"\\ud800"}', 400],
    ['a name with NUL, deep inside', `{"text":"x","more":${'['.repeat(500)}{"a\\u0000":1}${']'.repeat(500)}}`, 400],
    ['__proto__', '{"__proto__":{"x":1},"text":"a"}', 400],
    ['nothing', '', 400],
    ['far too deep', `${'['.repeat(200_000)}`, 400],
    ['too much', JSON.stringify({ text: 'x'.repeat(2_000_000) }), 413],
  ])('of %s is refused with a problem', async (_, payload, status) => {
    const answer = await send(payload);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.json()).toMatchObject({ status });
  });

  it('of another type is refused', async () => {
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data', 'nonsense', ''])
      expect((await send('{"text":"a"}', type)).statusCode).toBe(415);
    expect((await send('{"text":"a"}', 'application/json; charset=utf-8')).json()).toEqual({ text: 'a' });
  });
});

describe('an address', () => {
  it('that cannot be read is a problem', async () => {
    for (const url of ['/api/echo/%zz', '/api/echo/%ff', '/api/echo/a%00b', '/%'])
      expect((await get(server.app, url)).json()).toMatchObject({ status: 400 });
    expect((await get(server.app, `/api/echo/${'x'.repeat(500)}`)).statusCode).toBe(414);
  });
});

describe('an answer', () => {
  it('is given in a type that is accepted, or not at all', async () => {
    const ask = (url: string, accept: string) => server.app.inject({ url, headers: { accept } });
    expect((await ask('/api/table', 'text/csv')).body).toBe('a,b');
    const refused = await ask('/api/table', 'application/json');
    expect(refused.json()).toMatchObject({ status: 406, detail: 'accept: offered is text/csv' });
    expect(refused.headers['content-type']).toBe('application/problem+json');
    expect((await ask('/api/states', 'image/png')).statusCode).toBe(406);
    expect((await ask('/api/table?format=csv', 'application/json')).statusCode).toBe(200);
  });

  it('carries its id, one of the request’s own where that is safe', async () => {
    const ask = (id: string) => server.app.inject({ url: '/healthz', headers: { 'x-request-id': id } });
    expect((await ask('order-17')).headers['x-request-id']).toBe('order-17');
    expect((await ask('a b<script>')).headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
  });

  it('is compressed, has a tag, and is kept by nobody who was not told so', async () => {
    const headers = { 'accept-encoding': 'br' };
    const states = await server.app.inject({ url: '/api/states', headers });
    expect(states.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'public, max-age=86400' });
    const again = await server.app.inject({
      url: '/api/states',
      headers: { ...headers, 'if-none-match': String(states.headers['etag']) },
    });
    expect(again.statusCode).toBe(304);
    expect((await get(server.app, '/api/session')).headers).toMatchObject({
      'cache-control': 'private, no-cache',
      vary: expect.stringContaining('cookie'),
    });
  });

  it('tells browsers to run no script but the server’s own', async () => {
    const { headers } = await get(server.app, '/api/session');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });
});

describe('the log', () => {
  it('has one line for each answer, and neither secrets nor values', async () => {
    const cookie = await signIn(server, 'logged@example.org', [{ role: 'auditor', office: '*' }]);
    lines.length = 0;
    await server.app.inject({ url: '/api/echo/Ivanov?name=Petrov', headers: { cookie } });
    await post(server.app, '/api/echo', { text: 'Sidorov' }, cookie);
    await get(server.app, '/api/failing');
    const answered = lines.map(line => JSON.parse(line)).filter(({ msg }) => msg === 'answered');
    expect(answered).toMatchObject([
      { method: 'GET', route: '/api/echo/:text', status: 200, actor: expect.stringMatching(/^\w{20,}$/) },
      { method: 'POST', route: '/api/echo', status: 200, request: expect.any(String), ms: expect.any(Number) },
      { method: 'GET', route: '/api/failing', status: 500, actor: 'public' },
    ]);
    expect(lines.join('')).toContain('broken');
    for (const secret of ['Ivanov', 'Petrov', 'Sidorov', 'logged@', cookie.slice(20, 40)])
      expect(lines.join('')).not.toContain(secret);
  });
});

describe('limits', () => {
  it('of one actor hold for that actor alone, whoever else is at the same address', async () => {
    const store = await memoryStore();
    const limited = await testServer(store, { requestsPerMinute: 12 });
    const [one, other] = [
      await signIn(limited, 'one@example.org', [{ role: 'auditor', office: '*' }]),
      await signIn(limited, 'other@example.org', [{ role: 'auditor', office: '*' }]),
    ];
    const statuses = new Set<number>();
    for (let asked = 0; asked < 14; asked++) statuses.add((await get(limited.app, '/api/audit', one)).statusCode);
    expect([...statuses]).toEqual([200, 429]);
    expect((await get(limited.app, '/api/audit', other)).statusCode).toBe(200);
    const refused = await get(limited.app, '/api/audit', one);
    expect(refused.json()).toMatchObject({ status: 429 });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await limited.app.close();
    await store.close();
  });
});

describe('what is no HTTP', () => {
  it.each([
    ['GARBAGE\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`, 431],
    ['GET / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: nonsense\r\ncontent-length: 5\r\n\r\nabc', 400],
  ])('gets a problem as well: %.20s', async (text, status) => {
    const answer = await saidTo(server, socket => socket.write(text));
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer).toContain('application/problem+json');
    expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({ status });
  });
});

describe('a request that does not come to its end', () => {
  const HEAD = 'POST /api/echo HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
  const SILENCE_MS = 1500;
  let patient: Server;
  beforeAll(async () => {
    const text = z.object({ text: z.string() });
    const config = { access: 'public', audit: 'echo' } as const;
    patient = await testServer(await memoryStore(), {
      silenceMs: SILENCE_MS,
      rooms: app => app.post('/api/echo', { schema: { body: text }, config }, async ({ body }) => body),
    });
  });
  afterAll(() => patient.app.close());

  it('is ended where nothing is said any more, and the connection with it', async () => {
    const answer = await saidTo(patient, socket => socket.write(`${HEAD}content-length: 100\r\n\r\n{"text":`));
    expect(answer).toContain('HTTP/1.1 408 ');
    expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({ status: 408, title: 'Request took too long' });
  });

  it('goes through where it comes slowly', async () => {
    const body = JSON.stringify({ text: 'slow but steady' });
    const answer = await saidTo(patient, async socket => {
      socket.write(`${HEAD}connection: close\r\ncontent-length: ${body.length}\r\n\r\n`);
      for (const letter of body) {
        await wait((2 * SILENCE_MS) / body.length);
        socket.write(letter);
      }
    });
    expect(answer).toContain('HTTP/1.1 200 ');
    expect(answer).toContain(body);
  });
});

/** All that a server answers on one connection until it is closed. */
async function saidTo({ app }: Server, say: (socket: Socket) => unknown): Promise<string> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => void say(socket));
    let got = '';
    socket.on('data', data => {
      got += data;
    });
    socket.on('close', () => resolve(got));
    socket.on('error', reject);
  });
}
