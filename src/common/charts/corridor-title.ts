import type { Language } from '../language.ts';
import { stateName } from '../states.ts';

/** "Russia → Belarus". */
export function corridorTitle(
  { origin, destination }: { origin: string; destination: string },
  lang: Language,
): string {
  return `${stateName(origin, lang)} → ${stateName(destination, lang)}`;
}
