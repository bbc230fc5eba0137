/** Both offices' figures of a corridor and year. */
interface Told {
  origin: string;
  destination: string;
  departures: number | null;
  arrivals: number | null;
}

/**
 * The offices of an account's `flows.csv` that say nothing: none of their figures is above 0. The account writes 0 for an office whose slips
 * were not loaded; taken as a figure it would say that nobody moved.
 */
function silentOffices(flows: readonly Told[]): ReadonlySet<string> {
  const speaking = new Set<string>();
  for (const { origin, destination, departures, arrivals } of flows) {
    if ((departures ?? 0) > 0) speaking.add(origin);
    if ((arrivals ?? 0) > 0) speaking.add(destination);
  }
  const all = flows.flatMap(({ origin, destination }) => [origin, destination]);
  return new Set(all.filter(office => !speaking.has(office)));
}

/** The same flows, without figures of those offices. */
export function withoutSilent<Flow extends Told>(flows: readonly Flow[]): Flow[] {
  const silent = silentOffices(flows);
  return flows.map(flow => ({
    ...flow,
    departures: silent.has(flow.origin) ? null : flow.departures,
    arrivals: silent.has(flow.destination) ? null : flow.arrivals,
  }));
}
