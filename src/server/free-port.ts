import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** A port that is free at the moment: a server must know its address before it listens, for its home's lock and its cookies name it. */
export async function freePort(host: string): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
