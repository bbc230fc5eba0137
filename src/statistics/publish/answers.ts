import type { KeptBody, MadeBody } from './answer-body.ts';
import { corridor } from './corridor.ts';
import { overview } from './overview.ts';
import type { PublishedVintage } from './published-vintage.ts';

type Answered = Promise<KeptBody | MadeBody>;

/** All flows of a year. @param year null for all years together */
export function overviewAnswer(view: PublishedVintage, year: number | null): Answered {
  return view.body(`overview ${year}`, () => JSON.stringify(overview(view.index, year)));
}

export function corridorAnswer(view: PublishedVintage, origin: string, destination: string): Answered {
  return view.body(`corridor ${origin} ${destination}`, () =>
    JSON.stringify(corridor(view.index, origin, destination)),
  );
}
