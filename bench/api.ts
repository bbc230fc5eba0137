import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { describeHardware, hardware } from './hardware.ts';

/** Requests a second, and the question: how long do 99 of 100 answers take at that rate? */
const RATE = 50;

interface Flow {
  origin: string;
  destination: string;
  united: number;
}

/** Asks a running server for the overview, the first corridor and the biggest at a steady rate, and says how long the answers took. */
export async function runApi({ address, seconds }: { address: string; seconds: number }): Promise<void> {
  process.stdout.write(`${describeHardware(hardware())}\n`);
  const vintage = await (await fetch(`${address}/api/vintages/latest`)).json();
  process.stdout.write(
    `vintage ${vintage.id}: ${vintage.slips} slips, ${vintage.moves} moves; ${RATE} requests a second for ${seconds} s\n`,
  );
  const { flows } = (await (await fetch(`${address}/api/vintages/latest/overview`)).json()) as { flows: Flow[] };
  const corridors = [flows[0], flows.toSorted((a, b) => b.united - a.united)[0]];
  for (const path of ['overview', ...corridors.map(flow => `corridors/${flow?.origin}/${flow?.destination}`)]) {
    const answers = await askSteadily(`${address}/api/vintages/latest/${path}`, seconds);
    const taken = answers.flatMap(({ ms }) => ms ?? []).sort((a, b) => a - b);
    const at = (share: number) => (taken[Math.ceil(share * taken.length) - 1] ?? Number.NaN).toFixed(1);
    const failed = answers.length - taken.length;
    process.stdout.write(
      `${path}: median ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms; ${failed} of ${answers.length} failed; load ${hardware().load}\n`,
    );
  }
}

interface Asked {
  /** From the moment at which the request was due to the last byte of its answer; null where it failed. */
  ms: number | null;
}

/** Sends each request when it is due, whether the ones before are answered or not, so that a slow answer hides nothing behind it. */
async function askSteadily(url: string, seconds: number): Promise<Asked[]> {
  const agent = new Agent({ keepAlive: true });
  const start = performance.now();
  const asked: Promise<Asked>[] = [];
  for (let place = 0; place < seconds * RATE; place++) {
    const due = start + (place * 1000) / RATE;
    await wait(Math.max(0, due - performance.now()));
    asked.push(ask(url, agent, due));
  }
  const answers = await Promise.all(asked);
  agent.destroy();
  return answers;
}

function ask(url: string, agent: Agent, due: number): Promise<Asked> {
  return new Promise(resolve => {
    const request = get(url, { agent, headers: { 'accept-encoding': 'br' } }, answer => {
      answer.resume();
      answer.on('end', () => resolve({ ms: answer.statusCode === 200 ? performance.now() - due : null }));
    });
    request.on('error', () => resolve({ ms: null }));
  });
}
