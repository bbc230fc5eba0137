import autocannon from 'autocannon';
import { describeHardware, hardware } from './hardware.ts';

/** Requests a second, and the question: how long do 99 of 100 answers take at that rate? */
const RATE = 50;

/** Asks a running server for the overview and for one corridor at a steady rate, and says how long the answers took. */
export async function runApi({ address, seconds }: { address: string; seconds: number }): Promise<void> {
  process.stdout.write(`${describeHardware(hardware())}\n`);
  const vintage = await (await fetch(`${address}/api/vintages/latest`)).json();
  process.stdout.write(
    `vintage ${vintage.id}: ${vintage.slips} slips, ${vintage.moves} moves; ${RATE} requests a second for ${seconds} s\n`,
  );
  const { flows } = await (await fetch(`${address}/api/vintages/latest/overview`)).json();
  const { origin, destination } = flows[0];
  for (const path of ['/api/vintages/latest/overview', `/api/vintages/latest/corridors/${origin}/${destination}`]) {
    const { latency, errors, non2xx } = await autocannon({
      url: address + path,
      overallRate: RATE,
      connections: 10,
      duration: seconds,
    });
    process.stdout.write(
      `${path}: median ${latency.p50} ms, p99 ${latency.p99} ms, worst ${latency.max} ms; ${errors + non2xx} failed\n`,
    );
  }
}
