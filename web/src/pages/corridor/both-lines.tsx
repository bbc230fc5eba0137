import { lazy, Suspense, useMemo } from 'react';
import { addresses, useCorridor } from '../../api/queries.ts';
import type { Corridor, Vintage } from '../../api/types.ts';
import { Loading } from '../../layout/states.tsx';
import { highestOf, modelledOf } from './modelled.ts';

const Lines = lazy(() => import('../../charts/corridor-charts.tsx').then(({ Lines }) => ({ default: Lines })));

/** Both directions side by side on one scale. */
export function BothLines({ corridor, vintage }: { corridor: Corridor; vintage: Vintage }) {
  const { origin, destination } = corridor;
  const back = useCorridor(vintage.id, destination, origin);
  const known = useMemo(() => knownLines(vintage.offices, origin, destination), [vintage, origin, destination]);
  const knownBack = useMemo(() => knownLines(vintage.offices, destination, origin), [vintage, origin, destination]);
  const isBack = back.data?.origin === destination && back.data.destination === origin;
  const there = modelledOf(corridor);
  const home = back.data === undefined || !isBack ? undefined : modelledOf(back.data);
  const highest = Math.max(highestOf(corridor.years, there), highestOf(corridor.opposite, home));
  return (
    <Suspense fallback={<Loading tall />}>
      <div className="two">
        <Lines
          {...{ origin, destination, highest }}
          years={corridor.years}
          only={known}
          modelled={there}
          source={addresses.corridor(vintage.id, origin, destination)}
          vintage={vintage.id}
        />
        <Lines
          origin={destination}
          destination={origin}
          highest={highest}
          years={corridor.opposite}
          only={knownBack}
          modelled={home}
          source={addresses.corridor(vintage.id, destination, origin)}
          vintage={vintage.id}
        />
      </div>
    </Suspense>
  );
}

function knownLines(offices: readonly string[], origin: string, destination: string) {
  const [hasOrigin, hasDestination] = [offices.includes(origin), offices.includes(destination)];
  return [
    ...(hasOrigin ? (['departures'] as const) : []),
    ...(hasDestination ? (['arrivals'] as const) : []),
    ...(hasOrigin && hasDestination ? (['united'] as const) : []),
  ];
}
